"""What the desktop says about looks through its settings portal: dark, high contrast, no motion.

Qt hears some of it on some desktops; motion it hears on none.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from companion.ui.theme.desktop_wishes import DesktopWishes

if TYPE_CHECKING:
    from jeepney import Message

    from companion.ui.platform.session_bus import SessionBus

_PORTAL = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
APPEARANCE = "org.freedesktop.appearance"
GNOME = "org.gnome.desktop.interface"
_DARK, _LIGHT = 1, 2


class DesktopLook(QObject):
    """Asks once and then listens; `wishes_changed` brings `DesktopWishes`. Without a portal it stays silent."""

    wishes_changed = Signal(DesktopWishes)

    def __init__(self, bus: "SessionBus", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._said: dict[tuple[str, str], object] = {}
        self._wishes = DesktopWishes()

    def start(self) -> None:
        """Sends the question; answers come through the event loop."""
        from jeepney import DBusAddress, MatchRule, new_method_call

        self._bus.signal_came.connect(self._on_signal_came)
        self._bus.listen(MatchRule(type="signal", interface=_SETTINGS, member="SettingChanged", path=_PATH))
        settings = DBusAddress(_PATH, _PORTAL, _SETTINGS)
        self._bus.call(new_method_call(settings, "ReadAll", "as", ([APPEARANCE, GNOME],)), self._on_answered)

    def _on_answered(self, answer: "Message") -> None:
        from jeepney import MessageType

        if answer.header.message_type is not MessageType.method_return:
            return
        for group, values in answer.body[0].items():
            for key, (_signature, value) in values.items():
                self._said[group, key] = value
        self._tell()

    def _on_signal_came(self, message: "Message") -> None:
        from jeepney import HeaderFields

        fields = message.header.fields
        if fields.get(HeaderFields.interface) != _SETTINGS or fields.get(HeaderFields.member) != "SettingChanged":
            return
        group, key, (_signature, value) = message.body
        self._said[group, key] = value
        self._tell()

    def _tell(self) -> None:
        wishes = wishes_in(self._said)
        if wishes != self._wishes:
            self._wishes = wishes
            self.wishes_changed.emit(wishes)


def wishes_in(said: dict[tuple[str, str], Any]) -> DesktopWishes:
    """What the portal's values mean. The newer `reduced-motion` goes before GNOME's own key."""
    scheme = said.get((APPEARANCE, "color-scheme"))
    reduced = said.get((APPEARANCE, "reduced-motion"))
    animations = said.get((GNOME, "enable-animations"), True)
    return DesktopWishes(
        is_dark={_DARK: True, _LIGHT: False}.get(scheme) if isinstance(scheme, int) else None,
        high_contrast=said.get((APPEARANCE, "contrast")) == 1,
        stillness=reduced == 1 if reduced is not None else animations is False,
    )
