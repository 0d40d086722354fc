"""Repairs: durable before anybody hears of it, and what is not saved yet waits."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from companion.application.errors import UserError
from companion.application.events import JournalChanged
from companion.domain.errors import DomainError, Rule
from companion.domain.journal import JournalFilter, JournalKind, place_of
from companion.domain.repair import Repair, RepairDraft
from companion.domain.zone import Zone
from tests.support.builders import a_check_in
from tests.support.journal_desk import JournalDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[JournalDesk]:
    made = JournalDesk(tmp_path)
    yield made
    made.vault.close()


def a_draft(desk: JournalDesk) -> RepairDraft:
    return RepairDraft(desk.clock.now(), "A joke", 70, Zone.ABOVE, "tired", "tea")


def there(desk: JournalDesk) -> list[Repair]:
    with desk.vault.reading() as store:
        return store.repairs.between(None, None)


def test_it_is_durable_when_it_is_told_and_nothing_waits_any_more(desk: JournalDesk) -> None:
    heard: list[list[Repair]] = []
    desk.bus.listen(JournalChanged, lambda _news: heard.append(there(desk)))
    desk.repairs.keep_draft(a_draft(desk))
    noted = desk.repairs.note(a_draft(desk))
    assert heard == [[noted]]
    assert desk.repairs.draft() is None


def test_without_a_chosen_moment_it_is_about_now(desk: JournalDesk) -> None:
    early = desk.ago(hours=3)
    begun = replace(a_draft(desk), begun_at=early)
    assert desk.repairs.note(begun).experienced_at == desk.clock.now()
    assert desk.repairs.note(replace(begun, experienced_at=early)).experienced_at == early


def test_one_about_a_time_to_come_is_refused_and_stays_as_it_stood(desk: JournalDesk) -> None:
    draft = replace(a_draft(desk), experienced_at=desk.ago(hours=-1))
    desk.repairs.keep_draft(draft)
    with pytest.raises(DomainError) as raised:
        desk.repairs.note(draft)
    assert raised.value.rule is Rule.TIME_IN_THE_FUTURE
    assert (there(desk), desk.repairs.draft()) == ([], draft)


def test_an_empty_one_is_not_kept_for_later(desk: JournalDesk) -> None:
    desk.repairs.keep_draft(a_draft(desk))
    desk.repairs.keep_draft(RepairDraft(desk.clock.now()))
    assert desk.repairs.draft() is None


def test_what_is_kept_while_locked_is_given_to_nobody_and_is_there_once_it_is_open(desk: JournalDesk) -> None:
    desk.vault.lock()
    desk.repairs.keep_draft(a_draft(desk))
    assert desk.repairs.draft() is None
    with pytest.raises(UserError):
        desk.repairs.note(a_draft(desk))
    desk.vault.unlock()
    assert desk.repairs.draft() == a_draft(desk)
    with desk.vault.reading() as store:
        assert store.repair_drafts.current() == a_draft(desk)


def test_the_check_in_it_grew_from_is_found_until_it_is_gone_for_good(desk: JournalDesk) -> None:
    check_in = a_check_in()
    desk.note([check_in])
    assert desk.repairs.check_in(check_in.id) == check_in
    assert desk.repairs.check_in(None) is None
    desk.journal.purge([place_of(check_in)])
    assert desk.repairs.check_in(check_in.id) is None


def test_the_journal_corrects_it_keeps_what_it_said_and_leaves_where_it_grew_from(desk: JournalDesk) -> None:
    before = desk.repairs.note(replace(a_draft(desk), check_in_id="c"))
    after = desk.journal.amend(replace(before, zone=None, helped="soup", check_in_id="another"))
    assert after == replace(before, zone=None, helped="soup")
    assert [each.said for each in desk.journal.versions(before.id, JournalKind.REPAIR)] == [before]


def test_the_journal_takes_it_back_brings_it_back_and_finds_it_by_its_words(desk: JournalDesk) -> None:
    noted = desk.repairs.note(a_draft(desk))
    bare = desk.repairs.note(RepairDraft(desk.clock.now(), arousal=3))

    def lines(wanted: JournalFilter) -> list[str]:
        return [place_of(line).id for line in desk.journal.older(wanted, None, 9).lines]

    assert lines(JournalFilter(kinds=frozenset({JournalKind.REPAIR}))) == [bare.id, noted.id]
    assert lines(JournalFilter(with_note=True)) == [noted.id]
    assert lines(JournalFilter(zones=frozenset({Zone.ABOVE}))) == [], "zones are those of check-ins"
    for words in ("joke", "tir tea"):
        assert lines(JournalFilter(text=words)) == [noted.id]
    desk.journal.forget([place_of(noted)])
    assert lines(JournalFilter(text="joke")) == []
    desk.journal.restore([place_of(noted)])
    assert lines(JournalFilter(text="joke")) == [noted.id]
    desk.journal.purge([place_of(noted)])
    assert lines(JournalFilter()) == [bare.id]
