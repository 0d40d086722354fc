"""Each room says at its door what lives in it, and each file says in its first line what it is."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "companion"
FILES = sorted(PACKAGE.rglob("*.py"))
ROOMS = [file for file in FILES if file.name == "__init__.py"]


@pytest.mark.parametrize("door", ROOMS, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_room_has_a_nameplate(door: Path) -> None:
    nameplate = ast.get_docstring(ast.parse(door.read_text("utf-8")))
    assert nameplate
    assert len(nameplate.split()) >= 6


def test_every_file_says_in_its_first_line_what_it_is() -> None:
    silent = [str(f.relative_to(PACKAGE)) for f in FILES if not ast.get_docstring(ast.parse(f.read_text("utf-8")))]
    assert silent == []


def test_public_classes_and_functions_state_their_promise() -> None:
    silent = [
        f"{file.relative_to(PACKAGE)}: {node.name}"
        for file in FILES
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_only_the_clock_asks_for_the_time() -> None:
    asking = ("QDateTime.currentDateTime", "QDate.currentDate", "QTime.currentTime", "time.time()", "datetime.now(")
    allowed = {"adapters/system/clock.py", "adapters/system/ids.py"}
    found = [
        f"{file.relative_to(PACKAGE)}: {words}"
        for file in FILES
        for words in asking
        if str(file.relative_to(PACKAGE)) not in allowed and words in file.read_text("utf-8")
    ]
    assert found == []
