"""What a desktop is told of the program: menu entry, metadata, icons, manual page, versions."""

import configparser
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from companion import __version__
from companion.cli.families import all_commands
from tests.support.recipes import FOLDER, ROOT, recipe

LINUX = FOLDER / "linux"
(METAINFO,) = LINUX.glob("*.metainfo.xml")
ENTRY = LINUX / "companion.desktop"
# Whoever looks over a shoulder at a menu learns nothing of its owner.
TELLING = re.compile(
    r"mental|health|therap|nervous|trauma|anxi|mood|feeling|emotion|regulat|arousal|panic|stress", re.I
)


def entry() -> configparser.ConfigParser:
    parsed = configparser.ConfigParser(interpolation=None)
    parsed.optionxform = str  # type: ignore[assignment, method-assign]
    parsed.read(ENTRY, "utf-8")
    return parsed


def tree_of(file: Path) -> ElementTree.Element:
    return ElementTree.parse(file).getroot()  # noqa: S314 - files of our own


def text_of(name: str) -> str:
    found = tree_of(METAINFO).findtext(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "command",
    [["desktop-file-validate", str(ENTRY)], ["appstreamcli", "validate", "--no-net", "--pedantic", str(METAINFO)]],
    ids=["menu entry", "metadata"],
)
def test_the_desktops_own_validators_find_nothing(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"not installed: {command[0]} (packaging/debian-test-packages.txt)")
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip() in ("", "✔ Validation was successful.")


def test_menu_and_software_centre_say_nothing_about_the_person() -> None:
    words = [value for section in entry().values() for value in section.values()]
    words += [
        text_of("name"),
        text_of("summary"),
        *(node.text or "" for node in tree_of(METAINFO).iter("keyword")),
    ]
    assert [word for word in words if TELLING.search(word)] == []


def test_the_menu_entry_offers_a_check_in() -> None:
    parsed = entry()
    assert parsed["Desktop Entry"]["Actions"] == "CheckIn;"
    assert parsed["Desktop Action CheckIn"]["Exec"] == "companion check-in"


def test_the_menu_entry_is_called_as_the_program_calls_itself() -> None:
    start = (ROOT / "companion/bootstrap/desktop.py").read_text()
    assert f'setDesktopFileName("{ENTRY.stem}")' in start
    assert text_of("launchable") == ENTRY.name
    assert entry()["Desktop Entry"]["StartupWMClass"] == ENTRY.stem


def test_the_metadata_knows_the_version_of_the_sources() -> None:
    releases = [node.get("version") for node in tree_of(METAINFO).iter("release")]
    assert releases[0] == __version__ == recipe("building").version()


def test_the_changelog_begins_with_the_version_of_the_sources() -> None:
    headings = re.findall(r"^## (\S+?),? ", (FOLDER / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert headings[0] == __version__


def test_the_manual_page_names_every_command() -> None:
    page = (LINUX / "companion.1").read_text().replace("\\-", "-").replace(" ", "")
    missing = [command.name for command in all_commands() if command.name.split()[-1] not in page]
    assert missing == []


def test_the_manual_page_can_be_set() -> None:
    if shutil.which("man") is None:
        pytest.skip("not installed: man (packaging/debian-test-packages.txt)")
    done = subprocess.run(
        ["man", "--warnings", "-l", str(LINUX / "companion.1")], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "icon", [ROOT / "resources/icons/companion.svg", LINUX / "companion-symbolic.svg"], ids=lambda path: path.stem
)
def test_an_icon_is_a_picture_of_its_own(icon: Path) -> None:
    root = tree_of(icon)
    assert root.get("viewBox")
    assert "href" not in icon.read_text()
