"""What is loaded when the first picture is painted: little of ours, and nothing that can wait."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

OURS = {
    "companion": ["__main__"],
    "companion.cli": ["app", "grammar", "language", "options", "output", "window"],
    "companion.bootstrap": [
        "collector",
        "core",
        "desktop",
        "front",
        "late",
        "late_signatures",
        "screens",
        "start",
        "today",
    ],
    "companion.ui.shell": ["main_window", "screens", "side_bar"],
    "companion.ui.screens": ["today"],
    "companion.ui.widgets": [
        "announce",
        "answer_row",
        "arousal_scale",
        "card",
        "check_in_form",
        "check_in_panel",
        "empty_line_voice",
        "fitting_scroll",
        "flow_layout",
        "labels",
        "links",
        "page",
        "rating_line",
        "rating_track",
        "saved_line",
        "typed_number",
        "zone_answers",
    ],
    "companion.ui.theme": [
        "desktop_wishes",
        "icon_store",
        "icons",
        "palette",
        "stylesheet",
        "theme",
        "tokens",
        "voices",
        "zone_shapes",
    ],
    "companion.ui.platform": ["crash_dialog", "main_thread", "single_instance"],
    "companion.ui": [],
    "companion.presentation": ["checkin_form", "translation", "zones"],
    "companion.application": [
        "errors",
        "event_bus",
        "instance_address",
        "preferences",
        "settings",
    ],
    "companion.domain": ["arousal", "checkin_field", "errors", "input_method", "text", "zone"],
    "companion.adapters": ["whole_file"],
    "companion.adapters.settings": ["toml_store"],
    "companion.adapters.storage": ["beside"],
    "companion.adapters.system": ["folders", "resources", "running_program", "system_libraries"],
}
"""Every module of ours, by room. Whoever adds one here makes every start about a third of a millisecond longer."""

CAN_WAIT = (
    "apscheduler",
    "cryptography",
    "dataclasses",
    "frontmatter",
    "ftfy",
    "hashlib",
    "inspect",
    "jeepney",
    "markdown_it",
    "msgspec",
    "numpy",
    "platformdirs",
    "socket",
    "sqlcipher3",
    "sqlite3",
    "tomli_w",
    "tzlocal",
    "yaml",
    "zoneinfo",
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "PySide6.QtTest",
    "shibokensupport.signature.loader",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where that start keeps everything."""
    return tmp_path_factory.mktemp("first-paint")


@pytest.fixture(scope="module")
def loaded(folder: Path) -> set[str]:
    """The names of all modules at the first paint of a first start, which ends there."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "COMPANION_BENCHMARK_MODULES": "1"}
    command = [sys.executable, "-m", "tests.benchmarks.first_paint", "companion", "--data-dir", str(folder)]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60)
    _when, *names = run.stdout.splitlines()
    assert "PySide6.QtWidgets" in names, run.stderr
    return set(names)


def test_of_ours_only_what_the_first_picture_shows(loaded: set[str]) -> None:
    expected = set(OURS) | {f"{room}.{name}" for room, names in OURS.items() for name in names}
    assert {name for name in loaded if name.split(".")[0] == "companion"} == expected


@pytest.mark.parametrize("library", CAN_WAIT)
def test_what_can_wait_is_not_loaded(loaded: set[str], library: str) -> None:
    assert [name for name in loaded if name == library or name.startswith(f"{library}.")] == []


def test_the_first_picture_waits_for_no_store(folder: Path, loaded: set[str]) -> None:
    assert (folder / "instance.lock").exists()
    assert not (folder / "companion.db").exists()
