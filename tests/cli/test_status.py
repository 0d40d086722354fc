"""`companion status` and `companion doctor`."""

from pathlib import Path

import pytest

from companion.adapters.settings.toml_store import TomlSettingsStore
from companion.adapters.system.autostart import FILE_NAME
from companion.application.settings import Settings
from tests.cli.terminal import Terminal


@pytest.fixture(autouse=True)
def no_desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal without a screen and without a session bus."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "FLATPAK_ID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_status_of_an_empty_notebook(terminal: Terminal) -> None:
    status = terminal.type("status", "--json").json
    assert (status["schema"], status["checkins"]) == ("companion/status/1", 0)
    assert (status["last_checkin"], status["next_prompt"], status["paused_until"]) == (None, None, None)
    seen_from_here = {"screen": False, "session_bus": False, "notifications": False, "sleep": False}
    unknown = ("tray", "notification_buttons", "idle", "typing", "do_not_disturb", "full_screen", "screen_lock")
    expected = {**seen_from_here, **dict.fromkeys(unknown), "start_at_login": False}
    assert status["desktop"] == expected


def test_status_tells_the_last_check_in_and_what_comes(terminal: Terminal) -> None:
    terminal.check_in("--arousal", "5", "--at", "2026-01-05T10:00")
    last = terminal.check_in("--arousal", "6", "--at", "2026-01-06T10:00")
    terminal.type("reminders", "add", "--random", "6", "--between", "00:00-24:00")
    status = terminal.type("status", "--json").json
    assert (status["last_checkin"]["id"], status["checkins"]) == (last, 2)
    assert (status["next_prompt"]["kind"], status["next_prompt"]["at"]) == ("random", None)
    assert "2026-01-06 10:00" in terminal.type("status").out


def test_status_tells_what_follows_a_check_in_also_where_no_program_runs(terminal: Terminal) -> None:
    terminal.type("reminders", "add", "--after", "above", "--minutes", "20")
    assert terminal.type("status", "--json").json["next_prompt"] is None
    terminal.check_in("--zone", "above")
    assert terminal.type("status", "--json").json["next_prompt"]["kind"] == "event"


def test_doctor_is_content_with_a_healthy_notebook(terminal: Terminal) -> None:
    terminal.check_in()
    reply = terminal.type("doctor", "--json")
    assert reply.code == 0
    findings = reply.json["findings"]
    assert {"store.integrity", "key.file", "settings", "notes", "version"} <= {f["name"] for f in findings}
    assert all(set(finding) == {"name", "state", "what", "todo"} for finding in findings)
    assert {finding["state"] for finding in findings} <= {"ok", "warn"}


def test_doctor_names_what_is_wrong_and_what_to_do(terminal: Terminal) -> None:
    terminal.check_in()
    store = terminal.data / "companion.db"
    store.write_bytes(b"\0" * store.stat().st_size)
    reply = terminal.type("doctor", "--json")
    assert reply.code == 1
    failed = [finding for finding in reply.json["findings"] if finding["state"] == "fail"]
    assert failed
    assert all(finding["what"] and finding["todo"] for finding in failed)


def test_doctor_calls_a_damaged_notebook_damaged_and_neither_locked_nor_safe(
    terminal: Terminal,
) -> None:
    terminal.check_in()
    store = terminal.data / "companion.db"
    content = bytearray(store.read_bytes())
    content[4096 + 100 :: 4096] = bytes(len(content[4096 + 100 :: 4096]))
    store.write_bytes(content)
    findings = {finding["name"]: finding for finding in terminal.type("doctor", "--json").json["findings"]}
    assert findings["store.open"]["state"] == "fail"
    assert findings["store.open"]["what"] == "Your notebook's file is damaged and could not be read."
    assert "companion restore" in findings["store.open"]["todo"]
    assert "safe" not in findings["store.open"]["todo"]


def test_doctor_warns_of_settings_that_cannot_be_read(terminal: Terminal) -> None:
    terminal.check_in()
    (terminal.data / "settings.toml").write_text("look = [")
    findings = {finding["name"]: finding for finding in terminal.type("doctor", "--json").json["findings"]}
    assert findings["settings"]["state"] == "warn"


def test_doctor_warns_of_a_folder_that_others_can_open(terminal: Terminal) -> None:
    terminal.check_in()
    terminal.data.chmod(0o755)
    findings = {finding["name"]: finding for finding in terminal.type("doctor", "--json").json["findings"]}
    assert findings["folder.private"]["state"] == "warn"
    assert Path(terminal.data).stat().st_mode & 0o777 == 0o755


def test_status_and_doctor_tell_what_a_desktop_can_do_in_the_same_words(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.check_in()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    shown = terminal.type("status").out
    assert "Locked screen" in shown
    assert "not here" in shown
    findings = {finding["name"]: finding for finding in terminal.type("doctor", "--json").json["findings"]}
    lock = findings["desktop.screen_lock"]
    assert lock["state"] == "warn"
    assert lock["what"].startswith("Locked screen:")
    assert lock["todo"]


def test_doctor_says_nothing_of_a_desktop_that_is_not_there(terminal: Terminal) -> None:
    terminal.check_in()
    names = {finding["name"] for finding in terminal.type("doctor", "--json").json["findings"]}
    assert not any(name.startswith("desktop.") for name in names)


def findings_of(terminal: Terminal) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {
        each["name"]: each for each in terminal.type("doctor", "--json").json["findings"]
    }
    return found


def test_doctor_tells_of_the_second_place_and_of_the_age_of_copies(terminal: Terminal, tmp_path: Path) -> None:
    assert findings_of(terminal)["place.none"]["state"] == "ok"
    settings, place = TomlSettingsStore(terminal.data), tmp_path / "stick"
    terminal.check_in()
    terminal.type("backup")
    settings.save(Settings(backup_folder=str(place)))
    gone = findings_of(terminal)
    assert (gone["place.there"]["state"], gone["backups.age"]["state"]) == ("warn", "ok")
    assert str(place) in gone["place.there"]["what"]
    place.mkdir()
    assert findings_of(terminal)["place.copy"]["state"] == "warn"
    terminal.type("backup")
    assert findings_of(terminal)["place.newest"]["state"] == "ok"
    (copy,) = place.glob("*.db")
    copy.rename(place / copy.name.replace(copy.name[-13:-3], "2026-01-05"))
    assert findings_of(terminal)["place.behind"]["todo"]


def test_doctor_looks_at_the_log_folder_and_at_what_starts_with_the_log_in(
    terminal: Terminal, tmp_path: Path
) -> None:
    (terminal.data / "logs").mkdir(parents=True, mode=0o755)
    autostart = tmp_path / "config" / "autostart"
    assert findings_of(terminal)["autostart.off"]["state"] == "ok"
    autostart.mkdir(parents=True)
    (autostart / FILE_NAME).write_text('[Desktop Entry]\nExec="/nowhere/companion" --hidden\n')
    found = findings_of(terminal)
    assert (found["folder.logs"]["state"], found["autostart.on"]["state"]) == ("warn", "warn")
    assert "/nowhere/companion" in found["autostart.on"]["what"]
    assert "SQLCipher" in found["version"]["what"]
