"""The terminal's own language, where we have it."""

import os


def speak_as_the_terminal() -> None:
    """Words come in the language that the environment names; English unless there is a catalogue for it."""
    language = _language()
    if language in ("", "C", "POSIX") or language.startswith("en"):
        return
    from companion.adapters.system.resources import locale_folder
    from companion.presentation.translation import use_language

    use_language(language, locale_folder())


def _language() -> str:
    named = (os.environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    first = next(filter(None, named), "")
    return first.partition(":")[0].partition(".")[0].partition("@")[0]
