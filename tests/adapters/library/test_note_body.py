"""What the text of a note tells about it."""

import pytest

from companion.adapters.library.note_body import (
    first_heading,
    links_in,
    pictures_in,
    tags_in,
    without_code,
    without_comments,
)


def test_comments_disappear_and_lines_stay() -> None:
    assert without_comments("a <!-- @format -->\n<!--\n\n--> b") == "a \n\n\n b"


def test_a_comment_that_never_ends_is_text() -> None:
    assert without_comments("a <!-- b") == "a <!-- b"


def test_code_is_blanked_out_line_by_line() -> None:
    assert without_code("a `[[x]]` b\n```py\n#tag\n```\n~~~\n#t\n") == "a   b\n\n\n\n\n\n"


def test_a_longer_fence_holds_a_shorter_one() -> None:
    assert without_code("````\n```\n#tag\n````\nafter").strip() == "after"


def test_the_first_heading_is_plain_text() -> None:
    assert first_heading("## Not this\n# A **bold** `one` [[here]] ##\n# Later") == "A bold one here"


def test_tags_stand_after_a_blank_and_are_more_than_numbers() -> None:
    text = "#calm and #co-regulation/body (#not) https://x.org/#nor a#b #123 #2026-goals\n# Heading\n#über #calm"
    assert tags_in(text) == ("calm", "co-regulation/body", "2026-goals", "über")


def test_what_is_longer_than_a_tag_is_none_and_their_number_is_bounded() -> None:
    assert tags_in("#" + "x" * 101 + " #y") == ("y",)
    assert len(tags_in(" ".join(f"#t{number}" for number in range(1_200)))) == 1_000


def test_links_are_their_targets_as_written_with_their_first_line() -> None:
    text = "[[One]] [[Two|words]]\n[[Three#Part|w]] [[one]] [[One]] ![[Four]]\n| [[Five\\|w]] |"
    assert links_in(text) == {"One": 1, "Two": 1, "Three": 2, "one": 2, "Four": 2, "Five": 3}


def test_links_within_the_note_and_to_pictures_are_no_links_between_notes() -> None:
    assert links_in("[[#Part]] ![[photo.png]] [[scan.pdf]] [[]] [[ ]] [[note.md]]") == {"note.md": 1}


@pytest.mark.parametrize("hostile", ["[[" * 100_000, "<!--" * 60_000, "`" * 250_000, "#" * 250_000, "# " * 120_000])
def test_text_made_to_take_for_ever_is_gone_through_and_holds_nothing(hostile: str) -> None:
    prose = without_code(without_comments(hostile))
    assert (tags_in(prose), links_in(prose)) == ((), {})
    assert len(first_heading(prose)) <= len(hostile)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("a %%mine%% b", "a  b"),
        ("%%\nmine\n%%\nb", "\n\n\nb"),
        ("100%% sure, 100%% true", "100%% sure, 100%% true"),
        ("a %%never closed", "a %%never closed"),
        ("a %%<!-- b%% -->c", "a %%c"),
    ],
)
def test_comments_of_obsidian_are_left_out_too(text: str, rest: str) -> None:
    assert without_comments(text) == rest


def test_pictures_are_what_is_named_as_one_with_its_first_line() -> None:
    text = (
        '![a](one.png) ![](<my two.png>) [no](three.png)\n![c](four(1).png "title") ![[five.png|300]] ![a](one.png)'
    )
    assert pictures_in(text) == {"one.png": 1, "my two.png": 1, "four(1).png": 2, "five.png": 2}


@pytest.mark.parametrize("hostile", ["![](" * 60_000, "![" * 120_000, "![](" + "(" * 200_000, "![[" * 80_000])
def test_a_line_made_to_take_minutes_names_no_picture(hostile: str) -> None:
    assert pictures_in(hostile) == {}
