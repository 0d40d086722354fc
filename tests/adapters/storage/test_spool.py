"""The spool: on the disk before it returns, in order, and never thrown away unread."""

import os
from pathlib import Path

import pytest

from companion.adapters.storage import spool as spool_module
from companion.adapters.storage.files import write_durably
from companion.adapters.storage.spool import Spool
from companion.application.errors import Trouble, UserError
from companion.domain.checkin import CheckIn
from companion.domain.prompt import PromptState, Transition
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_prompt

PRIVATE = bytes(range(32))


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    """An empty spool that can be written."""
    spool = Spool(tmp_path)
    spool.make_ready(PRIVATE)
    return spool


def pieces() -> list[CheckIn | Transition]:
    return [a_check_in(note="one"), Transition(a_prompt().id, PromptState.SHOWN, a_moment()), a_check_in(note="two")]


def test_pieces_come_out_in_the_order_they_went_in(spool: Spool) -> None:
    first, second = pieces(), pieces()
    spool.put(first)
    spool.put(second)
    assert [piece for _, piece in spool.take([PRIVATE])] == [*first, *second]


def test_taking_removes_nothing_and_removing_does(spool: Spool) -> None:
    spool.put(pieces())
    for _ in range(2):
        taken = spool.take([PRIVATE])
        assert len(taken) == 3
    spool.remove(name for name, _ in taken)
    assert spool.take([PRIVATE]) == []


def test_a_piece_that_cannot_be_read_is_set_aside_and_the_others_come_out(spool: Spool, tmp_path: Path) -> None:
    spool.put(pieces())
    broken = tmp_path / "spool" / spool.names()[1].file_name()
    broken.write_bytes(broken.read_bytes()[:-20])
    assert len(spool.take([PRIVATE])) == 2
    assert spool.set_aside() == 1
    assert broken.with_name(broken.name + ".unreadable").exists()


def test_a_piece_under_another_name_is_not_believed(spool: Spool, tmp_path: Path) -> None:
    spool.put([Transition(a_prompt(1).id, PromptState.SHOWN, a_moment())])
    path = tmp_path / "spool" / spool.names()[0].file_name()
    path.rename(path.with_name(path.name.replace("shown", "answered")))
    assert spool.take([PRIVATE]) == []
    assert spool.set_aside() == 1


def test_if_one_piece_cannot_be_written_none_is_there(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_after_two(path: Path, content: bytes) -> None:
        if path.name.startswith("000003"):
            raise UserError(Trouble.DISK_FULL)
        write_durably(path, content)

    monkeypatch.setattr(spool_module, "write_durably", full_after_two)
    with pytest.raises(UserError):
        spool.put(pieces())
    assert spool.names() == []


def test_without_a_public_key_nothing_can_be_put(tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        Spool(tmp_path).put(pieces())
    assert raised.value.trouble is Trouble.LOCKED


def test_a_public_key_that_was_exchanged_is_put_right(spool: Spool, tmp_path: Path) -> None:
    (tmp_path / "spool" / "key.pub").write_bytes(os.urandom(32))
    spool.make_ready(PRIVATE)
    spool.put(pieces())
    assert len(spool.take([PRIVATE])) == 3


def test_a_half_written_piece_is_not_there(spool: Spool, tmp_path: Path) -> None:
    (tmp_path / "spool" / "000001.5.line.id.shown.sealed.part").write_bytes(b"half")
    assert spool.names() == []


def test_pieces_sealed_to_an_earlier_key_come_out_beside_those_of_the_newest(spool: Spool) -> None:
    spool.put(pieces())
    newest = os.urandom(32)
    spool.make_ready(newest)
    spool.put(pieces())
    assert len(spool.take([newest, PRIVATE])) == 6
    assert spool.set_aside() == 0


def test_a_piece_that_none_of_the_keys_opens_is_set_aside(spool: Spool) -> None:
    spool.put(pieces())
    assert spool.take([os.urandom(32), os.urandom(32)]) == []
    assert spool.set_aside() == 3
