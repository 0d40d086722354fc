"""Searching: beginnings of words, whatever their case and accents, and nothing left of what was deleted."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from companion.adapters.storage import journal_search
from companion.adapters.storage.journal_place import Way
from companion.adapters.storage.vault import SqliteVault
from companion.domain.checkin import CheckIn
from companion.domain.journal import JournalFilter, place_of
from companion.domain.life_event import LifeEvent
from companion.domain.reflection import Reflection
from companion.domain.tag import Tag, TagKind
from companion.domain.zone import Zone
from tests.support.builders import a_check_in, a_moment
from tests.support.decrypted import decrypted
from tests.support.journal import WORDS, in_order, is_wanted
from tests.support.store import a_vault


def found(vault: SqliteVault, text: str, **wishes: object) -> list[str]:
    """The ids of the newest lines that a search finds."""
    with vault.reading() as store:
        page = store.journal.older(JournalFilter(text=text, **wishes), None, 100)  # type: ignore[arg-type]
    return [place_of(line).id for line in page.lines]


def noted(vault: SqliteVault, *notes: str) -> None:
    """Check-ins with these notes; their ids are their numbers, and the last is the newest."""
    with vault.writing() as store:
        for number, note in enumerate(notes):
            store.check_ins.add(a_check_in(note=note, hours_ago=len(notes) - number, id=str(number)))


@pytest.mark.parametrize(
    ("note", "typed"),
    [
        ("A long walk outside", "walk"),
        ("A long walk outside", "OUT wal"),
        ("Größe, naïve Café", "große NAIVE cafe"),
        ("gros e\u0301tat", "état"),
        ("don't", "don"),
        ("e-mail to the office", "mail"),
        ("see https://example.org/walk?x=1", "example walk"),
        ("42 minutes, 3.5 km", "42 3 5"),
        ("a", "a"),
        ("feeling 🙂 again", "🙂"),
        ("❤\ufe0f", "❤"),
        ("שלום עולם", "עול"),
        ("مرحبا بالعالم", "مرح"),
        ("हिन्दी में", "हिन्"),
        ("今日は疲れた。眠い", "今日 眠"),
        ("x" * 60_000 + " end", "end"),
        ("the apple\uf8ff and \ue000f1", "f1"),
    ],
)
def test_what_was_written_is_found_by_how_its_words_begin(tmp_path: Path, note: str, typed: str) -> None:
    vault = a_vault(tmp_path)
    noted(vault, "something else", note)
    assert found(vault, typed) == ["1"]


@pytest.mark.parametrize("typed", ["alk", "walk inside", "long walks", "日は", "walk f1"])
def test_the_middle_of_a_word_or_one_word_too_many_finds_nothing(tmp_path: Path, typed: str) -> None:
    vault = a_vault(tmp_path)
    noted(vault, "A long walk outside. 今日は")
    assert found(vault, typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "'; DROP TABLE word; --",
        '"walk',
        "walk*",
        "walk AND",
        "NOT walk",
        "walk OR NEAR(",
        "^walk",
        "words : walk",
        "{words} : walk",
        "-walk",
        "(walk",
        "walk)",
        "+ walk",
        "wa\0lk",
        "\0",
        "\ud800 walk",
        "\ue000f1",
        "\ufdd0\uffff\U0010ffff",
        "\u202e walk \u2066",
        "👩\u200d👧\u200d👦🏽",
        "%_\\",
        "walk " * 3000,
        "ab " * 100,
        "".join(chr(code) for code in range(0x20, 0x250)),
        " ".join(f"w{number}" for number in range(500)),
    ],
)
def test_nothing_that_can_be_typed_raises(tmp_path: Path, typed: str) -> None:
    vault = a_vault(tmp_path)
    noted(vault, "A long walk outside")
    assert found(vault, typed) in ([], ["0"])


def test_a_text_without_any_word_asks_for_nothing(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    noted(vault, "one", "")
    assert [found(vault, typed) for typed in ("", "  ", '"', "?!")] == [["1", "0"]] * 4


def test_reflections_are_found_by_question_and_text_and_life_events_by_title_and_note(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.reflections.add(Reflection("r", a_moment(2), a_moment(), "What helped?", "A walk"))
        store.life_events.add(LifeEvent("e", a_moment(1), a_moment(), "Moved house", "with a walk around it"))
    assert [found(vault, text) for text in ("help", "walk", "moved", "around")] == [["r"], ["e", "r"], ["e"], ["e"]]


@pytest.mark.parametrize("typed", ["w", "wo", "word", "word1", "word11 f", "word119"])
def test_too_many_known_words_for_a_beginning_are_looked_up_in_the_lines_themselves(
    tmp_path: Path, typed: str
) -> None:
    notes = [
        f"{'first' if number % 2 else 'other'} word{number} wrong"
        for number in range(3 * journal_search.READ_AT_ONCE)
    ]
    vault = a_vault(tmp_path)
    noted(vault, *notes)
    expected = [
        str(number)
        for number, note in reversed(list(enumerate(notes)))
        if all(any(word.startswith(beginning) for word in note.split()) for beginning in typed.split())
    ]
    assert found(vault, typed) == expected[:100]


def test_what_is_far_away_is_found_where_reading_the_lines_would_lead_too_far(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_search, "MOST_BEGINNINGS", 2)
    monkeypatch.setattr(journal_search, "READ_AT_ONCE", 3)
    monkeypatch.setattr(journal_search, "MOST_READ", 50)
    vault = a_vault(tmp_path)
    noted(vault, "warm warmer warmest", *("wide" for _ in range(20)))
    assert found(vault, "warm") == ["0"]


def test_corrections_and_tags_are_followed_word_by_word(tmp_path: Path) -> None:
    """Hundreds of changes in a row: after each, searching finds what looking at every line finds."""
    draw = Random(3)
    vault = a_vault(tmp_path)
    kept: dict[str, CheckIn] = {}
    forgotten: dict[str, CheckIn] = {}
    for step in range(250):
        with vault.writing() as store:
            what = draw.choice(("add", "add", "amend", "amend", "forget", "restore", "purge", "rename"))
            chosen = draw.choice(sorted(kept)) if kept else None
            if what == "add" or chosen is None:
                check_in = _drawn(draw, f"c-{step}")
                store.check_ins.add(check_in)
                kept[check_in.id] = check_in
            elif what == "amend":
                kept[chosen] = replace(_drawn(draw, chosen), created_at=kept[chosen].created_at)
                store.check_ins.amend(kept[chosen], a_moment())
            elif what == "forget":
                store.check_ins.forget(chosen, a_moment())
                forgotten[chosen] = kept.pop(chosen)
            elif what == "restore" and forgotten:
                restored = draw.choice(sorted(forgotten))
                store.check_ins.restore(restored, a_moment())
                kept[restored] = forgotten.pop(restored)
            elif what == "purge":
                store.check_ins.purge([chosen], a_moment())
                del kept[chosen]
            elif what == "rename" and any("home" in check_in.tags for check_in in kept.values()):
                store.tags.rename(Tag(TagKind.TAG, "home"), "work", a_moment())
                kept = {key: _at_work(check_in) for key, check_in in kept.items()}
                forgotten = {key: _at_work(check_in) for key, check_in in forgotten.items()}
        if step % 5 == 0:
            for wanted in _questions():
                expected = [line for line in in_order(kept.values()) if is_wanted(line, wanted)]
                with vault.reading() as store:
                    assert list(store.journal.older(wanted, None, 500).lines) == expected
    vault.opened().connection.execute("INSERT INTO word (word) VALUES ('integrity-check')")
    with vault.writing() as store:
        store.check_ins.purge([*kept, *forgotten], a_moment())
    assert known_words(vault) == set()


def test_of_a_purged_line_no_word_stays_in_the_file(tmp_path: Path) -> None:
    """Every page of the store, decrypted, holds none of the words that were deleted permanently."""
    vault = a_vault(tmp_path)
    noted(vault, "an ordinary note", "zebrafish quagmire", "another one")
    with vault.writing() as store:
        for number in range(300):
            store.check_ins.add(
                a_check_in(note=f"zebra{number} quarry{number}", hours_ago=number, id=f"many-{number}")
            )
        store.reflections.add(Reflection("r", a_moment(), a_moment(), "zebrafish?", "quagmire"))
        store.life_events.add(LifeEvent("e", a_moment(), a_moment(), "zebrafish", "quagmire"))
        store.check_ins.amend(a_check_in(note="ordinary again zebrafish", hours_ago=3, id="0"), a_moment())
    with vault.writing() as store:
        store.check_ins.amend(a_check_in(note="ordinary again", hours_ago=3, id="0"), a_moment())
        store.check_ins.purge(["0", "1"], a_moment())
        store.reflections.purge(["r"], a_moment())
        store.life_events.purge(["e"], a_moment())
    vault.close()
    content = decrypted(tmp_path / "store")
    assert b"zebra299" in content
    assert b"another" in content
    for canary in (b"zebrafish", b"quagmire", b"rafish", b"agmire", b"ordinary"):
        assert canary not in content.lower()


def test_notes_of_an_import_that_was_given_up_leave_nothing_behind(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    coming = vault.importing("test")
    coming.add([(f"key {number}", a_check_in(note="zebrafish", tags=("home",))) for number in range(30)])
    coming.abandon()
    assert known_words(vault) == set()
    assert found(vault, "zebrafish") == []


def test_imported_notes_are_found_in_order_of_time_among_the_others(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    at = a_moment(5)
    noted(vault, "calm", "calm")
    coming = vault.importing("test")
    for chunk in range(2):
        coming.add(
            [
                (f"{chunk}-{number}", a_check_in(at=at, note="calm", id=f"i-{chunk}-{number:02}"))
                for number in range(40)
            ]
        )
    coming.complete()
    noted_ids = [f"i-{chunk}-{number:02}" for chunk in range(2) for number in range(40)]
    assert found(vault, "calm") == ["1", "0", *reversed(noted_ids)]


@pytest.mark.parametrize("way", list(Way))
def test_hits_come_from_the_index_in_order_without_sorting(tmp_path: Path, way: Way) -> None:
    plan = a_vault(tmp_path).opened().connection.execute(f"EXPLAIN QUERY PLAN {journal_search.hits(way)}", ("a", 1))
    steps = [row[3] for row in plan]
    assert [
        step for step in steps if "SCAN" in step and "VIRTUAL TABLE" not in step and "import_batch" not in step
    ] == []
    assert "USE TEMP B-TREE FOR ORDER BY" not in steps


def known_words(vault: SqliteVault) -> set[str]:
    """Every word of the index that more than one letter has, but for ours."""
    rows = vault.opened().connection.execute("SELECT DISTINCT term FROM known_word")
    return {term for (term,) in rows if not term.startswith(journal_search.OURS)}


def _drawn(draw: Random, check_in_id: str) -> CheckIn:
    return a_check_in(
        zone=draw.choice(list(Zone)),
        hours_ago=draw.randint(0, 5),
        note=" ".join(draw.sample(WORDS, draw.randint(0, 3))),
        tags=tuple(draw.sample(("home", "work", "far"), draw.randint(0, 3))),
        id=check_in_id,
    )


def _at_work(check_in: CheckIn) -> CheckIn:
    return replace(check_in, tags=tuple(dict.fromkeys("work" if tag == "home" else tag for tag in check_in.tags)))


def _questions() -> list[JournalFilter]:
    return [
        JournalFilter(text="c"),
        JournalFilter(text="walk", tag=Tag(TagKind.TAG, "work")),
        JournalFilter(text="a", tag=Tag(TagKind.TAG, "home"), zones=frozenset({Zone.ABOVE, Zone.MIXED})),
        JournalFilter(tag=Tag(TagKind.TAG, "work"), zones=frozenset({Zone.BELOW})),
        JournalFilter(with_note=True),
    ]
