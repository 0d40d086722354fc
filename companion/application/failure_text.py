"""A failure put so that a log may keep it: which kind and where, never what it said."""

from traceback import walk_tb

from companion.application.errors import UserError
from companion.domain.errors import DomainError


def failure_text(failure: BaseException) -> str:
    """Kinds and places of a failure and its causes, outermost last, one place a line.

    The arguments of an exception can hold words of the person, so they are left out; a broken rule and a kind of
    trouble are named.
    """
    told: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = failure
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        told.append("\n".join([*_places(current), _kind(current)]))
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\nwhich led to\n".join(reversed(told))


def _kind(failure: BaseException) -> str:
    kind = type(failure)
    if isinstance(failure, DomainError):
        return f"{kind.__name__} {failure.rule.value}"
    if isinstance(failure, UserError):
        return f"{kind.__name__} {failure.trouble.value}"
    return f"{kind.__module__}.{kind.__qualname__}"


def _places(failure: BaseException) -> list[str]:
    return [
        f"  {_short(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in walk_tb(failure.__traceback__)
    ]


def _short(path: str) -> str:
    """The path from the program's or a library's own folder on: the folders above can hold a person's name."""
    parts = path.replace("\\", "/").split("/")
    for root in ("site-packages", "companion"):
        if root in parts[:-1]:
            last = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[last + (root == "site-packages") :])
    return parts[-1]
