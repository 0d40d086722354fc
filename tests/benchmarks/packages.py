"""Size and start of each form in which the program is handed out: wheel, folder, Debian package.

The start is seen from outside: from exec until the window is on the screen of a private X server, whose memory is
read every 2 ms. So it is the same measure for a form into which nothing can be put to watch it.
"""

import mmap
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.benchmarks.measure import in_turn, report
from tests.support.recipes import recipe

RUNS = 9
LOOK_EVERY = 0.002
LONGEST = 30.0
STEP = 97  # pixels between two that are looked at
SHARE_PAINTED = 0.2
COLOURS = 3
SYSTEM_PYTHON = Path("/usr/bin/python3")


def packages() -> None:
    """Says what is not built, and how it is built; never builds for minutes by itself."""
    building = recipe("building")
    forms = dict(_forms(building.PLACE))
    print(f"\n{'form':<24} {'to download':>12} {'installed':>12}")
    for name, (_program, download, installed) in forms.items():
        print(f"{name:<24} {download:>9.1f} MB {installed:>9.1f} MB")
    print("(The wheel's first figure is ours alone; its libraries come from the package index.)")
    with screen() as (display, memory), tempfile.TemporaryDirectory() as place:
        rows = [
            (name, partial(until_painted, program, display, memory, Path(place) / str(number)))
            for number, (name, (program, *_sizes)) in enumerate(forms.items())
        ]
        report("start: exec to a painted window", in_turn(RUNS, *rows))


def until_painted(program: Path, display: str, memory: Path, data: Path) -> float:
    """Milliseconds until the window is painted; the program is then ended, and waited for."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("PYTHONPATH", None)
    with memory.open("rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as pixels:
        before = when_quiet(pixels)
        start = time.perf_counter()
        running = subprocess.Popen(
            [str(program), "--data-dir", str(data)], env=environment, cwd="/", stderr=subprocess.DEVNULL
        )
        try:
            while not is_painted(before, looked_at(pixels)):
                if time.perf_counter() - start > LONGEST or running.poll() is not None:
                    raise RuntimeError(f"{program} showed no window")
                time.sleep(LOOK_EVERY)
            passed = (time.perf_counter() - start) * 1000
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(LONGEST)
    return passed


def when_quiet(pixels: mmap.mmap) -> list[bytes]:
    """The screen once the window of the one before is off it: twice the same, and of few colours."""
    before: list[bytes] = []
    while (now := looked_at(pixels)) != before or len(set(now)) > COLOURS:
        before = now
        time.sleep(0.1)
    return before


def looked_at(pixels: mmap.mmap) -> list[bytes]:
    """Every so many-th pixel of the screen."""
    header = int.from_bytes(pixels[:4], "big")
    return [pixels[at : at + 3] for at in range(header, len(pixels) - 4, 4 * STEP)]


def is_painted(before: list[bytes], now: list[bytes]) -> bool:
    """True once much of the screen is another, in more colours than an empty window has."""
    changed = [new for old, new in zip(before, now, strict=True) if old != new]
    return len(changed) > SHARE_PAINTED * len(before) and len(set(changed)) >= COLOURS


@contextmanager
def screen() -> Iterator[tuple[str, Path]]:
    """A private X server; gives its display and the file that its screen's memory is."""
    with tempfile.TemporaryDirectory() as folder:
        read, write = os.pipe()
        options = ["-displayfd", str(write), "-screen", "0", "1200x800x24", "-fbdir", folder, "-noreset"]
        server = subprocess.Popen(["Xvfb", *options], pass_fds=[write], stderr=subprocess.DEVNULL)
        try:
            yield f":{os.read(read, 16).decode().strip()}", Path(folder) / "Xvfb_screen0"
        finally:
            server.terminate()
            server.wait()


def _forms(place: Path) -> Iterator[tuple[str, tuple[Path, float, float]]]:
    """The program of each form that is built, MB to download, MB installed."""
    building = recipe("building")
    wheel, _sdist = building.wheel_and_sdist()
    environment = place / "wheel-installed"
    _install(wheel, environment)
    yield "wheel", (environment / "bin/companion", _megabytes(wheel), _megabytes(environment))
    folder = place / "onedir/companion"
    packed = sorted(place.glob("companion_*.deb"), key=lambda path: path.stat().st_mtime)
    if not folder.exists() or not packed:
        print("Not built: packaging/debian/build makes the folder and the Debian package.")
        return
    yield "folder (PyInstaller)", (folder / "companion", _megabytes(folder), _megabytes(folder))
    unpacked = place / "deb-unpacked"
    shutil.rmtree(unpacked, ignore_errors=True)
    building.run("dpkg-deb", "-x", packed[-1], unpacked)
    yield "Debian package", (unpacked / "usr/bin/companion", _megabytes(packed[-1]), _megabytes(unpacked))


def _install(wheel: Path, environment: Path) -> None:
    """A fresh environment with nothing but the wheel, of the Python that the folder is packed with."""
    building = recipe("building")
    of = f"{wheel} {building.fingerprint()}"
    if building.is_current(environment, of):
        return
    shutil.rmtree(environment, ignore_errors=True)
    python = SYSTEM_PYTHON if SYSTEM_PYTHON.exists() else Path(sys.executable)
    building.run(python, "-m", "venv", environment)
    building.run(environment / "bin/python", "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel)
    building.stamp(environment, of)


def _megabytes(path: Path) -> float:
    """What a file or the files of a folder hold, in MB of 1,000,000 bytes."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.lstat().st_size for file in files if not file.is_dir()) / 1e6
