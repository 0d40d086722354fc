"""`companion concepts`."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

NOTE = """---
title: The heron
aliases: [grey bird]
tags: [birds]
---
It stands. See [[Window of Tolerance]] and [[No such note]].
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder with one note."""
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "heron.md").write_text(NOTE)
    return folder


def test_our_notes_and_those_of_the_folder_are_listed(terminal: Terminal, notes: Path) -> None:
    reply = terminal.type("concepts", "list", "--notes", str(notes), "--json")
    titles = [concept["title"] for concept in reply.json["concepts"]]
    assert {"Window of Tolerance", "The heron"} <= set(titles)
    assert reply.json["schema"] == "companion/concepts/1"
    assert "The heron" in terminal.type("concepts", "list", "--notes", str(notes)).out


def test_show_gives_exactly_what_a_note_holds(terminal: Terminal, notes: Path) -> None:
    shown = terminal.type("concepts", "show", "GREY BIRD", "--notes", str(notes), "--json").json
    assert set(shown) == {"schema", "title", "aliases", "tags", "text", "links", "problems"}
    assert (shown["title"], shown["aliases"], shown["tags"]) == ("The heron", ["grey bird"], ["birds"])
    assert shown["links"] == ["Window of Tolerance", "No such note"]
    assert [problem["fault"] for problem in shown["problems"]] == ["broken_link"]


def test_notes_are_found_by_what_they_say_also_with_a_slip(terminal: Terminal, notes: Path) -> None:
    reply = terminal.type("concepts", "search", "stands grey", "--notes", str(notes), "--json")
    assert [concept["title"] for concept in reply.json["concepts"]] == ["The heron"]
    assert "Window of Tolerance" in terminal.type("concepts", "search", "tolerence").out


def test_a_search_that_finds_nothing_says_so(terminal: Terminal) -> None:
    reply = terminal.type("concepts", "search", "zzzzzz")
    assert reply.code == 0
    assert "No note" in reply.out
    assert terminal.type("concepts", "search", "zzzzzz", "--json").json["concepts"] == []


def test_in_the_terminal_a_note_is_its_text(terminal: Terminal, notes: Path) -> None:
    assert "It stands." in terminal.type("concepts", "show", "The heron", "--notes", str(notes)).out


def test_damaged_text_is_shown_repaired(terminal: Terminal, notes: Path) -> None:
    (notes / "heron.md").write_text("# Die Ãœbererregung\n\nItâ€™s here.\n", "utf-8")
    shown = terminal.type("concepts", "show", "Die Übererregung", "--notes", str(notes), "--json").json
    assert "It's here." in shown["text"].replace("’", "'")


@pytest.mark.parametrize("name", ["the kingfisher", ""])
def test_a_note_that_is_not_there_is_one_sentence(terminal: Terminal, name: str) -> None:
    reply = terminal.type("concepts", "show", name)
    assert reply.code == 1
    assert reply.complaint


def test_check_is_content_with_warnings(terminal: Terminal, notes: Path) -> None:
    reply = terminal.type("concepts", "check", "--notes", str(notes), "--json")
    (problem,) = reply.json["problems"]
    assert reply.code == 0
    assert (problem["fault"], problem["warning"], problem["line"]) == ("broken_link", True, 6)


def test_check_says_which_picture_is_not_there_and_on_which_line(terminal: Terminal, notes: Path) -> None:
    (notes / "bench.md").write_text("# The bench\n\n![by the water](bench.png)\n")
    reply = terminal.type("concepts", "check", "--notes", str(notes))
    assert reply.code == 0
    assert f"{notes / 'bench.md'}:3: A picture is not in the note's folder. (bench.png)" in reply.out


def test_check_says_which_note_could_not_be_loaded_and_the_others_are(terminal: Terminal, notes: Path) -> None:
    (notes / "broken.md").write_text("---\ntitle: [unclosed\n---\ntext\n")
    reply = terminal.type("concepts", "check", "--notes", str(notes))
    assert reply.code == 1
    assert f"{notes / 'broken.md'}:" in reply.out
    assert terminal.type("concepts", "show", "The heron", "--notes", str(notes)).code == 0


def test_a_folder_that_is_not_there_is_one_sentence(terminal: Terminal, tmp_path: Path) -> None:
    reply = terminal.type("concepts", "list", "--notes", str(tmp_path / "nowhere"))
    assert reply.code == 1
    assert "nowhere" in reply.complaint


def test_a_note_cannot_steer_the_terminal(terminal: Terminal, notes: Path) -> None:
    (notes / "heron.md").write_text("# Bell\n\n\x1b]0;title\x07 here\n")
    assert "\x1b" not in terminal.type("concepts", "show", "Bell", "--notes", str(notes)).out
