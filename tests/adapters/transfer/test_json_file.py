"""The layout of an export: as we write it, as somebody laid it out anew, and broken off."""

import json
from pathlib import Path

import pytest

from companion.adapters.transfer import json_file
from companion.adapters.transfer.json_file import pieces_of
from companion.application.errors import Trouble, UserError
from tests.support.notebooks import carried, exported, whole_desk
from tests.support.store import a_vault


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The export of a notebook with one of everything."""
    folder = tmp_path_factory.mktemp("whole")
    return exported(whole_desk(folder).vault, folder / "out.json")


@pytest.mark.parametrize("indent", [None, 2])
def test_a_file_that_was_laid_out_anew_comes_in_as_well(
    everything: bytes, tmp_path: Path, indent: int | None
) -> None:
    (tmp_path / "in.json").write_text(json.dumps(json.loads(everything), indent=indent))
    vault = a_vault(tmp_path)
    carried(vault, tmp_path / "in.json")
    assert exported(vault, tmp_path / "out.json") == everything


def test_its_lists_may_then_stand_in_any_order(everything: bytes, tmp_path: Path) -> None:
    content = json.loads(everything)
    (tmp_path / "in.json").write_text(json.dumps(dict(reversed(content.items()))))
    vault = a_vault(tmp_path)
    carried(vault, tmp_path / "in.json")
    assert exported(vault, tmp_path / "out.json") == everything


def test_a_byte_order_mark_and_other_line_ends_do_no_harm(everything: bytes, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_bytes(b"\xef\xbb\xbf" + everything.replace(b"\n", b"\r\n"))
    vault = a_vault(tmp_path)
    carried(vault, tmp_path / "in.json")
    assert exported(vault, tmp_path / "out.json") == everything


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_breaks_off_is_unreadable(everything: bytes, tmp_path: Path, part: float) -> None:
    (tmp_path / "in.json").write_bytes(everything[: int(len(everything) * part)])
    with pytest.raises(UserError) as told:
        list(pieces_of(tmp_path / "in.json"))
    assert told.value.trouble is Trouble.FILE_UNREADABLE


def test_a_file_that_goes_on_after_its_end_is_unreadable(everything: bytes, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_bytes(everything + everything)
    with pytest.raises(UserError) as told:
        list(pieces_of(tmp_path / "in.json"))
    assert told.value.trouble is Trouble.FILE_UNREADABLE


def test_a_line_longer_than_any_is_passed_over_unread(
    everything: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    longest = max(len(line) for line in everything.split(b"\n"))
    monkeypatch.setattr(json_file, "LONGEST_LINE", longest + 2)
    long = b'{"id": "' + b"x" * 3 * longest + b'"},\n'
    (tmp_path / "in.json").write_bytes(everything.replace(b'"checkins": [\n', b'"checkins": [\n' + long))
    pieces = [piece for piece in pieces_of(tmp_path / "in.json") if piece.section == "checkins"]
    assert [piece.place for piece in pieces if piece.content is None] == [1]
    assert len(pieces) == 1 + len(json.loads(everything)["checkins"])
