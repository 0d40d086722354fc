"""Asks the system to wait a moment before it falls asleep, so that the notebook is locked by then."""

import logging
import os

log = logging.getLogger(__name__)

LONGEST_WAIT = 2.0  # seconds; asked on the worker
LOGIND = ("/org/freedesktop/login1", "org.freedesktop.login1", "org.freedesktop.login1.Manager")


class SleepDelay:
    """Held until `release`; the system waits for it, but never longer than some seconds."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """From now on the system may fall asleep."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)


def take_sleep_delay() -> SleepDelay | None:
    """Takes one; None where there is no logind, or it does not allow that. For the worker: it may take a moment."""
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    path, name, interface = LOGIND
    what = ("sleep", "Companion", "Locks before the computer sleeps", "delay")
    call = new_method_call(DBusAddress(path, bus_name=name, interface=interface), "Inhibit", "ssss", what)
    try:
        with open_dbus_connection(bus="SYSTEM", enable_fds=True, auth_timeout=LONGEST_WAIT) as bus:
            reply = bus.send_and_get_reply(call, timeout=LONGEST_WAIT)
    except (OSError, RuntimeError, ValueError, LookupError) as failure:
        log.info("no delay before sleep: %s", type(failure).__name__)
        return None
    if reply.header.message_type is not MessageType.method_return:
        return None
    return SleepDelay(reply.body[0].to_raw_fd())
