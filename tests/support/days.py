"""The person's days without a store."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time
from typing import Self, cast

from companion.application.days import DayService
from companion.application.ports import Clock
from companion.application.vault_ports import Vault
from companion.domain.day_start import START_OF_DAY


class DaysVault:
    """A vault that knows when the day begins and nothing else."""

    def __init__(self, day_start: time = START_OF_DAY) -> None:
        self.is_locked = False
        self.start = day_start

    @property
    def days(self) -> Self:
        return self

    def day_start(self) -> time:
        return self.start

    @contextmanager
    def reading(self) -> Iterator[Self]:
        yield self


def day_service(clock: Clock, vault: DaysVault | None = None) -> DayService:
    """The service over such a vault."""
    return DayService(cast(Vault, vault or DaysVault()), clock)
