"""Notebooks that hold one of everything, made through the services as a person would make them, and carrying them."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

from companion.adapters.storage.vault import SqliteVault
from companion.adapters.transfer.csv_check_ins import CsvCheckIns
from companion.adapters.transfer.foreign_files import reader_for
from companion.adapters.transfer.foreign_rows import ForeignRows
from companion.adapters.transfer.json_export import write_json
from companion.adapters.transfer.json_import import read_json
from companion.application.checkins import Answer
from companion.application.event_bus import EventBus
from companion.application.foreign import FileKind, Wishes
from companion.application.is_helping import IsHelpingService
from companion.application.journal import JournalService
from companion.application.parts import PartNote
from companion.application.people import PeopleService
from companion.application.ports import Clock, IdSource
from companion.application.practice_sessions import PracticeSessionService
from companion.application.practices import PracticeService
from companion.application.repairs import RepairService
from companion.application.transfer import RowFault, TransferService
from companion.application.triangles import TriangleService
from companion.application.whole_transfer import Counts, WholeTransferService
from companion.application.window import WindowService
from companion.domain.checkin import Answering, InputMethod
from companion.domain.context import Context
from companion.domain.is_helping import Helping
from companion.domain.journal import JournalPlace, Noted, kind_of, place_of
from companion.domain.practice import Phase, Step, Way
from companion.domain.practice_session import Felt
from companion.domain.quiet_hours import QuietHours
from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    DayRange,
    Manner,
    Once,
    Outside,
    Purpose,
    RandomInBlocks,
    RandomRange,
    RandomWithGap,
    TimeRange,
)
from companion.domain.reminder_questions import AskedQuestion, Choice, Question
from companion.domain.repair import RepairDraft
from companion.domain.support import SupportKind
from companion.domain.tag import Tag, TagKind
from companion.domain.window import LikelyRange, WindowOfTolerance, WindowSource
from companion.domain.zone import Zone
from tests.support.builders import CountingIds, a_moment
from tests.support.clock import FakeClock
from tests.support.people import NobodyShown
from tests.support.practices import NoPractices
from tests.support.reminding import Desk, at, at_random

SOME_CSV = (
    "at,arousal,zone,note,tags\n2026-01-05T10:00+01:00,10,below,slow,walk\n2026-01-05T10:00+01:00,10,below,slow,walk\n"
    "2026-01-06T10:00+01:00,90,above,,\n2026-01-07T10:00+01:00,50,inside,,\n"
)


def whole_desk(folder: Path) -> Desk:
    """A desk whose notebook in `folder` holds one of everything that can be kept."""
    desk = Desk(folder, "2026-11-21T08:00:00")
    _remind(desk)
    _note(desk)
    _arrange(desk)
    _practise(desk)
    _mend(desk)
    _note_triangles(desk)
    _turn_to(desk)
    _ask_whether_it_helps(desk)
    bring_csv(desk.vault, desk.clock, desk.ids, folder / "some.csv")
    _bring_from_elsewhere(desk, folder / "moods.csv")
    _correct_an_imported_one(desk)
    return desk


def bring_csv(vault: SqliteVault, clock: Clock, ids: IdSource, file: Path) -> int:
    """Imports SOME_CSV; returns how many check-ins were new."""
    file.write_text(SOME_CSV)
    rows = CsvCheckIns(ids, clock.now(), clock.zone(), "test").read(file)
    return TransferService(vault, clock, EventBus()).bring_in("csv", rows, _refuse).added


def exported(vault: SqliteVault, file: Path) -> bytes:
    """The bytes of an export to that file."""
    WholeTransferService(vault, FakeClock()).hand_out(lambda store: write_json(store, file))
    return file.read_bytes()


def carried(vault: SqliteVault, file: Path, *, only_look: bool = False) -> tuple[Counts, list[PartNote]]:
    """What an import of that file does, and what it tells."""
    told: list[PartNote] = []
    service = WholeTransferService(vault, FakeClock())
    return service.bring_in(read_json(file), told.append, only_look=only_look), told


def _remind(desk: Desk) -> None:
    """Two days with prompts that are answered, declined, let go by and suppressed, and reminders of every kind."""
    desk.rounds.start()
    desk.reminders.add(at("09:00", "12:00", "15:30"))
    removed = desk.reminders.add(at_random(2, "16:00", "20:00", 45))
    desk.reminders.add(AtInterval(timedelta(minutes=90), TimeRange(600, 1440), frozenset({5, 6})), is_on=False)
    desk.reminders.add(Once(a_moment(-30)))
    _remind_in_every_manner(desk)
    desk.wait_until("2026-11-21T09:01:00")
    desk.check_in()
    desk.wait_until("2026-11-21T12:01:00")
    shown = desk.rounds.open_prompt()
    assert shown is not None
    desk.rounds.decline(shown.prompt.id)
    desk.reminders.remove(removed.id)
    desk.wait_until("2026-11-22T14:06:00")
    desk.rounds.pause(a_moment(-3))
    desk.rounds.not_today()
    desk.rounds.ask_again()


def _remind_in_every_manner(desk: Desk) -> None:
    """Ranges of their own for some days, random moments without blocks, and what follows a check-in; all off."""
    evening = RandomRange(1, TimeRange(1140, 1260), frozenset({0, 4}))
    saturday = DayRange(TimeRange(0, 120), frozenset({5}))
    between, weekdays = TimeRange(540, 720), frozenset({0, 5})
    manner = Manner(Purpose.REFLECTION, timedelta(minutes=45), timedelta(hours=3))
    for rule in (
        RandomWithGap(3, between, timedelta(minutes=40), weekdays, (evening,)),
        RandomInBlocks(2, between, timedelta(minutes=40), weekdays, (evening,)),
        AtInterval(timedelta(minutes=45), between, weekdays, (saturday,)),
        AfterCheckIn(Outside.OUTSIDE, timedelta(minutes=20)),
    ):
        desk.reminders.add(rule, is_on=False, manner=manner)
    desk.reminders.keep_quiet(QuietHours((DayRange(TimeRange(0, 420)), DayRange(TimeRange(1290, 1440), weekdays))))
    asked = AskedQuestion(desk.ids.new_id(), Question.FEW_ANSWERS, a_moment(40), Choice.AS_IT_IS)
    with desk.vault.writing() as store:
        store.questions.add(asked)


def _note(desk: Desk) -> None:
    """Check-ins with every field, corrected, taken back, deleted; a reflection and a life event of each of these."""
    journal = JournalService(desk.vault, desk.clock, desk.ids, desk.bus)
    whole = desk.check_ins.record(_whole_answer(), answers_open_prompt=False)
    desk.clock.pass_time(minutes=1, microseconds=7)
    journal.amend(replace(whole, arousal=20, note="", tags=("quiet", "new")))
    desk.clock.pass_time(minutes=1)
    journal.amend(replace(whole, arousal=20, note="again", tags=("quiet",), experienced_at=a_moment(50)))
    journal.rename_tag(Tag(TagKind.TAG, "quiet"), "calm")
    taken_back = desk.check_ins.record(Answer(zone=Zone.UNSURE, note="no"), answers_open_prompt=False)
    gone = desk.check_ins.record(Answer(arousal=1, note="gone"), answers_open_prompt=False)
    reflections = [
        journal.reflect(
            "What helped?", f"text {n}", concept="window", check_in_id=whole.id, experienced_at=a_moment(n)
        )
        for n in range(3)
    ]
    events = [journal.note_life_event(f"event {n}", "A note\nof two lines") for n in range(3)]
    journal.amend(replace(reflections[0], text="another text"))
    journal.amend(replace(events[0], title="another title"))
    journal.forget(_place(line) for line in (taken_back, reflections[1], events[1]))
    journal.purge(_place(line) for line in (gone, reflections[2], events[2]))


def _arrange(desk: Desk) -> None:
    """Windows of every kind, own words, choices, and another beginning of the day."""
    windows = WindowService(desk.vault, desk.clock, desk.ids, desk.bus)
    windows.set_own(25, 65)
    desk.clock.pass_time(minutes=1)
    learned = WindowOfTolerance(
        desk.ids.new_id(), 28, 71, desk.clock.now(), WindowSource.LEARNED, LikelyRange(24, 33), None, labels=64
    )
    with desk.vault.writing() as store:
        store.windows.add(learned)
        store.wording.set("zone.above", "too much of everything", desk.clock.now())
        store.tags.offer(TagKind.BODY_CUE, ("warm hands", "tight jaw"), desk.clock.now())
        store.days.begin_days_at(time(5, 30))


def _practise(desk: Desk) -> None:
    """Sessions with and without words, taken back and deleted; practices of one's own; starred and hidden ones."""
    sessions = PracticeSessionService(desk.vault, desk.clock, desk.ids, desk.bus)
    practices = PracticeService(NoPractices(), desk.vault, desk.clock, desk.ids, desk.bus)
    steps = (Step("Föhn ☂", "small", 2.5, Phase.IN), Step("Out", "", 6, Phase.OUT, 3))
    own = practices.add("My breath", steps, way=Way.BREATH, zones=(Zone.ABOVE, Zone.MIXED), seconds=60, note="a\nb")
    practices.remove(practices.add("Gone", (Step("Sit"),)).key)
    made = []
    for stopped_early in (True, False, False):
        begun = desk.clock.now()
        desk.clock.pass_time(minutes=2, microseconds=3)
        made.append(sessions.finish(own.practice, begun, before=0, stopped_early=stopped_early))
    sessions.note_after(made[0], 0, Felt.HEAVIER)
    journal = JournalService(desk.vault, desk.clock, desk.ids, desk.bus)
    places = [place_of(session) for session in made]
    journal.forget(places[1:2])
    journal.purge(places[2:])
    practices.star(own.key, True)
    practices.hide("ours/cool-face", True)


def _mend(desk: Desk) -> None:
    """Repairs with everything and with little, corrected, taken back and deleted; and one that is not saved yet."""
    repairs = RepairService(desk.vault, desk.clock, desk.ids, desk.bus)
    journal = JournalService(desk.vault, desk.clock, desk.ids, desk.bus)
    begun = desk.clock.now()
    said = RepairDraft(
        begun, "A joke ☂\nlanded wrong", 0, Zone.MIXED, "far away", "tea", desk.ids.new_id(), a_moment(30)
    )
    whole = repairs.note(said)
    desk.clock.pass_time(minutes=1, microseconds=5)
    journal.amend(replace(whole, arousal=None, zone=Zone.ABOVE, them=""))
    desk.clock.pass_time(minutes=1)
    journal.amend(replace(whole, arousal=90, happened="", helped="soup"))
    others = [repairs.note(RepairDraft(begun, helped=text)) for text in ("sorry", "gone")]
    repairs.note(RepairDraft(begun, arousal=7))
    journal.forget([_place(others[0])])
    journal.purge([_place(others[1])])
    repairs.keep_draft(RepairDraft(begun, "half"))


def _note_triangles(desk: Desk) -> None:
    """Triangles with everything and with little, corrected, taken back and deleted."""
    triangles = TriangleService(desk.vault, desk.clock, desk.ids, desk.bus, desk.days)
    journal = JournalService(desk.vault, desk.clock, desk.ids, desk.bus)
    whole = triangles.note((0, 50, 100), ("a lot ☂", "", "Zoë"), experienced_at=a_moment(30))
    desk.clock.pass_time(minutes=1, microseconds=5)
    journal.amend(replace(whole, mind=None, body_words="bread"))
    others = [triangles.note((7, None, None), ("", "", "")) for _number in range(2)]
    triangles.note((None, None, None), ("", "only words", ""))
    journal.forget([_place(others[0])])
    journal.purge([_place(others[1])])


def _turn_to(desk: Desk) -> None:
    """One of each kind, with and without what can be left out, and one that was removed."""
    people = PeopleService(desk.vault, NobodyShown(), desk.clock, desk.ids, desk.bus)
    people.add(SupportKind.PERSON, "Zoë ☂", "tel:+49 30 1", "Hold my hand?", is_near=True, when_locked=True)
    people.add(SupportKind.PERSON, "Noor")
    people.add(SupportKind.SERVICE, "The practice", "0", checked_on=date(2024, 2, 29))
    people.remove(people.add(SupportKind.PLACE, "Gone").id)
    people.move(people.add(SupportKind.PERSON, "Ada", "somewhere").id, -1)


def _ask_whether_it_helps(desk: Desk) -> None:
    """Every answer there is, and one that was taken back."""
    asking = IsHelpingService(desk.vault, desk.clock, desk.ids)
    for answer in Helping:
        asking.answer(answer)
    asking.answer(Helping.HEAVIER)
    asking.take_back()


def _bring_from_elsewhere(desk: Desk, file: Path) -> None:
    """From another program, with what stood in its file; and once more, taken out again and not wiped yet."""
    for mood in ("rad ☂", "awful"):
        file.write_text(f'full_date,date,time,mood,activities,note\n2026-01-08,,10:00,{mood},work,"two\nlines"\n')
        rows = ForeignRows(desk.ids, desk.clock.now(), desk.clock.zone(), "test")
        reader = reader_for(FileKind.DAYLIO, file, rows, Wishes())
        TransferService(desk.vault, desk.clock, EventBus()).bring_in("daylio", reader.read(file), _refuse)
    with desk.vault.reading() as store:
        newest = store.imports.all()[0]
    desk.vault.hide_import(newest.id)


def _correct_an_imported_one(desk: Desk) -> None:
    """Its time is corrected, which the next import of the same file must know."""
    with desk.vault.writing() as store:
        imported = next(each for each in store.check_ins.between(None, None) if each.arousal == 90)
        store.check_ins.amend(replace(imported, experienced_at=a_moment(100)), desk.clock.now())


def _whole_answer() -> Answer:
    return Answer(
        arousal=62,
        zone=Zone.MIXED,
        note="Föhn ☂\n=SUM(A1) 🌧️ שלום",
        tags=("quiet", "a;b"),
        experienced_at=a_moment(49.7512345),
        pleasantness=40,
        safe=1,
        connected=0,
        sleep=100,
        slept=timedelta(hours=7, minutes=25),
        context=Context(("Ann", "Bo"), ("home",), ("reading",), ("warm hands",)),
        answering=Answering(timedelta(seconds=4, microseconds=250_001), 50, InputMethod.ARROW_KEYS),
    )


def _place(line: Noted) -> JournalPlace:
    return JournalPlace(line.experienced_at.utc, kind_of(line), line.id)


def _refuse(fault: RowFault) -> None:
    raise AssertionError(fault.rule)


class OtherIds(CountingIds):
    """The ids of another computer."""

    def new_id(self) -> str:
        return super().new_id().replace("01999999", "01aaaaaa")
