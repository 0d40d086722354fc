"""Files of other programs, known by their content."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.adapters.transfer.emotion_words import Quarter, middle_of, quarter_of
from companion.adapters.transfer.foreign_files import kind_of, reader_for
from companion.adapters.transfer.foreign_rows import ForeignRows
from companion.application.errors import Trouble, UserError
from companion.application.foreign import Column, DateOrder, FileKind, Meaning, Scale, Wishes
from companion.application.row_fault import RowFault
from companion.application.transfer import CellRule, ForeignCheckIn
from companion.domain.errors import Rule
from companion.domain.zone import Zone
from tests.support.builders import CountingIds, a_moment
from tests.support.foreign import BERLIN, archive_of, read_file, state_of_mind

HOW_WE_FEEL = (
    "Date,Mood,Tags (People),Tags (Places),Tags (Events),Exercise,Sleep,Menstrual,Steps,Meditation,Weather,"
    "Temperature (F),Water (cups),Caffeine (mg),Alcoholic Drinks,Notes,Reflections,Takeaways\n"
)
MANY = ",,,,,,,,,,"
SERIES = (
    "FeatureName,Timestamp,Value,Label,Note\r\n"
    "Energy,2022-09-14T21:30:41.432+01:00,3,mid,hello\r\n"
    "Energy,2022-09-15T21:30:41Z,1.0,,\r\n"
    "Energy,2022-09-16T21:30:41Z,5,,\r\n"
    "Energy,2022-09-17T21:30:41Z,many,,\r\n"
    "Sleep,2022-09-15T21:30:41Z,-7:30:00,,\r\n"
)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("at,arousal\n", FileKind.COMPANION),
        ('{\n"schema": "companion/export/2",\n', FileKind.COMPANION),
        ("date,time,mood,activities\n", FileKind.DAYLIO),
        (HOW_WE_FEEL, FileKind.HOW_WE_FEEL),
        ("Start,End,Kind,Labels,Associations,Valence,Valence Classification,\n", FileKind.APPLE),
        (state_of_mind(), FileKind.APPLE),
        ('{"state_of_mind": []}', FileKind.APPLE),
        ('[{"start": "2026-01-05T09:00:00Z", "valence": 0}]', FileKind.APPLE),
        ("[]", None),
        ('{"version": "1", "items": {}}', FileKind.PIXY),
        ("FeatureName,Timestamp,Value\n", FileKind.TRACK_AND_GRAPH),
        ("When;Energy\n", FileKind.COLUMNS),
        ("some words\n", None),
        ("", None),
        ('{"a": 1}', None),
    ],
)
def test_what_a_file_is_shows_in_its_content(tmp_path: Path, content: str, wanted: FileKind | None) -> None:
    file = tmp_path / "a file.txt"
    file.write_text(content)
    assert kind_of(file) is wanted
    file.write_bytes(b"\xef\xbb\xbf" + content.encode())
    assert kind_of(file) is wanted


def test_a_table_in_utf_16_is_known_too(tmp_path: Path) -> None:
    found = read_file(tmp_path / "f", (HOW_WE_FEEL + f"2026 Mon Jan 5 4:04 PM,Calm{MANY},,,,,,\n").encode("utf-16"))
    assert found.only.experienced_at.iso() == "2026-01-05T16:04:00+01:00"


def test_words_for_emotions_say_how_much_energy(tmp_path: Path) -> None:
    row = f"2026 Mon Jan 5 4:04 PM,Anxious;Calm,By Myself;Mum,Home,Driving{MANY},a note,thoughts,and more\n"
    found = read_file(tmp_path / "f", HOW_WE_FEEL + row)
    check_in = found.only
    assert (check_in.arousal, check_in.pleasantness, check_in.zone) == (50, 50, None)
    assert check_in.note == "a note\n\nthoughts\n\nand more"
    assert check_in.tags == ("Anxious", "Calm")
    assert check_in.context.people == ("By Myself", "Mum")
    assert (check_in.context.places, check_in.context.activities) == (("Home",), ("Driving",))
    assert found.findings.words == {"Anxious": (75, 25), "Calm": (25, 75)}


def test_columns_in_another_order_with_keys_between_make_no_difference(tmp_path: Path) -> None:
    table = "Mood,Mood Key,Locale,Date,Notes\nTired,tired,en,2026 Mon Jan 5 4:04 PM,x\n"
    assert read_file(tmp_path / "f", table).only.arousal == 25


def test_a_word_that_is_not_in_our_table_is_a_tag_and_no_number(tmp_path: Path) -> None:
    found = read_file(tmp_path / "f", HOW_WE_FEEL + f"2026 Mon Jan 5 4:04 PM,Blorp{MANY},,,,,,\n")
    assert (found.only.arousal, found.only.tags, found.only.note) == (None, ("Blorp",), "Blorp")
    assert found.findings.words == {"Blorp": (None, None)}


def test_a_row_with_too_many_cells_comes_in_and_is_told_of(tmp_path: Path) -> None:
    row = f"2026 Mon Jan 5 4:04 PM,Calm,,,{MANY},a,b,c,d\n"
    (found,) = read_file(tmp_path / "f", HOW_WE_FEEL + row).rows
    assert isinstance(found, ForeignCheckIn)
    assert found.remark is CellRule.CELLS_RUN_OVER
    assert found.check_in.note == "a\n\nb\n\nc\n\nd"


def test_every_word_is_in_one_quarter_and_several_lie_between() -> None:
    assert quarter_of("At ease") == quarter_of("at-ease") == Quarter(25, 75)
    assert quarter_of("nothing of the kind") is None
    assert middle_of([]) is None
    assert middle_of([Quarter(75, 25), Quarter(75, 75)]) == Quarter(75, 50)


def test_valence_is_pleasantness_and_zero_is_a_value(tmp_path: Path) -> None:
    for valence, points in ((-1, 0), (-0.6, 20), (0, 50), (0.571, 79), (1, 100)):
        check_in = read_file(tmp_path / "f", state_of_mind(valence=valence)).only
        assert (check_in.arousal, check_in.pleasantness) == (None, points)


@pytest.mark.parametrize("valence", [1.01, -7])
def test_valence_beyond_its_ends_is_left_out(tmp_path: Path, valence: float) -> None:
    assert read_file(tmp_path / "f", state_of_mind(valence=valence)).faults == [(1, CellRule.NUMBER_BEYOND_SCALE)]


def test_labels_and_associations(tmp_path: Path) -> None:
    check_in = read_file(tmp_path / "f", state_of_mind(labels=["Anxious"], associations=["Work"])).only
    assert (check_in.tags, check_in.context.activities) == (("Anxious",), ("Work",))


def test_an_entry_that_is_there_again_comes_in_once(tmp_path: Path) -> None:
    entry = json.loads(state_of_mind())["data"]["stateOfMind"][0]
    assert len(read_file(tmp_path / "f", json.dumps([entry, entry])).rows) == 1


def test_the_table_of_states_of_mind_may_end_in_a_comma(tmp_path: Path) -> None:
    table = (
        "Start,End,Kind,Labels,Associations,Valence,Valence Classification,\n"
        "2026-01-09 15:34:06 -0500,2026-01-09 15:34:06 -0500,Momentary Emotion,Calm | Content,Work,0,Neutral,\n"
    )
    check_in = read_file(tmp_path / "f", table).only
    assert (check_in.pleasantness, check_in.tags) == (50, ("Calm", "Content"))
    assert check_in.experienced_at.iso() == "2026-01-09T15:34:06-05:00"


def test_numbers_and_letters_that_json_does_not_have_cost_only_their_value(tmp_path: Path) -> None:
    content = (
        r'[{"start": "2026-01-05T09:00:00Z", "valence": NaN, "labels": ["a \ud800 NaN", "\ud83d\ude00 \\ud800"]}, 5]'
    )
    found = read_file(tmp_path / "f", content)
    assert found.check_ins[0].pleasantness is None
    assert found.check_ins[0].tags == ("a \ufffd NaN", "\U0001f600 \\ud800")
    assert found.faults == [(2, CellRule.ENTRY_UNREADABLE)]


def test_both_generations_of_pixy(tmp_path: Path) -> None:
    item = {
        "id": "1",
        "date": "2026-01-05",
        "dateTime": "2026-01-05T09:00:00.000Z",
        "rating": "extremely_bad",
        "message": "hello",
        "tags": [{"id": "t"}],
        "emotions": ["very_tired"],
    }
    newer = {"version": "1", "items": [item], "tags": [{"id": "t", "title": "Work"}], "settings": {"passcode": "1"}}
    check_in = read_file(tmp_path / "f", json.dumps(newer)).only
    assert (check_in.pleasantness, check_in.arousal, check_in.note) == (0, None, "hello")
    assert check_in.experienced_at.iso() == "2026-01-05T10:00:00+01:00"
    assert (check_in.tags, check_in.context.activities) == (("very tired",), ("Work",))

    older = {"items": {"2020-01-01": {"date": "2020-01-01", "rating": "neutral"}}, "settings": {"tags": []}}
    found = read_file(tmp_path / "f", json.dumps(older))
    assert (found.only.pleasantness, found.findings.without_time) == (50, 1)
    assert found.only.experienced_at.iso() == "2020-01-01T12:00:00+01:00"


def test_only_the_series_that_was_chosen_comes_in(tmp_path: Path) -> None:
    wishes = Wishes(rating=Meaning.AROUSAL, feature="Energy", scale=Scale(1, 5))
    found = read_file(tmp_path / "f", SERIES, wishes)
    assert [check_in.arousal for check_in in found.check_ins] == [50, 0, 100]
    assert found.check_ins[0].note == "hello"
    assert found.check_ins[0].tags == ("mid",)
    assert found.faults == [(5, CellRule.NUMBER_UNREADABLE)]
    assert dict(found.findings.features) == {"Energy": 4, "Sleep": 1}
    assert found.findings.not_chosen == 1


def test_without_a_scale_the_ends_are_those_of_the_file(tmp_path: Path) -> None:
    found = read_file(tmp_path / "f", SERIES, Wishes(feature="Energy"))
    assert found.findings.scale == Scale(1, 5)


def test_without_a_choice_nothing_comes_in_and_the_series_are_listed(tmp_path: Path) -> None:
    found = read_file(tmp_path / "f", SERIES)
    assert found.rows == []
    assert set(found.findings.features) == {"Energy", "Sleep"}


def test_the_older_series_has_its_label_behind_the_value(tmp_path: Path) -> None:
    table = "FeatureName,Timestamp,Value,Note\nEnergy,2022-09-14T21:30:41Z,0.0:Low one,\n"
    found = read_file(tmp_path / "f", table, Wishes(feature="Energy", scale=Scale(0, 10)))
    assert (found.only.pleasantness, found.only.tags) == (0, ("Low one",))


def test_any_table_by_its_columns(tmp_path: Path) -> None:
    columns = {Column.DATE: "Day", Column.TIME: "Clock", Column.AROUSAL: "Energy", Column.ZONE: "Where"}
    wishes = Wishes(columns=columns, scale=Scale(1, 5), dates=DateOrder.DAY_FIRST)
    table = "Day;Clock;Energy;Where\n5.1.2026;10:00;2,5;inside\n5.1.2026;11:00;6;\n5.1.2026;;1;\n5.1.2026;12:00;x;\n"
    found = read_file(tmp_path / "f", table, wishes)
    assert [(each.arousal, each.zone) for each in found.check_ins] == [(38, Zone.INSIDE), (0, None)]
    assert found.check_ins[0].experienced_at.iso() == "2026-01-05T10:00:00+01:00"
    assert found.faults == [(3, CellRule.NUMBER_BEYOND_SCALE), (5, CellRule.NUMBER_UNREADABLE)]
    assert found.findings.without_time == 1


def test_a_scale_may_run_downwards_and_a_half_is_rounded_up() -> None:
    assert [Scale(5, 1).points(value) for value in (1, 5, 3)] == [100, 0, 50]
    assert Scale(0, 8).points(1) == 13
    assert Scale(0, 8).points(9) is None


@pytest.mark.parametrize(
    "row",
    ["2026-01-05T10:00,1,\xff", "2026-01-05T10:00,1,a\0b", '2026-01-05T10:00,1,"open', "2026-01-05T10:00", ",,"],
)
def test_bad_rows_of_a_table_leave_the_others(tmp_path: Path, row: str) -> None:
    table = f"When,Energy,Text\n{row}\n2026-01-05T11:00,2,fine\n"
    wishes = Wishes(columns={Column.AT: "When", Column.AROUSAL: "Energy", Column.NOTE: "Text"})
    found = read_file(tmp_path / "f", table.encode("latin-1"), wishes, FileKind.COLUMNS)
    assert [each.note for each in found.check_ins] == ["fine"]


def test_a_note_that_is_too_long_is_told_of(tmp_path: Path) -> None:
    table = f"When,Text\n2026-01-05T10:00,{'x' * 70_000}\n"
    found = read_file(tmp_path / "f", table, Wishes(columns={Column.AT: "When", Column.NOTE: "Text"}))
    assert found.faults == [(2, Rule.NOTE_TOO_LONG)]


@pytest.mark.parametrize(
    "content",
    ["[" * 100_000, '{"a":' * 100_000, '{"items": [1, 2', '{"items": 5}', '{"data": {"stateOfMind": 3}}', "[1e400]x"],
)
def test_json_that_is_none_is_one_sentence(tmp_path: Path, content: str) -> None:
    kind = FileKind.PIXY if "items" in content else FileKind.APPLE
    with pytest.raises(UserError) as caught:
        read_file(tmp_path / "f", content, kind=kind)
    assert caught.value.trouble is Trouble.FILE_UNREADABLE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
@pytest.mark.parametrize("kind", [kind for kind in FileKind if kind is not FileKind.COMPANION])
def test_whatever_a_file_holds_it_is_read_or_refused_in_a_sentence(
    tmp_path: Path, kind: FileKind, content: bytes
) -> None:
    file = tmp_path / f"{os.getpid()}"
    for begins in (b"", b"[", b'{"items": [', b"date,time,mood,activities\n", archive_of(content)):
        file.write_bytes(begins + content)
        try:
            kind_of(file)
            wishes = Wishes(feature="", columns={Column.AT: "date", Column.AROUSAL: "mood"})
            reader = reader_for(kind, file, ForeignRows(CountingIds(), a_moment(), BERLIN, "test"), wishes)
            for row in reader.read(file):
                assert isinstance(row, ForeignCheckIn | RowFault)
        except UserError:
            pass


_WITHIN_MEMORY = """
import resource, sys
from pathlib import Path
from companion.adapters.transfer.foreign_files import kind_of
from companion.application.errors import UserError
resource.setrlimit(resource.RLIMIT_AS, (700_000_000, 700_000_000))
try:
    print(kind_of(Path(sys.argv[1])))
except UserError as refused:
    print(refused.trouble.value)
"""


@pytest.mark.parametrize("name", ["bomb", "two gigabytes", "long list"])
def test_a_hostile_file_stays_within_a_little_memory(tmp_path: Path, name: str) -> None:
    file = tmp_path / "hostile"
    if name == "bomb":
        file.write_bytes(archive_of(bytes(120_000_000)))
    elif name == "two gigabytes":
        with file.open("wb") as sparse:
            sparse.write(b"[")
            sparse.truncate(2_000_000_000)
    else:
        file.write_bytes(b"[" + b"1," * 15_000_000 + b"1]")
    told = subprocess.run((sys.executable, "-c", _WITHIN_MEMORY, str(file)), capture_output=True, text=True)
    assert told.stdout.strip() in ("file_too_large", "file_unreadable"), told
