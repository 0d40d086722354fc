"""The program under its name on the session bus, where the desktop starts it and asks for a check-in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.application.desktop_calls import answer_to
from companion.application.instance_address import PROGRAM_ID, Message
from companion.ui.platform.session_bus import SessionBus

if TYPE_CHECKING:
    from jeepney import Message as BusMessage

WAITS_ITS_TURN = 0  # of the flags of RequestName none: the name is ours as soon as whoever has it lets go


class DesktopCalls(QObject):
    """Answers every call on its line. Each signal carries the desktop's activation token, or an empty string."""

    window_wanted = Signal(str)
    check_in_wanted = Signal(str)

    def __init__(self, bus: SessionBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        bus.called.connect(self._on_bus_called)

    def start(self) -> None:
        """Takes the name; what was asked before somebody had it comes now."""
        from jeepney import message_bus

        self._bus.call(message_bus.RequestName(PROGRAM_ID, WAITS_ITS_TURN))

    def _on_bus_called(self, call: "BusMessage") -> None:
        from jeepney import HeaderFields, new_error, new_method_return

        names = (HeaderFields.path, HeaderFields.interface, HeaderFields.member, HeaderFields.signature)
        path, interface, member, signature = (str(call.header.fields.get(name, "")) for name in names)
        answer = answer_to(path, interface, member, signature, call.body)
        if answer.error:
            self._bus.answer(new_error(call, answer.error, answer.signature, answer.body))
        else:
            self._bus.answer(new_method_return(call, answer.signature, answer.body))
        if answer.wish is not None:
            is_check_in = answer.wish.message is Message.CHECK_IN
            (self.check_in_wanted if is_check_in else self.window_wanted).emit(answer.wish.token)
