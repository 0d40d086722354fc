"""Builds the one-dir form: a folder that needs no Python, in build/packages/onedir/companion.

    python3 packaging/onedir/build.py [--numpy-as-it-comes]

The first time takes about ten minutes on two cores: numpy is built from its source, without the library for linear
algebra that its wheel brings (24 MB) and that nothing here calls. With the flag the wheel is taken as it is.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
building = import_module("building")
licences = import_module("licences")
icu = import_module("icu")

FOLDER = building.PLACE / "onedir" / "companion"
FOR_TESTS = building.PLACE / "for-tests" / "companion"
AS_IT_COMES = "--numpy-as-it-comes"
SPEC = Path(__file__).with_name("companion.spec")
# What auditwheel has put together again does not survive strip: "ELF load command not page-aligned".
REPAIRED = ".libs"
SMALL_NUMPY = ("blas=none", "lapack=none", "allow-noblas=true", "cpu-dispatch=X86_V3")


def build(*, numpy_as_it_comes: bool = False) -> Path:
    """The folder, built again if anything that it is made of changed."""
    of = building.fingerprint() + (AS_IT_COMES if numpy_as_it_comes else "")
    if building.is_current(FOLDER, of):
        return FOLDER
    wheel, _sdist = building.wheel_and_sdist()
    python = building.python()
    building.pip(python, wheel)
    version = _version_of("numpy", python)
    numpy = f"numpy=={version}" if numpy_as_it_comes else small_numpy(version, python)
    building.pip(python, "--no-deps", "--force-reinstall", numpy)
    building.pip(python, "--no-deps", "--force-reinstall", wheel)
    pack(python, FOLDER)
    building.stamp(FOLDER, of)
    return FOLDER


def build_for_tests() -> Path:
    """The same from the libraries in the checkout's own environment: quick, and larger by what numpy brings."""
    python = building.python_like(building.CHECKOUT)
    wheel, _sdist = building.wheel_and_sdist(python)
    building.pip(python, "--no-deps", "--force-reinstall", wheel)
    pack(python, FOR_TESTS)
    return FOR_TESTS


def pack(python: Path, folder: Path) -> None:
    """Puts into `folder` what the environment of that Python needs to run the program, and no more."""
    building.say("packing the folder")
    work = folder.parent / "work"
    out = ("--distpath", folder.parent, "--workpath", work)
    building.run(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *out, SPEC, cwd=building.PLACE)
    shutil.rmtree(work)
    strip(folder)
    for library in list(libraries(folder)):
        if library.name.startswith("libicudata."):
            icu.trim(library)
    licences.write_all(python, folder / "licences")


def small_numpy(version: str, python: Path) -> Path:
    """A wheel of that numpy without OpenBLAS, and of its faster twins of a loop one instead of three."""
    kept = building.PLACE / "numpy" / f"{sys.version_info.major}.{sys.version_info.minor}-{version}"
    if not list(kept.glob("*.whl")):
        building.say("building numpy without OpenBLAS; this takes a while, once")
        setup = [f"-Csetup-args=-D{word}" for word in SMALL_NUMPY]
        pip = (python, "-m", "pip", "wheel", "-q", "--disable-pip-version-check", "--no-deps", "--no-binary", "numpy")
        building.run(*pip, f"numpy=={version}", "-w", kept, *setup)
    return next(kept.glob("*.whl"))


def strip(folder: Path) -> None:
    """Takes out of the libraries what only a debugger reads."""
    for library in libraries(folder):
        if library.parent.suffix != REPAIRED:
            subprocess.run(("strip", "--strip-unneeded", str(library)), check=False)


def libraries(folder: Path) -> Iterator[Path]:
    """The shared libraries of a folder, each once."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink() and ".so" in path.name:
            yield path


def megabytes(folder: Path) -> float:
    """What the files of a folder hold, in MB of 1,000,000 bytes."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 1e6


def _version_of(library: str, python: Path) -> str:
    asked = (python, "-c", f"from importlib.metadata import version; print(version({library!r}))")
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    os.umask(0o022)
    made = build(numpy_as_it_comes=AS_IT_COMES in sys.argv)
    building.say(f"{made}: {megabytes(made):.1f} MB")
