"""Where answers and refusals go: text or JSON on the one side, one line on the other."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from companion.cli.grammar import CouldNotError
from companion.domain.text import clean_text
from companion.presentation.translation import _


def say(text: str) -> None:
    """Prints text for a person. Control characters, which a terminal would obey, are left out."""
    _put(clean_text(text) + "\n")


def say_table(rows: Iterable[Sequence[str]]) -> None:
    """Prints rows with their columns in line; the last column is as long as it is."""
    cells = [[_one_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*(row[:-1] for row in cells), strict=True)]
    for row in cells:
        aligned = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        say("  ".join([*aligned, row[-1]]).rstrip())


def say_json(what: str, **content: object) -> None:
    """Prints one JSON object with its schema. Of lists each element has its line, and iterators are not held."""
    from json import dumps

    as_ascii = str(getattr(sys.stdout, "encoding", "")).lower().replace("-", "") != "utf8"
    mark = "{"
    for name, value in {"schema": f"companion/{what}/1", **content}.items():
        _put(f"{mark}{dumps(name)}: ")
        if isinstance(value, (list, Iterator)):
            _print_list(dumps(element, ensure_ascii=as_ascii) for element in value)
        else:
            _put(dumps(value, ensure_ascii=as_ascii))
        mark = ",\n"
    _put("}\n")


def finish() -> None:
    """Everything said so far has arrived. Raises BrokenPipeError or CouldNotError if it cannot."""
    _put("", flush=True)


def complain(text: str) -> None:
    """Prints exactly one line where refusals go."""
    print(_one_line(clean_text(text)), file=sys.stderr)


def be_printable() -> None:
    """What the terminal cannot show becomes a mark, never a failure."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _put(text: str, *, flush: bool = False) -> None:
    try:
        print(text, end="", flush=flush)
    except BrokenPipeError:
        raise
    except OSError:
        stop_answering()
        raise CouldNotError(_("The answer could not be written where it was to go.")) from None


def stop_answering() -> None:
    """Whatever is still to be said goes nowhere: Python would complain of it once more at its end."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_list(elements: Iterable[str]) -> None:
    mark = "["
    for element in elements:
        _put(f"{mark}\n{element}")
        mark = ","
    _put("[]" if mark == "[" else "\n]")


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")) if "\n" in text else text
