"""Saving pictures of the chart."""

import pytest

from companion.application.errors import Trouble, UserError
from companion.presentation.chart_pictures import FilePresenter, PictureKind, file_kind, file_name, kind_name
from tests.support.worker import FakeWorker


class Files:
    def __init__(self, refusal: UserError | None = None) -> None:
        self.refusal = refusal
        self.written: dict[str, bytes] = {}

    def write(self, path: str, content: bytes) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.written[path] = content


def saved(files: Files, path: str) -> list[str]:
    told: list[str] = []
    worker = FakeWorker()
    FilePresenter(files, worker).save(path, b"content", told.append)
    worker.work()
    return told


def test_it_says_where_the_file_is() -> None:
    files = Files()
    assert saved(files, "/home/x/chart.png") == ["Saved as /home/x/chart.png. Anyone who has this file can see it."]
    assert files.written == {"/home/x/chart.png": b"content"}


def test_a_full_disk_is_told_in_a_line() -> None:
    [line] = saved(Files(UserError(Trouble.DISK_FULL, path="/x/chart.png")), "/x/chart.png")
    assert "full" in line
    assert "What you saved before is safe." in line


@pytest.mark.parametrize("kind", PictureKind)
def test_a_name_says_nothing_of_the_person(kind: PictureKind) -> None:
    assert file_name(kind) == f"chart{kind.ending}"
    assert f"*{kind.ending}" in file_kind(kind)
    assert kind_name(kind)
