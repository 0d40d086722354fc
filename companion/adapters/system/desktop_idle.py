"""How long neither keyboard nor mouse was touched, where the desktop's services say so.

`GetSessionIdleTime` of org.freedesktop.ScreenSaver is not asked: some answer it in seconds and some in milliseconds.
"""

from datetime import timedelta

from companion.adapters.system.desktop_bus import Answers, Question

MUTTER = Question(
    "org.gnome.Mutter.IdleMonitor",
    "/org/gnome/Mutter/IdleMonitor/Core",
    "org.gnome.Mutter.IdleMonitor",
    "GetIdletime",
)
QUESTIONS = (MUTTER,)


def idle_for(answers: Answers) -> timedelta | None:
    """The time since the last input, or None if nobody says."""
    answer = answers.get(MUTTER)
    return None if answer is None else timedelta(milliseconds=answer[0])
