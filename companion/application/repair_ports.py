"""What repairs need from outside, beside the repository that they share with reflections and life events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from companion.domain.repair import RepairDraft


class RepairDraftRepository(Protocol):
    """The repair that is not saved yet."""

    def current(self) -> RepairDraft | None:
        """It, if there is one."""

    def set(self, draft: RepairDraft | None) -> None:
        """Keeps it, or drops it."""
