"""The register of scenes: what is rendered to pictures, and checked, in every look, size and language."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from companion.ui.theme.theme import Theme

Maker = Callable[[Theme], QWidget]


@dataclass(frozen=True, slots=True)
class Scene:
    """A widget in one state, and the size of the window it stands in."""

    name: str
    width: int
    height: int
    make: Maker


_scenes: dict[str, Scene] = {}


def scene(name: str, width: int, height: int) -> Callable[[Maker], Maker]:
    """Registers a function that makes the widget. Raises ValueError if the name is taken."""

    def register(make: Maker) -> Maker:
        if name in _scenes and _scenes[name].make.__module__ != make.__module__:
            raise ValueError(f"two scenes are called {name}")
        _scenes[name] = Scene(name, width, height, make)
        return make

    return register


def all_scenes() -> list[Scene]:
    """Every scene of the files `scenes_*.py` beside this one, by name."""
    for found in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if found.name.startswith("scenes_"):
            importlib.import_module(f"tests.ui.gallery.{found.name}")
    return [_scenes[name] for name in sorted(_scenes)]
