"""Whether anything waits beside the store."""

from pathlib import Path

import pytest

from companion.adapters.storage.beside import pieces_wait


@pytest.mark.parametrize(
    ("names", "waits"),
    [
        ([], False),
        (["key.pub", "000001.5.pause.sealed.part", "000001.5.pause.sealed.unreadable"], False),
        (["key.pub", "000001.5.pause.sealed"], True),
    ],
)
def test_only_whole_sealed_pieces_wait(tmp_path: Path, names: list[str], waits: bool) -> None:
    (tmp_path / "spool").mkdir()
    for name in names:
        (tmp_path / "spool" / name).touch()
    assert pieces_wait(tmp_path) is waits


def test_without_a_spool_nothing_waits(tmp_path: Path) -> None:
    assert not pieces_wait(tmp_path)
