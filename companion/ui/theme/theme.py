"""The theme: which look is on, told to Qt in one go, and to every widget that paints itself."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from companion.application.settings import Look
from companion.ui.theme.desktop_wishes import DesktopWishes
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
        self._hints = app.styleHints()  # kept: without it PySide6 thinks that what `accessibility()` returns is gone
        self._system_palette_is_dark = _is_dark(app.palette())
        self._look = Look.SYSTEM
        self._percent = 100
        self._reduce_motion = False
        self._wishes = DesktopWishes()
        self._font = _general_font()
        self._in_force: tuple[Tokens, float] | None = None
        self.tokens = LIGHT
        self.text_scale = 1.0
        self.icons = IconStore(resources / "icons")
        self._follow_system()

    @property
    def motion_wanted(self) -> bool:
        """False where the system or the person asked for stillness."""
        return not (self._wishes.stillness or self._reduce_motion)

    def apply(self, look: Look, text_percent: int = 100, reduce_motion: bool = False) -> None:
        """Puts that look on. `text_percent` is of the system's own text size."""
        motion_before = self.motion_wanted
        self._look, self._percent, self._reduce_motion = look, text_percent, reduce_motion
        self._tell_system()
        self._put_on(motion_before)

    def follow_desktop(self, wishes: DesktopWishes) -> None:
        """Takes over what the desktop says beside Qt, from now on."""
        motion_before = self.motion_wanted
        self._wishes = wishes
        self._put_on(motion_before)

    def color(self, name: str) -> QColor:
        """The token of that name as a colour."""
        return QColor(getattr(self.tokens, name))

    def px(self, size: float) -> int:
        """A length designed at 100 % in pixels of the current text size."""
        return round(size * self.text_scale)

    def _follow_system(self) -> None:
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    def _on_system_changed(self) -> None:
        # Qt is in the middle of its own change now and would go on with the palette it had.
        QTimer.singleShot(0, self, lambda: self._put_on(self.motion_wanted))

    def _tell_system(self) -> None:
        """Title bars and file dialogs of the desktop follow too, where it can be told."""
        wanted = _SCHEMES.get(self._look)
        if wanted is None:
            self._hints.unsetColorScheme()
        elif self._hints.colorScheme() is not wanted:
            self._hints.setColorScheme(wanted)

    def _put_on(self, motion_before: bool) -> None:
        tokens, scale = self._wanted_tokens(), self._wanted_scale()
        is_new = self._in_force != (tokens, scale)
        if is_new:
            self._in_force = (tokens, scale)
            self.tokens, self.text_scale = tokens, scale
            self._dress_application()
        if is_new or motion_before != self.motion_wanted:
            self.changed.emit()

    def _wanted_tokens(self) -> Tokens:
        dark = self._system_is_dark() if self._look in (Look.SYSTEM, Look.CONTRAST) else self._look is Look.DARK
        contrast = self._look is Look.CONTRAST or (self._look is Look.SYSTEM and self._system_wants_contrast())
        return tokens_for(dark=dark, contrast=contrast)

    def _system_is_dark(self) -> bool:
        scheme = self._hints.colorScheme()
        if scheme is Qt.ColorScheme.Unknown:
            return self._system_palette_is_dark if self._wishes.is_dark is None else self._wishes.is_dark
        return scheme is Qt.ColorScheme.Dark

    def _system_wants_contrast(self) -> bool:
        preference = self._hints.accessibility().contrastPreference()
        return self._wishes.high_contrast or preference is Qt.ContrastPreference.HighContrast

    def _wanted_scale(self) -> float:
        """The system's text size, never below our body size, times the person's percentage."""
        return max(1.0, self._system_text_size() / BODY_SIZE) * self._percent / 100

    def _system_text_size(self) -> float:
        # Worked out rather than asked of QFontInfo, which would load that font (12 ms) before ours.
        font = self._system_font()
        if font.pixelSize() > 0:
            return font.pixelSize()
        return font.pointSizeF() * self._app.primaryScreen().logicalDotsPerInch() / POINTS_PER_INCH

    def _system_font(self) -> QFont:
        """The desktop's own, but for one of fixed width that comes while the program runs.

        Where GTK gives the look, Qt takes "monospace" for the general font once the look has changed.
        """
        said = _general_font()
        if said.families() == self._font.families() or not QFontInfo(said).fixedPitch():
            self._font = said
        return QFont(self._font)

    def _dress_application(self) -> None:
        app = self._app
        font = self._system_font()
        font.setPixelSize(self.px(BODY_SIZE))
        app.setFont(font)
        app.setPalette(palette_of(self.tokens))
        app.setStyleSheet(stylesheet(self.tokens, self.px, self.icons.marks_folder))
        if app.font("QLabel") != font:  # type: ignore[call-overload]  # bytes, as typed, are refused
            app.setFont(font)  # the first sheet brings back what a desktop says of labels and buttons


def _general_font() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


def _is_dark(palette: QPalette) -> bool:
    return (
        palette.color(QPalette.ColorRole.Window).lightness()
        < palette.color(QPalette.ColorRole.WindowText).lightness()
    )
