"""What triangles need from outside, beside the repository that they share with reflections and life events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from companion.domain.triangle import TriangleDraft


class TriangleDraftRepository(Protocol):
    """The triangle that is not saved yet."""

    def current(self) -> TriangleDraft | None:
        """It, if there is one."""

    def set(self, draft: TriangleDraft | None) -> None:
        """Keeps it, or drops it."""
