"""Tags, people and places: counts, another name, two that become one, taking away."""

from dataclasses import replace
from pathlib import Path

import pytest

from companion.domain.context import Context
from companion.domain.tag import Tag, TagKind
from companion.presentation.tag_list import TagListPresenter, removal_question
from tests.support.builders import a_check_in
from tests.support.journal_desk import JournalDesk


@pytest.fixture
def desk(tmp_path: Path) -> JournalDesk:
    made = JournalDesk(tmp_path)
    made.note([a_check_in(tags=("work", "phone")), replace(a_check_in(tags=("work",)), context=Context(("Anna",)))])
    return made


@pytest.fixture
def presenter(desk: JournalDesk) -> TagListPresenter:
    return desk.tags()


def counted(presenter: TagListPresenter, kind: TagKind = TagKind.TAG) -> list[tuple[str, str]]:
    return [(row.name, row.check_ins) for row in presenter.state(kind).rows]


def test_each_tag_says_how_many_check_ins_it_lies_on(presenter: TagListPresenter) -> None:
    assert counted(presenter) == [("phone", "1 check-in"), ("work", "2 check-ins")]
    assert counted(presenter, TagKind.PERSON) == [("Anna", "1 check-in")]


def test_a_kind_without_any_says_so(presenter: TagListPresenter) -> None:
    assert (
        presenter.state(TagKind.PLACE).empty == "No places yet. They come with the check-ins in which you name them."
    )


def test_another_name_is_on_every_check_in(presenter: TagListPresenter) -> None:
    tag = Tag(TagKind.TAG, "work")
    assert presenter.question(tag, "office") == ""
    assert presenter.rename(tag, "office") == ""
    assert counted(presenter) == [("office", "2 check-ins"), ("phone", "1 check-in")]


def test_a_name_that_is_there_already_is_asked_about_and_both_become_one(presenter: TagListPresenter) -> None:
    tag = Tag(TagKind.TAG, "phone")
    assert "both are one" in presenter.question(tag, " #work ")
    presenter.rename(tag, "work")
    assert counted(presenter) == [("work", "2 check-ins")]


def test_no_name_at_all_is_refused_in_a_sentence(presenter: TagListPresenter) -> None:
    assert presenter.rename(Tag(TagKind.TAG, "work"), " ") != ""


def test_a_removed_tag_leaves_the_check_ins(desk: JournalDesk, presenter: TagListPresenter) -> None:
    row = presenter.state(TagKind.TAG).rows[1]
    assert removal_question(row) == "Remove “work” from 2 check-ins? The check-ins themselves stay."
    assert presenter.remove(row.tag) == ""
    assert counted(presenter) == [("phone", "1 check-in")]
    assert len(desk.pages.newest().rows) == 2


def test_names_are_found_by_their_beginning_whatever_their_kind(presenter: TagListPresenter) -> None:
    assert presenter.like("an") == [("Anna (People)", Tag(TagKind.PERSON, "Anna"))]


def test_while_locked_there_is_nothing(desk: JournalDesk, presenter: TagListPresenter) -> None:
    desk.vault.lock()
    assert presenter.state(TagKind.TAG).rows == ()
    assert presenter.like("a") == []
