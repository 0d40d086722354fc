"""The wheel and the sdist hold what the program needs, and the program runs from them."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.support.recipes import ROOT

RESOURCES = ROOT / "resources"


def built(kind: str, sources: Path, into: Path) -> Path:
    """The one file that was built."""
    into.mkdir()
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(into)]
    subprocess.run(command, cwd=sources, check=True, capture_output=True, timeout=120)
    (made,) = into.iterdir()
    return made


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources as they are handed out."""
    return built("sdist", ROOT, tmp_path_factory.mktemp("sdist") / "made")


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made of nothing but the sdist, as whoever packs it for a distribution makes it."""
    place = tmp_path_factory.mktemp("wheel")
    with tarfile.open(sdist) as archive:
        archive.extractall(place, filter="data")
    (sources,) = place.iterdir()
    return built("wheel", sources, place / "made")


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing of ours but what the wheel holds."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def ran(installed: Path, *arguments: str) -> str:
    """What the program says when it is started away from the checkout."""
    environment = os.environ | {"PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=installed.parent,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_resource_and_every_migration_is_in_the_wheel(installed: Path) -> None:
    files = [path.relative_to(RESOURCES) for path in RESOURCES.rglob("*") if path.is_file()]
    assert files
    assert [str(name) for name in files if not (installed / "companion/resources" / name).exists()] == []
    steps = [path.name for path in (ROOT / "companion/adapters/storage/migrations").glob("*.sql")]
    assert [name for name in steps if not (installed / "companion/adapters/storage/migrations" / name).exists()] == []


def test_no_test_and_no_recipe_is_in_the_wheel(installed: Path) -> None:
    assert sorted(path.name.split("-")[0] for path in installed.iterdir()) == ["companion", "companion"]


def test_the_program_on_the_path_is_the_door(installed: Path) -> None:
    (points,) = installed.glob("*.dist-info/entry_points.txt")
    assert "companion = companion.__main__:main" in points.read_text().splitlines()


def test_it_runs_from_the_wheel_and_finds_its_notes(installed: Path, tmp_path: Path) -> None:
    where = ran(installed, "-c", "import companion; print(companion.__file__)")
    assert Path(where.strip()).is_relative_to(installed)
    notes = ran(installed, "-m", "companion", "--data-dir", str(tmp_path), "concepts", "list").splitlines()
    assert len(notes) >= len(list((RESOURCES / "concepts/en").glob("*.md")))


def test_the_sdist_brings_its_tests_and_recipes(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"tests/packaging/test_wheel.py", "packaging/debian/build", "packaging/CHANGELOG.md", "LICENSE"} <= names
