"""What saving, clearing, undoing and continuing later mean on the check-in form."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from companion.application.checkins import Answer, CheckInService
from companion.application.errors import UserError
from companion.application.ports import Clock
from companion.domain.checkin import CheckIn
from companion.domain.draft import Draft
from companion.domain.errors import DomainError
from companion.domain.moment import Moment
from companion.domain.moment_text import moment_at_wall_time
from companion.domain.text import clean_note
from companion.presentation.after_check_in import saved_line
from companion.presentation.checkin_answers import answer_of, draft_of, filled_of
from companion.presentation.checkin_form import (
    CheckInFormState,
    Filled,
    Place,
    Refused,
    Saved,
    build_state,
    offer_of,
)
from companion.presentation.checkin_more import MoreQuestions
from companion.presentation.date_words import DateWords
from companion.presentation.sentences import line_of
from companion.presentation.sitting import Sitting
from companion.presentation.twice import TwiceState, twice_state

STILL_NOW = timedelta(minutes=1)
STILL_THE_SAME_SITTING = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class _Last:
    """What was saved last, and the form it came from."""

    check_in: CheckIn
    filled: Filled
    continued: Draft | None


class CheckInPresenter:
    """One form's intents. How long an answer takes is counted as `Answering` says.

    A half-filled check-in keeps the moment it was begun at. One that stands offered is not written over until the
    form is left with something new in it.
    """

    def __init__(
        self, service: CheckInService, questions: MoreQuestions, clock: Clock, words: DateWords, place: Place
    ) -> None:
        self._service = service
        self.questions = questions
        self._clock = clock
        self._words = words
        self._place = place
        self._sitting = Sitting(clock)
        self._begun_at: Moment | None = None
        self._offered: Draft | None = None
        self._continued: Draft | None = None
        self._is_kept = False
        self._last: _Last | None = None
        self._corrects: str | None = None

    def begin(self) -> CheckInFormState:
        """A fresh, empty form."""
        self._sitting.begin(is_attended=self._place is Place.POPUP)
        self._begun_at = self._continued = self._last = self._corrects = None
        self._is_kept = False
        self._offered = self._draft()
        questions = len(self.questions.fields()) if self._place is Place.POPUP else 0
        is_of_today = self._offered is None or self._is_of_today(self._offered)
        return build_state(self._place, self._offered, self._words, questions, is_of_today=is_of_today)

    def offer(self) -> str:
        """Looks once more for a half-filled one, for a form that stood there before the store could be asked.

        Returns the sentence that continues it, or "": none is offered beside one that this form has kept itself.
        """
        self._offered = None if self._is_kept else self._draft()
        if self._offered is None:
            return ""
        return offer_of(self._offered, self._words, is_of_today=self._is_of_today(self._offered))

    @property
    def may_stay(self) -> bool:
        """True if what the form shows is of this sitting: begun or saved under five minutes ago.

        One that was kept for later and is there no more was saved or cleared in another form, so it may not stay.
        """
        if self._begun_at is None:
            return self._last is not None and self._is_recent(self._last.check_in.created_at)
        draft = self._draft() if self._is_kept else None
        is_elsewhere = self._is_kept and (draft is None or draft.begun_at != self._begun_at)
        is_elsewhere = is_elsewhere and not self._service.holds_draft  # which says nothing while it is locked
        return self._is_recent(self._begun_at) and not is_elsewhere

    def attended(self) -> None:
        """The person's hand has come to the form; nothing is in it yet."""
        self._sitting.attend()

    def touched(self) -> None:
        """Something was put into the form: its moment, if it has none yet, is this one."""
        self._sitting.attend()
        if self._begun_at is None:
            self._begun_at = self._clock.now()

    def continue_draft(self) -> Filled | None:
        """Takes the offered half-filled check-in up again; None if it is gone."""
        draft, self._offered = self._offered, None
        if draft is None:
            return None
        self._continued, self._begun_at, self._is_kept = draft, draft.begun_at, True
        self._sitting.continue_after(draft.took)
        return filled_of(draft, self._clock.zone())

    def keep(self, filled: Filled, *, leaving: bool = False) -> Refused | None:
        """Keeps what is in the form for later, or drops what it had kept once it is empty again.

        What could not be saved as it stands is kept all the same, and said.
        """
        if self._offered is not None and not (leaving and not filled.is_empty):
            return None
        if filled.is_empty and not self._is_kept:
            return None
        try:
            self._service.keep_draft(None if filled.is_empty else self._draft_of(filled))
            self._is_kept, self._offered = not filled.is_empty, None
            clean_note(filled.note)
            self._chosen_moment(filled)
        except (DomainError, UserError) as error:
            return Refused(line_of(error))
        finally:
            if leaving:
                self._sitting.interrupt()
        return None

    def clear(self) -> CheckInFormState:
        """Empties the form and drops what it had kept; what it only offers stays."""
        if self._is_kept:
            self._drop_draft()
        return self.begin()

    def submit(self, filled: Filled) -> Saved | Refused:
        """Saves the check-in; what was kept of it is dropped then."""
        try:
            check_in = self._service.record(self._answer(filled), answers_open_prompt=True)
        except (DomainError, UserError) as error:
            return Refused(line_of(error))
        if self._is_kept:
            self._drop_draft()
        self._sitting.begin()
        self._last = _Last(check_in, filled, self._continued)
        self._begun_at = self._continued = self._corrects = None
        return Saved(check_in, saved_line(check_in, self._words))

    def undo(self) -> Filled | Refused | None:
        """Takes back what this form saved last, and gives what stood in it; None if there is nothing to take back."""
        last = self._last
        if last is None:
            return None
        try:
            self._service.take_back(last.check_in.id)
        except (DomainError, UserError) as error:
            return Refused(line_of(error))
        self._sitting.continue_after(last.check_in.answering.took)
        self._last, self._continued, self._corrects = None, last.continued, last.check_in.prompt_id
        self._begun_at = self._clock.now() if last.continued is None else last.continued.begun_at
        return last.filled

    def twice(self, wall: datetime) -> TwiceState | None:
        """What to ask about a wall-clock time that came twice."""
        return twice_state(wall, self._clock.zone(), self._words)

    def wall_now(self) -> datetime:
        """What the wall clock shows, to the minute and without zone."""
        return self._clock.now().local.replace(tzinfo=None, second=0, microsecond=0)

    def _answer(self, filled: Filled) -> Answer:
        now = self._clock.now()
        return answer_of(filled, self._experienced_at(filled, now), self._sitting.took, self._corrects)

    def _experienced_at(self, filled: Filled, now: Moment) -> Moment | None:
        moment = self._chosen_moment(filled)
        if moment is None and self._continued is not None:
            moment = self._continued.begun_at
        if moment is not None and timedelta(0) <= now.utc - moment.utc < STILL_NOW:
            return None
        return moment

    def _chosen_moment(self, filled: Filled) -> Moment | None:
        if filled.when is None:
            return None
        zone_name = self._clock.now().zone_name
        return moment_at_wall_time(filled.when, self._clock.zone(), zone_name, is_second=filled.when.fold == 1)

    def _is_recent(self, moment: Moment) -> bool:
        return self._clock.now().utc - moment.utc <= STILL_THE_SAME_SITTING

    def _draft_of(self, filled: Filled) -> Draft:
        return draft_of(filled, self._begun_at or self._clock.now(), self._kept_moment(filled), self._sitting.took)

    def _kept_moment(self, filled: Filled) -> Moment | None:
        """A time that never was is asked for again; what stands beside it is kept all the same."""
        try:
            return self._chosen_moment(filled)
        except DomainError:
            return None

    def _is_of_today(self, draft: Draft) -> bool:
        try:
            return self._service.is_of_today(draft.begun_at)
        except UserError:
            return True

    def _draft(self) -> Draft | None:
        try:
            return self._service.draft()
        except UserError:
            return None

    def _drop_draft(self) -> None:
        # What was saved is saved; a draft that stays behind is at worst offered once more.
        with suppress(UserError):
            self._service.keep_draft(None)
        self._is_kept = False
