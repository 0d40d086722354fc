"""Interface strings keep to the words we chose."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "companion"
NEVER = frozenset(
    [
        "score",
        "streak",
        "missed",
        "failed",
        "good",
        "bad",
        "optimal",
        "normal",
        "symptom",
        "symptoms",
        "hyperarousal",
        "hypoarousal",
        "disorder",
        "ptsd",
        "panic",
        "bipolar",
        "dissociation",
        "depression",
        "depressed",
    ]
)
TRANSLATORS = {"_", "ngettext", "pgettext"}


def interface_strings() -> Iterator[tuple[str, str]]:
    """Every literal that is passed to a translation function, with its file and line."""
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATORS:
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield f"{file.relative_to(PACKAGE)}:{node.lineno}", argument.value


def test_no_interface_string_scores_or_blames_anyone() -> None:
    unkind = [
        (place, text) for place, text in interface_strings() if set(re.findall(r"[a-z]+", text.lower())) & set(NEVER)
    ]
    assert unkind == []


def test_no_interface_string_shouts() -> None:
    assert [place for place, text in interface_strings() if "!" in text] == []


def test_translation_functions_are_given_literals() -> None:
    unclear = [
        f"{file.relative_to(PACKAGE)}:{node.lineno}"
        for file in PACKAGE.rglob("*.py")
        if file.name != "translation.py"
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "_"
        and not (node.args and isinstance(node.args[0], ast.Constant))
    ]
    assert unclear == []
