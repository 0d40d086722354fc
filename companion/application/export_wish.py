"""How the notebook goes out to a file."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from companion.domain.secrets import Secret


class ExportForm(Enum):
    """What goes out: everything, the same behind a passphrase, or the check-ins as a table."""

    EVERYTHING = "everything"
    SEALED = "sealed"
    TABLE = "table"


class ExportWish(NamedTuple):
    """How the notebook goes out. A sealed one has a `secret`; `settings` go along if they are given, by name."""

    form: ExportForm = ExportForm.EVERYTHING
    secret: Secret | None = None
    settings: Mapping[str, object] | None = None
