"""Whether the person asked the desktop not to be disturbed, in the words of the desktops that have such a switch."""

from collections.abc import Iterator

from companion.adapters.system.desktop_bus import Answers, Question, all_properties, property_in

NOTIFICATIONS = "org.freedesktop.Notifications"
NOTIFICATIONS_PATH = "/org/freedesktop/Notifications"
PORTAL = "org.freedesktop.portal.Desktop"
GNOME_BANNERS = ("org.gnome.desktop.notifications", "show-banners")

PLASMA = all_properties(NOTIFICATIONS, NOTIFICATIONS_PATH, NOTIFICATIONS)
DUNST = all_properties(NOTIFICATIONS, NOTIFICATIONS_PATH, "org.dunstproject.cmd0")
GNOME = Question(
    PORTAL, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", "Read", "ss", GNOME_BANNERS
)
XFCE = Question(
    "org.xfce.Xfconf",
    "/org/xfce/Xfconf",
    "org.xfce.Xfconf",
    "GetProperty",
    "ss",
    ("xfce4-notifyd", "/do-not-disturb"),
)
SWAYNC = Question("org.erikreider.swaync.cc", "/org/erikreider/swaync/cc", "org.erikreider.swaync.cc", "GetDnd")
MAKO = Question("fr.emersion.Mako", "/fr/emersion/Mako", "fr.emersion.Mako", "ListModes")
QUESTIONS = (PLASMA, DUNST, GNOME, XFCE, SWAYNC, MAKO)


def do_not_disturb(answers: Answers) -> bool | None:
    """True if one of them says so, False if one says that it is off, None if none says anything."""
    said = list(_said(answers))
    return any(said) if said else None


def _said(answers: Answers) -> Iterator[bool]:
    for question, name in ((PLASMA, "Inhibited"), (DUNST, "paused"), (DUNST, "pauseLevel")):
        value = property_in(answers, question, name)
        if isinstance(value, bool | int):
            yield bool(value)
    if GNOME in answers:
        yield _unwrapped(answers[GNOME][0]) is False
    if XFCE in answers:
        yield _unwrapped(answers[XFCE][0]) is True
    if SWAYNC in answers:
        yield answers[SWAYNC][0] is True
    if MAKO in answers:
        yield "do-not-disturb" in answers[MAKO][0]


def _unwrapped(value: object) -> object:
    """A value out of its variants, each of which is (signature, value)."""
    while isinstance(value, tuple):
        _signature, value = value
    return value
