"""The draft: one at most, kept whole."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.domain.context import Context
from companion.domain.draft import Draft
from companion.domain.input_method import InputMethod
from companion.domain.zone import Zone
from tests.support.builders import a_moment
from tests.support.store import a_vault


@pytest.mark.parametrize(
    "draft",
    [
        Draft(a_moment(1)),
        Draft(a_moment(1), 0, Zone.UNSURE, "half a sent", a_moment(7)),
        Draft(a_moment(), 100, first_touch=50, method=InputMethod.ARROW_KEYS, took=timedelta(seconds=7.25)),
        Draft(a_moment(), pleasantness=0, safe=1, connected=100, sleep=4, slept=timedelta(hours=6, minutes=45)),
        Draft(
            a_moment(),
            tags=("b", "a: b", "ÄÖ 🙂"),
            context=Context(people=("Noor",), places=("b",), activities=("walk", "a"), body_cues=("cold",)),
        ),
    ],
)
def test_the_draft_comes_back_as_it_was(tmp_path: Path, draft: Draft) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.drafts.set(Draft(a_moment(5), note="earlier"))
        store.drafts.set(draft)
        assert store.drafts.current() == draft


def test_a_dropped_draft_is_gone(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.drafts.set(Draft(a_moment(), 50))
        store.drafts.set(None)
        assert store.drafts.current() is None
