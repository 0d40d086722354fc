"""The theme puts a look on the whole application and says so."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.ui.theme.desktop_wishes import DesktopWishes
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT
from tests.conftest import RESOURCES


class FakeAccessibilityHints(QObject):
    contrastPreferenceChanged = Signal(Qt.ContrastPreference)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.preference = Qt.ContrastPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.preference


class FakeHints(QObject):
    """What a desktop says about itself."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 - Qt's name

    def __init__(self, scheme: Qt.ColorScheme) -> None:
        super().__init__()
        self.scheme = scheme
        self.asked_for: Qt.ColorScheme | None = None
        self._accessibility = FakeAccessibilityHints()

    def colorScheme(self) -> Qt.ColorScheme:
        return self.asked_for or self.scheme

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:
        self.asked_for = scheme

    def unsetColorScheme(self) -> None:
        self.asked_for = None

    def accessibility(self) -> FakeAccessibilityHints:
        return self._accessibility

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)

    def prefer(self, preference: Qt.ContrastPreference) -> None:
        self._accessibility.preference = preference
        self._accessibility.contrastPreferenceChanged.emit(preference)


class DesktopApp:
    """The application on a desktop that tests own; what is dressed is the real application."""

    def __init__(
        self, app: QApplication, scheme: Qt.ColorScheme, window: str = "#ffffff", ink: str = "#000000"
    ) -> None:
        self._app = app
        self.hints = FakeHints(scheme)
        self._palette = QPalette()
        self._palette.setColor(QPalette.ColorRole.Window, window)
        self._palette.setColor(QPalette.ColorRole.WindowText, ink)

    def styleHints(self) -> FakeHints:
        return self.hints

    def palette(self) -> QPalette:
        return self._palette

    def __getattr__(self, name: str) -> object:
        return getattr(self._app, name)


def theme_on(app: DesktopApp) -> Theme:
    return Theme(app, RESOURCES)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def look_put_back(theme: Theme, qapp: QApplication) -> object:
    """Other tests find the look that the session's theme believes in."""
    yield
    theme.apply(Look.DARK)
    theme.apply(Look.LIGHT)


def test_a_change_of_look_is_told_once(theme: Theme, qtbot: QtBot) -> None:
    told: list[None] = []
    theme.changed.connect(lambda: told.append(None))
    theme.apply(Look.DARK)
    theme.apply(Look.DARK)
    assert len(told) == 1
    assert theme.tokens is DARK


def test_the_palette_and_the_sheet_follow_the_look(theme: Theme, qapp: QApplication) -> None:
    theme.apply(Look.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.background
    assert DARK.surface in qapp.styleSheet()
    assert LIGHT.surface not in qapp.styleSheet()


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_text_grows_with_the_percentage(theme: Theme, qapp: QApplication, percent: int) -> None:
    before = theme.px(14)
    theme.apply(Look.LIGHT, percent)
    assert theme.px(14) == round(before * percent / 100)
    assert qapp.font().pixelSize() == theme.px(14)
    assert f"font-size: {theme.px(24)}px" in qapp.styleSheet()


def test_body_text_is_never_smaller_than_14_pixels(theme: Theme, qapp: QApplication) -> None:
    assert qapp.font().pixelSize() >= 14


def test_the_font_does_not_become_one_of_fixed_width_while_running(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = qapp.font().families()
    theme = theme_on(DesktopApp(qapp, Qt.ColorScheme.Light))
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _which: QFont("DejaVu Sans Mono", 9))
    theme.apply(Look.DARK)
    assert qapp.font().families() == before


def test_a_desktop_that_is_of_fixed_width_from_the_start_is_followed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _which: QFont("DejaVu Sans Mono", 9))
    theme_on(DesktopApp(qapp, Qt.ColorScheme.Light)).apply(Look.DARK)
    assert qapp.font().families() == ["DejaVu Sans Mono"]


def test_another_font_of_the_desktop_is_followed_while_running(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = theme_on(DesktopApp(qapp, Qt.ColorScheme.Light))
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _which: QFont("DejaVu Serif", 9))
    theme.apply(Look.DARK)
    assert qapp.font().families() == ["DejaVu Serif"]


def test_motion_stops_where_the_person_says_so(theme: Theme, qtbot: QtBot) -> None:
    assert theme.motion_wanted
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.apply(Look.LIGHT, 100, reduce_motion=True)
    assert not theme.motion_wanted


def test_motion_stops_where_the_desktop_says_so(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.follow_desktop(DesktopWishes(stillness=True))
    assert not theme.motion_wanted


@pytest.mark.parametrize(("scheme", "tokens"), [(Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Dark, DARK)])
def test_the_systems_look_is_taken_over(qapp: QApplication, scheme: Qt.ColorScheme, tokens: object) -> None:
    theme = theme_on(DesktopApp(qapp, scheme))
    theme.apply(Look.SYSTEM)
    assert theme.tokens is tokens


def test_the_systems_look_is_followed_while_running(qapp: QApplication, qtbot: QtBot) -> None:
    desktop = DesktopApp(qapp, Qt.ColorScheme.Light)
    theme = theme_on(desktop)
    theme.apply(Look.SYSTEM)
    with qtbot.waitSignal(theme.changed, timeout=1000):
        desktop.hints.turn(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK


def test_the_systems_wish_for_contrast_is_followed_while_running(qapp: QApplication, qtbot: QtBot) -> None:
    desktop = DesktopApp(qapp, Qt.ColorScheme.Light)
    theme = theme_on(desktop)
    theme.apply(Look.SYSTEM)
    with qtbot.waitSignal(theme.changed, timeout=1000):
        desktop.hints.prefer(Qt.ContrastPreference.HighContrast)
    assert theme.tokens is CONTRAST_LIGHT


def test_a_dark_palette_means_dark_where_the_system_names_no_scheme(qapp: QApplication) -> None:
    theme = theme_on(DesktopApp(qapp, Qt.ColorScheme.Unknown, window="#202020", ink="#eeeeee"))
    theme.apply(Look.SYSTEM)
    assert theme.tokens is DARK


def test_a_desktop_that_only_says_it_beside_qt_is_heard(qapp: QApplication, qtbot: QtBot) -> None:
    theme = theme_on(DesktopApp(qapp, Qt.ColorScheme.Unknown))
    theme.apply(Look.SYSTEM)
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.follow_desktop(DesktopWishes(is_dark=True, high_contrast=True))
    assert theme.tokens is CONTRAST_DARK


def test_what_qt_knows_goes_before_what_the_desktop_says_beside_it(qapp: QApplication) -> None:
    theme = theme_on(DesktopApp(qapp, Qt.ColorScheme.Light))
    theme.apply(Look.SYSTEM)
    theme.follow_desktop(DesktopWishes(is_dark=True))
    assert theme.tokens is LIGHT


def test_high_contrast_is_dark_on_a_dark_desktop(qapp: QApplication) -> None:
    theme = theme_on(DesktopApp(qapp, Qt.ColorScheme.Dark))
    theme.apply(Look.CONTRAST)
    assert theme.tokens is CONTRAST_DARK


def test_a_chosen_look_does_not_follow_the_system(qapp: QApplication) -> None:
    desktop = DesktopApp(qapp, Qt.ColorScheme.Light)
    theme = theme_on(desktop)
    theme.apply(Look.DARK)
    desktop.hints.turn(Qt.ColorScheme.Light)
    desktop.hints.prefer(Qt.ContrastPreference.HighContrast)
    QApplication.processEvents()
    assert theme.tokens is DARK


def test_the_desktop_is_told_of_a_chosen_look_and_let_go_again(qapp: QApplication) -> None:
    desktop = DesktopApp(qapp, Qt.ColorScheme.Light)
    theme = theme_on(desktop)
    theme.apply(Look.DARK)
    told = [desktop.hints.asked_for]
    theme.apply(Look.SYSTEM)
    told.append(desktop.hints.asked_for)
    assert told == [Qt.ColorScheme.Dark, None]
    assert theme.tokens is LIGHT


def test_a_token_can_be_had_as_a_colour(theme: Theme) -> None:
    assert theme.color("accent").name() == LIGHT.accent


def test_nothing_is_touched_before_a_look_is_put_on(qapp: QApplication, tmp_path: Path) -> None:
    before = qapp.styleSheet()
    Theme(qapp, tmp_path)
    assert qapp.styleSheet() == before
