"""Everything goes out, comes into an empty notebook, and goes out again as the same bytes."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from companion.adapters.storage.vault import SqliteVault
from companion.application.parts import PartKind
from companion.domain.checkin import Answering, CheckIn
from companion.domain.moment import moment_of
from companion.domain.tag import Tag, TagKind
from tests.support.builders import a_check_in, a_moment
from tests.support.notebooks import carried, exported, whole_desk
from tests.support.store import a_vault

NEVER_IN_A_FILE = ("secret", "spool", "key", "passphrase", "draft")


@pytest.fixture
def whole(tmp_path: Path) -> SqliteVault:
    """A notebook with one of everything."""
    return whole_desk(tmp_path).vault


def comes_back(vault: SqliteVault, folder: Path) -> bytes:
    """The export of a notebook, once it was seen that an empty one makes the same of it."""
    first = exported(vault, folder / "first.json")
    (folder / "other").mkdir()
    other = a_vault(folder / "other")
    counts, told = carried(other, folder / "first.json")
    assert told == []
    assert not any(of_kind.left_out or of_kind.kept_ours or of_kind.deleted_here for of_kind in counts.values())
    assert exported(other, folder / "second.json") == first
    with other.reading() as store:
        assert store.days.are_right()
    other.close()
    return first


def noted(folder: Path, *check_ins: CheckIn) -> SqliteVault:
    vault = a_vault(folder)
    with vault.writing() as store:
        for check_in in check_ins:
            store.check_ins.add(check_in)
    return vault


def test_one_of_everything_comes_back_as_it_was(whole: SqliteVault, tmp_path: Path) -> None:
    content = json.loads(comes_back(whole, tmp_path))
    missing = [kind.value for kind in PartKind if not content[kind.value]]
    assert missing == []
    assert any(each.get("deleted_at") for each in content["checkins"])
    assert any(each.get("import", {}).get("at") for each in content["checkins"])
    for kind in ("checkins", "reflections", "life_events", "repairs", "triangles"):
        assert [version["before"] for each in content[kind] for version in each.get("versions", [])]
    assert {line["state"] for each in content["prompts"] for line in each["ledger"]} >= {
        "answered",
        "declined",
        "expired",
    }
    assert {each["kind"] for each in content["tombstones"]} == {
        "check_in",
        "reflection",
        "life_event",
        "practice",
        "repair",
        "triangle",
        "support_contacts",
    }


def test_an_empty_notebook_comes_back_as_it_was(tmp_path: Path) -> None:
    content = json.loads(comes_back(a_vault(tmp_path), tmp_path))
    assert [kind.value for kind in PartKind if content[kind.value]] == ["day_start", "windows"]


def test_two_exports_of_one_notebook_are_the_same(whole: SqliteVault, tmp_path: Path) -> None:
    assert exported(whole, tmp_path / "one.json") == exported(whole, tmp_path / "two.json")


def test_every_list_is_in_the_order_of_its_ids_whatever_came_first(tmp_path: Path) -> None:
    ids = [f"01900000-0000-7000-8000-{number:012x}" for number in (5, 1, 9, 3)]
    vault = noted(tmp_path, *(a_check_in(hours_ago=hours, id=each) for hours, each in enumerate(ids)))
    content = json.loads(exported(vault, tmp_path / "out.json"))
    assert [each["id"] for each in content["checkins"]] == sorted(ids)


def test_each_object_is_a_line_of_its_own(whole: SqliteVault, tmp_path: Path) -> None:
    text = exported(whole, tmp_path / "out.json").decode()
    content = json.loads(text)
    lists = [content[kind.value] for kind in PartKind if isinstance(content[kind.value], list)]
    objects = [json.loads(line.removesuffix(",")) for line in text.split("\n") if line.startswith('{"')]
    assert objects == [each for elements in lists for each in elements]
    assert "\r" not in text


def test_no_secret_and_nothing_half_filled_is_in_it(whole: SqliteVault, tmp_path: Path) -> None:
    opened = whole.opened()
    file = exported(whole, tmp_path / "out.json")
    for secret in (opened.facts.secret, opened.facts.spool_key, opened.key.key):
        assert secret not in file
        assert secret.hex().encode() not in file
    assert not [name for name in NEVER_IN_A_FILE if name in json.loads(file)]


def test_a_second_generation_is_still_the_same(whole: SqliteVault, tmp_path: Path) -> None:
    first = comes_back(whole, tmp_path)
    (tmp_path / "third").mkdir()
    third = a_vault(tmp_path / "third")
    carried(third, tmp_path / "second.json")
    assert exported(third, tmp_path / "third.json") == first


@pytest.mark.parametrize(
    "check_in",
    [
        lambda: a_check_in(tags=tuple(f"tag number {number}" for number in range(10_000))),
        lambda: a_check_in(note="x" * 64 * 1024),
        lambda: a_check_in(note="☂" * (64 * 1024 // 3)),
        lambda: a_check_in(note='"\\/\t\n\u2028\u2029\u0085 \u202e👩‍👩‍👧‍👦 عربى \ufeff{}[],:'),
        lambda: a_check_in(note="\x00\x01\x7f\ud800 left out"),
        lambda: a_check_in(tags=("\u202eעברית", "a, b", '"', "]", "👩🏽‍🚀")),
        lambda: a_check_in(None, None, note="only words"),
    ],
)
def test_whatever_can_be_written_comes_back(tmp_path: Path, check_in: Callable[[], CheckIn]) -> None:
    comes_back(noted(tmp_path, check_in()), tmp_path)


@pytest.mark.parametrize(
    "lived",
    [
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(1970, 1, 1, 0, 0, 0, 1, tzinfo=timezone(timedelta(hours=-12))),
        datetime(1969, 12, 31, 20, tzinfo=timezone(timedelta(hours=-4))),
        datetime(1971, 6, 1, tzinfo=ZoneInfo("Africa/Monrovia")),
        datetime(2026, 3, 29, 1, 59, 59, 999_999, tzinfo=ZoneInfo("Europe/Berlin")),
        datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=0),
        datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=1),
        datetime(2026, 4, 5, 1, 45, tzinfo=ZoneInfo("Australia/Lord_Howe"), fold=1),
        datetime(2011, 12, 29, 23, 59, tzinfo=ZoneInfo("Pacific/Apia")),
        datetime(2026, 11, 22, 23, tzinfo=timezone(timedelta(hours=14))),
        datetime(2026, 11, 1, 12, 0, 0, 123_456, tzinfo=ZoneInfo("Asia/Kathmandu")),
    ],
)
def test_every_moment_comes_back_to_the_microsecond(tmp_path: Path, lived: datetime) -> None:
    check_in = a_check_in(at=moment_of(lived, getattr(lived.tzinfo, "key", None)))
    vault = noted(tmp_path, check_in)
    comes_back(vault, tmp_path)
    other = a_vault(tmp_path / "other")
    with other.reading() as store:
        assert store.check_ins.get(check_in.id) == check_in


@pytest.mark.parametrize("microseconds", [0, 1, 999_999, 4_250_001, 86_400_000_001, 10**14 + 1])
def test_the_time_to_answer_is_kept_to_the_microsecond(tmp_path: Path, microseconds: int) -> None:
    check_in = replace(a_check_in(), answering=Answering(timedelta(microseconds=microseconds)))
    comes_back(noted(tmp_path, check_in), tmp_path)
    other = a_vault(tmp_path / "other")
    with other.reading() as store:
        assert store.check_ins.get(check_in.id) == check_in


def test_what_an_earlier_program_had_brought_in_under_its_own_id_comes_back(tmp_path: Path) -> None:
    vault, theirs = a_vault(tmp_path), a_check_in()
    coming = vault.importing("json")
    coming.add([(theirs.id, theirs)])
    coming.complete()
    content = json.loads(comes_back(vault, tmp_path))
    assert (content["imports"], content["checkins"][0]["import"]) == ([], {"key": theirs.id})


def test_what_nothing_is_left_of_but_a_rename_is_kept(tmp_path: Path) -> None:
    """A version that says the same as what came after it, because a tag was renamed since."""
    first = a_check_in(tags=("old",))
    vault = noted(tmp_path, first)
    with vault.writing() as store:
        store.check_ins.amend(replace(first, tags=("new",)), a_moment())
        store.tags.rename(Tag(TagKind.TAG, "new"), "old", a_moment())
    comes_back(vault, tmp_path)
