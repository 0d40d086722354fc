"""The language, and how it writes dates and numbers where the computer stands."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from companion.bootstrap.speaking import Speaking, locale_for
from companion.presentation.translation import _, language_in_force, use_language


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Speaking]:
    before, made = QLocale(), Speaking(qapp)
    yield made
    made.speak("en")
    use_language("en", None)
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "system", "written"),
    [
        ("de", "en_US", "de_DE"),
        ("de", "de_AT", "de_AT"),
        ("en", "de_DE", "en_DE"),
        ("en", "C", "C"),
        ("de", "C", "de_DE"),
        ("tlh", "fr_FR", "fr_FR"),
    ],
)
def test_dates_and_numbers_are_those_of_the_language_in_the_country_the_system_names(
    language: str, system: str, written: str
) -> None:
    assert locale_for(language, QLocale(system)).name() == written


def test_a_language_is_spoken_by_us_by_qt_and_by_the_calendar(speaking: Speaking) -> None:
    assert speaking.speak("de")
    assert _("Settings") == "Einstellungen"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"
    assert QLocale().firstDayOfWeek().value == 1


def test_the_system_is_followed_again_when_the_person_says_so(speaking: Speaking) -> None:
    speaking.speak("de")
    assert speaking.speak("system")
    assert language_in_force() == "en"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_same_language_once_more_changes_nothing(speaking: Speaking) -> None:
    speaking.speak("de")
    assert not speaking.speak("de")
