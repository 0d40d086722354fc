"""One factory makes the interfaces of all our own widgets, and keeps them as long as Qt does."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from companion.ui.theme import voices
from companion.ui.theme.voices import speak_with


class Drum(QWidget):
    """Spoken of as a dial."""


class Snare(Drum):
    """A kind of drum."""


speak_with(Drum, lambda widget: QAccessibleWidget(widget, QAccessible.Role.Dial))


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def test_a_class_and_those_made_from_it_have_the_voice(qtbot: QtBot) -> None:
    drum, snare = Drum(), Snare()
    qtbot.addWidget(drum)
    qtbot.addWidget(snare)
    assert (role_of(drum), role_of(snare)) == (QAccessible.Role.Dial, QAccessible.Role.Dial)


def test_other_widgets_keep_their_own(qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    assert role_of(other) is not QAccessible.Role.Dial


def test_what_qt_has_let_go_of_is_let_go_of_here_with_the_next_one(qtbot: QtBot) -> None:
    gone = Drum()
    role_of(gone)
    gone.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    next_one = Drum()
    qtbot.addWidget(next_one)
    role_of(next_one)
    assert all(isValid(voice) for voice in voices._kept)
