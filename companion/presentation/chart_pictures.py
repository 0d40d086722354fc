"""Pictures of the chart: which kinds there are, what stands on them, and what came of saving one."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from companion.application.errors import UserError
from companion.presentation.sentences import line_of
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.ports import OutgoingFiles, TaskRunner


class PictureKind(Enum):
    """The kinds in the order of the menu."""

    PNG = "png"
    LARGE_PNG = "large_png"
    SVG = "svg"
    PDF = "pdf"

    @property
    def ending(self) -> str:
        """How the name of such a file ends."""
        return {PictureKind.SVG: ".svg", PictureKind.PDF: ".pdf"}.get(self, ".png")


class PictureWords(NamedTuple):
    """What is written on a picture."""

    title: str
    sentence: str
    foot: str


def picture_words(sentence: str) -> PictureWords:
    """The words around a chart that shows what `sentence` says."""
    return PictureWords(_("Arousal over time"), sentence, _("Self-report by one person, not a measurement."))


def kind_name(kind: PictureKind) -> str:
    """What the menu says."""
    return {
        PictureKind.PNG: _("Picture (PNG)…"),
        PictureKind.LARGE_PNG: _("Picture, twice as fine (PNG)…"),
        PictureKind.SVG: _("Drawing (SVG)…"),
        PictureKind.PDF: _("Page (PDF)…"),
    }[kind]


def file_name(kind: PictureKind) -> str:
    """What a picture is called if the person has no other wish; it says nothing of them."""
    return f"chart{kind.ending}"


def file_kind(kind: PictureKind) -> str:
    """What the file dialog offers."""
    return {
        PictureKind.SVG: _("Drawing (*.svg)"),
        PictureKind.PDF: _("Page (*.pdf)"),
    }.get(kind) or _("Picture (*.png)")


class FilePresenter:
    """Saves whole files on the worker, and says in a line what came of it."""

    def __init__(self, files: OutgoingFiles, tasks: TaskRunner) -> None:
        self._files = files
        self._tasks = tasks

    def save(self, path: str, content: bytes, told: Callable[[str], None]) -> None:
        """Writes `content`; `told` hears in a line what came of it."""

        def write() -> str:
            try:
                self._files.write(path, content)
            except UserError as trouble:
                return line_of(trouble)
            return _("Saved as {file}. Anyone who has this file can see it.").format(file=path)

        self._tasks.run(write, lambda line: told(str(line)))
