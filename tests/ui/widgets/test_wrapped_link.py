"""A link goes on in the next line and is worked by mouse and keyboard."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.ui.theme.theme import Theme
from companion.ui.widgets.wrapped_link import WrappedLink

TEXT = "Attunement and co-regulation between people"


def test_the_narrower_the_higher(qtbot: QtBot, theme: Theme) -> None:
    link = WrappedLink(TEXT, theme)
    qtbot.addWidget(link)
    assert link.heightForWidth(120) > link.heightForWidth(800)


def test_it_is_never_narrower_than_its_longest_word(qtbot: QtBot, theme: Theme) -> None:
    link = WrappedLink(TEXT, theme)
    qtbot.addWidget(link)
    assert link.minimumSizeHint().width() > link.fontMetrics().horizontalAdvance("co-regulation")


def test_larger_text_needs_more_room(qtbot: QtBot, theme: Theme) -> None:
    link = WrappedLink(TEXT, theme)
    qtbot.addWidget(link)
    link.show()
    before = link.heightForWidth(200)
    theme.apply(Look.LIGHT, 200)
    assert link.heightForWidth(200) > before


def test_space_chooses_it_and_focus_is_seen(qtbot: QtBot, theme: Theme) -> None:
    link = WrappedLink(TEXT, theme)
    qtbot.addWidget(link)
    link.resize(200, link.heightForWidth(200))
    link.show()
    link.clearFocus()
    unfocused = link.grab().toImage()
    link.setFocus()
    qtbot.waitUntil(link.hasFocus)
    assert link.grab().toImage() != unfocused
    with qtbot.waitSignal(link.clicked):
        QTest.keyClick(link, Qt.Key.Key_Space)


def test_its_ring_is_around_its_words_alone(qtbot: QtBot, theme: Theme) -> None:
    link = WrappedLink("Short", theme)
    qtbot.addWidget(link)
    link.resize(400, link.heightForWidth(400))
    link.show()
    beside = QRect(200, 0, 200, link.height())
    link.clearFocus()
    unfocused = link.grab(beside).toImage()
    link.setFocus()
    qtbot.waitUntil(link.hasFocus)
    assert link.grab(beside).toImage() == unfocused
