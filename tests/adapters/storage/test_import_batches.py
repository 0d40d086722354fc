"""Imports as a list, and taking one out again: at once out of sight, then without a trace."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from companion.adapters.storage import unfinished_imports
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from companion.domain.checkin import CheckIn
from companion.domain.journal import JournalFilter
from companion.domain.tag import TagKind
from tests.support.builders import a_check_in, a_moment
from tests.support.decrypted import decrypted, decrypted_log
from tests.support.store import a_vault

ROOT = Path(__file__).parents[3]
TABLES = ("check_in", "import_source", "check_in_version", "check_in_tag", "tag", "tag_use", "worded_line")


def brought(vault: SqliteVault, source: str, first: int, count: int = 3) -> list[CheckIn]:
    """The check-ins of an import, with words and a tag that only it has."""
    check_ins = [
        a_check_in(hours_ago=hours, note=f"{source} word", tags=(source, "shared"), id=f"{source}-{hours}")
        for hours in range(first + count, first, -1)
    ]
    importing = vault.importing(source)
    importing.add([(each.id, each) for each in check_ins], [f"row {each.id}" for each in check_ins])
    importing.complete()
    return check_ins


def correct(vault: SqliteVault, check_in: CheckIn) -> None:
    with vault.writing() as store:
        store.check_ins.amend(replace(check_in, note="corrected"), a_moment(-1))


def counts_in(vault: SqliteVault) -> dict[str, int]:
    connection = vault.opened().connection
    return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES}  # noqa: S608


def listed(vault: SqliteVault) -> list[tuple[str, int, int]]:
    with vault.reading() as store:
        return [(kept.source, kept.check_ins, kept.corrected) for kept in store.imports.all()]


def hide(vault: SqliteVault, source: str) -> None:
    with vault.reading() as store:
        (found,) = [kept.id for kept in store.imports.all() if kept.source == source]
    vault.hide_import(found)


def is_in_the_index(vault: SqliteVault, word: bytes) -> bool:
    blocks = vault.opened().connection.execute("SELECT block FROM word_data").fetchall()
    return any(word in block for (block,) in blocks)


def test_imports_are_listed_newest_first_with_what_is_left_and_what_was_corrected_since(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    first, _second = brought(vault, "daylio", 0), brought(vault, "pixy", 10, 2)
    correct(vault, first[0])
    correct(vault, replace(first[0], arousal=1))
    with vault.writing() as store:
        store.check_ins.forget(first[1].id, a_moment())
    assert listed(vault) == [("pixy", 2, 0), ("daylio", 2, 1)]


def test_what_another_notebook_of_theirs_brought_is_no_import_to_take_out(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    brought(vault, "json", 0)
    assert listed(vault) == []


def test_one_that_is_taken_out_is_out_of_sight_at_once(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    brought(vault, "daylio", 0)
    (kept, *_rest) = brought(vault, "pixy", 10)
    hide(vault, "daylio")
    with vault.reading() as store:
        assert store.days.total() == 3
        assert store.check_ins.range() is not None
        assert store.check_ins.get(kept.id) == kept
        assert [use.tag.name for use in store.tags.all(TagKind.TAG)] == ["pixy", "shared"]
        assert len(store.journal.older(JournalFilter(text="word"), None, 9).lines) == 3
    assert listed(vault) == [("pixy", 3, 0)]


def test_afterwards_the_store_is_as_if_it_had_never_come(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(note="mine", tags=("shared",), hours_ago=1))
    before = counts_in(vault)
    check_ins = brought(vault, "daylio", 0)
    correct(vault, check_ins[1])
    hide(vault, "daylio")
    vault.remove_unfinished_imports()
    assert counts_in(vault) == before
    with vault.reading() as store:
        assert (store.days.total(), store.days.are_right(), store.tags.are_right()) == (1, True, True)


def test_a_large_one_is_wiped_moment_by_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unfinished_imports, "PORTIONS_IN_A_MOMENT", 1)
    vault = a_vault(tmp_path)
    brought(vault, "daylio", 0, 250)
    hide(vault, "daylio")
    left = []
    while not vault.wipe_hidden_imports():
        left.append(counts_in(vault)["check_in"])
    assert 250 > left[0] > 0
    assert (counts_in(vault)["check_in"], counts_in(vault)["tag"], listed(vault)) == (0, 0, [])
    assert vault.wipe_hidden_imports()


def test_the_same_file_can_come_in_again_afterwards(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    first = brought(vault, "daylio", 0)
    hide(vault, "daylio")
    assert brought(vault, "daylio", 0) == first
    assert listed(vault) == [("daylio", 3, 0)]
    assert counts_in(vault)["check_in"] == 3


@pytest.mark.parametrize("count", [3, unfinished_imports.FEW + 50])
def test_words_of_what_was_taken_out_are_wiped_from_the_index(tmp_path: Path, count: int) -> None:
    vault = a_vault(tmp_path)
    brought(vault, "pixy", 1000)
    brought(vault, "daylio", 0, count)
    assert is_in_the_index(vault, b"dayl")
    hide(vault, "daylio")
    vault.remove_unfinished_imports()
    assert not is_in_the_index(vault, b"dayl")
    with vault.reading() as store:
        assert len(store.journal.older(JournalFilter(text="pixy"), None, 9).lines) == 3


def test_nothing_of_it_stays_in_the_store_or_its_log_while_it_is_open(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    first = brought(vault, "Kanarienvogel", 0)[0]
    correct(vault, first)
    folder = tmp_path / "store"
    assert b"Kanarienvogel word" in decrypted(folder) + decrypted_log(folder)
    hide(vault, "Kanarienvogel")
    assert vault.wipe_hidden_imports()
    assert b"Kanarienvogel" not in decrypted(folder) + decrypted_log(folder)


def test_nothing_is_taken_out_beside_an_import_that_runs(tmp_path: Path) -> None:
    vault, other = a_vault(tmp_path), a_vault(tmp_path)
    brought(vault, "daylio", 0)
    importing = other.importing("csv")
    with pytest.raises(UserError) as raised:
        hide(vault, "daylio")
    assert raised.value.trouble is Trouble.STORE_BUSY
    importing.abandon()
    assert listed(vault) == [("daylio", 3, 0)]


@pytest.mark.parametrize(("portions", "few"), [(0, 300), (1, 300), (2, 300), (1, 0), (3, 0), (4, 0)])
def test_one_that_was_killed_half_way_is_finished_at_the_next_start(tmp_path: Path, portions: int, few: int) -> None:
    vault = a_vault(tmp_path)
    brought(vault, "daylio", 0, 250)
    brought(vault, "pixy", 1000, 2)
    vault.close()
    dying = (
        "import os, sys\nfrom contextlib import contextmanager\nfrom pathlib import Path\n"
        "from companion.adapters.storage import unfinished_imports\n"
        "from tests.support.store import a_vault\n"
        "unfinished_imports.FEW = int(sys.argv[3])\n"
        "vault, left = a_vault(Path(sys.argv[1])), int(sys.argv[2])\n"
        "with vault.reading() as store:\n    found = store.imports.all()[1].id\n"
        "vault.hide_import(found)\n"
        "writing = vault.writing\n"
        "@contextmanager\ndef counted():\n"
        "    global left\n    if not left:\n        os._exit(7)\n    left -= 1\n"
        "    with writing() as store:\n        yield store\n"
        "vault.writing = counted\nvault.remove_unfinished_imports()\n"
    )
    arguments = [str(tmp_path), str(portions), str(few)]
    assert subprocess.run([sys.executable, "-c", dying, *arguments], cwd=ROOT, check=False).returncode == 7
    assert listed(vault) == [("pixy", 2, 0)]
    vault.remove_unfinished_imports()
    assert (counts_in(vault)["check_in"], counts_in(vault)["tag"]) == (2, 2)
    assert not is_in_the_index(vault, b"dayl")
    with vault.reading() as store:
        assert (store.days.total(), store.days.are_right(), store.tags.are_right()) == (2, True, True)
