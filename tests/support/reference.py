"""Real ratings and what R says of them, where they lie beside the checkout; tests of them are left out elsewhere."""

import csv
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from companion.domain.mark import Mark
from companion.domain.metrics.ratings import Ratings

PLACE = Path(__file__).resolve().parents[3] / "shared" / "data"
PEOPLE = ("23", "357", "152")
LONG = ("mood_relaxed", "pat_restl", "phy_tired", "pat_agitate")
AS_R = 1e-9

needs_reference = pytest.mark.skipif(not (PLACE / "reference").is_dir(), reason="no reference values beside us")


def of_person(person: str, variable: str = "arousal") -> dict[str, float]:
    """What R says of one person's ratings, by name."""
    for row in rows_of("person_metrics.csv"):
        if (row["id"], row["var"]) == (person, variable):
            return {name: float(text) for name, text in row.items() if name not in ("dataset", "id", "var")}
    raise LookupError(person)


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a reference file."""
    with (PLACE / "reference" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def vector(name: str) -> Any:
    """One of the small vectors that can be checked by hand."""
    return json.loads((PLACE / "reference" / "test_vectors.json").read_text("utf-8"))[name]


def person_file(person: str) -> Path:
    """One person's check-ins as a file that can be imported."""
    return PLACE / f"checkins_covidaffect_{person}.csv"


def marks_of(person: str) -> list[Mark]:
    """The same as marks, all of them scheduled and without a zone."""
    with person_file(person).open(encoding="utf-8", newline="") as file:
        return [_mark(row) for row in csv.DictReader(file)]


def rounded(value: float, digits: int = 10) -> float:
    """As the reference files have it: to ten significant digits."""
    return float(f"{value:.{digits}g}")


def _mark(row: dict[str, str]) -> Mark:
    at = datetime.fromisoformat(row["at"])
    offset = at.utcoffset()
    assert offset is not None
    return Mark("", at.timestamp(), int(offset.total_seconds()), int(row["arousal"]), None, True)


def long_ratings(variable: str = "mood_relaxed") -> Ratings:
    """One person's 1476 ratings, 1 to 7, of 238 days; hours since the first."""
    place = PLACE / "kossakowski_single_person" / "symptom_data.csv"
    with place.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row[variable] not in ("", "NA")]
    moments = [datetime.fromisoformat(f"{row['date_iso']}T{row['resptime_s']}") for row in rows]
    hours = [(moment - moments[0]).total_seconds() / 3600 for moment in moments]
    return Ratings([float(row[variable]) for row in rows], hours, [moment.toordinal() for moment in moments])


def long_series() -> tuple[list[float], list[float]]:
    """The same as days since the first, and the ratings."""
    ratings = long_ratings()
    return [hours / 24 for hours in ratings.hours], list(ratings.values)
