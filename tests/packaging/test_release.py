"""What keeps a version from being handed out."""

import subprocess
from pathlib import Path

import pytest

from tests.support.recipes import recipe

release = recipe("release")
RELEASE = '<component><releases><release version="{version}" date="{day}"/></releases></component>'


def git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    subprocess.run(("git", *who, *words), cwd=root, check=True, capture_output=True)


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """A checkout in which nothing is in the way of 1.2.0."""
    write(tmp_path / release.CHANGELOG, "# Changelog\n\n## 1.2.0, 2027-01-31\n")
    write(tmp_path / release.METAINFO / "a.metainfo.xml", RELEASE.format(version="1.2.0", day="2027-01-31"))
    write(tmp_path / release.MIGRATIONS / "0001_first.sql", "")
    write(tmp_path / release.SAMPLES / "0001/companion.db", "a store")
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    return tmp_path


def commit(root: Path) -> None:
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "all")


def said(root: Path) -> str:
    """The one thing that is in the way."""
    (line,) = release.in_the_way(root, "1.2.0")
    assert isinstance(line, str)
    return line


def test_nothing_is_in_the_way_of_a_version_that_is_ready(ready: Path) -> None:
    assert list(release.in_the_way(ready, "1.2.0")) == []


def test_what_is_not_committed_is(ready: Path) -> None:
    write(ready / "left_behind", "")
    assert "not committed" in said(ready)


def test_a_version_that_was_handed_out_is(ready: Path) -> None:
    git(ready, "tag", "v1.2.0")
    assert "before" in said(ready)


def test_a_changelog_without_a_day_is(ready: Path) -> None:
    write(ready / release.CHANGELOG, "# Changelog\n\n## 1.2.0, not yet released\n")
    commit(ready)
    assert str(release.CHANGELOG) in "".join(release.in_the_way(ready, "1.2.0"))


def test_metadata_of_another_day_is(ready: Path) -> None:
    write(ready / release.METAINFO / "a.metainfo.xml", RELEASE.format(version="1.2.0", day="2027-01-30"))
    commit(ready)
    assert "metadata" in said(ready)


def test_a_step_of_the_store_without_a_sample_is(ready: Path) -> None:
    write(ready / release.MIGRATIONS / "0002_second.sql", "")
    commit(ready)
    assert "sample store of step 0002" in said(ready)
