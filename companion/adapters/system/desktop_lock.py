"""Whether the screen is locked or covered, as the desktop's screen saver says."""

from companion.adapters.system.desktop_bus import Answers, Question

_FREEDESKTOP = "org.freedesktop.ScreenSaver"


def _is_active(service: str, path: str) -> Question:
    return Question(service, path, service, "GetActive")


QUESTIONS = (
    _is_active(_FREEDESKTOP, "/org/freedesktop/ScreenSaver"),
    _is_active(_FREEDESKTOP, "/ScreenSaver"),
    *(
        _is_active(f"org.{desktop}.ScreenSaver", f"/org/{desktop}/ScreenSaver")
        for desktop in ("gnome", "cinnamon", "mate", "xfce")
    ),
)


def screen_locked(answers: Answers) -> bool | None:
    """True if one says that the screen is covered, False if it is not, None if nobody says."""
    said = [answers[question][0] is True for question in QUESTIONS if question in answers]
    return any(said) if said else None
