"""Tags: counted, found by their words, renamed, merged and taken off."""

from pathlib import Path

import pytest

from companion.adapters.storage import tag_repository as queries
from companion.adapters.storage.vault import SqliteVault
from companion.domain.context import Context
from companion.domain.tag import Tag, TagKind, TagUse
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_vault

TAG, PERSON = TagKind.TAG, TagKind.PERSON


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    """Four check-ins, an hour apart."""
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(id="1", hours_ago=1, tags=("walk", "rain")))
        store.check_ins.add(a_check_in(id="2", hours_ago=2, tags=("a", "Walk", "b", "walk")))
        store.check_ins.add(a_check_in(id="3", hours_ago=3, tags=("work",), context=Context(people=("walk", "Noor"))))
        store.check_ins.add(a_check_in(id="4", hours_ago=4, tags=("Walk", "café")))
    return vault


def counts(vault: SqliteVault, kind: TagKind = TAG) -> dict[str, int]:
    with vault.reading() as store:
        assert store.tags.are_right()
        return {use.tag.name: use.check_ins for use in store.tags.all(kind)}


def tags_of(vault: SqliteVault, check_in_id: str) -> tuple[str, ...]:
    with vault.reading() as store:
        check_in = store.check_ins.get(check_in_id)
    assert check_in is not None
    return check_in.tags


def test_tags_of_one_kind_are_counted_and_come_by_name(vault: SqliteVault) -> None:
    with vault.reading() as store:
        assert store.tags.all(PERSON) == [TagUse(Tag(PERSON, "Noor"), 1), TagUse(Tag(PERSON, "walk"), 1)]
        assert [use.tag.name for use in store.tags.all(TAG)] == ["a", "b", "café", "rain", "Walk", "walk", "work"]
    assert counts(vault)["walk"] == counts(vault)["Walk"] == 2


def test_completion_finds_beginnings_of_words_and_the_last_used_first(vault: SqliteVault) -> None:
    with vault.reading() as store:
        tags = store.tags
        assert tags.beginning_with(TAG, "wa", 9) == ["walk", "Walk"]
        assert tags.beginning_with(TAG, "W", 2) == ["walk", "Walk"]
        assert tags.beginning_with(TAG, "CAFE", 9) == ["café"]
        assert tags.beginning_with(TAG, "alk", 9) == []
        assert tags.beginning_with(TAG, "", 3) == ["rain", "walk", "Walk"]
        assert tags.beginning_with(PERSON, "w", 9) == ["walk"]


def test_forgotten_check_ins_count_nowhere_until_they_come_back(vault: SqliteVault) -> None:
    before = counts(vault)
    with vault.writing() as store:
        store.check_ins.forget("2", a_moment())
        assert store.tags.beginning_with(TAG, "a", 9) == []
    assert counts(vault) == {"walk": 1, "rain": 1, "work": 1, "Walk": 1, "café": 1}
    with vault.writing() as store:
        store.check_ins.restore("2", a_moment())
    assert counts(vault) == before


def test_tags_of_an_import_show_once_it_is_complete(vault: SqliteVault) -> None:
    importing = vault.importing("csv")
    importing.add([("key", a_check_in(tags=("brought", "rain")))])
    assert "brought" not in counts(vault)
    assert counts(vault)["rain"] == 1
    with vault.reading() as store:
        assert store.tags.beginning_with(TAG, "br", 9) == []
    importing.complete()
    assert (counts(vault)["brought"], counts(vault)["rain"]) == (1, 2)
    with vault.reading() as store:
        assert store.tags.beginning_with(TAG, "br", 9) == ["brought"]


def test_an_abandoned_import_leaves_no_tag(vault: SqliteVault) -> None:
    before = counts(vault)
    importing = vault.importing("csv")
    importing.add([("key", a_check_in(tags=("brought", "rain")))])
    importing.abandon()
    assert counts(vault) == before
    assert names_in_the_file(vault, "brought") == 0


def test_a_renamed_tag_has_its_new_name_everywhere_and_its_place(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.tags.rename(Tag(TAG, "Walk"), "stroll", a_moment())
    assert tags_of(vault, "2") == ("a", "stroll", "b", "walk")
    assert (counts(vault)["stroll"], counts(vault, PERSON)["walk"]) == (2, 1)
    assert "Walk" not in counts(vault)


@pytest.mark.parametrize(("old", "new"), [("Walk", "walk"), ("walk", "Walk")])
def test_merged_tags_keep_the_first_of_their_places_and_no_double(vault: SqliteVault, old: str, new: str) -> None:
    with vault.writing() as store:
        store.tags.rename(Tag(TAG, old), new, a_moment())
    assert tags_of(vault, "1") == (new, "rain")
    assert tags_of(vault, "2") == ("a", new, "b")
    assert tags_of(vault, "4") == (new, "café")
    assert counts(vault)[new] == 3
    assert names_in_the_file(vault, old) == int(old == "walk")  # the person


def test_merging_moves_the_fewer_lines_whichever_is_renamed(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.tags.rename(Tag(TAG, "walk"), "rain", a_moment())
        store.tags.rename(Tag(TAG, "rain"), "work", a_moment())
    assert tags_of(vault, "1") == ("work",)
    assert tags_of(vault, "2") == ("a", "Walk", "b", "work")
    assert counts(vault) == {"a": 1, "b": 1, "café": 1, "Walk": 2, "work": 3}
    with vault.reading() as store:
        assert store.tags.beginning_with(TAG, "w", 9) == ["work", "Walk"]


def test_renaming_what_is_not_there_or_to_itself_changes_nothing(vault: SqliteVault) -> None:
    before = counts(vault)
    with vault.writing() as store:
        store.tags.rename(Tag(TAG, "never"), "walk", a_moment())
        store.tags.rename(Tag(TAG, "walk"), "walk", a_moment())
        store.tags.remove(Tag(TAG, "never"), a_moment())
    assert counts(vault) == before


def test_a_removed_tag_lies_on_nothing_and_the_others_stay(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.tags.remove(Tag(TAG, "Walk"), a_moment())
    assert tags_of(vault, "2") == ("a", "b", "walk")
    assert "Walk" not in counts(vault)
    assert names_in_the_file(vault, "Walk") == 0


def test_what_is_offered_comes_in_the_persons_order_and_can_be_completed(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.tags.offer(TAG, ["work", "reading", "walk"], a_moment())
        assert store.tags.offered(TAG) == ["work", "reading", "walk"]
        assert store.tags.offered(PERSON) == []
        assert store.tags.beginning_with(TAG, "re", 9) == ["reading"]
    assert counts(vault)["reading"] == 0


def test_what_is_no_longer_offered_stays_where_it_lies_and_else_goes(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.tags.offer(TAG, ["work", "reading", "resting"], a_moment())
        store.tags.offer(TAG, ["resting", "rain"], a_moment())
        assert store.tags.offered(TAG) == ["resting", "rain"]
    assert "work" in counts(vault)
    assert names_in_the_file(vault, "reading") == 0


def test_an_offered_tag_stays_when_nothing_has_it_and_when_it_is_merged(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.tags.offer(TAG, ["rain", "Walk"], a_moment())
        store.check_ins.purge(["1"], a_moment())
        store.tags.rename(Tag(TAG, "Walk"), "walk", a_moment())
        assert store.tags.offered(TAG) == ["rain", "walk"]
    assert counts(vault)["rain"] == 0


def test_wrong_counts_are_noticed(vault: SqliteVault) -> None:
    with vault.writing() as store:
        vault.opened().connection.execute("UPDATE tag_use SET check_ins = 7 WHERE check_ins = 1")
        assert not store.tags.are_right()


def test_ten_thousand_tags_on_one_check_in_come_back_in_order(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    names = tuple(f"tag {number}" for number in range(10_000))
    with vault.writing() as store:
        store.check_ins.add(a_check_in(id="many", tags=names))
    assert tags_of(vault, "many") == names
    assert len(counts(vault)) == 10_000


@pytest.mark.parametrize(
    ("query", "values"),
    [
        (queries.ALL, ("tag",)),
        (queries.NAMES, ("tag",)),
        (queries.LAST_USES, ()),
        (queries.DOUBLES, (1, 2)),
        (queries.WRONG, ()),
    ],
)
def test_no_question_about_tags_reads_the_check_ins(
    vault: SqliteVault, query: str, values: tuple[object, ...]
) -> None:
    steps = [row[3] for row in vault.opened().connection.execute(f"EXPLAIN QUERY PLAN {query}", values)]
    allowed = ("INDEX", "import_batch", "tag_use", "subquery")
    assert not [step for step in steps if step.startswith("SCAN") and not any(word in step for word in allowed)]
    assert not [step for step in steps if step.split()[1:2] == ["check_in"]]


def names_in_the_file(vault: SqliteVault, name: str) -> int:
    rows = vault.opened().connection.execute("SELECT count(*) FROM tag WHERE name = ?", (name,))
    return int(rows.fetchone()[0])
