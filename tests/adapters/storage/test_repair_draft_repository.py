"""The repair that is not saved yet: one at most, as it was left."""

from dataclasses import replace
from pathlib import Path

from companion.domain.repair import RepairDraft
from companion.domain.zone import Zone
from tests.support.builders import a_moment
from tests.support.decrypted import decrypted, decrypted_log
from tests.support.store import a_vault

WHOLE = RepairDraft(a_moment(2), "A joke ☂", 0, Zone.BELOW, "tired", "tea", "c", a_moment(5))


def test_it_comes_back_as_it_was_left(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    for draft in (WHOLE, RepairDraft(a_moment())):
        with vault.writing() as store:
            store.repair_drafts.set(draft)
        with vault.reading() as store:
            assert store.repair_drafts.current() == draft


def test_of_one_that_was_dropped_no_word_is_left_while_the_notebook_is_open(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    found = []
    for draft in (replace(WHOLE, helped="zebrafinch"), None):
        with vault.writing() as store:
            store.repair_drafts.set(draft)
        found.append(b"zebrafinch" in decrypted(tmp_path / "store") + decrypted_log(tmp_path / "store"))
    assert found == [True, False]
    with vault.reading() as store:
        assert store.repair_drafts.current() is None
    vault.close()
