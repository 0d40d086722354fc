"""Our notes and folders of the person's own are read together, and nothing outside them."""

import os
from datetime import date
from pathlib import Path

import pytest

from companion.adapters.library import folder_library
from companion.adapters.library.folder_library import FolderLibrary
from companion.adapters.library.note_files import content_of
from companion.adapters.library.note_text import LARGEST_NOTE_BYTES
from companion.application.errors import Trouble, UserError
from companion.domain.concept import Concept, NoteFault, NoteProblem

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    write(tmp_path / "resources/concepts/en/window.md", "---\ntitle: Window\naliases: [WOT]\n---\nwords")
    write(tmp_path / "resources/concepts/en/mind.md", "---\ntitle: Mind\n---\nsee [[window]]")
    write(tmp_path / "resources/concepts/de/window.md", "---\ntitle: Fenster\n---\nWorte")
    write(tmp_path / "resources/concepts/README.md", "not a note")
    return tmp_path / "resources"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    folder.mkdir()
    return folder


def read(resources: Path, *folders: Path, language: str = "en") -> tuple[dict[str, Concept], list[NoteProblem]]:
    concepts, problems = FolderLibrary(resources).read([str(folder) for folder in folders], language)
    return {concept.key: concept for concept in concepts}, problems


def test_our_notes_come_first_and_are_ours(resources: Path, notes: Path) -> None:
    write(notes / "walk.md", "# A walk")
    concepts, problems = read(resources, notes)
    assert [(c.key, c.is_ours) for c in concepts.values()] == [
        ("ours/mind", True),
        ("ours/window", True),
        ("vault/walk", False),
    ]
    assert problems == []


@pytest.mark.parametrize("language", ["de", "de_AT", "de-AT"])
def test_a_language_has_its_notes_and_english_ones_for_the_rest(resources: Path, language: str) -> None:
    concepts, _ = read(resources, language=language)
    assert {c.title for c in concepts.values()} == {"Fenster", "Mind"}


@pytest.mark.parametrize("language", ["system", "fr", "../../secret", ""])
def test_an_unknown_language_is_english(resources: Path, language: str) -> None:
    write(resources.parent / "secret/stolen.md", "# Stolen")
    concepts, _ = read(resources, language=language)
    assert {c.title for c in concepts.values()} == {"Window", "Mind"}


def test_folders_within_are_read_and_hidden_ones_are_not(resources: Path, notes: Path) -> None:
    write(notes / "sub/deeper/walk.MD", "words")
    write(notes / ".obsidian/plugin.md", "words")
    write(notes / ".trash/old.md", "words")
    write(notes / ".hidden.md", "words")
    write(notes / "picture.png", "words")
    concepts, _ = read(resources, notes)
    assert [key for key in concepts if key.startswith("vault/")] == ["vault/sub/deeper/walk"]


def test_links_of_the_file_system_are_not_followed(resources: Path, notes: Path, tmp_path: Path) -> None:
    write(tmp_path / "private/diary.md", "words")
    (notes / "diary.md").symlink_to(tmp_path / "private/diary.md")
    (notes / "private").symlink_to(tmp_path / "private")
    (notes / "again").symlink_to(notes)
    os.mkfifo(notes / "pipe.md")
    concepts, problems = read(resources, notes)
    assert [key for key in concepts if key.startswith("vault/")] == []
    assert problems == []


def test_two_folders_of_one_name_keep_their_notes_apart(resources: Path, tmp_path: Path) -> None:
    for parent in ("a", "b"):
        write(tmp_path / parent / "vault/walk.md", f"# Walk {parent}")
    concepts, _ = read(resources, tmp_path / "a/vault", tmp_path / "b/vault")
    assert [c.title for c in concepts.values() if not c.is_ours] == ["Walk a", "Walk b"]
    assert "vault-2/walk" in concepts


def test_a_folder_of_the_name_of_ours_does_not_replace_ours(resources: Path, tmp_path: Path) -> None:
    write(tmp_path / "ours/window.md", "# Mine")
    concepts, _ = read(resources, tmp_path / "ours")
    assert concepts["ours/window"].title == "Window"
    assert concepts["ours-2/window"].title == "Mine"


def test_a_folder_inside_another_is_read_once(resources: Path, notes: Path) -> None:
    write(notes / "sub/walk.md", "# Walk")
    concepts, problems = read(resources, notes, notes / "sub", notes)
    assert [key for key in concepts if not key.startswith("ours/")] == ["vault/sub/walk"]
    assert problems == []


def test_a_bad_note_is_listed_with_its_file_and_the_others_load(resources: Path, notes: Path) -> None:
    write(notes / "broken.md", "---\ntitle: [\n---\n")
    write(notes / "walk.md", "# Walk")
    concepts, problems = read(resources, notes)
    assert "vault/walk" in concepts
    assert [(p.file, p.fault) for p in problems] == [(str(notes / "broken.md"), NoteFault.BAD_HEADER)]


def test_names_that_are_taken_and_links_that_lead_nowhere_are_remarks(resources: Path, notes: Path) -> None:
    write(notes / "a.md", "---\ntitle: wot\n---\n[[Mind]] [[MIND#Part]] [[vault/a]] [[a.md]]\n[[Nowhere]]")
    _, problems = read(resources, notes)
    assert [(p.line, p.fault, p.detail) for p in problems] == [
        (None, NoteFault.DUPLICATE_NAME, "wot"),
        (5, NoteFault.BROKEN_LINK, "Nowhere"),
    ]


def test_a_related_note_that_is_not_there_is_said_with_its_line(resources: Path, notes: Path) -> None:
    write(notes / "a.md", "---\ntitle: A\nrelated: [Mind, Nobody]\n---\n[[Mind]]")
    _, problems = read(resources, notes)
    assert [(p.line, p.fault, p.detail) for p in problems] == [(3, NoteFault.BROKEN_LINK, "Nobody")]


def test_a_picture_that_is_not_there_is_a_remark_with_its_line_until_it_is_there(
    resources: Path, notes: Path
) -> None:
    write(notes / "a.md", "---\ntitle: A\n---\n\n![the bench](bench.png) `![no](code.png)`")
    library = FolderLibrary(resources)
    _, problems = library.read([str(notes)], "en")
    assert problems == [NoteProblem(str(notes / "a.md"), 5, NoteFault.MISSING_PICTURE, "bench.png")]
    assert problems[0].fault.is_warning
    (notes / "bench.png").write_bytes(b"picture")
    assert library.read([str(notes)], "en")[1] == []


def test_what_cannot_be_shown_is_listed_before_remarks(resources: Path, notes: Path) -> None:
    write(notes / "a.md", "itâ€™s")
    write(notes / "b.md", "---\n")
    _, problems = read(resources, notes)
    assert [p.fault for p in problems] == [NoteFault.BAD_HEADER, NoteFault.TEXT_REPAIRED]


def test_a_note_that_cannot_be_opened_is_a_problem(
    resources: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(notes / "locked.md", "words")

    def refuse(path: Path, most: int) -> bytes:
        raise PermissionError(13, "no", str(path))

    monkeypatch.setattr(folder_library, "content_of", refuse)
    _, problems = read(resources, notes)
    assert problems == [NoteProblem(str(notes / "locked.md"), None, NoteFault.UNREADABLE)]


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_a_folder_that_cannot_be_read_is_said(resources: Path, tmp_path: Path, kind: str) -> None:
    (tmp_path / "file").write_text("words")
    with pytest.raises(UserError) as caught:
        read(resources, tmp_path / kind)
    assert caught.value.trouble is Trouble.FOLDER_UNREADABLE
    assert caught.value.facts == {"path": str(tmp_path / kind)}


def test_a_folder_name_with_nul_is_unreadable(resources: Path) -> None:
    with pytest.raises(UserError):
        FolderLibrary(resources).read(["a\0b"], "en")


def test_more_notes_than_can_be_read_are_said(resources: Path, notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_library, "MOST_FILES", 2)
    for number in range(4):
        write(notes / f"{number}.md", "words")
    concepts, problems = read(resources, notes)
    assert [key for key in concepts if not key.startswith("ours/")] == ["vault/0", "vault/1"]
    assert problems == [NoteProblem(str(notes), None, NoteFault.TOO_MANY_NOTES)]


def test_of_a_file_of_fifty_megabytes_only_a_little_is_read(
    resources: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (notes / "huge.md").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    read_bytes: list[int] = []

    def watched(path: Path, most: int) -> bytes:
        content = content_of(path, most)
        read_bytes.append(len(content))
        return content

    monkeypatch.setattr(folder_library, "content_of", watched)
    _, problems = read(resources, notes)
    assert [problem.fault for problem in problems] == [NoteFault.TOO_LARGE]
    assert read_bytes == [LARGEST_NOTE_BYTES + 1]


def test_notes_that_link_in_a_ring_and_to_themselves_are_notes_like_others(resources: Path, notes: Path) -> None:
    for name, target in (("a", "b"), ("b", "c"), ("c", "a"), ("self", "self")):
        write(notes / f"{name}.md", f"![[{target}]] [[{target}#{target}]]")
    concepts, problems = read(resources, notes)
    assert {"vault/a", "vault/b", "vault/c", "vault/self"} <= set(concepts)
    assert problems == []


def test_a_link_that_takes_a_files_place_between_finding_and_opening_is_not_followed(
    resources: Path, notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "private.md", "secret")
    write(notes / "a.md", "words")

    def swapped(path: Path, most: int) -> bytes:
        path.unlink()
        path.symlink_to(tmp_path / "private.md")
        return content_of(path, most)

    monkeypatch.setattr(folder_library, "content_of", swapped)
    concepts, problems = read(resources, notes)
    assert "vault/a" not in concepts
    assert [problem.fault for problem in problems] == [NoteFault.UNREADABLE]


def test_a_file_name_that_is_no_text_is_read_all_the_same(resources: Path, notes: Path) -> None:
    (notes / os.fsdecode(b"caf\xe9.md")).write_text("words")
    concepts, _ = read(resources, notes)
    assert "vault/caf\ufffd" in concepts


def test_reading_changes_nothing_in_the_folder(resources: Path, notes: Path) -> None:
    write(notes / "a.md", "---\ntitle: A\n---\nitâ€™s")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in notes.iterdir()}
    read(resources, notes)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in notes.iterdir()} == before


def test_what_is_as_it_was_is_the_very_same_answer(resources: Path, notes: Path) -> None:
    write(notes / "a.md", "words")
    library = FolderLibrary(resources)
    first = library.read([str(notes)], "en")
    assert library.read([str(notes)], "en") is first
    write(notes / "b.md", "words")
    assert library.read([str(notes)], "en") is not first


def test_only_files_that_changed_are_read_again(
    resources: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def watched(path: Path, most: int) -> bytes:
        opened.append(path.name)
        return content_of(path, most)

    monkeypatch.setattr(folder_library, "content_of", watched)
    library = FolderLibrary(resources)
    write(notes / "a.md", "words")
    write(notes / "b.md", "words")
    library.read([str(notes)], "en")
    write(notes / "b.md", "other words")
    (concepts, _problems) = library.read([str(notes)], "en")
    assert opened == ["a.md", "b.md", "b.md"]
    assert [c.text for c in concepts if not c.is_ours] == ["words", "other words"]


def test_a_note_that_is_gone_is_gone_and_one_that_moved_is_there(resources: Path, notes: Path) -> None:
    library = FolderLibrary(resources)
    write(notes / "a.md", "words")
    library.read([str(notes)], "en")
    (notes / "sub").mkdir()
    (notes / "a.md").rename(notes / "sub/b.md")
    concepts, _problems = library.read([str(notes)], "en")
    assert [c.key for c in concepts if not c.is_ours] == ["vault/sub/b"]


def test_a_note_of_ours_knows_its_language_and_one_of_theirs_when_it_was_changed(
    resources: Path, notes: Path
) -> None:
    write(notes / "a.md", "words")
    os.utime(notes / "a.md", (1_700_000_000, 1_700_000_000))
    concepts, _ = read(resources, notes, language="de_AT")
    assert (concepts["ours/window"].language, concepts["ours/mind"].language) == ("de", "en")
    assert (concepts["vault/a"].language, concepts["vault/a"].changed_on) == ("", date(2023, 11, 14))


def test_a_picture_beside_a_note_is_found_and_one_elsewhere_is_not(resources: Path, notes: Path) -> None:
    write(notes / "sub/a.md", "words")
    for place in ("sub/a.png", "sub/deep/b.png", "above.png"):
        write(notes / place, place)
    library = FolderLibrary(resources)
    library.read([str(notes)], "en")
    found = [library.picture("vault/sub/a", name) for name in ("a.png", "deep/b.png", "../above.png", "none.png")]
    assert found == [b"sub/a.png", b"sub/deep/b.png", None, None]
    assert library.picture("vault/nobody", "a.png") is None


def test_a_drawing_beside_our_notes_is_found_and_one_beside_theirs_is_not(resources: Path, notes: Path) -> None:
    write(resources / "concepts/en/figures/a.svg", "<svg/>")
    write(notes / "a.svg", "<svg/>")
    write(notes / "a.md", "words")
    library = FolderLibrary(resources)
    library.read([str(notes)], "de")
    assert library.picture("ours/mind", "figures/a.svg") == b"<svg/>"
    assert library.picture("vault/a", "a.svg") is None
    assert library.picture("ours/mind", "mind.md") is None


def test_our_own_notes_have_nothing_wrong() -> None:
    concepts, problems = read(RESOURCES)
    assert problems == []
    assert len(concepts) >= 3
    for concept in concepts.values():
        assert concept.summary
        assert len(concept.summary) <= 60
        assert concept.evidence is not None
        assert concept.sources
