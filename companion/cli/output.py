"""Where answers and refusals go: text or JSON on the one side, one line on the other."""

import sys
from collections.abc import Iterable, Iterator, Sequence

from companion.domain.text import clean_text


def say(text: str) -> None:
    """Prints text for a person. Control characters, which a terminal would obey, are left out."""
    print(clean_text(text))


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

    as_ascii = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    mark = "{"
    for name, value in {"schema": f"companion/{what}/1", **content}.items():
        print(f"{mark}{dumps(name)}: ", end="")
        if isinstance(value, (list, Iterator)):
            _print_list(dumps(element, ensure_ascii=as_ascii) for element in value)
        else:
            print(dumps(value, ensure_ascii=as_ascii), end="")
        mark = ",\n"
    print("}")


def complain(text: str) -> None:
    """Prints exactly one line where refusals go."""
    print(_one_line(clean_text(text)), file=sys.stderr)


def be_printable() -> None:
    """What the terminal cannot show becomes a mark, never a failure."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _print_list(elements: Iterable[str]) -> None:
    mark = "["
    for element in elements:
        print(f"{mark}\n{element}", end="")
        mark = ","
    print("[]" if mark == "[" else "\n]", end="")


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")) if "\n" in text else text
