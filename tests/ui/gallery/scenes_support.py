"""The Support page with and without the person's own people, where they are named, and the form of one."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companion.domain.is_helping import Helping
from companion.domain.support import SupportKind
from companion.presentation.is_helping import HelpingPresenter
from companion.presentation.people import PeoplePresenter
from companion.presentation.support import SupportPresenter
from companion.ui.screens.support import SupportScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.is_helping_card import IsHelpingCard
from companion.ui.widgets.page import Page
from tests.support.people import FakeHelping, FakeResting, PeopleDesk
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 1010, 800
SMALL = (450, 480)


@scene("support", WIDTH, HEIGHT)
def support(theme: Theme) -> QWidget:
    """Nobody is named yet."""
    return _screen(theme, PeopleDesk())


@scene("support-own", WIDTH, 1500)
def own(theme: Theme) -> QWidget:
    """With the person's own people first."""
    return _screen(theme, _desk())


@scene("support-own-small", *SMALL)
def own_small(theme: Theme) -> QWidget:
    """The same in a small window."""
    return _screen(theme, _desk())


@scene("support-own-mirrored", WIDTH, HEIGHT)
def own_mirrored(theme: Theme) -> QWidget:
    """From right to left."""
    made = _screen(theme, _desk())
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


@scene("support-locked", WIDTH, HEIGHT)
def locked(theme: Theme) -> QWidget:
    """While locked, only who was chosen for it."""
    desk = _desk()
    desk.is_locked = True
    return _screen(theme, desk)


@scene("support-people", WIDTH, HEIGHT)
def people(theme: Theme) -> QWidget:
    """Where they are named; one was just removed."""
    desk = _desk()
    made = _screen(theme, desk)
    made.name_people()
    assert made.people_page is not None
    made.people_page.shown.rows[1].remove.click()
    return made


@scene("support-people-small", *SMALL)
def people_small(theme: Theme) -> QWidget:
    """The same in a small window."""
    made = _screen(theme, _desk())
    made.name_people()
    return made


@scene("support-people-mirrored", WIDTH, HEIGHT)
def people_mirrored(theme: Theme) -> QWidget:
    """From right to left."""
    made = _screen(theme, _desk())
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.name_people()
    return made


@scene("support-form", WIDTH, HEIGHT)
def form(theme: Theme) -> QWidget:
    """The form of a service, refused without a name."""
    made = _form(theme)
    assert made.people_page is not None
    assert made.people_page.form is not None
    made.people_page.form.kinds[SupportKind.SERVICE].click()
    made.people_page.form.save.click()
    return made


@scene("support-form-small", *SMALL)
def form_small(theme: Theme) -> QWidget:
    """The form in a small window."""
    return _form(theme)


@scene("support-form-mirrored", WIDTH, HEIGHT)
def form_mirrored(theme: Theme) -> QWidget:
    """From right to left."""
    made = _form(theme)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


def _screen(theme: Theme, desk: PeopleDesk) -> SupportScreen:
    people = PeoplePresenter(desk.people, _day_text)
    return SupportScreen(theme, SupportPresenter(desk.people, _day_text), people, lambda _address: None)


def _form(theme: Theme) -> SupportScreen:
    made = _screen(theme, _desk())
    made.name_people()
    assert made.people_page is not None
    made.people_page.write("")
    return made


def _day_text(day: date) -> str:
    return f"{day:%d} {day:%b} {day.year}"


def _desk() -> PeopleDesk:
    desk = PeopleDesk()
    add = desk.people.add
    add(SupportKind.PLACE, "The library by the river", "open until eight", is_near=True)
    add(
        SupportKind.PERSON,
        "Noor",
        "+49 30 1234",
        "Could you sit with me for a while?",
        is_near=True,
        when_locked=True,
    )
    add(SupportKind.PERSON, "Ada", "ada@example.org")
    add(SupportKind.SERVICE, "Dr. Okafor’s practice", "030 99 88", checked_on=date(2025, 3, 1))
    return desk


@scene("helping", 560, 260)
def helping(theme: Theme) -> QWidget:
    """Whether the notebook helps."""
    return _on_a_page(theme, _helping())


@scene("helping-heavier", 560, 260)
def heavier(theme: Theme) -> QWidget:
    """It makes things heavier."""
    made = _helping()
    made.buttons[Helping.HEAVIER].click()
    return _on_a_page(theme, made)


@scene("helping-heavier-narrow", 300, 480)
def heavier_narrow(theme: Theme) -> QWidget:
    """The same in little room, from right to left."""
    made = _helping()
    made.buttons[Helping.HEAVIER].click()
    page = _on_a_page(theme, made)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return page


def _helping() -> IsHelpingCard:
    made = IsHelpingCard(HelpingPresenter(FakeHelping(), FakeResting()))
    made.refresh()
    return made


def _on_a_page(theme: Theme, card: IsHelpingCard) -> QWidget:
    page = Page(theme)
    page.add(card)
    page.finish()
    return page
