"""Headers of strangers: texts, lists and fields, and a clear no to everything that can surprise."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.adapters.library.strict_yaml import HeaderError, StrictHandler

BOMB = 'a: &a ["x", "x"]\n' + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def read(text: str) -> object:
    return StrictHandler().header(text).fields


def refusal(text: str) -> tuple[str, int]:
    with pytest.raises(HeaderError) as caught:
        read(text)
    return caught.value.reason, caught.value.line


def test_nothing_is_guessed_everything_is_text() -> None:
    assert read("no: yes\nversion: 1.10\nday: 2026-11-22\ntime: 12:30:45\nn: 0x10") == {
        "no": "yes",
        "version": "1.10",
        "day": "2026-11-22",
        "time": "12:30:45",
        "n": "0x10",
    }


def test_lists_and_fields_may_be_nested() -> None:
    assert read("a: [x, y]\nb:\n  - text: t\n    url: u") == {"a": ["x", "y"], "b": [{"text": "t", "url": "u"}]}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_an_empty_field_is_an_empty_text(nothing: str) -> None:
    assert read(f"tags: {nothing}") == {"tags": ""}


def test_a_field_knows_its_line() -> None:
    assert StrictHandler().header("a: 1\n\nb:\n  - c\nd: 2").lines == {"a": 1, "b": 3, "d": 5}


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        (BOMB, "alias", 1),
        ("a: 1\nb: *a", "alias", 2),
        ("a: 1\nb: !!python/object/apply:os.system [echo]", "tag", 2),
        ("a: !!int 5", "tag", 1),
        ("a: 1\nb: 2\na: 3", "twice", 3),
        ("a: {b: 1, b: 2}", "twice", 1),
        ("a: [[[[[[[[[[x]]]]]]]]]]", "deep", 1),
        ("a: " + "[" * 9000, "deep", 1),
        ("- a\n- b", "list", 1),
        ("just words", "list", 1),
        ("? [a, b]\n: c", "unnamed", 1),
        ("a: 1\nb: [", "syntax", 2),
        ("a: b: c", "syntax", 1),
        ("a: 1\n--- \nb: 2", "syntax", 2),
        ('a: "\\UFFFFFFFF"', "syntax", 1),
        ("a: \x07", "syntax", 1),
        ("a: @x", "syntax", 1),
    ],
)
def test_what_can_surprise_is_refused_with_its_line(text: str, reason: str, line: int) -> None:
    assert refusal(text) == (reason, line)


def test_a_merge_is_an_ordinary_field() -> None:
    assert read("<<: {a: 1}") == {"<<": {"a": "1"}}


def test_escapes_bring_no_control_characters_and_no_half_characters() -> None:
    assert read(r'a: "x\0\x1b\ud800y"') == {"a": "x\ufffdy"}


@given(st.text(max_size=200) | st.text(alphabet="ab:-[]{}&*!|>'\"#%@\n\t ?,\\U0x", max_size=80))
def test_no_other_exception_comes_out(text: str) -> None:
    with suppress(HeaderError):
        read(text)
