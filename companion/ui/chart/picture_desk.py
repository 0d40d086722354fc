"""What is done with pictures of the chart: asking where to, drawing, saving, copying."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from companion.presentation.chart_pictures import (
    FilePresenter,
    PictureKind,
    file_kind,
    file_name,
    picture_words,
)
from companion.presentation.timeline import Emptiness
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.presentation.timeline import TimelineState
    from companion.ui.chart.pictures import ChartPicture

AskWhere = Callable[[QWidget, str, str, str, str], str]
Shown = Callable[[], "tuple[TimelineState, str] | None"]
_NOTHING_TO_DRAW = (Emptiness.LOCKED, Emptiness.NO_CHECK_INS)


class PictureDesk(QObject):
    """Works over `screen`. `shown` is the chart's state with its sentence, asked for when it is needed.

    What came of it is told to `told` in a line. `ask_where` asks for the file a picture goes to.
    """

    def __init__(
        self, files: FilePresenter, screen: QWidget, shown: Shown, told: Callable[[str], None], ask_where: AskWhere
    ) -> None:
        super().__init__(screen)
        self._files = files
        self._screen = screen
        self._shown = shown
        self._told = told
        self._ask_where = ask_where

    def save(self, kind: PictureKind) -> None:
        """Asks where to, and saves the picture there; nothing if it was locked meanwhile."""
        path = self._ask_where(self._screen, _("Save picture"), file_name(kind), file_kind(kind), kind.ending)
        picture = self._picture() if path else None
        if picture is not None:
            self._files.save(path, picture.bytes_of(kind), self._told)

    def copy(self) -> None:
        """Puts the picture on the clipboard."""
        picture = self._picture()
        if picture is not None:
            QGuiApplication.clipboard().setImage(picture.image(2))
            self._told(_("The picture is on the clipboard."))

    def _picture(self) -> ChartPicture | None:
        from companion.ui.chart.pictures import ChartPicture

        shown = self._shown()
        if shown is None or shown[0].emptiness in _NOTHING_TO_DRAW:
            return None
        state, sentence = shown
        return ChartPicture(state, picture_words(sentence))
