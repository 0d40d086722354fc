"""Reading a PDF file of ours as another program would: how many pages it has, and the text on them."""

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_SHOWN = re.compile(rb"/(F\d+) [^\n]*?Tf|<([0-9A-Fa-f]+)>|(\bET\b)")


def pages_of(content: bytes) -> int:
    """How many pages the file has."""
    return len(re.findall(rb"/Type /Page\b(?!s)", content))


def text_of(content: bytes) -> str:
    """What can be copied out of it, a line for each piece that was drawn."""
    objects = {int(number): body for number, body in _OBJECT.findall(content)}
    fonts = _fonts(objects)
    lines = []
    for body in objects.values():
        drawn = _unpacked(body)
        if b" Tf" in drawn and b"BT" in drawn:
            lines += _lines(drawn, fonts)
    return "\n".join(lines)


def _lines(drawn: bytes, fonts: dict[str, dict[int, str]]) -> list[str]:
    lines, letters, font = [], "", dict[int, str]()
    for name, shown, end in _SHOWN.findall(drawn):
        if name:
            font = fonts[name.decode()]
        elif shown:
            codes = (int(shown[at : at + 4], 16) for at in range(0, len(shown), 4))
            letters += "".join(font.get(code, "?") for code in codes)
        elif end:
            lines.append(letters.replace("\t", " "))  # some fonts draw both with one glyph
            letters = ""
    return lines


def _fonts(objects: dict[int, bytes]) -> dict[str, dict[int, str]]:
    named = {name for body in objects.values() for name in re.findall(rb"/(F\d+) (\d+) 0 R", body)}
    fonts = {}
    for name, number in named:
        found = re.search(rb"/ToUnicode (\d+) 0 R", objects[int(number)])
        assert found is not None, "a font that nobody can copy text out of"
        fonts[name.decode()] = _letters(_unpacked(objects[int(found[1])]))
    return fonts


def _letters(table: bytes) -> dict[int, str]:
    letters: dict[int, str] = {}
    for part in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, to in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            for step, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                letters[code] = chr(int(to, 16) + step)
        for first, _last, to in re.findall(rb"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", part, re.DOTALL):
            for step, one in enumerate(re.findall(rb"<(\w+)>", to)):
                letters[int(first, 16) + step] = bytes.fromhex(one.decode()).decode("utf-16-be")
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, to in re.findall(rb"<(\w+)>\s*<(\w+)>", part):
            letters[int(code, 16)] = bytes.fromhex(to.decode()).decode("utf-16-be")
    return letters


def _unpacked(body: bytes) -> bytes:
    found = _STREAM.search(body)
    if found is None:
        return b""
    try:
        return zlib.decompress(found[1])
    except zlib.error:
        return found[1]
