"""The triangle that is not saved yet: one at most, as it was left."""

from dataclasses import replace
from pathlib import Path

from companion.domain.triangle import TriangleDraft
from tests.support.builders import a_moment
from tests.support.decrypted import decrypted, decrypted_log
from tests.support.store import a_vault

WHOLE = TriangleDraft(a_moment(2), (0, None, 100), ("quiet ☂", "", "alone"), a_moment(5))


def test_it_comes_back_as_it_was_left(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    for draft in (WHOLE, TriangleDraft(a_moment())):
        with vault.writing() as store:
            store.triangle_drafts.set(draft)
        with vault.reading() as store:
            assert store.triangle_drafts.current() == draft
    vault.close()


def test_of_one_that_was_dropped_no_word_is_left_while_the_notebook_is_open(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    found = []
    for draft in (replace(WHOLE, words=("", "zebrafinch", "")), None):
        with vault.writing() as store:
            store.triangle_drafts.set(draft)
        found.append(b"zebrafinch" in decrypted(tmp_path / "store") + decrypted_log(tmp_path / "store"))
    assert found == [True, False]
    with vault.reading() as store:
        assert store.triangle_drafts.current() is None
    vault.close()
