"""The log holds places, never words."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from companion.adapters.system.logs import start_logging


@pytest.fixture(autouse=True)
def log_put_back() -> Iterator[None]:
    """Takes the log away again."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_a_failure_is_told_by_its_kind_and_place(tmp_path: Path) -> None:
    file = start_logging(tmp_path)
    assert file is not None
    try:
        raise KeyError("heron")
    except KeyError:
        logging.getLogger("companion.test").exception("it stopped")
    written = file.read_text()
    assert "it stopped" in written
    assert "KeyError" in written
    assert "test_logs.py" in written
    assert "heron" not in written


def test_the_file_is_for_the_person_alone(tmp_path: Path) -> None:
    file = start_logging(tmp_path / "logs")
    assert file is not None
    assert file.stat().st_mode & 0o777 == 0o600


def test_where_nothing_can_be_written_there_is_no_log(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert start_logging(tmp_path / "file") is None


def test_it_does_not_grow_for_ever(tmp_path: Path) -> None:
    start_logging(tmp_path)
    for _ in range(3000):
        logging.getLogger("companion.test").info("x" * 1000)
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) < 2_000_000


def test_what_was_written_last_is_kept_and_older_files_are_for_the_person_alone_too(tmp_path: Path) -> None:
    file = start_logging(tmp_path)
    assert file is not None
    for number in range(1200):
        logging.getLogger("companion.test").info("%d %s", number, "x" * 1000)
    files = [tmp_path / f"companion.log{end}" for end in ("", ".1", ".2")]
    assert sorted(tmp_path.iterdir()) == sorted(files)
    written = "".join(each.read_text() for each in reversed(files)).splitlines()
    assert [line.split(": ")[1].split()[0] for line in written] == [str(number) for number in range(1200)]
    assert {each.stat().st_mode & 0o777 for each in files} == {0o600}
