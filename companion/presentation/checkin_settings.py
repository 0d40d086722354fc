"""The check-in in Settings: which questions it asks, what the answers are called, what it offers to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from companion.application.check_in_setup import CheckInSetupService
from companion.application.errors import UserError
from companion.application.event_bus import EventBus
from companion.application.events import (
    CheckInSetupChanged,
    SettingsChanged,
    StoreChangedElsewhere,
    VaultLocked,
    VaultUnlocked,
)
from companion.domain.checkin_field import CheckInField
from companion.domain.errors import DomainError
from companion.domain.zone import Zone
from companion.presentation.checkin_fields import KINDS, field_detail, field_name, first_choices
from companion.presentation.sentences import line_of
from companion.presentation.translation import _
from companion.presentation.zones import ZoneWords, description_name, label_name, our_zone_words

ARRANGED_HERE = (CheckInField.ACTIVITIES, CheckInField.BODY_CUES)


class QuestionState(NamedTuple):
    """One question that can be switched on; `detail` is what there is to know first, or ""."""

    field: CheckInField
    name: str
    detail: str
    is_on: bool


class AnswerState(NamedTuple):
    """One of the five answers: ours, and the person's own words for it, "" where they have none."""

    ours: ZoneWords
    label: str
    description: str


class ChoicesState(NamedTuple):
    """What a question offers to choose from."""

    field: CheckInField
    title: str
    names: tuple[str, ...]


class CheckInSettingsState(NamedTuple):
    """While locked (`locked` says so in a sentence) there are neither answers nor choices."""

    questions: tuple[QuestionState, ...]
    answers: tuple[AnswerState, ...] = ()
    choices: tuple[ChoicesState, ...] = ()
    locked: str = ""


class CheckInSettingsPresenter:
    """Each intent answers with "", or with the one line that says why it could not be."""

    def __init__(self, setup: CheckInSetupService, bus: EventBus) -> None:
        self._setup = setup
        self._bus = bus

    def attach(self, changed: Callable[[], None]) -> None:
        """From now on calls `changed` whenever what was shown may no longer be so."""
        for news in (SettingsChanged, CheckInSetupChanged, StoreChangedElsewhere, VaultLocked, VaultUnlocked):
            self._bus.listen(news, lambda _news: changed())

    def state(self) -> CheckInSettingsState:
        """What is arranged now. A store that cannot be read is like a locked one."""
        on = self._setup.fields
        questions = tuple(
            QuestionState(each, field_name(each), field_detail(each), each in on) for each in CheckInField
        )
        try:
            if not self._setup.is_locked:
                return CheckInSettingsState(questions, self._answers(), self._choices())
        except UserError as error:
            return CheckInSettingsState(questions, locked=line_of(error))
        return CheckInSettingsState(questions, locked=_("Your own words are shown once your notebook is unlocked."))

    def ask(self, field: CheckInField, wanted: bool) -> str:
        """Switches a question on or off."""
        return _tried(lambda: self._setup.ask(field, wanted))

    def put_label(self, zone: Zone, text: str) -> str:
        """Calls an answer this from now on; "" goes back to ours."""
        return _tried(lambda: self._setup.put_words(label_name(zone), text))

    def put_description(self, zone: Zone, text: str) -> str:
        """Describes an answer like this from now on; "" goes back to ours."""
        return _tried(lambda: self._setup.put_words(description_name(zone), text))

    def arrange(self, field: CheckInField, names: Sequence[str]) -> str:
        """Offers these to choose from."""
        return _tried(lambda: self._setup.arrange(KINDS[field], names))

    def names_like(self, field: CheckInField, letters: str) -> Sequence[str]:
        """A few names used before that begin like that."""
        try:
            return self._setup.names_like(KINDS[field], letters, 8)
        except UserError:
            return ()

    def _answers(self) -> tuple[AnswerState, ...]:
        own = self._setup.words()
        return tuple(
            AnswerState(ours, own.get(label_name(ours.zone), ""), own.get(description_name(ours.zone), ""))
            for ours in our_zone_words()
        )

    def _choices(self) -> tuple[ChoicesState, ...]:
        return tuple(self._choices_of(field) for field in ARRANGED_HERE if field in self._setup.fields)

    def _choices_of(self, field: CheckInField) -> ChoicesState:
        titles = {
            CheckInField.ACTIVITIES: _("What I may be doing"),
            CheckInField.BODY_CUES: _("What my body may tell"),
        }
        arranged = self._setup.choices(KINDS[field])
        return ChoicesState(field, titles[field], first_choices(field) if arranged is None else arranged)


def _tried(act: Callable[[], None]) -> str:
    try:
        act()
    except (DomainError, UserError) as error:
        return line_of(error)
    return ""
