"""What comes next, in one sentence: the next reminder, or that reminders are paused."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from companion.domain.moment import Moment
from companion.presentation.date_words import DateWords, span_text, when_text
from companion.presentation.reminders_pause import pause_end
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.outlook import NextPrompt


def outlook_sentence(coming: NextPrompt | None, paused_until: Moment | None, now: datetime, words: DateWords) -> str:
    """Until when reminders are paused, else when the next one comes; "" where none is planned. `now` is aware."""
    if paused_until is not None and paused_until.utc > now:
        when = pause_end(paused_until, now, words)
        if not when:
            return _("Reminders are paused until you end the pause")
        return _("Reminders are paused and go on {when}").format(when=when)
    if coming is None:
        return ""
    if coming.at is not None:
        return _("Next reminder {when}").format(when=when_text(words, coming.at.local, now))
    return _("Next reminder {when}").format(when=_block_text(coming, now, words))


def _block_text(coming: NextPrompt, now: datetime, words: DateWords) -> str:
    start, end = coming.block_start.local, coming.block_end.local
    if start <= now:
        return _("before {time}").format(time=words.time(end))
    return span_text(words, start, end, now)
