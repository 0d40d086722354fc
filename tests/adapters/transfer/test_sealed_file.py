"""Files behind a passphrase of their own."""

from hashlib import blake2b
from pathlib import Path

import pytest

from companion.adapters.passphrase_key import Cost
from companion.adapters.transfer.sealed_file import HEAD_BYTES, PIECE_BYTES, is_sealed, sealing, unsealing
from companion.application.errors import Trouble, UserError
from companion.domain.secrets import typed_passphrase

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
WORDS = "lantern pebble orbit"
SECRET = typed_passphrase(WORDS)
TAG = 16


def sealed(path: Path, content: bytes) -> Path:
    with sealing(SECRET, CHEAP)(path) as file:
        for start in range(0, len(content), 10_000):
            file.write(content[start : start + 10_000])
    return path


def unsealed(path: Path, words: str = WORDS) -> bytes:
    with unsealing(typed_passphrase(words))(path) as file:
        return file.read()


def trouble(path: Path, words: str = WORDS) -> Trouble:
    with pytest.raises(UserError) as raised:
        unsealed(path, words)
    return raised.value.trouble


@pytest.mark.parametrize("length", [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES])
def test_what_goes_in_comes_out(tmp_path: Path, length: int) -> None:
    content = bytes(number * 7 % 251 for number in range(length))
    file = sealed(tmp_path / "mine", content)
    assert unsealed(file) == content
    pieces = max(1, -(-length // PIECE_BYTES))
    assert file.stat().st_size == HEAD_BYTES + length + TAG * pieces
    assert file.stat().st_mode & 0o777 == 0o600


def test_lines_are_read_one_by_one(tmp_path: Path) -> None:
    lines = [b"a line of text, number %d\n" % number for number in range(9_000)]
    with unsealing(SECRET)(sealed(tmp_path / "mine", b"".join(lines))) as file:
        assert list(file) == lines


def test_nothing_of_the_content_can_be_read_in_the_file_and_no_two_files_are_alike(tmp_path: Path) -> None:
    content = b"the same words again and again, " * 5_000
    one, two = (sealed(tmp_path / name, content).read_bytes() for name in ("one", "two"))
    assert b"same words" not in one
    assert one[HEAD_BYTES:] != two[HEAD_BYTES:]


def test_another_passphrase_is_told_from_damage(tmp_path: Path) -> None:
    file = sealed(tmp_path / "mine", b"content")
    assert trouble(file, "lantern pebble orbi") is Trouble.FILE_SECRET_WRONG


def test_without_a_passphrase_it_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised, unsealing(None)(sealed(tmp_path / "mine", b"content")):
        pass
    assert raised.value.trouble is Trouble.FILE_SEALED


def test_a_file_that_is_not_sealed_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"{\n}")
    assert unsealed(tmp_path / "plain") == b"{\n}"
    assert not is_sealed(tmp_path / "plain")
    assert is_sealed(sealed(tmp_path / "mine", b""))


@pytest.mark.parametrize("place", [20, 24, 31, 40, 50, HEAD_BYTES, HEAD_BYTES + PIECE_BYTES + TAG, -1])
def test_any_changed_byte_is_noticed(tmp_path: Path, place: int) -> None:
    file = sealed(tmp_path / "mine", b"x" * (2 * PIECE_BYTES))
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    assert trouble(file) is Trouble.FILE_SEAL_BROKEN


WHOLE = HEAD_BYTES + 3 * (PIECE_BYTES + TAG)


@pytest.mark.parametrize(
    "length", [25, HEAD_BYTES - 1, HEAD_BYTES, HEAD_BYTES + 5, WHOLE - PIECE_BYTES - TAG, WHOLE - 1]
)
def test_a_file_that_was_cut_off_is_noticed_also_between_pieces(tmp_path: Path, length: int) -> None:
    file = sealed(tmp_path / "mine", b"x" * (3 * PIECE_BYTES))
    file.write_bytes(file.read_bytes()[:length])
    assert trouble(file) is Trouble.FILE_SEAL_BROKEN


def test_pieces_cannot_change_places_and_nothing_can_be_added(tmp_path: Path) -> None:
    file = sealed(tmp_path / "mine", b"".join(bytes([letter]) * PIECE_BYTES for letter in b"abc"))
    whole = file.read_bytes()
    step = PIECE_BYTES + TAG
    head, one, two, three = whole[:HEAD_BYTES], *(whole[HEAD_BYTES + n * step :][:step] for n in range(3))
    for changed in (head + two + one + three, head + one + three, whole + one, whole + b"x"):
        file.write_bytes(changed)
        assert trouble(file) is Trouble.FILE_SEAL_BROKEN


def test_a_head_that_asks_for_more_memory_than_there_is_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mine"
    bound = b"companion/sealed/1\n" + b"\xff" * 12 + bytes(16)
    file.write_bytes(bound + blake2b(bound, digest_size=16).digest() + bytes(16 + 40))
    assert trouble(file) is Trouble.FILE_SEAL_BROKEN


def test_if_writing_breaks_off_there_is_no_file(tmp_path: Path) -> None:
    def break_off() -> None:
        with sealing(SECRET, CHEAP)(tmp_path / "mine") as file:
            file.write(b"x" * 200_000)
            raise KeyError

    with pytest.raises(KeyError):
        break_off()
    assert list(tmp_path.iterdir()) == []
