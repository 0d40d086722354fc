"""Support: plain, the same for everyone, and nothing opens by itself."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from companion.domain.support import SupportKind
from companion.presentation.people import PeoplePresenter
from companion.presentation.support import SupportPresenter
from companion.ui.screens import support as support_module
from companion.ui.screens.support import SupportScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.people_page import PeoplePage
from tests.support.people import PeopleDesk


@pytest.fixture
def screen(theme: Theme, qtbot: QtBot) -> Iterator[SupportScreen]:
    made = SupportScreen(theme)
    qtbot.addWidget(made)
    made.resize(900, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def ways_back(screen: SupportScreen) -> list[str]:
    said: list[str] = []
    screen.back_wanted.connect(lambda: said.append("back"))
    return said


def test_an_address_is_copied_and_that_is_seen(screen: SupportScreen) -> None:
    assert screen.page.copies[0].accessibleName() == "Copy findahelpline.com"
    screen.page.copies[0].click()
    assert QGuiApplication.clipboard().text() == "findahelpline.com"
    assert screen.page.copies[0].text() == "Copied"


def test_after_a_while_it_can_be_copied_again(
    screen: SupportScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(support_module, "COPIED_FOR_MS", 0)
    screen.page.copies[1].click()
    qtbot.waitUntil(lambda: screen.page.copies[1].text() == "Copy")


def test_back_and_escape_lead_back(screen: SupportScreen) -> None:
    said = ways_back(screen)
    screen.page.back.click()
    screen.setFocus(Qt.FocusReason.OtherFocusReason)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert said == ["back", "back"]


def test_with_less_room_an_address_has_its_button_below(screen: SupportScreen) -> None:
    screen.resize(360, 800)
    QApplication.processEvents()
    page_right = screen.width()
    assert screen.page.copies[0].mapTo(screen, screen.page.copies[0].rect().topRight()).x() < page_right
    assert screen.page.copies[0].x() < 40


class Own:
    """The page with people of the person's own."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.desk = PeopleDesk()
        self.desk.people.add(SupportKind.PERSON, "Noor", "+49 30 1", "Near me?", when_locked=True)
        self.desk.people.add(SupportKind.PERSON, "Ada", "third floor")
        self.opened: list[str] = []
        people = PeoplePresenter(self.desk.people, date.isoformat)
        support = SupportPresenter(self.desk.people, date.isoformat)
        self.screen = SupportScreen(theme, support, people, lambda url: self.opened.append(url.toString()))
        qtbot.addWidget(self.screen)
        self.screen.resize(900, 800)
        self.screen.show()
        self.screen.activateWindow()
        qtbot.waitUntil(self.screen.isActiveWindow)

    def buttons(self, number: int) -> dict[str, QPushButton]:
        return {button.text(): button for button in self.screen.page.groups[0].views[number].buttons}

    @property
    def naming(self) -> PeoplePage:
        assert self.screen.people_page is not None
        return self.screen.people_page

    def name_people(self) -> PeoplePage:
        assert self.screen.page.change is not None
        self.screen.page.change.click()
        return self.naming

    def names(self) -> list[str]:
        return [contact.name for contact in self.desk.people.all()]


@pytest.fixture
def own(theme: Theme, qtbot: QtBot) -> Own:
    return Own(theme, qtbot)


def test_a_number_is_opened_and_words_are_copied_only_at_a_click(own: Own) -> None:
    assert own.opened == []
    own.buttons(0)["Call"].click()
    own.buttons(0)["Copy the words"].click()
    assert (own.opened, QGuiApplication.clipboard().text()) == (["tel:+49301"], "Near me?")
    assert list(own.buttons(1)) == ["Copy"]


def test_a_person_is_named_by_keyboard_alone(own: Own) -> None:
    page = own.name_people()
    page.shown.add_button.click()
    form = page.form
    assert form is not None
    QTest.keyClicks(form.name, "Mo")
    assert form.name.hasFocus()
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert (own.names(), page.form) == (["Noor", "Ada", "Mo"], None)


def test_what_could_not_be_kept_stays_in_the_form_with_a_calm_line(own: Own) -> None:
    page = own.name_people()
    page.write("")
    assert page.form is not None
    page.form.reach.setText("030")
    page.form.save.click()
    assert page.form.trouble != ""
    assert page.form.reach.text() == "030"


def test_escape_leads_from_the_form_to_the_list_to_the_page_to_where_one_was(own: Own) -> None:
    said = ways_back(own.screen)
    own.name_people().write("")
    for _step in range(3):
        QTest.keyClick(QApplication.focusWidget() or own.screen, Qt.Key.Key_Escape)
    assert (own.screen.people_page, said) == (None, ["back"])


def test_one_is_removed_and_put_back_and_moved(own: Own) -> None:
    page = own.name_people()
    page.shown.rows[0].remove.click()
    assert own.names() == ["Ada"]
    assert page.shown.undo is not None
    page.shown.undo.click()
    assert own.names() == ["Noor", "Ada"]
    page.shown.rows[1].up.click()
    assert own.names() == ["Ada", "Noor"]


def test_only_services_are_checked_and_only_others_are_near(own: Own) -> None:
    page = own.name_people()
    page.write("")
    form = page.form
    assert form is not None
    form.near.put(True)
    form.kinds[SupportKind.SERVICE].click()
    form.checked.put(True)
    assert (form.near.isHidden(), form.checked.isHidden()) == (True, False)
    assert (form.written.is_near, form.written.is_checked) == (False, True)
    form.kinds[SupportKind.PLACE].click()
    assert (form.written.is_near, form.written.is_checked) == (True, False)


def test_what_is_shown_while_locked_is_off_until_it_is_ticked(own: Own) -> None:
    page = own.name_people()
    page.write("")
    assert page.form is not None
    assert not page.form.locked.is_on
    assert "Anyone at this computer" in page.form.locked.switch.accessibleName()


def test_after_locking_nothing_of_the_others_is_left_in_any_widget(own: Own, qtbot: QtBot) -> None:
    own.name_people().write("")
    assert own.naming.form is not None
    own.naming.form.name.setText("Somebody else")
    own.desk.is_locked = True
    own.screen.put_away()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    texts = [label.text() for label in own.screen.findChildren(QLabel)]
    assert "Noor" in texts
    assert "Ada" not in texts
    assert [field.text() for field in own.screen.findChildren(QLineEdit)] == []
