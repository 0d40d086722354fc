"""What packages are made from: a place, an environment, the wheel; made again only when the sources changed."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "build" / "packages"
ENVIRONMENT = PLACE / f"environment-{sys.version.split()[0]}"
TOOLS = ("hatchling>=1.27", "pyinstaller>=6.20,<7")
SOURCES = ("companion", "resources", "packaging", "pyproject.toml", "README.md", "LICENSE")
LINUX = ROOT / "packaging" / "linux"
CHECKOUT = ROOT / ".venv"
PROGRAM_ID = next(LINUX.glob("*.desktop")).stem


def version() -> str:
    """The version, from its one place."""
    for line in (ROOT / "companion" / "__init__.py").read_text().splitlines():
        if line.startswith("__version__"):
            return line.split('"')[1]
    raise SystemExit("companion/__init__.py names no version.")


def fingerprint(parts: Iterable[str] = SOURCES) -> str:
    """A name for what lies in those files and folders now, and for this Python."""
    digest = hashlib.sha256(sys.version.encode())
    for part in parts:
        top = ROOT / part
        for file in sorted(path for path in (top, *top.rglob("*")) if path.is_file()):
            if "__pycache__" not in file.parts:
                digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def is_current(made: Path, of: str) -> bool:
    """True if `made` is there and was stamped with that fingerprint."""
    stamp = _stamp(made)
    return made.exists() and stamp.exists() and stamp.read_text() == of


def stamp(made: Path, of: str) -> None:
    """Notes what `made` was made of; called when it is whole."""
    _stamp(made).write_text(of)


def run(*command: str | Path, **more: object) -> None:
    """Runs a program; ends everything with one line if it does not succeed."""
    done = subprocess.run([str(word) for word in command], **more)  # type: ignore[call-overload]
    if done.returncode:
        raise SystemExit(f"{Path(command[0]).name} ended with {done.returncode}.")


def say(what: str) -> None:
    """One line about what is being done."""
    print(f"== {what}", flush=True)


def python() -> Path:
    """The Python of an environment with the tools, made if need be."""
    of = hashlib.sha256("\n".join((sys.version, *TOOLS)).encode()).hexdigest()
    if not is_current(ENVIRONMENT, of):
        say("making an environment for packaging")
        _make(ENVIRONMENT)
        pip(ENVIRONMENT / "bin" / "python", *TOOLS)
        stamp(ENVIRONMENT, of)
    return ENVIRONMENT / "bin" / "python"


def python_like(other: Path) -> Path:
    """The same with the libraries of another environment of this Python, as they are: nothing large is downloaded."""
    made = PLACE / "environment-like-another"
    of = fingerprint(("pyproject.toml",))
    if not is_current(made, of):
        _make(made)
        (libraries,) = (made / "lib").glob("python3*/site-packages")
        (theirs,) = (other / "lib").glob("python3*/site-packages")
        for path in theirs.iterdir():
            if not (libraries / path.name).exists():
                _link(path, libraries / path.name)
        pip(made / "bin" / "python", *TOOLS)
        stamp(made, of)
    return made / "bin" / "python"


def pip(environment: Path, *words: str | Path) -> None:
    """Installs into the environment of that Python."""
    run(environment, "-m", "pip", "install", "-q", "--disable-pip-version-check", *words)


def wheel_and_sdist(builder: Path | None = None) -> tuple[Path, Path]:
    """Both, of the sources as they are now; `builder` is a Python that has hatchling."""
    folder = PLACE / "dist"
    of = fingerprint()
    if not is_current(folder, of):
        say("building wheel and sdist")
        shutil.rmtree(folder, ignore_errors=True)
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(changed_at())}
        build = (builder or python(), "-m", "hatchling", "build", "-d", folder, "-t", "sdist", "-t", "wheel")
        run(*build, cwd=ROOT, env=environment)
        stamp(folder, of)
    return next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))


def changed_at() -> int:
    """Seconds of the last commit, so that the same sources make the same package; 1980 outside of a checkout."""
    asked = subprocess.run(("git", "log", "-1", "--format=%ct"), cwd=ROOT, capture_output=True, text=True)
    return int(asked.stdout) if asked.returncode == 0 and asked.stdout.strip() else 315_532_800


def _stamp(made: Path) -> Path:
    return made.with_name(f".{made.name}.made-of")


def _make(environment: Path) -> None:
    shutil.rmtree(environment, ignore_errors=True)
    run(sys.executable, "-m", "venv", environment)


def _link(path: Path, to: Path) -> None:
    """The same files under another name; on another disk, their like."""
    if path.is_dir():
        shutil.copytree(path, to, copy_function=_link_file)
    else:
        _link_file(path, to)


def _link_file(path: str | Path, to: str | Path) -> None:
    try:
        os.link(path, to)
    except OSError:
        shutil.copy2(path, to)
