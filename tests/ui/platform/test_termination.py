"""The polite signals of the system."""

import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from companion.ui.platform.termination import Termination


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_polite_signal_becomes_a_wish(qtbot: QtBot, number: signal.Signals) -> None:
    termination = Termination()
    try:
        with qtbot.waitSignal(termination.asked_to_end):
            os.kill(os.getpid(), number)
    finally:
        termination.stop()


def test_afterwards_the_signals_belong_to_whoever_had_them(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    Termination().stop()
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before
