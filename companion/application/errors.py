"""What can go wrong in the world, as values that every language can put into words."""

from enum import Enum


class Trouble(Enum):
    """One kind of trouble. `presentation.sentences` holds its title and what to do."""

    STORE_DAMAGED = "store_damaged"
    STORE_NOT_OURS = "store_not_ours"
    STORE_NEWER = "store_newer"
    STORE_BUSY = "store_busy"
    STORE_READ_ONLY = "store_read_only"
    STORE_FAILED = "store_failed"
    STORE_NOT_ENCRYPTED = "store_not_encrypted"
    DISK_FULL = "disk_full"
    KEY_MISSING = "key_missing"
    KEY_WRONG = "key_wrong"
    UPGRADE_FAILED = "upgrade_failed"
    FOLDER_UNREADABLE = "folder_unreadable"
    FOLDER_UNWRITABLE = "folder_unwritable"
    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_UNWRITABLE = "file_unwritable"
    FILE_TOO_LARGE = "file_too_large"
    FILE_SEALED = "file_sealed"
    FILE_SECRET_WRONG = "file_secret_wrong"  # noqa: S105 - a name, no secret
    FILE_SEAL_BROKEN = "file_seal_broken"
    FORMAT_UNKNOWN = "format_unknown"
    HEADER_WRONG = "header_wrong"
    SETTINGS_UNREADABLE = "settings_unreadable"
    LOCKED = "locked"
    PASSPHRASE_WRONG = "passphrase_wrong"  # noqa: S105 - a name, no secret
    RECOVERY_CODE_WRONG = "recovery_code_wrong"
    WAIT_BEFORE_TRYING = "wait_before_trying"
    OPEN_ELSEWHERE = "open_elsewhere"
    COPY_DAMAGED = "copy_damaged"
    COPY_NOT_OURS = "copy_not_ours"
    COPY_NEWER = "copy_newer"
    COPY_KEY_MISSING = "copy_key_missing"
    COPY_PROTECTED = "copy_protected"
    COPY_SECRET_WRONG = "copy_secret_wrong"  # noqa: S105 - a name, no secret
    COPY_FULLER = "copy_fuller"
    COPY_OTHER_THERE = "copy_other_there"
    SYSTEM_LIBRARY_MISSING = "system_library_missing"
    NO_DISPLAY = "no_display"


class UserError(Exception):
    """Something in the world went wrong and the person has to know.

    `facts` are values its sentence names (a path, a version), never a note's text. `data_is_safe` is True only if
    nothing that was saved before is lost by it.
    """

    def __init__(self, trouble: Trouble, *, data_is_safe: bool = True, **facts: object) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.data_is_safe = data_is_safe
        self.facts = facts
