"""Writing files whose content is ready."""

from pathlib import Path

from companion.adapters.transfer.outgoing_file import outgoing_file


class FinishedFiles:
    """Fills OutgoingFiles: a file is there wholly and durably, or is as it was before."""

    def write(self, path: str, content: bytes) -> None:
        """Writes it, for this person alone. Raises UserError: FILE_UNWRITABLE, DISK_FULL, FOLDER_UNREADABLE."""
        with outgoing_file(Path(path)) as file:
            file.write(content)
