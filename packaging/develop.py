"""The two commands of this repository, for a machine that has only Python 3.11 and git.

    python3 packaging/develop.py run [--install-system-packages] [arguments of companion …]
    python3 packaging/develop.py test [arguments of pytest …]

Both make their own environment in .venv. `test` without arguments does everything: style, types, import rules, all
tests, and the tests on a real desktop, whose Debian packages it installs where it may (as root, or with a sudo that
asks nothing); in CI it builds our own Debian package meanwhile, which is then installed, used and removed for real.
With arguments it makes everything ready and runs pytest alone.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / ".installed-for"
TEST_PACKAGES = ROOT / "packaging" / "debian-test-packages.txt"
DEBIAN_PACKAGE = ROOT / "build" / "packages" / "companion-for-tests.deb"
INSTALL_FLAG = "--install-system-packages"
OLDEST = (3, 11)
STEP_SECONDS = 840

CHECKS = (
    ("formatting", ("ruff", "format", "--check", ".")),
    ("style", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("import rules", ("lint-imports",)),
)


def main(arguments: Sequence[str]) -> int:
    """Runs a command and returns its exit code."""
    if sys.version_info < OLDEST:
        return _stop(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}.")
    if not arguments or arguments[0] not in ("run", "test"):
        print(__doc__, file=sys.stderr)
        return 2
    command, *rest = arguments
    return run(rest) if command == "run" else test(rest)


def run(arguments: list[str]) -> int:
    """The program, from this checkout. Which libraries it lacks for a window it says itself."""
    may_install = INSTALL_FLAG in arguments
    if may_install:
        arguments.remove(INSTALL_FLAG)
        _install(_missing_libraries())
    if _prepare(may_install=may_install, for_tests=False):
        _become((_tool("python"), "-m", "companion", *arguments))
    return 1


def test(arguments: list[str]) -> int:
    """Everything that has to hold; 1 if anything does not."""
    _install(_missing_libraries() + _missing_test_packages())
    if missing := _missing_libraries(for_screen=False):
        return _stop(f"Qt cannot be loaded here. On Debian: apt install {' '.join(missing)}")
    if not _prepare(may_install=True, for_tests=True):
        return 1
    pytest = (_tool("python"), "-m", "pytest")
    if arguments:
        return _step("tests", (*pytest, *arguments))
    package = _begin_debian_package()
    results = {name: _step(name, (_tool(tool), *rest)) for name, (tool, *rest) in CHECKS}
    # Side by side: much of a test's time is waiting for a disk or another process. Each desktop has its own screen.
    side_by_side = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal")
    results["tests"] = _step("tests", (*pytest, "-q", "-rfEs", *side_by_side, "-m", "not desktop"))
    if package is not None:
        results["Debian package"] = _finish_debian_package(package)
    if missing := _missing_libraries() + _missing_test_packages():
        _say(f"NOT RUN: the tests on a real desktop. They need: apt install {' '.join(missing)}")
    else:
        tried = {"COMPANION_TRY_DEB": str(DEBIAN_PACKAGE)} if results.get("Debian package") == 0 else {}
        desktop = (*pytest, "-q", "-rfEs", *side_by_side, "-m", "desktop", "tests/desktop")
        results["desktop tests"] = _step("desktop tests", desktop, **tried)
    return _summary(results)


def _begin_debian_package() -> "subprocess.Popen[bytes] | None":
    """Builds it beside everything else, where the desktop tests may install it for real: as root, in CI."""
    if os.environ.get("CI") != "true" or shutil.which("dpkg-deb") is None or os.geteuid() != 0:
        _say("NOT RUN: our own Debian package is built and tried only in CI, as root")
        return None
    DEBIAN_PACKAGE.parent.mkdir(parents=True, exist_ok=True)
    DEBIAN_PACKAGE.unlink(missing_ok=True)
    builder = (_tool("python"), str(ROOT / "packaging" / "debian" / "build"), "--for-tests")
    with DEBIAN_PACKAGE.with_suffix(".log").open("wb") as log:
        return subprocess.Popen(builder, stdout=log, stderr=log)


def _finish_debian_package(building: "subprocess.Popen[bytes]") -> int:
    """Waits until it is built, and tells what was said if it could not be."""
    _say("Debian package")
    try:
        code = building.wait(STEP_SECONDS)
    except subprocess.TimeoutExpired:
        building.kill()
        code = 124
    if code:
        print(DEBIAN_PACKAGE.with_suffix(".log").read_text(errors="replace"), file=sys.stderr, flush=True)
    return code


def _prepare(*, may_install: bool, for_tests: bool) -> bool:
    """Makes the environment if it is not there or was made for another pyproject.toml. False if it cannot."""
    wanted = _fingerprint(for_tests=for_tests)
    made_for = STAMP.read_text() if STAMP.exists() else ""
    if made_for in (wanted, _fingerprint(for_tests=True)):
        return True
    if not _make_environment(may_install=may_install):
        return False
    _say("installing what the program needs")
    what = ".[dev]" if for_tests else "."
    pip = (_tool("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", what)
    if subprocess.run(pip, cwd=ROOT).returncode:
        _stop("The packages could not be installed. Is the package index within reach?")
        return False
    # Where Python is told to write no compiled files, every start would compile all of ours again.
    subprocess.run((_tool("python"), "-m", "compileall", "-q", str(ROOT / "companion")))
    STAMP.write_text(wanted)
    return True


def _make_environment(*, may_install: bool) -> bool:
    if Path(_tool("python")).exists():
        return True
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if importlib.util.find_spec("ensurepip") is None and not (may_install and _install([package])):
        _stop(f"Python cannot make environments here. On Debian: apt install {package}")
        return False
    _say(f"making an environment in {ENVIRONMENT.name}")
    made = subprocess.run((sys.executable, "-m", "venv", str(ENVIRONMENT)))
    return made.returncode == 0


def _fingerprint(*, for_tests: bool) -> str:
    """What an environment was made for."""
    asked = f"{sys.version_info[:2]} {for_tests} ".encode() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(asked).hexdigest()


def _missing_libraries(*, for_screen: bool = True) -> list[str]:
    """Debian packages without which Qt cannot be loaded, or no window opens on X."""
    if not sys.platform.startswith("linux"):
        return []
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from companion.adapters.system.system_libraries import NEEDED, NEEDED_FOR_XCB, missing_packages

    return missing_packages(NEEDED | NEEDED_FOR_XCB if for_screen else NEEDED)


def _missing_test_packages() -> list[str]:
    """Debian packages of the desktop tests that are not installed."""
    lines = TEST_PACKAGES.read_text().splitlines()
    wanted = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if shutil.which("dpkg-query") is None:
        return wanted
    query = ("dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *wanted)
    shown = subprocess.run(query, capture_output=True, text=True).stdout
    installed = {line.split()[0] for line in shown.splitlines() if line.endswith(" installed")}
    return [package for package in wanted if package not in installed]


def _install(packages: Iterable[str]) -> bool:
    """Installs Debian packages without asking anything. False if that is not possible here."""
    wanted = sorted(set(packages))
    if not wanted:
        return True
    apt = _apt_get()
    if apt is None:
        _say(f"not installed, and not mine to install here: {' '.join(wanted)}")
        return False
    _say(f"installing Debian packages: {' '.join(wanted)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for step in (("update", "-qq"), ("install", "-qq", "-y", "--no-install-recommends", *wanted)):
        if subprocess.run((*apt, *step), env=environment, stdout=subprocess.DEVNULL).returncode:
            _say(f"apt-get {step[0]} did not work")
            return False
    return True


def _apt_get() -> tuple[str, ...] | None:
    """How packages can be installed here without a question, if they can."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ("apt-get",)
    sudo = ("sudo", "--non-interactive")
    if shutil.which("sudo") and subprocess.run((*sudo, "true"), capture_output=True).returncode == 0:
        return (*sudo, "--preserve-env=DEBIAN_FRONTEND", "apt-get")
    return None


def _become(command: Sequence[str]) -> NoReturn:
    """This process goes on as that program, so that signals and exit codes are its own."""
    os.execv(command[0], list(command))  # noqa: S606 - no shell is wanted


def _step(name: str, command: Sequence[str], **more: str) -> int:
    """Runs one step where it can be seen; its exit code, or 124 if it takes longer than fourteen minutes."""
    _say(name)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | more
    try:
        return subprocess.run(command, cwd=ROOT, env=environment, timeout=STEP_SECONDS).returncode
    except subprocess.TimeoutExpired:
        return 124


def _summary(results: dict[str, int]) -> int:
    _say("done")
    for name, code in results.items():
        print(f"  {'ok     ' if code == 0 else 'NOT OK '} {name}", flush=True)
    return int(any(results.values()))


def _tool(name: str) -> str:
    folder = "Scripts" if os.name == "nt" else "bin"
    return str(ENVIRONMENT / folder / name)


def _say(what: str) -> None:
    print(f"== {what}", flush=True)


def _stop(why: str) -> int:
    print(why, file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
