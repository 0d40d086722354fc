"""ICU's data with less in it."""

import shutil
import struct
from pathlib import Path

import pytest

from tests.support.recipes import recipe

icu = recipe("icu")

HEADER: bytes = struct.pack("<HBB", 32, 0xDA, 0x27) + bytes(8) + icu.FORM + bytes(16)
TABLES = {
    "brkitr/cjdict.dict": b"words",
    "brkitr/word.brk": b"rules of words",
    "coll/ja.res": b"order of Japanese",
    "curr/pool.res": b"names that others share",
    "curr/sv.res": b"kronor",
    "euc-jp-2007.cnv": b"an old character set",
    "likelySubtags.res": b"what is likely",
    "root.res": b"the root",
    "sv.res": b"formats of Swedish",
}


def some_data(tables: dict[str, bytes]) -> bytes:
    """Data of that form, put together by hand."""
    names = [f"icudt73l/{name}".encode() + b"\0" for name in tables]
    contents = [content.ljust(32, b".") for content in tables.values()]
    head = 4 + 8 * len(tables)
    rows, name_at, content_at = b"", head, -(-(head + len(b"".join(names))) // 16) * 16
    for name, content in zip(names, contents, strict=True):
        rows += struct.pack("<II", name_at, content_at)
        name_at, content_at = name_at + len(name), content_at + len(content)
    listed = struct.pack("<I", len(tables)) + rows + b"".join(names)
    return HEADER + listed.ljust(-(-len(listed) // 16) * 16, b"\0") + b"".join(contents)


def short(tables: object) -> dict[str, bytes]:
    return {table.name.partition("/")[2]: table.content.rstrip(b".") for table in tables}  # type: ignore[attr-defined]


def test_data_is_read_as_it_was_put_together() -> None:
    assert short(icu.tables(some_data(TABLES))) == TABLES


def test_what_orders_words_stays_as_it_was_and_what_nobody_asks_for_goes() -> None:
    less = icu.trimmed(some_data(TABLES))
    kept = ("brkitr/word.brk", "coll/ja.res", "curr/pool.res", "likelySubtags.res", "root.res")
    assert short(icu.tables(less)) == {name: TABLES[name] for name in kept}
    assert less.startswith(HEADER)


def test_every_table_begins_where_a_processor_likes_it() -> None:
    less = icu.trimmed(some_data(TABLES))
    base, rows = icu._contents(less)
    assert [(base + start) % 16 for _name, start in rows] == [0] * 5


@pytest.mark.skipif(shutil.which("ld") is None, reason="not installed: ld (binutils)")
def test_the_library_keeps_its_names(tmp_path: Path) -> None:
    library = tmp_path / "libicudata.so.73"
    library.write_bytes(b"\x7fELF and so on" + some_data(TABLES))
    icu.trim(library)
    content = library.read_bytes()
    assert content.startswith(b"\x7fELF")
    assert b"icudt73_dat\0" in content
    assert b"libicudata.so.73\0" in content
    assert b"kronor" not in content
    assert [path.name for path in tmp_path.iterdir()] == [library.name]
