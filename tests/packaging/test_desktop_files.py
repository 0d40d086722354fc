"""What a desktop is told of the program: menu entry, metadata, icons, manual page, versions."""

import configparser
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from companion import __version__
from companion.application.desktop_calls import CHECK_IN_ACTION
from companion.application.instance_address import PROGRAM_ID
from companion.cli.families import all_commands
from tests.support.recipes import FOLDER, ROOT, recipe

LINUX = FOLDER / "linux"
(METAINFO,) = LINUX.glob("*.metainfo.xml")
ENTRY = LINUX / f"{PROGRAM_ID}.desktop"
LANGUAGES = sorted(path.name for path in (ROOT / "resources/locale").iterdir() if path.is_dir())
LANGUAGE_OF = "{http://www.w3.org/XML/1998/namespace}lang"
SPOKEN = ("Name", "GenericName", "Comment", "Keywords")
SERVICE = LINUX / f"{PROGRAM_ID}.service"
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_and_software_centre_speak_every_language_of_the_program(language: str) -> None:
    words = [(part, key) for part, section in entry().items() for key in section if key in SPOKEN]
    words.remove(("Desktop Entry", "Name"))  # a name stays a name
    assert [word for word in words if f"{word[1]}[{language}]" not in entry()[word[0]]] == []
    for said in ("summary", "p", "li", "caption"):
        told = [node.get(LANGUAGE_OF) for node in tree_of(METAINFO).iter(said)]
        assert told
        assert told.count(None) == told.count(language)


def test_the_menu_entry_offers_a_check_in() -> None:
    parsed = entry()
    assert parsed["Desktop Entry"]["Actions"] == f"{CHECK_IN_ACTION};"
    assert parsed[f"Desktop Action {CHECK_IN_ACTION}"]["Exec"] == "companion check-in"


def test_the_menu_entry_is_called_as_the_program_calls_itself() -> None:
    assert METAINFO.name == f"{PROGRAM_ID}.metainfo.xml"
    assert (text_of("id"), text_of("launchable"), text_of("icon")) == (PROGRAM_ID, ENTRY.name, PROGRAM_ID)
    assert entry()["Desktop Entry"]["Icon"] == PROGRAM_ID
    assert entry()["Desktop Entry"]["StartupWMClass"] == entry()["Desktop Entry"]["Exec"]


def test_the_desktop_can_start_it_by_its_name() -> None:
    assert entry()["Desktop Entry"]["DBusActivatable"] == "true"
    parsed = configparser.ConfigParser(interpolation=None)
    parsed.read(SERVICE, "utf-8")
    assert dict(parsed["D-BUS Service"]) == {"name": PROGRAM_ID, "exec": "/usr/bin/companion --service"}


def test_the_metadata_shows_the_four_pictures_that_lie_here() -> None:
    shown = {str(node.text).rpartition("/")[2] for node in tree_of(METAINFO).iter("image")}
    assert shown == {picture.name for picture in (FOLDER / "screenshots").glob("*.png")}
    assert len(shown) == 4


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
