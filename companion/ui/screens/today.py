"""The Today screen: the check-in, then what is around it. No chart of weeks here."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, ROOM
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.check_in_panel import CheckInPanel
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.page import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from companion.presentation.after_check_in import AfterCheckInState
    from companion.presentation.concept_teaser import ConceptTeaser
    from companion.presentation.date_words import DateWords
    from companion.presentation.reflection import ReflectionPresenter
    from companion.presentation.today import TodayPresenter, TodayState
    from companion.ui.widgets.calm_offer import CalmOffer
    from companion.ui.widgets.concept_card import ConceptCard
    from companion.ui.widgets.reflection_card import ReflectionCard
    from companion.ui.widgets.reminder_notices import ReminderNotices

WIDEST = 1280
SIDE_BY_SIDE_FROM = 760
WIDEST_PANEL = 560
NO_BOUND = (1 << 24) - 1
GAP = 22
_ROOM_FOR_A_DAY = "\N{NO-BREAK SPACE}"  # so that nothing moves when the day comes in


class TodayScreen(QWidget):
    """Holds the check-in panel and today's line, which it is given, and the cards beside them.

    Without a presenter it shows neither the day nor a reminder until `attach`: the first picture waits for neither.
    Given the keyboard, it passes it on to the line, or after saving to what can be done next. After a check-in
    outside the window it is calm: large words, one action, and nothing beside it.
    """

    concept_wanted = Signal(str)
    practice_wanted = Signal(str)
    grounding_wanted = Signal()
    unlock_wanted = Signal()

    def __init__(
        self, presenter: TodayPresenter | None, theme: Theme, words: DateWords, panel: CheckInPanel, line: QWidget
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._words = words
        self._panel = panel
        self._line = line
        self._reflecting: ReflectionPresenter | None = None
        self._calm_offer: CalmOffer | None = None
        self._notices: ReminderNotices | None = None
        self._is_calm = False
        self._has_numbers = True
        self._is_locked = False
        page = Page(theme, WIDEST)
        # Put in its place before it is filled: Qt dresses what is shown anew each time it is put somewhere else.
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        page.add_row(self._head())
        self._locked_note = label()
        self._locked_part = QVBoxLayout()
        self._locked_part.addWidget(self._locked_note)
        page.add_row(self._locked_part)
        page.add_row(self._body())
        page.finish()
        panel.saved.connect(lambda _check_in: self.fold_line(False))
        panel.reopened.connect(self._on_panel_reopened)
        panel.form.touched.connect(self._on_form_touched)
        theme.changed.connect(self._arrange)
        self.fold_line(True)
        self._coming.hide()
        self._locked_note.hide()
        self.refresh()

    def attach(self, presenter: TodayPresenter, reflecting: ReflectionPresenter | None = None) -> None:
        """From now on shows what that presenter says, and what `reflecting` asks."""
        self._presenter = presenter
        self._reflecting = reflecting
        self.refresh()

    def refresh(self) -> None:
        """Shows the day and the next reminder as they are now."""
        if self._presenter is not None:
            self.show_state(self._presenter.state())

    def show_numbers(self, wanted: bool) -> None:
        """With numbers, or without the line of the day and what is typed shown as a number."""
        self._has_numbers = wanted
        self._today_card.setVisible(wanted and not self._is_locked)
        self._panel.form.line.show_typed(wanted)

    def show_state(self, state: TodayState) -> None:
        """Shows a state. While locked only the check-in is there."""
        self._day.setText(self._words.long_day(state.day))
        self._coming.setText(state.coming)
        self._coming.setVisible(bool(state.coming) and not self._is_calm)
        self._locked_note.setText(state.locked)
        self._locked_note.setVisible(state.is_locked)
        self._today_card.setVisible(self._has_numbers and not state.is_locked)
        self._is_locked = state.is_locked
        if state.is_locked or "unlock" in self.__dict__:
            self.unlock.setVisible(state.is_locked)
        if state.is_locked:
            self._put_away()

    def fold_line(self, folded: bool) -> None:
        """Folds today's line away while a rating is open, so that earlier values cannot pull it."""
        self._line.setVisible(not folded)
        self._folded_note.setVisible(folded and not self._is_calm)
        self.unfold.setText(_("Show") if folded else _("Fold"))
        self.unfold.setAccessibleName(_("Show today so far") if folded else _("Fold today so far"))

    def show_after(self, state: AfterCheckInState) -> None:
        """After a check-in: outside the window everything gets calm, until the form stands open again."""
        if not state.is_calm:
            return
        self._is_calm = True
        if self._notices is not None:
            self._notices.be_calm(True)
        self._question.setText(state.heading)
        announce(self._question, state.heading)
        self.fold_line(True)
        self._coming.hide()
        self.show_concept(None)
        self._hide_reflection()
        if state.concept_key is not None or state.practices:
            self._offer_calmly(state)

    def refresh_offers(self) -> None:
        """Shows the concept and the question for this moment; reads the notes on first need."""
        self.refresh_concept()
        self.refresh_reflection()

    def offer_anew(self) -> None:
        """The same for a person who comes back: what they have kept is put away."""
        if "reflection_card" in self.__dict__:
            self.reflection_card.begin_anew()
        self.refresh_offers()

    def refresh_concept(self) -> None:
        """Shows the concept for this moment, unless it is calm."""
        if self._presenter is not None and not self._is_calm:
            self.show_concept(self._presenter.concept())

    def refresh_reflection(self) -> None:
        """Shows the question for this moment, unless it is calm; one that is being answered stays."""
        if self._reflecting is None or self._presenter is None or self._is_calm:
            return
        if self._presenter.state().is_locked or not self.reflection_card.refresh():
            self._hide_reflection()
        else:
            self.reflection_card.show()

    def put_notices(self, notices: ReminderNotices) -> None:
        """Quiet cards about reminders, above what is beside the check-in; never between a person and its line."""
        self._notices = notices
        self._side.insertWidget(0, notices)
        notices.be_calm(self._is_calm)

    def begin_reflection(self) -> bool:
        """The question of today, with the keyboard where it is answered; False if there is none."""
        self._end_calm()
        self.refresh_reflection()
        is_asked = "reflection_card" in self.__dict__ and not self.reflection_card.isHidden()
        return is_asked and self.reflection_card.begin()

    def undo_reflection(self, reflection_id: str) -> bool:
        """Takes back what was written here last, as its own button does; False if that is not what this card kept."""
        is_made = "reflection_card" in self.__dict__
        return is_made and not self.reflection_card.isHidden() and self.reflection_card.undo(reflection_id)

    def show_concept(self, teaser: ConceptTeaser | None) -> None:
        """Offers a concept, or nothing."""
        if teaser is not None:
            self.concept_card.show_state(teaser)
            self.concept_card.show()
        elif "concept_card" in self.__dict__:
            self.concept_card.hide()

    @cached_property
    def unlock(self) -> QPushButton:
        """Leads to unlocking; made when it is first locked."""
        button = QPushButton(_("Unlock…"))
        button.clicked.connect(self.unlock_wanted)
        self._locked_part.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return button

    @cached_property
    def concept_card(self) -> ConceptCard:
        """The card below today's line; made when there is a concept to offer, which is after the first picture."""
        from companion.ui.widgets.concept_card import ConceptCard

        card = ConceptCard()
        card.wanted.connect(self.concept_wanted)
        card.hide()
        self._side.insertWidget(self._side.indexOf(self._today_card) + 1, card)
        return card

    @cached_property
    def reflection_card(self) -> ReflectionCard:
        """The card below the concept; made when there may be a question to ask."""
        from companion.ui.widgets.reflection_card import ReflectionCard

        assert self._reflecting is not None
        card = ReflectionCard(self._reflecting, self._theme)
        card.gone.connect(self._on_reflection_gone)
        card.grounding_wanted.connect(self.grounding_wanted)
        card.hide()
        self._side.insertWidget(self._side.count() - 1, card)
        return card

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes where a person begins."""
        if self._panel.is_folded:
            self._panel.saved_line.another.setFocus(event.reason())
        else:
            self._panel.focus_line()

    def _on_panel_reopened(self) -> None:
        self._end_calm()
        self.fold_line(True)

    def _on_form_touched(self) -> None:
        """Somebody who looked at their day first rates without it."""
        if not self._line.isHidden():
            self.fold_line(True)

    def _end_calm(self) -> None:
        if not self._is_calm:
            return
        self._is_calm = False
        if self._notices is not None:
            self._notices.be_calm(False)
        self._question.setText(_question())
        self._drop_calm_offer()
        self.refresh()
        self.refresh_offers()

    def _offer_calmly(self, state: AfterCheckInState) -> None:
        from companion.ui.widgets.calm_offer import CalmOffer

        self._calm_offer = CalmOffer(state, self._theme)
        self._calm_offer.wanted.connect(self.concept_wanted)
        self._calm_offer.practice_wanted.connect(self.practice_wanted)
        self._panel_card.body.addWidget(self._calm_offer)
        self._calm_offer.show()
        QWidget.setTabOrder(self._panel.saved_line.another, self._calm_offer.action)

    def _drop_calm_offer(self) -> None:
        if self._calm_offer is not None:
            self._calm_offer.hide()
            self._calm_offer.deleteLater()
            self._calm_offer = None

    def _put_away(self) -> None:
        """Locked: what was offered says something of what was noted. What was half written comes back unlocked."""
        self._drop_calm_offer()
        if "concept_card" in self.__dict__:
            card = self.__dict__.pop("concept_card")
            card.hide()
            card.deleteLater()
        if "reflection_card" in self.__dict__:
            self.reflection_card.put_away()
            self.reflection_card.hide()

    def _hide_reflection(self) -> None:
        if "reflection_card" in self.__dict__:
            self.reflection_card.hide()

    def _on_reflection_gone(self) -> None:
        self._hide_reflection()
        self.unfold.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another where there is room, else below."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        is_wide = self.width() >= self._theme.px(SIDE_BY_SIDE_FROM)
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        for row in (self._head_row, self._columns):
            row.setDirection(direction)
        end = Qt.AlignmentFlag.AlignTrailing if is_wide else Qt.AlignmentFlag.AlignLeading
        self._coming.setAlignment(end | Qt.AlignmentFlag.AlignBottom)
        self._panel_card.setMaximumWidth(self._theme.px(WIDEST_PANEL) if is_wide else NO_BOUND)

    def _head(self) -> QBoxLayout:
        self._day = label(_ROOM_FOR_A_DAY, "small", "muted")
        self._day.setProperty("personal", True)  # the words of a date are the locale's
        self._coming = label("", "small", "muted")
        words = QVBoxLayout()
        words.setSpacing(HAIR // 2)
        words.addWidget(self._day)
        self._question = heading(_question(), "display")
        words.addWidget(self._question)
        self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head_row.setSpacing(HAIR)
        self._head_row.addLayout(words, 2)
        self._head_row.addWidget(self._coming, 1)
        return self._head_row

    def _body(self) -> QBoxLayout:
        self._panel_card = Card()
        self._panel_card.body.addWidget(self._panel)
        self._side = QVBoxLayout()
        self._side.setSpacing(ROOM)
        self._side.addWidget(self._line_card())
        self._side.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP)
        self._columns.addWidget(self._panel_card, 1, Qt.AlignmentFlag.AlignTop)
        self._columns.addLayout(self._side, 1)
        return self._columns

    def _line_card(self) -> Card:
        self._folded_note = label(_("folded until you save"), "body", "muted")
        self._folded_note.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.unfold = link()
        self.unfold.clicked.connect(lambda: self.fold_line(not self._line.isHidden()))
        head = QHBoxLayout()
        head.addWidget(heading(_("Today so far")))
        head.addWidget(self._folded_note, 1)
        head.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignTrailing)
        self._today_card = Card()
        self._today_card.body.addLayout(head)
        self._today_card.body.addWidget(self._line)
        return self._today_card


def _question() -> str:
    return _("How are you right now?")
