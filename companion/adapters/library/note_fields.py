"""The fields of a note's header as values; a field of the wrong kind is left out and remembered."""

import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import TypeVar

from companion.adapters.library.strict_yaml import Header, Plain
from companion.domain.concept import Evidence, Source
from companion.domain.errors import DomainError
from companion.domain.text import clean_tags
from companion.domain.zone import Zone

LONGEST_LINE = 300
E = TypeVar("E", bound=Enum)
T = TypeVar("T")


class Fields:
    """Reads a header field by field; `wrong` lists the names of those that are not what they should be."""

    def __init__(self, header: Header) -> None:
        self._fields = header.fields
        self.wrong: list[str] = []

    def line_of_text(self, name: str) -> str:
        """A text on one line."""
        value = self._fields.get(name, "")
        if isinstance(value, str) and len(value) <= LONGEST_LINE:
            return " ".join(value.split())
        return self._refuse(name, "")

    def day(self, name: str) -> str | None:
        """An ISO date."""
        text = self.line_of_text(name)
        return text if _is_day(text) else self._refuse(name, None) if text else None

    def texts(self, name: str, *, split: bool = False) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one, with `split` divided at commas."""
        value = self._fields.get(name, "")
        if isinstance(value, str):
            value = list(value.split(",")) if split else [value]
        if not isinstance(value, list):
            return self._refuse(name, ())
        texts = [" ".join(text.split()) for text in value if isinstance(text, str)]
        if len(texts) < len(value) or any(len(text) > LONGEST_LINE for text in texts):
            self._refuse(name, ())
        return tuple(dict.fromkeys(text for text in texts if 0 < len(text) <= LONGEST_LINE))

    def tags(self, more: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The tags of the header, then `more`, without "#"."""
        try:
            return clean_tags((*self.texts("tags", split=True), *more))
        except DomainError:
            return self._refuse("tags", ())

    def zones(self) -> tuple[Zone, ...]:
        """The zones by their names."""
        return self._named("zones", self.texts("zones", split=True), Zone)

    def evidence(self) -> Evidence | None:
        """The grade by its name."""
        name = self.line_of_text("evidence")
        return next(iter(self._named("evidence", (name,) if name else (), Evidence)), None)

    def sources(self) -> tuple[Source, ...]:
        """Sources, each a text or fields of its own."""
        value = self._fields.get("sources", "")
        listed = value if isinstance(value, list) else [value] if value else []
        read = [self._source(source) for source in listed]
        return tuple(source for source in read if source is not None)

    def _source(self, value: Plain) -> Source | None:
        if isinstance(value, str):
            return Source(" ".join(value.split())) if value.strip() else None
        text = value.get("text") if isinstance(value, dict) else None
        if not isinstance(value, dict) or not isinstance(text, str) or not text.strip():
            return self._refuse("sources", None)
        return Source(
            " ".join(text.split()),
            checked_on=self._part(value, "checked_on", _is_day),
            url=self._part(value, "url", is_address),
        )

    def _part(self, source: dict[str, Plain], name: str, fits: Callable[[str], bool]) -> str | None:
        value = source.get(name, "")
        if isinstance(value, str) and fits(value.strip()):
            return value.strip()
        return self._refuse("sources", None) if value else None

    def _named(self, field: str, names: tuple[str, ...], kind: type[E]) -> tuple[E, ...]:
        known = {member.value: member for member in kind}
        if any(name.lower() not in known for name in names):
            self._refuse(field, None)
        return tuple(dict.fromkeys(known[name.lower()] for name in names if name.lower() in known))

    def _refuse(self, name: str, instead: T) -> T:
        if name not in self.wrong:
            self.wrong.append(name)
        return instead


def is_address(text: str) -> bool:
    """True for an https address without blanks."""
    return re.fullmatch(r"https://[^\s<>\"]{1,2000}", text) is not None


def _is_day(text: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
