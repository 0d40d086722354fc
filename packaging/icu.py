"""Takes out of ICU's data what neither Qt nor the program asks for: 32 MB become 6.

ICU comes with Qt, which orders words and changes their case by it. Names of currencies, units, countries and time
zones, spelling out of numbers, transliteration, and the tables of old character sets are read by nobody here: dates
and languages are Qt's own, and Python decodes files. A table that is not there is to ICU a language it does not know:
it goes on with the language's root.

The form of the data: https://unicode-org.github.io/icu/userguide/icu_data/ ("common data"). The library is data and
one name, so that a whole one of the same version can be put in its place. Needs binutils.
"""

import re
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FORM = b"CmnD"
FORM_AT = 12  # behind two sizes, two magic bytes and the machine's kind
ALIGNED = 16
TREES = "brkitr|curr|lang|region|unit|zone|rbnf"
KEPT_LANGUAGES = r"(root|pool|res_index|tzdbNames|supplementalData|(de|en)(_\w+)?)\.res"
UNWANTED = re.compile(
    rf"""
    .*\.(cnv|cfu|spp)                                  # old character sets, look-alikes, preparation of names
  | unames\.icu                                        # what each character is called
  | translit/.* | brkitr/\w*dict\.dict                 # words of languages that write without spaces: Qt has its own
  | ({TREES})/(?!{KEPT_LANGUAGES}$|[\w]+\.brk$).*
  | (?!{KEPT_LANGUAGES}$)[a-z]{{2,3}}(_\w+)?\.res      # formats of a language
    """,
    re.VERBOSE,
)


class Table(NamedTuple):
    """One piece of the data; its name begins with the data's own and a slash."""

    name: str
    content: bytes


def trim(library: Path) -> None:
    """Puts a library with the wanted tables in the place of that one."""
    whole = data_of(library.read_bytes())
    symbol = f"{tables(whole)[0].name.split('/')[0][:-1]}_dat"
    _link(trimmed(whole), symbol, library)


def data_of(library: bytes) -> bytes:
    """The data inside the library, with whatever follows it."""
    start = library.index(FORM) - FORM_AT
    return library[start:]


def tables(data: bytes) -> list[Table]:
    """All of it, in its order. The last has no end of its own: it is as long as what comes behind it allows."""
    base, rows = _contents(data)
    ends = [start for _name, start in rows[1:]] + [len(data) - base]
    return [
        Table(_text_at(data, base + name), data[base + start : base + end])
        for (name, start), end in zip(rows, ends, strict=True)
    ]


def trimmed(data: bytes) -> bytes:
    """The same form with fewer tables."""
    base, _rows = _contents(data)
    return data[:base] + b"".join(_laid_out([table for table in tables(data) if is_wanted(table.name)]))


def is_wanted(name: str) -> bool:
    """True for a table that something asks for."""
    return UNWANTED.fullmatch(name.partition("/")[2]) is None


def _contents(data: bytes) -> tuple[int, list[tuple[int, int]]]:
    """Where places are counted from, and for each table where its name and where its content begin."""
    (base,) = struct.unpack_from("<H", data)
    (count,) = struct.unpack_from("<I", data, base)
    return base, list(struct.iter_unpack("<II", data[base + 4 : base + 4 + 8 * count]))


def _laid_out(kept: list[Table]) -> Iterator[bytes]:
    names = b"".join(table.name.encode() + b"\0" for table in kept)
    head = 4 + 8 * len(kept)
    padding = -(head + len(names)) % ALIGNED
    name_at, content_at = head, head + len(names) + padding
    yield struct.pack("<I", len(kept))
    for table in kept:
        yield struct.pack("<II", name_at, content_at)
        name_at += len(table.name) + 1
        content_at += len(table.content)
    yield names + b"\0" * padding
    yield from (table.content for table in kept)


def _text_at(data: bytes, start: int) -> str:
    return data[start : data.index(b"\0", start)].decode("ascii")


def _link(data: bytes, symbol: str, library: Path) -> None:
    """A library of the same name that holds only `data`, called `symbol`."""
    plain, piece = library.with_suffix(".dat"), library.with_suffix(".o")
    plain.write_bytes(data)
    start = "_binary_" + re.sub(r"\W", "_", plain.name) + "_start"
    subprocess.run(("ld", "-r", "-b", "binary", "-o", piece.name, plain.name), cwd=library.parent, check=True)
    read_only = ".data=.rodata,alloc,load,readonly,data,contents"
    subprocess.run(
        (
            "objcopy",
            *("--rename-section", read_only, "--set-section-alignment", f".data={ALIGNED}"),
            *("--redefine-sym", f"{start}={symbol}", "--keep-global-symbol", symbol, str(piece)),
        ),
        check=True,
    )
    subprocess.run(
        ("ld", "-shared", "-s", "-z", "noexecstack", "-soname", library.name, "-o", str(library), str(piece)),
        check=True,
    )
    plain.unlink()
    piece.unlink()
