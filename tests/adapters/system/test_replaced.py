"""Another version over the one that runs."""

import py_compile
import subprocess
import sys
from pathlib import Path

import pytest

from companion.adapters.system.replaced import ProgramFile


def naming(file: Path, version: str) -> Path:
    """That file, put there whole, as an installer does it."""
    fresh = file.with_suffix(".new")
    fresh.write_text(f'"""The program."""\n\n__version__ = "{version}"\n')
    return fresh.rename(file)


def test_the_one_that_runs_is_no_other_even_if_it_is_installed_once_more(tmp_path: Path) -> None:
    file = ProgramFile(naming(tmp_path / "__init__.py", "1.0"), "1.0")
    assert not file.names_another()
    naming(tmp_path / "__init__.py", "1.0")
    assert not file.names_another()


def test_another_is_told_and_taken_back_when_the_old_one_is_there_again(tmp_path: Path) -> None:
    file = ProgramFile(naming(tmp_path / "__init__.py", "1.0"), "1.0")
    naming(tmp_path / "__init__.py", "1.1")
    assert file.names_another()
    naming(tmp_path / "__init__.py", "1.0")
    assert not file.names_another()


def test_a_compiled_file_names_its_version_too(tmp_path: Path) -> None:
    compiled = tmp_path / "__init__.pyc"
    file = ProgramFile(compiled, "1.0")
    for version, is_another in (("1.0", False), ("1.1", True)):
        py_compile.compile(str(naming(tmp_path / "source.py", version)), str(compiled), doraise=True)
        assert file.names_another() is is_another


@pytest.mark.parametrize("compiled", [False, True])
def test_a_version_that_begins_or_ends_with_ours_is_another(tmp_path: Path, compiled: bool) -> None:
    for version in ("1.10", "11.1"):
        source = installed = naming(tmp_path / "source.py", version)
        if compiled:
            installed = tmp_path / "__init__.pyc"
            py_compile.compile(str(source), str(installed), doraise=True)
        assert ProgramFile(installed, "1.1").names_another()


@pytest.mark.skipif(sys.platform == "win32", reason="a process goes on as another on POSIX")
def test_it_goes_on_as_the_program_that_is_there_now(tmp_path: Path) -> None:
    newer = tmp_path / "newer"
    newer.write_text('#!/bin/sh\necho "$$ $1 ${XDG_ACTIVATION_TOKEN-none}"\n')
    newer.chmod(0o700)
    code = (
        "import os; from companion.adapters.system.replaced import start_again; "
        "os.environ['XDG_ACTIVATION_TOKEN'] = 'old'; print(os.getpid(), flush=True); "
        f"start_again([{str(newer)!r}, 'it'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    before, after = done.stdout.splitlines()
    assert after == f"{before} it none"
