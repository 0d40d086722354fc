"""Which language is spoken: the words, those of Qt's own buttons and menus, and how dates and numbers are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from companion.adapters.system.resources import locale_folder
from companion.presentation.translation import PSEUDO_MIRRORED, language_in_force, use_language

LIKE_THE_SYSTEM = "system"


class Speaking:
    """Speaks as the settings say. Made before anything else chose a language but the environment."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._system = _language_of_the_system()
        self._of_qt: QTranslator | None = None

    def speak(self, chosen: str) -> bool:
        """From now on `chosen`, a language's code or "system"; True if that is another than before."""
        language = self._system if chosen == LIKE_THE_SYSTEM else chosen
        is_another = language != language_in_force()
        use_language(language, locale_folder())
        QLocale.setDefault(locale_for(language, QLocale.system()))
        self._let_qt_speak(language)
        QGuiApplication.setLayoutDirection(_direction(language))
        return is_another

    def _let_qt_speak(self, language: str) -> None:
        if self._of_qt is not None:
            self._application.removeTranslator(self._of_qt)
            self._of_qt = None
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if not language.startswith("en") and translator.load(f"qtbase_{language}", folder):
            self._application.installTranslator(translator)
            self._of_qt = translator


def _direction(language: str) -> Qt.LayoutDirection:
    is_mirrored = language == PSEUDO_MIRRORED
    return Qt.LayoutDirection.RightToLeft if is_mirrored else QLocale(language).textDirection()


def locale_for(language: str, system: QLocale) -> QLocale:
    """How that language writes dates and numbers, as it is done where the `system` stands if that is known."""
    wanted, spoken = QLocale(language).language(), system.language()
    is_plain = spoken is QLocale.Language.C and wanted is QLocale.Language.English
    if is_plain or wanted in (spoken, QLocale.Language.C):
        return system
    there = QLocale(wanted, system.territory())
    return there if there.territory() is system.territory() else QLocale(language)


def _language_of_the_system() -> str:
    """What the environment said already; elsewhere than on Linux it seldom says anything."""
    if language_in_force() != "en":
        return language_in_force()
    first = next(iter(QLocale.system().uiLanguages()), "C").replace("-", "_")
    return "en" if first == "C" or first.startswith("en") else first
