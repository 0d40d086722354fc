"""Making check-ins of what other programs' files say."""

from datetime import tzinfo
from typing import NamedTuple

from companion.application.foreign import Meaning
from companion.application.ports import IdSource
from companion.application.row_fault import RowFault
from companion.application.transfer import CellRule, ForeignCheckIn
from companion.domain.checkin import Answering, CheckIn, InputMethod
from companion.domain.context import NO_CONTEXT, Context
from companion.domain.errors import DomainError
from companion.domain.moment import Moment
from companion.domain.zone import Zone

_BY_IMPORT = Answering(method=InputMethod.IMPORT)
ForeignRow = ForeignCheckIn | RowFault


class Answers(NamedTuple):
    """What a row answers: points 0..100, and a zone."""

    arousal: int | None = None
    pleasantness: int | None = None
    zone: Zone | None = None


NO_ANSWERS = Answers()


class ForeignRows:
    """What all files have in common: wall-clock times are those of `zone`, and what is read is noted at `now`."""

    def __init__(self, ids: IdSource, now: Moment, zone: tzinfo, app_version: str) -> None:
        self._ids = ids
        self._now = now
        self.zone = zone
        self._app_version = app_version

    def row(
        self,
        place: int,
        at: Moment,
        answers: Answers,
        *,
        note: str = "",
        words: tuple[str, ...] = (),
        tags: tuple[str, ...] = (),
        context: Context = NO_CONTEXT,
        source: str = "",
        remark: CellRule | None = None,
    ) -> ForeignRow:
        """A check-in of a row, or what is wrong with it.

        `words` are the file's own for how it was; they come in as tags. If they are all that a row says they are its
        note too, so that it is not lost. `source` is the row as it stood in the file.
        """
        says_nothing = answers == NO_ANSWERS and not note.strip()
        try:
            check_in = CheckIn(
                id=self._ids.new_id(),
                experienced_at=at,
                created_at=self._now,
                arousal=answers.arousal,
                zone=answers.zone,
                pleasantness=answers.pleasantness,
                note=", ".join(words) if says_nothing else note,
                tags=(*words, *tags),
                context=context,
                answering=_BY_IMPORT,
                app_version=self._app_version,
            )
        except DomainError as broken:
            return RowFault(place, broken.rule, broken.facts)
        return ForeignCheckIn(place, check_in, source, remark)


def on_line(meaning: Meaning, points: int | None) -> Answers:
    """Points as the answer that the person takes them for."""
    if meaning is Meaning.NOTHING:
        return NO_ANSWERS
    return Answers(arousal=points) if meaning is Meaning.AROUSAL else Answers(pleasantness=points)
