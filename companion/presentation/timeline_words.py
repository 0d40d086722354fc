"""The chart in words: the range as a sentence, one moment in two lines, the legend, and what to say when empty."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from companion.domain.period import SECONDS_A_DAY
from companion.domain.zone import Zone
from companion.presentation.bins import Bin
from companion.presentation.date_words import DateWords
from companion.presentation.time_axis import dated
from companion.presentation.timeline import Emptiness, TimelineMark, TimelineState
from companion.presentation.timeline_event import TimelineEvent, TimelinePractice
from companion.presentation.translation import _, ngettext


@dataclass(frozen=True, slots=True)
class MomentWords:
    """One moment: what was noted, when, and both as one sentence for a screen reader; `after` is what came of it."""

    headline: str
    detail: str
    spoken: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """One kind sentence and what can be done; no action if it is empty."""

    sentence: str
    action: str = ""


def range_sentence(state: TimelineState, words: DateWords) -> str:
    """Such as "26 Oct to 22 Nov, 124 check-ins, 4 days without"."""
    if state.emptiness is Emptiness.LOCKED:
        return ""
    if not state.check_ins:
        return _span(state, words)
    parts = [_span(state, words), check_ins_words(state.check_ins)]
    if state.days_without and state.period.days > 1:
        parts.append(
            ngettext("{count} day without", "{count} days without", state.days_without).format(
                count=state.days_without
            )
        )
    return _joined(*parts)


def summary(state: TimelineState, words: DateWords) -> str:
    """The range, where the middle of its check-ins lies, how many were inside, and the life events it holds."""
    parts = [range_sentence(state, words)]
    if state.middle is not None and state.check_ins > 1:
        parts.append(_("Middle of the energy: {points} of 100.").format(points=round(state.middle)))
    inside = state.zones.get(Zone.INSIDE, 0)
    if inside:
        parts.append(
            ngettext("{count} check-in inside my window.", "{count} check-ins inside my window.", inside).format(
                count=inside
            )
        )
    if state.events:
        count = len(state.events)
        parts.append(ngettext("{count} life event.", "{count} life events.", count).format(count=count))
    if state.lines:
        parts.append(_("A smooth line shows how the middle moved."))
    return " ".join(_as_sentence(part) for part in parts if part)


def moment_words(mark: TimelineMark, words: DateWords, back: TimelineMark | None = None) -> MomentWords:
    """What a mark stands for. Never the note. `back` is the first mark inside after one outside, on the same day."""
    asked = _("asked") if mark.was_asked else _("by myself")
    when = _moment(mark.at, mark.offset, words)
    what = _noted(mark)
    after = "" if back is None else _("inside again by {time}").format(time=words.time(_local(back.at, back.offset)))
    spoken = _("{when}: {what}, {asked}").format(when=when, what=what, asked=asked)
    return MomentWords(
        headline=what,
        detail=_("{when} · {asked}").format(when=when, asked=asked),
        spoken=_joined(spoken, after) if after else spoken,
        after=after,
    )


def back_inside(mark: TimelineMark, state: TimelineState) -> TimelineMark | None:
    """The first mark inside after `mark`, if that was above or below; None if none followed on its day."""
    if mark.zone not in (Zone.ABOVE, Zone.BELOW):
        return None
    day = (mark.wall - state.start) // SECONDS_A_DAY
    later = (one for one in state.marks if one.at > mark.at and (one.wall - state.start) // SECONDS_A_DAY == day)
    return next((one for one in later if one.zone is Zone.INSIDE), None)


def event_words(event: TimelineEvent, words: DateWords) -> MomentWords:
    """What a life event's line says. Never its note."""
    when = _moment(event.at, event.offset, words)
    spoken = _("{when}: life event, {title}").format(when=when, title=event.title)
    return MomentWords(event.title, _("{when} · life event").format(when=when), spoken)


def thing_words(thing: TimelineEvent | TimelinePractice, words: DateWords) -> MomentWords:
    """What a life event's line says, or a practice's mark: its name, and nothing of what came of it."""
    if isinstance(thing, TimelineEvent):
        return event_words(thing, words)
    when = _moment(thing.at, thing.offset, words)
    spoken = _("{when}: practice, {title}").format(when=when, title=thing.title)
    return MomentWords(thing.title, _("{when} · practice").format(when=when), spoken)


def bin_words(found: Bin, state: TimelineState, words: DateWords) -> MomentWords:
    """What a bin stands for."""
    headline = _("middle {middle}, most between {low} and {high}").format(
        middle=round(found.middle), low=round(found.low), high=round(found.high)
    )
    detail = _joined(_bin_span(found, state, words), check_ins_words(found.count))
    answers = _answers(found)
    spoken = _("{when}: {what}").format(when=detail, what=headline)
    return MomentWords(headline, detail, _joined(spoken, answers) if answers else spoken, answers)


def zone_word(zone: Zone | None) -> str:
    """A zone in one word or two, for the legend."""
    names = {
        Zone.ABOVE: _("above"),
        Zone.INSIDE: _("inside"),
        Zone.BELOW: _("below"),
        Zone.MIXED: _("mixed"),
        Zone.UNSURE: _("not sure"),
    }
    return _("no answer") if zone is None else names[zone]


def bins_legend(state: TimelineState) -> str:
    """What the bars of a wide range are."""
    if state.days_in_bin == 0:
        return _("dash: middle of the check-ins; bar: where 8 in 10 of them lie")
    if state.days_in_bin == 1:
        return _("dash: middle of a day; bar: where 8 in 10 of its check-ins lie")
    return ngettext(
        "dash: middle of {days} day; bar: where 8 in 10 of its check-ins lie",
        "dash: middle of {days} days; bar: where 8 in 10 of their check-ins lie",
        state.days_in_bin,
    ).format(days=state.days_in_bin)


def empty_words(emptiness: Emptiness) -> EmptyWords:
    """What stands in place of an empty chart."""
    words = {
        Emptiness.NONE: EmptyWords(""),
        Emptiness.NO_CHECK_INS: EmptyWords(
            _("Your check-ins will appear here, one mark for each. There is no hurry."), _("Check in")
        ),
        Emptiness.NONE_IN_RANGE: EmptyWords(_("Nothing was noted here,\nand that is fine."), _("Show all")),
        Emptiness.LOCKED: EmptyWords(
            _("Companion is locked. What you noted is safe and will be here once it is unlocked.")
        ),
    }
    return words[emptiness]


def _span(state: TimelineState, words: DateWords) -> str:
    first, last = state.period.first, state.period.last
    is_this_year = first.year == last.year == state.today.year
    if first == last:
        day = words.long_day(first)
        return day if is_this_year else _("{day} {year}").format(day=day, year=first.year)
    if is_this_year:
        return _through(words.day(first), words.day(last))
    return _through(dated(first, words), dated(last, words))


def _through(first: str, last: str) -> str:
    return _("{first} to {last}").format(first=first, last=last)


def _moment(at: float, offset: int, words: DateWords) -> str:
    local = _local(at, offset)
    return _("{weekday} {day}, {time}").format(
        weekday=words.weekday(local.weekday()), day=words.day(local.date()), time=words.time(local)
    )


def _local(at: float, offset: int) -> datetime:
    return datetime.fromtimestamp(at, timezone(timedelta(seconds=offset)))


def _as_sentence(text: str) -> str:
    return text if text.endswith(".") else _("{sentence}.").format(sentence=text)


def _joined(*parts: str) -> str:
    sentence = parts[0]
    for part in parts[1:]:
        sentence = _("{sentence}, {part}").format(sentence=sentence, part=part)
    return sentence


def check_ins_words(count: int) -> str:
    """How many check-ins."""
    return ngettext("{count} check-in", "{count} check-ins", count).format(count=count)


def _noted(mark: TimelineMark) -> str:
    if mark.zone is None:
        return (
            _("no energy noted")
            if mark.arousal is None
            else _("{points}, no answer about my window").format(points=mark.arousal)
        )
    place = _zone_phrase(mark.zone)
    if mark.arousal is None:
        return _("{place}, no energy noted").format(place=place)
    return _("{points}, {place}").format(points=mark.arousal, place=place)


def _zone_phrase(zone: Zone) -> str:
    phrases = {
        Zone.ABOVE: _("above my window"),
        Zone.INSIDE: _("inside my window"),
        Zone.BELOW: _("below my window"),
        Zone.MIXED: _("mixed"),
        Zone.UNSURE: _("not sure"),
    }
    return phrases[zone]


def _answers(found: Bin) -> str:
    """Such as "3 above, 12 inside"; "" if none of them has an answer."""
    given = [
        _("{count} {zone}").format(count=found.zones[zone], zone=zone_word(zone))
        for zone in Zone
        if zone in found.zones
    ]
    return _joined(*given) if given else ""


def _bin_span(found: Bin, state: TimelineState, words: DateWords) -> str:
    start, end = (datetime.fromtimestamp(wall, UTC) for wall in (found.start, found.end))
    if state.days_in_bin == 0:
        hours = _through(words.time(start), words.time(end))
        return _("{day}, {hours}").format(day=words.day(start.date()), hours=hours)
    first, last = start.date(), (end - timedelta(days=1)).date()
    return dated(first, words) if first == last else _through(dated(first, words), dated(last, words))
