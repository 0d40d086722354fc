"""A row of a table as it stood there."""

import json

import pytest

from companion.adapters.transfer.foreign_tables import TableRow

CELLS = {"date": "2026-01-04", 'a "name"': 'one\n"two"\t\\', "übel": "grün 🌱 \u2028", "": ""}


@pytest.mark.parametrize("surplus", [(), ("more", 'and "more"', "ö")])
def test_its_source_is_the_very_text_that_json_makes_of_it(surplus: tuple[str, ...]) -> None:
    """What was brought in by an earlier version is known by this text."""
    kept: dict[str, object] = dict(CELLS)
    if surplus:
        kept["…"] = list(surplus)
    assert TableRow(3, CELLS, surplus).source == json.dumps(kept, ensure_ascii=False)
