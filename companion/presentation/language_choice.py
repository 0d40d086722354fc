"""The choice of a language, and what is honest to say of one that is not the source."""

from dataclasses import dataclass

from companion.application.errors import UserError
from companion.application.preferences import PreferenceService
from companion.presentation.sentences import line_of
from companion.presentation.translation import _, language

LIKE_THE_SYSTEM = "system"
OWN_NAMES = {"en": "English", "de": "Deutsch"}
"""Each language by the name it has for itself: whoever looks for it may read no other."""


@dataclass(frozen=True, slots=True)
class LanguageState:
    """What can be chosen, with its words, what is chosen, and what there is to know of the language spoken now."""

    choices: tuple[tuple[str, str], ...]
    chosen: str
    note: str


class LanguageChoice:
    """Chooses a language; everything that shows words is made again in it at once."""

    def __init__(self, preferences: PreferenceService) -> None:
        self._preferences = preferences

    def state(self) -> LanguageState:
        """What is true now. Another language than ours, written into the settings by hand, is offered too."""
        chosen = self._preferences.settings.language
        names = {LIKE_THE_SYSTEM: _("Like the system"), **OWN_NAMES}
        names.setdefault(chosen, chosen)
        return LanguageState(tuple(names.items()), chosen, "" if language() == "en" else translation_note())

    def choose(self, code: str) -> str:
        """That language from now on; answers with the line that says why it could not be kept, or with ""."""
        try:
            self._preferences.change(language=code)
        except UserError as error:
            return line_of(error)
        return ""


def translation_note() -> str:
    """What a person should know who reads a translation."""
    parts = (
        # Translators: said of your translation, until somebody who grew up with the language has read all of it.
        _("Translated without native review."),
        _("Concepts and practices are in English."),
    )
    return " ".join(parts)
