"""Whatever is typed, on the form, in the terminal or in a file: it is handled, or said in one sentence; nothing goes.

The program is open all the while, and what comes in from beside it is on its screens.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from companion.domain.checkin import CheckIn
from companion.domain.zone import Zone
from companion.presentation.checkin_form import Filled
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.check_in_panel import CheckInPanel
from tests.cli.terminal import Reply, Terminal
from tests.journeys.conftest import Program

LONGEST = 64 * 1024
HEBREW, ARABIC = "שלום, לילה קשה", "مساء الخير ١٢٣"
ZWJ = "\N{ZERO WIDTH JOINER}"
FAMILY = f"\N{WOMAN}{ZWJ}\N{WOMAN}{ZWJ}\N{GIRL} \N{WAVING WHITE FLAG}\ufe0f{ZWJ}\N{RAINBOW} \u00e9 e\u0301"
BIDI = "\u202eabc\u202c \u2067x\u2069 \u200f"
HOSTILE = f"{HEBREW}\n{ARABIC}\n{FAMILY}\n{BIDI}\n<b>bold</b> {{braces}} %s 'quoted\" \\ ` $(date)"
CONTROLS, CLEANED = "a\x1b[31mb\x07c\r\nd\x85e", "a[31mbc\nde"
HALF = "f\ud83dg"  # half of a pair of code units, as damaged bytes become; no keyboard types it

LATER = "This time has not come yet. Please choose one that has passed."
EARLY = "Times before 1970 cannot be kept. Please choose a later one."
SKIPPED = "The clocks skipped this time when they went forward. Please choose one before or after."
UNREADABLE = "This time could not be understood. Write it like 2026-11-22T14:06."
TOO_LONG = "A note can hold up to 64 KiB of text. Please make it a little shorter."
TIMES = [
    ("2027-01-01T10:00", LATER),
    ("9999-12-31T23:59", LATER),
    ("1969-12-31T23:59", EARLY),
    ("1752-09-14T00:00", EARLY),
    ("2026-03-29T02:30", SKIPPED),
]
WRITTEN_TIMES = [
    *TIMES,
    ("9999-12-31T23:59:59-12:00", UNREADABLE),
    ("0001-01-01T00:00", UNREADABLE),
    ("0001-01-01T00:00+14:00", UNREADABLE),
    ("2026-02-30T10:00", UNREADABLE),
    ("2026-11-23T07:00+25:00", UNREADABLE),
]


@pytest.fixture
def terminal(
    program: Program, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Terminal]:
    """A terminal in Berlin for the notebook of the open program."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    import time

    time.tzset()
    yield Terminal(program.folders.data, capsys)
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def panel(program: Program) -> CheckInPanel:
    """The form on Today."""
    found = program.desktop.screens.panel
    assert found is not None
    return found


def saved(program: Program) -> list[CheckIn]:
    """What is there, by time."""
    with program.core.vault.reading() as store:
        assert store.days.are_right()
        return store.check_ins.between(None, None)


def show_everywhere(program: Program) -> None:
    """Every screen that shows check-ins is gone to."""
    program.desktop.background.look_for_changes()
    for name in (ScreenName.CHART, ScreenName.JOURNAL, ScreenName.TODAY):
        program.desktop.window.open_screen(name)
        program.settle()


def imported(terminal: Terminal, folder: Path, *rows: str) -> Reply:
    """What importing these rows says."""
    path = folder / "rows.csv"
    path.write_text("\n".join(["at,arousal,note,tags", *rows]), encoding="utf-8", newline="")
    return terminal.type("import", str(path))


def test_an_overlong_note_stays_in_the_form_until_it_fits(program: Program, panel: CheckInPanel) -> None:
    panel.form.put(Filled(60, note="é" * (LONGEST // 2) + "x"))
    panel.submit()
    assert panel.trouble == TOO_LONG
    assert saved(program) == []
    assert len(panel.form.filled().note.encode()) == LONGEST + 1
    panel.form.put(panel.form.filled()._replace(note=panel.form.filled().note[:-1]))
    panel.submit()
    (check_in,) = saved(program)
    assert len(check_in.note.encode()) == LONGEST
    show_everywhere(program)


def test_an_overlong_note_survives_the_programs_end(
    program: Program, panel: CheckInPanel, new_program: Callable[[], Program]
) -> None:
    panel.form.put(Filled(60, note="x" * (LONGEST + 1)))
    panel.form.touched.emit()
    program.stop()
    again = new_program()
    again.start()
    offered = again.desktop.screens.panel
    assert offered is not None
    offered.form.offer.click()
    assert len(offered.form.filled().note) == LONGEST + 1


def test_what_a_person_can_write_is_kept_as_it_is(program: Program, panel: CheckInPanel) -> None:
    panel.form.put(Filled(60, Zone.MIXED, HOSTILE, tags=(HEBREW, FAMILY, "a" * 100)))
    panel.submit()
    (check_in,) = saved(program)
    assert check_in.note == HOSTILE.strip()
    assert check_in.tags == (HEBREW, FAMILY, "a" * 100)
    show_everywhere(program)


def test_control_characters_are_left_out_everywhere(
    program: Program, panel: CheckInPanel, terminal: Terminal, tmp_path: Path
) -> None:
    panel.form.put(Filled(60, note=CONTROLS))
    panel.submit()
    terminal.check_in("--arousal", "61", "--note", CONTROLS + HALF, "--tag", "on\x1bcall")
    reply = imported(terminal, tmp_path, '2026-11-22T10:00,62,"a\x1bb",on\x1bcall')
    assert reply.code == 0
    by_arousal = {check_in.arousal: check_in for check_in in saved(program)}
    assert [by_arousal[value].note for value in (60, 61, 62)] == [CLEANED, CLEANED + "f\ufffdg", "ab"]
    assert by_arousal[61].tags == by_arousal[62].tags == ("oncall",)
    assert "\x1b" not in terminal.type("checkins").out


@pytest.mark.parametrize(("wall", "sentence"), TIMES)
def test_a_time_that_cannot_be_stays_on_the_form_with_everything_else(
    program: Program, panel: CheckInPanel, wall: str, sentence: str
) -> None:
    when = datetime.fromisoformat(wall)
    panel.form.put(Filled(60, note="walked", when=when))
    panel.submit()
    assert panel.trouble == sentence
    assert saved(program) == []
    assert (panel.form.filled().when, panel.form.filled().note) == (when, "walked")


@pytest.mark.parametrize("fold", [0, 1])
def test_of_a_time_that_came_twice_the_form_keeps_the_one_that_is_meant(
    program: Program, panel: CheckInPanel, fold: int
) -> None:
    panel.form.put(Filled(60, when=datetime(2026, 10, 25, 2, 30)))
    assert panel.form.fields is not None
    which = panel.form.fields.moment.which
    assert not which.isHidden()
    (which.second if fold else which.first).setChecked(True)
    panel.submit()
    (check_in,) = saved(program)
    assert check_in.experienced_at.offset == timedelta(hours=2 - fold)
    show_everywhere(program)


@pytest.mark.parametrize(("text", "sentence"), WRITTEN_TIMES)
def test_in_the_terminal_it_is_one_sentence(program: Program, terminal: Terminal, text: str, sentence: str) -> None:
    reply = terminal.type("check-in", "--arousal", "60", "--at", text)
    assert (reply.code, reply.complaint) == (1, sentence)
    assert saved(program) == []


def test_in_the_terminal_an_overlong_note_is_one_sentence(program: Program, terminal: Terminal) -> None:
    reply = terminal.type("check-in", "--arousal", "60", "--note", "é" * (LONGEST // 2) + "x")
    assert (reply.code, reply.complaint) == (1, TOO_LONG)
    terminal.check_in("--arousal", "60", "--note", "é" * (LONGEST // 2))
    assert [len(check_in.note.encode()) for check_in in saved(program)] == [LONGEST]


def test_rows_of_a_file_that_cannot_be_kept_are_named_and_the_others_are_kept(
    program: Program, terminal: Terminal, tmp_path: Path
) -> None:
    bad = [*(f"{text},50,," for text, _sentence in WRITTEN_TIMES), f"2026-11-20T10:00,50,{'x' * (LONGEST + 1)},"]
    reply = imported(terminal, tmp_path, "2026-11-20T09:00,40,,", *bad, f'2026-11-20T11:00,41,"{HEBREW}",{FAMILY}')
    assert reply.code == 1
    for sentence in {sentence for _text, sentence in WRITTEN_TIMES} | {TOO_LONG}:
        assert sentence in reply.err
    assert reply.err.count("\n") == len(bad)
    assert [(check_in.arousal, check_in.note) for check_in in saved(program)] == [(40, ""), (41, HEBREW)]
    show_everywhere(program)


def test_a_row_whose_time_came_twice_is_the_first(program: Program, terminal: Terminal, tmp_path: Path) -> None:
    assert imported(terminal, tmp_path, "2026-10-25T02:30,50,,", "2026-10-25T02:30+01:00,51,,").code == 0
    assert [(c.arousal, c.experienced_at.offset) for c in saved(program)] == [
        (50, timedelta(hours=2)),
        (51, timedelta(hours=1)),
    ]


def test_ten_thousand_tags_are_kept_and_one_more_is_one_sentence(
    program: Program, terminal: Terminal, tmp_path: Path
) -> None:
    tags = [f"tag {number}" for number in range(10_001)]
    words = [word for tag in tags for word in ("--tag", tag)]
    reply = terminal.type("check-in", "--arousal", "50", *words)
    assert (reply.code, reply.complaint) == (1, "Up to 10000 tags are possible.")
    terminal.check_in("--arousal", "50", *words[:-2])
    refused = imported(terminal, tmp_path, f'2026-11-20T10:00,51,,"{";".join(tags)}"')
    assert refused.code == 1
    assert "Up to 10000 tags are possible." in refused.err
    assert imported(terminal, tmp_path, f'2026-11-20T10:00,51,,"{";".join(tags[:-1])}"').code == 0
    assert [len(check_in.tags) for check_in in saved(program)] == [10_000, 10_000]
    show_everywhere(program)


def test_ten_thousand_tags_stand_in_the_form_and_come_back_to_it(program: Program, panel: CheckInPanel) -> None:
    tags = tuple(f"tag {number}" for number in range(10_000))
    panel.form.put(Filled(60, tags=tags))
    panel.submit()
    (check_in,) = saved(program)
    assert check_in.tags == tags
    panel.saved_line.undo.click()
    assert panel.form.filled().tags == tags


def test_one_tag_too_many_stays_in_the_form(program: Program, panel: CheckInPanel) -> None:
    panel.form.put(Filled(60, tags=tuple(f"tag {number}" for number in range(10_001))))
    panel.submit()
    assert panel.trouble == "Up to 10000 tags are possible."
    assert len(panel.form.filled().tags) == 10_001
    assert saved(program) == []


def test_the_first_day_there_can_be_is_on_every_screen(program: Program, terminal: Terminal) -> None:
    terminal.check_in("--arousal", "50", "--at", "1970-01-01T00:00Z")
    terminal.check_in("--arousal", "51", "--at", "1970-01-02T03:00-11:00")
    show_everywhere(program)
    assert len(saved(program)) == 2
    assert [c["arousal"] for c in terminal.check_ins("--to", "1970-01-01")] == [50, 51]
