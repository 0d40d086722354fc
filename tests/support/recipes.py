"""The scripts in `packaging/` as modules; their folder is not a package, one of that name is somebody else's."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging"


def recipe(name: str) -> ModuleType:
    """The module of `packaging/NAME.py`."""
    if str(FOLDER) not in sys.path:
        sys.path.append(str(FOLDER))
    return import_module(name)
