"""The list of what is shipped, and what is refused."""

import json
from pathlib import Path

import pytest

from tests.support.recipes import recipe

licences = recipe("licences")


def a_library(site: Path, name: str, licence: str, *requires: str) -> None:
    """An installed library that says so much of itself."""
    about = site / f"{name}-1.0.dist-info"
    about.mkdir(parents=True)
    lines = ["Metadata-Version: 2.4", f"Name: {name}", "Version: 1.0", f"License-Expression: {licence}"]
    (about / "METADATA").write_text("\n".join([*lines, *(f"Requires-Dist: {other}" for other in requires)]) + "\n")
    (about / "RECORD").write_text(f"{about.name}/METADATA,,\n{about.name}/LICENSE,,\n")
    (about / "LICENSE").write_text(f"the words of {name}\n")


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """The Python of an environment that has nothing yet."""
    (tmp_path / "environment/lib/python3.11/site-packages").mkdir(parents=True)
    return tmp_path / "environment/bin/python"


@pytest.fixture
def site(python: Path) -> Path:
    """Where its libraries lie."""
    return python.parents[1] / "lib/python3.11/site-packages"


def test_everything_that_is_required_is_listed_and_nothing_else(site: Path) -> None:
    a_library(site, "companion", "MIT", "first_one>=2", 'tests-only; extra == "dev"')
    a_library(site, "First-One", "BSD-3-Clause", "second")
    a_library(site, "second", "Apache-2.0")
    a_library(site, "tests-only", "MIT")
    a_library(site, "stray", "MIT")
    assert [part.name for part in licences.shipped(site)] == ["companion", "First-One", "second"]


def test_each_text_lies_beside_the_list(python: Path, site: Path, tmp_path: Path) -> None:
    a_library(site, "companion", "MIT", "other")
    a_library(site, "other", "Apache-2.0")
    licences.write_all(python, tmp_path / "packed/licences")
    assert (tmp_path / "packed/licences/other.txt").read_text() == "the words of other\n"
    assert "| other 1.0 | Apache-2.0 |" in (tmp_path / "packed/licences/LIST.md").read_text()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (tmp_path / "packed/licences/LGPL-3.txt").read_text()


def test_what_is_compiled_in_is_named_and_its_notices_lie_there(python: Path, site: Path, tmp_path: Path) -> None:
    a_library(site, "companion", "MIT", "other")
    a_library(site, "other", "Apache-2.0")
    about = site / "other-1.0.dist-info"
    (about / "sboms").mkdir()
    pieces = [
        {"name": "crate", "version": "2.1", "licenses": [{"expression": "MIT OR Apache-2.0"}]},
        {"name": "bare"},
    ]
    (about / "sboms/bill.json").write_text(json.dumps({"components": pieces}))
    with (about / "RECORD").open("a") as record:
        record.write(f"{about.name}/sboms/bill.json,,\n")
    folder = tmp_path / "packed/licences"
    licences.write_all(python, folder)
    listed = (folder / "LIST.md").read_text()
    assert "| crate 2.1, in other | MIT OR Apache-2.0 |" in listed
    assert "bare" not in listed
    for named in ("ICU.txt", "SQLCipher.txt", "WebP.txt", "Qt-third-parties.txt", "Qt.txt"):
        assert named in listed
        assert (folder / named).stat().st_size > 200


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "SSPL-1.0", ""])
def test_a_licence_that_does_not_fit_stops_the_package(
    python: Path, site: Path, tmp_path: Path, licence: str
) -> None:
    a_library(site, "companion", "MIT", "other")
    a_library(site, "other", licence)
    with pytest.raises(SystemExit, match="other"):
        licences.write_all(python, tmp_path / "packed/licences")
