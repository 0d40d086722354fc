"""Parts that are made when something is first asked of them, so that the first picture waits for none of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, cast

Part = TypeVar("Part")


class Late(Generic[Part]):
    """Stands where a part will be: whatever it is asked, it makes the part and asks that."""

    def __init__(self, make: Callable[[], Part]) -> None:
        self._make = make
        self._made: Part | None = None

    @property
    def is_made(self) -> bool:
        """True once something was asked of it."""
        return self._made is not None

    @property
    def part(self) -> Part:
        """The part itself."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def forget(self) -> None:
        """What is asked next makes the part anew."""
        self._made = None

    def __getattr__(self, name: str) -> object:
        return getattr(self.part, name)


def late(make: Callable[[], Part]) -> Part:
    """What `make` makes, made when something is first asked of it. Raises then what `make` raises."""
    return cast(Part, Late(make))
