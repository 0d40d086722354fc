"""Looks whether a version may be handed out, and builds what is handed out.

    python3 packaging/release.py            looks, and says what is in the way
    python3 packaging/release.py --build    looks, runs every test, then builds each form

It puts nothing anywhere and tags nothing: that is a person's to do.
"""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
building = import_module("building")

CHANGELOG = Path("packaging/CHANGELOG.md")
METAINFO = Path("packaging/linux")
MIGRATIONS = Path("companion/adapters/storage/migrations")
SAMPLES = Path("tests/adapters/storage/samples")


def main(arguments: list[str]) -> int:
    """Returns the exit code: 0 if nothing is in the way."""
    version = building.version()
    found = list(in_the_way(building.ROOT, version))
    for line in found:
        print(f"  {line}")
    if found:
        print(f"{version} is not ready.")
        return 1
    print(f"Nothing is in the way of {version}.")
    return build() if "--build" in arguments else 0


def in_the_way(root: Path, version: str) -> Iterator[str]:
    """Everything but the tests that keeps `version` of the checkout `root` from being handed out, a line each."""
    if changed := _git(root, "status", "--porcelain"):
        yield f"{len(changed.splitlines())} files are changed and not committed."
    if f"v{version}" in _git(root, "tag").splitlines():
        yield f"{version} was handed out before: companion/__init__.py needs a new version."
    day = _changelog_day(root, version)
    if day is None:
        yield f"{CHANGELOG} does not begin with “## {version}, YYYY-MM-DD”."
    if _metainfo_day(root, version) != day or day is None:
        yield f"The metadata in {METAINFO} has no release {version} of the changelog's day."
    newest = max(path.name[:4] for path in (root / MIGRATIONS).glob("[0-9]*.sql"))
    if not _git(root, "ls-files", str(SAMPLES / newest)):
        yield f"There is no sample store of step {newest}: python -m tests.support.sample_store"


def build() -> int:
    """Every test, then every form. Ends at the first that does not succeed."""
    root = building.ROOT
    for command in ((".ci/run",), ("packaging/debian/build",)):
        if subprocess.run((str(root / command[0]), *command[1:]), cwd=root).returncode:
            return 1
    print(*building.wheel_and_sdist(), sep="\n")
    return 0


def _changelog_day(root: Path, version: str) -> date | None:
    first = re.search(r"^## (.*)$", (root / CHANGELOG).read_text(), re.MULTILINE)
    dated = re.fullmatch(rf"{re.escape(version)}, (\d{{4}}-\d\d-\d\d)", first.group(1)) if first else None
    return date.fromisoformat(dated.group(1)) if dated else None


def _metainfo_day(root: Path, version: str) -> date | None:
    (file,) = (root / METAINFO).glob("*.metainfo.xml")
    releases = ElementTree.parse(file).iter("release")  # noqa: S314 - a file of our own
    days = {release.get("version"): release.get("date") or "" for release in releases}
    return date.fromisoformat(days[version]) if version in days else None


def _git(root: Path, *words: str) -> str:
    return subprocess.run(("git", *words), cwd=root, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
