"""What the text of a note itself tells: its heading, its #tags, its [[links]], its ![pictures](…)."""

import re

from companion.domain.text import LONGEST_TAG

_MOST_TAGS = 1_000
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"`[^`\n]*`")
_HEADING = re.compile(r"^ {0,3}#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_MARKUP = re.compile(r"[*`\[\]]")
_TAG = re.compile(r"(?<!\S)#([\w/-]*[^\W\d_][\w/-]*)")
_LINK = re.compile(r"\[\[([^\[\]\n]{1,300})\]\]")
# `![words](bench.png "title")`, `![words](<my bench.png>)` or `![[bench.png|300]]`.
_PICTURE = re.compile(
    r"(?<!\\)!\[[^\[\]\n]{0,300}\]\([ \t]*"
    r"(?:<([^<>\n]{1,300})>|((?:[^\s()<>\\]|\([^\s()<>\\]{0,100}\)){1,300}))[ \t]*[)\"']"
    r"|!\[\[([^\[\]\n|]{1,300})(?:\|[^\[\]\n]{0,300})?\]\]"
)
_ATTACHMENT = re.compile(r"\.(?!md$)[a-z0-9]{2,4}$", re.IGNORECASE)


def without_comments(text: str) -> str:
    """`text` without its comments, HTML's and those of Obsidian (%% … %%); line breaks stay, so line numbers hold."""
    return _without(_without(text, "<!--", "-->"), "%%", "%%")


def _without(text: str, begin: str, end: str) -> str:
    kept, start, after = [], 0, 0
    while (opening := text.find(begin, after)) >= 0 and (closing := text.find(end, opening + len(begin))) >= 0:
        after = closing + len(end)
        # "100%%" in the middle of words is no comment.
        if begin == "%%" and opening and not text[opening - 1].isspace():
            after = opening + len(begin)
            continue
        kept += [text[start:opening], "\n" * text.count("\n", opening, closing)]
        start = after
    return "".join(kept) + text[start:]


def without_code(text: str) -> str:
    """`text` with fenced and inline code blanked out, line by line."""
    lines, fence = [], ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            lines.append("")
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            lines.append("")
            fence = mark[1]
        else:
            lines.append(_CODE.sub(" ", line))
    return "\n".join(lines)


def first_heading(prose: str) -> str:
    """The first heading of the first level as plain text of at most 300 characters, or nothing."""
    found = _HEADING.search(prose)
    return "" if found is None else " ".join(_MARKUP.sub("", found[1]).split())[:300]


def tags_in(prose: str) -> tuple[str, ...]:
    """The first 1,000 #tags of the text, without "#"; what is longer than a tag can be is none."""
    found = dict.fromkeys(tag for tag in _TAG.findall(prose) if len(tag) <= LONGEST_TAG)
    return tuple(found)[:_MOST_TAGS]


def links_in(prose: str) -> dict[str, int]:
    """The targets of [[target]], [[target|words]] and [[target#heading]] as written, with the line each is first on.

    Links within the note and to pictures and other files are left out.
    """
    links: dict[str, int] = {}
    for number, line in enumerate(prose.split("\n"), 1):
        for inside in _LINK.findall(line) if "[[" in line else ():
            target = inside.partition("|")[0].partition("#")[0].rstrip("\\").strip()
            if target and not _ATTACHMENT.search(target):
                links.setdefault(target, number)
    return links


def pictures_in(prose: str) -> dict[str, int]:
    """What the text names as pictures, as written, with the line each is first on; whole notes that it shows too."""
    pictures: dict[str, int] = {}
    for number, line in enumerate(prose.split("\n"), 1):
        for written in _PICTURE.findall(line) if "![" in line else ():
            pictures.setdefault("".join(written).rstrip("\\").strip(), number)
    return pictures
