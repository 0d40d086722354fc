"""The theme: which look is on, told to Qt in one go, and to every widget that paints itself."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from companion.application.settings import Look
from companion.ui.theme.icon_store import IconStore
from companion.ui.theme.palette import palette_of
from companion.ui.theme.stylesheet import stylesheet
from companion.ui.theme.tokens import BODY_SIZE, LIGHT, Tokens, tokens_for

POINTS_PER_INCH = 72
_SCHEMES = {Look.LIGHT: Qt.ColorScheme.Light, Look.DARK: Qt.ColorScheme.Dark}


class Theme(QObject):
    """The colours, sizes and icons in force; `changed` says that they are others now.

    `resources` is the folder that holds `icons/`. Until `apply` is called the tokens are those of the light look
    and Qt is untouched.
    """

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path) -> None:
        super().__init__()
        self._app = app
        self._system_palette_is_dark = _is_dark(app.palette())
        self._look = Look.SYSTEM
        self._percent = 100
        self._reduce_motion = False
        self._system_wants_motion = True
        self._in_force: tuple[Tokens, float] | None = None
        self.tokens = LIGHT
        self.text_scale = 1.0
        self.icons = IconStore(resources / "icons")
        self._follow_system()

    @property
    def motion_wanted(self) -> bool:
        """False where the system or the person asked for stillness."""
        return self._system_wants_motion and not self._reduce_motion

    def apply(self, look: Look, text_percent: int = 100, reduce_motion: bool = False) -> None:
        """Puts that look on. `text_percent` is of the system's own text size."""
        self._look, self._percent = look, text_percent
        motion_before = self.motion_wanted
        self._reduce_motion = reduce_motion
        self._tell_system()
        if not self._put_on() and motion_before != self.motion_wanted:
            self.changed.emit()

    def follow_system_motion(self, wanted: bool) -> None:
        """Takes over what the desktop says about motion."""
        if wanted != self._system_wants_motion:
            self._system_wants_motion = wanted
            self.changed.emit()

    def color(self, name: str) -> QColor:
        """The token of that name as a colour."""
        return QColor(getattr(self.tokens, name))

    def px(self, size: float) -> int:
        """A length designed at 100 % in pixels of the current text size."""
        return round(size * self.text_scale)

    def _follow_system(self) -> None:
        hints = self._app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    def _on_system_changed(self) -> None:
        # Qt is in the middle of its own change now and would go on with the palette it had.
        QTimer.singleShot(0, self, self._put_on)

    def _tell_system(self) -> None:
        """Title bars and file dialogs of the desktop follow too, where it can be told."""
        hints, wanted = self._app.styleHints(), _SCHEMES.get(self._look)
        if wanted is None:
            hints.unsetColorScheme()
        elif hints.colorScheme() is not wanted:
            hints.setColorScheme(wanted)

    def _put_on(self) -> bool:
        tokens, scale = self._wanted_tokens(), self._wanted_scale()
        if self._in_force == (tokens, scale):
            return False
        self._in_force = (tokens, scale)
        self.tokens, self.text_scale = tokens, scale
        self._dress_application()
        self.changed.emit()
        return True

    def _wanted_tokens(self) -> Tokens:
        hints = self._app.styleHints()
        dark = self._system_is_dark() if self._look in (Look.SYSTEM, Look.CONTRAST) else self._look is Look.DARK
        high = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
        contrast = self._look is Look.CONTRAST or (self._look is Look.SYSTEM and high)
        return tokens_for(dark=dark, contrast=contrast)

    def _system_is_dark(self) -> bool:
        scheme = self._app.styleHints().colorScheme()
        if scheme is Qt.ColorScheme.Unknown:
            return self._system_palette_is_dark
        return scheme is Qt.ColorScheme.Dark

    def _wanted_scale(self) -> float:
        """The system's text size, never below our body size, times the person's percentage."""
        return max(1.0, self._system_text_size() / BODY_SIZE) * self._percent / 100

    def _system_text_size(self) -> float:
        # Worked out rather than asked of QFontInfo, which would load that font (12 ms) before ours.
        font = _system_font()
        if font.pixelSize() > 0:
            return font.pixelSize()
        return font.pointSizeF() * self._app.primaryScreen().logicalDotsPerInch() / POINTS_PER_INCH

    def _dress_application(self) -> None:
        app = self._app
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        font = _system_font()
        font.setPixelSize(self.px(BODY_SIZE))
        app.setFont(font)
        app.setPalette(palette_of(self.tokens))
        app.setStyleSheet(stylesheet(self.tokens, self.px, self.icons.marks_folder))


def _system_font() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


def _is_dark(palette: QPalette) -> bool:
    return (
        palette.color(QPalette.ColorRole.Window).lightness()
        < palette.color(QPalette.ColorRole.WindowText).lightness()
    )
