"""The check-in: Today's panel in its states, the popup, and the card after saving."""

from PySide6.QtWidgets import QWidget

from companion.domain.concept import Concept
from companion.domain.draft import Draft
from companion.domain.zone import Zone
from companion.presentation.after_check_in import AfterCheckInPresenter
from companion.presentation.checkin_form import Filled, Place
from companion.presentation.translation import _
from companion.ui.screens.checkin_popup import CheckInPopup
from companion.ui.theme.theme import Theme
from companion.ui.widgets.card import Card
from companion.ui.widgets.check_in_panel import CheckInPanel
from companion.ui.widgets.page import Page
from tests.support.builders import a_moment
from tests.support.check_in_desk import CheckInDesk
from tests.support.date_words import PlainDateWords
from tests.ui.gallery.scenes import scene


@scene("check-in-today-empty", 540, 640)
def today_empty(theme: Theme) -> QWidget:
    return _today(theme, Filled())


@scene("check-in-today-filled", 540, 640)
def today_filled(theme: Theme) -> QWidget:
    return _today(theme, Filled(62, Zone.INSIDE))


@scene("check-in-today-more", 540, 800)
def today_more(theme: Theme) -> QWidget:
    return _today(theme, Filled(62, Zone.ABOVE, _("A note of my own"), a_moment(3).local.replace(tzinfo=None)))


@scene("check-in-today-refused", 540, 680)
def today_refused(theme: Theme) -> QWidget:
    panel, host = _panel(theme, CheckInDesk())
    host.show()
    panel.submit()
    return host


@scene("check-in-today-offer", 540, 680)
def today_offer(theme: Theme) -> QWidget:
    desk = CheckInDesk()
    desk.vault.drafts.draft = Draft(a_moment(hours_ago=2), arousal=70)
    return _panel(theme, desk)[1]


@scene("check-in-today-saved", 540, 200)
def today_saved(theme: Theme) -> QWidget:
    panel, host = _panel(theme, CheckInDesk())
    host.show()
    panel.form.put(Filled(62, Zone.INSIDE))
    panel.submit()
    return host


@scene("check-in-popup", 420, 510)
def popup(theme: Theme) -> QWidget:
    return _popup(theme, Filled(85, Zone.ABOVE))


@scene("check-in-popup-more", 420, 680)
def popup_more(theme: Theme) -> QWidget:
    return _popup(theme, Filled(20, Zone.BELOW, _("A note of my own")))


@scene("check-in-card-inside", 420, 340)
def card_inside(theme: Theme) -> QWidget:
    return _saved(_popup(theme, Filled(50, Zone.INSIDE)))


@scene("check-in-card-outside", 420, 320)
def card_outside(theme: Theme) -> QWidget:
    return _saved(_popup(theme, Filled(90, Zone.ABOVE)))


def _today(theme: Theme, filled: Filled) -> QWidget:
    panel, host = _panel(theme, CheckInDesk())
    host.show()
    panel.form.put(filled)
    return host


def _panel(theme: Theme, desk: CheckInDesk) -> tuple[CheckInPanel, QWidget]:
    panel = CheckInPanel(desk.presenter(), theme, Place.TODAY)
    card = Card()
    card.body.addWidget(panel)
    page = Page(theme)
    page.add(card)
    page.finish()
    return panel, page


def _popup(theme: Theme, filled: Filled) -> CheckInPopup:
    concept = Concept(
        "ours/window",
        _("Window of Tolerance"),
        "word " * 600,
        summary=_("The span in which feeling and thinking meet."),
    )
    after = AfterCheckInPresenter(lambda zone: concept, PlainDateWords())
    made = CheckInPopup(CheckInDesk().presenter(Place.POPUP), after, theme)
    made.show_asked()
    made.panel.form.put(filled)
    return made


def _saved(popup: CheckInPopup) -> CheckInPopup:
    popup.panel.submit()
    return popup
