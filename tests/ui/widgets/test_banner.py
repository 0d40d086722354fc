"""The banner is there only while it has something to say."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.ui.widgets.banner import Banner


def test_it_is_there_only_while_it_has_something_to_say(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.show_text("made-up data")
    assert banner.isVisible()
    assert [found.text() for found in banner.findChildren(QLabel)] == ["made-up data"]
    banner.show_text("")
    assert banner.isHidden()


def test_beside_the_offer_it_can_be_put_off(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    chosen: list[str] = []
    banner.show_text("newer", "Now", lambda: chosen.append("now"), "Later", lambda: chosen.append("later"))
    banner.later.click()
    banner.offer.click()
    assert chosen == ["later", "now"]
    banner.show_text("made-up data")
    assert banner.later.isHidden()
    assert banner.offer.isHidden()
