"""`companion status` and `companion doctor`."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal without a screen and without a session bus."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)


def test_status_of_an_empty_notebook(terminal: Terminal) -> None:
    status = terminal.type("status", "--json").json
    assert (status["schema"], status["checkins"]) == ("companion/status/1", 0)
    assert (status["last_checkin"], status["next_prompt"], status["paused_until"]) == (None, None, None)
    assert status["desktop"] == {"screen": False, "session_bus": False, "notifications": False, "tray": None}


def test_status_tells_the_last_check_in_and_what_comes(terminal: Terminal) -> None:
    terminal.check_in("--arousal", "5", "--at", "2026-01-05T10:00")
    last = terminal.check_in("--arousal", "6", "--at", "2026-01-06T10:00")
    terminal.type("reminders", "add", "--random", "6", "--between", "00:00-24:00")
    status = terminal.type("status", "--json").json
    assert (status["last_checkin"]["id"], status["checkins"]) == (last, 2)
    assert (status["next_prompt"]["kind"], status["next_prompt"]["at"]) == ("random", None)
    assert "2026-01-06 10:00" in terminal.type("status").out


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
