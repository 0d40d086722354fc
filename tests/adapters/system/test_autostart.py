"""Starting with the log-in."""

import sys
from pathlib import Path

import pytest

from companion.adapters.system.autostart import XdgAutostart, own_command
from companion.application.errors import Trouble, UserError

COMMAND = ("/usr/bin/companion", "--hidden")


@pytest.fixture(autouse=True)
def no_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on an ordinary desktop."""
    for name in ("FLATPAK_ID", "APPIMAGE"):
        monkeypatch.delenv(name, raising=False)


def on_linux(folder: Path, command: tuple[str, ...] = COMMAND) -> XdgAutostart:
    return XdgAutostart(command, folder, "linux")


def exec_line(folder: Path) -> str:
    lines = (folder / "companion.desktop").read_text().splitlines()
    return next(line.removeprefix("Exec=") for line in lines if line.startswith("Exec="))


def test_it_is_off_until_it_is_switched_on(tmp_path: Path) -> None:
    autostart = on_linux(tmp_path / "autostart")
    assert autostart.is_on() is False
    autostart.put(True)
    assert autostart.is_on() is True
    assert exec_line(tmp_path / "autostart") == '"/usr/bin/companion" "--hidden"'


def test_switched_off_it_leaves_nothing_behind(tmp_path: Path) -> None:
    autostart = on_linux(tmp_path)
    autostart.put(True)
    autostart.put(False)
    autostart.put(False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = True"])
def test_what_the_desktops_own_settings_switched_off_is_off(tmp_path: Path, line: str) -> None:
    autostart = on_linux(tmp_path)
    autostart.put(True)
    with (tmp_path / "companion.desktop").open("a") as file:
        file.write(f"{line}\n")
    assert autostart.is_on() is False
    autostart.put(True)
    assert autostart.is_on() is True


def test_signs_with_a_meaning_of_their_own_are_kept_as_they_are(tmp_path: Path) -> None:
    on_linux(tmp_path, ('/opt/my programs/50%/a$b`c"d\\e',)).put(True)
    assert exec_line(tmp_path) == r'"/opt/my programs/50%%/a\\$b\\`c\\"d\\\\e"'


def test_where_it_cannot_be_written_that_is_said_and_nothing_changes(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("no folder")
    autostart = on_linux(tmp_path / "autostart")
    with pytest.raises(UserError) as refusal:
        autostart.put(True)
    assert refusal.value.trouble is Trouble.FILE_UNWRITABLE
    assert autostart.is_on() is False


def test_elsewhere_and_in_a_sandbox_it_is_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert XdgAutostart(COMMAND, tmp_path, "darwin").is_on() is None
    monkeypatch.setenv("FLATPAK_ID", "org.example.Companion")
    assert on_linux(tmp_path).is_on() is None


def test_the_folder_is_that_of_the_desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    XdgAutostart(COMMAND, platform="linux").put(True)
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.desktop")] == [
        "autostart/companion.desktop"
    ]


def test_it_starts_the_program_as_it_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "companion"
    script.touch(0o755)
    monkeypatch.setattr(sys, "argv", [str(script)])
    assert own_command() == (str(script), "--hidden")
    assert own_command("/media/stick") == (str(script), "--data-dir", "/media/stick", "--hidden")
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "companion" / "__main__.py")])
    assert own_command() == (sys.executable, "-m", "companion", "--hidden")
    monkeypatch.setenv("APPIMAGE", "/home/robin/Companion.AppImage")
    assert own_command() == ("/home/robin/Companion.AppImage", "--hidden")


def test_packed_into_a_folder_it_starts_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["companion"])
    assert own_command() == (sys.executable, "--hidden")


def test_a_script_that_cannot_be_run_is_not_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "companion"
    script.touch(0o644)
    monkeypatch.setattr(sys, "argv", [str(script)])
    assert own_command()[0] == sys.executable


def test_forgotten_it_leaves_nothing_behind(tmp_path: Path) -> None:
    autostart = on_linux(tmp_path)
    autostart.put(True)
    assert autostart.forget() == []
    assert list(tmp_path.iterdir()) == []
    assert autostart.forget() == []


def test_what_starts_it_on_another_folder_is_not_forgotten(tmp_path: Path) -> None:
    named = on_linux(tmp_path, ("/usr/bin/companion", "--data-dir", "/a folder", "--hidden"))
    named.put(True)
    assert on_linux(tmp_path).forget() == []
    assert named.is_on() is True
    on_linux(tmp_path, ("/opt/companion", "--data-dir", "/a folder", "--hidden")).forget()
    assert named.is_on() is False
