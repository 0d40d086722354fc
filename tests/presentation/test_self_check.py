"""Words for the self-check."""

import re
from pathlib import Path

import pytest

from companion.presentation.self_check import words_of

SOURCE = Path(__file__).resolve().parents[2] / "companion" / "adapters" / "storage" / "self_check.py"
NAMES = sorted(set(re.findall(r'(?:Finding|_finding)\("([a-z._]+)"', SOURCE.read_text())))
NEVER_WRONG = {"key.open", "key.protected", "store.check_ins", "store.version", "spool.waiting"}


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_of_the_store_has_words(name: str) -> None:
    if name != "store.open":
        assert words_of(name, True, "7").what.endswith(".")
    if name not in NEVER_WRONG:
        wanting = words_of(name, False, "7")
        assert wanting.what.endswith(".")
        assert wanting.todo.endswith(".")


def test_the_store_is_asked_for_its_findings() -> None:
    assert "store.integrity" in NAMES
