"""What Qt for Python knows of its own signatures, loaded when somebody first asks for it and not at every start."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

KNOWN = (6, 11)  # the Qt for Python whose bootstrap this was written for; any other loads in its own way
_BOOTSTRAP = "signature_bootstrap"
_MAPPING = "shibokensupport.signature.mapping"


def load_signatures_late() -> None:
    """Call before PySide6 is first imported.

    On import, Qt for Python compiles a dozen files of its own and their regular expressions, and from then on reads
    the source of every module that anybody imports: 40 ms, as much as all the rest of importing Qt. It needs them to
    word a TypeError after a call with wrong arguments, for help texts, for its stub files and for
    `from __feature__ import`. The first two stay as they are and load them then; the others no program needs.
    """
    if "shiboken6" not in sys.modules:
        sys.modules[_BOOTSTRAP] = _Bootstrap(_BOOTSTRAP)


class _Bootstrap(ModuleType):
    """Libshiboken runs its bootstrap code in the module of this name, and then calls what is `bootstrap` in it."""

    @property
    def bootstrap(self) -> Callable[[], object]:
        theirs: Callable[[], object] = self.__dict__["bootstrap"]
        is_known = sys.modules["shiboken6"].__version_info__[:2] == KNOWN
        return (lambda: _LateLoader(theirs)) if is_known else theirs


class _LateLoader:
    """Given to libshiboken for its loader: whatever that is asked to do is passed on, and loads the real one."""

    def __init__(self, bootstrap: Callable[[], object]) -> None:
        self._bootstrap = bootstrap
        self._loader: object | None = None
        # Before it words an error, libshiboken looks into this module for where classes are: always the first one
        # that it met, and without asking whether there is one.
        self._mapping = ModuleType(_MAPPING)
        self._mapping.__dict__["update_mapping"] = self._update_mapping
        sys.modules[_MAPPING] = self._mapping

    def finish_import(self, module: ModuleType) -> None:
        """Theirs mends what is deprecated in a module, which is nothing."""

    def post_init(self) -> None:
        """Theirs replaces Python's import by the one that reads every source."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def ask(*arguments: object) -> Any:
            return getattr(self._real(), name)(*arguments)

        return ask

    def _real(self) -> object:
        if self._loader is None:
            self._loader = self._bootstrap()
        return self._loader

    def _update_mapping(self) -> None:
        self._real()
        real = sys.modules[_MAPPING]
        real.update_mapping()
        packages = {name: part for name, part in vars(real).items() if isinstance(part, ModuleType)}
        self._mapping.__dict__.update(packages)
