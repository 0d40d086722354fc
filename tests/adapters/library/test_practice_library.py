"""Our practices in a language, and in English where one is missing."""

from pathlib import Path

from companion.adapters.library.practice_library import FilePracticeLibrary

ONE = "---\ntitle: {title}\norder: {order}\nevidence: early\nsteps: [{{say: Look}}]\n---\n"


def file(folder: Path, language: str, name: str, title: str, order: int = 1) -> None:
    place = folder / "practices" / language
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_text(ONE.format(title=title, order=order))


def test_they_come_in_our_order_and_a_bad_one_keeps_none_of_the_others_away(tmp_path: Path) -> None:
    file(tmp_path, "en", "a.md", "Second", 2)
    file(tmp_path, "en", "b.md", "First", 1)
    (tmp_path / "practices" / "en" / "c.md").write_text("nothing")
    practices, problems = FilePracticeLibrary(tmp_path).read("en")
    assert [(each.key, each.title, each.is_ours) for each in practices] == [
        ("ours/b", "First", True),
        ("ours/a", "Second", True),
    ]
    assert {problem.file for problem in problems} == {"c.md"}


def test_where_a_language_lacks_one_it_is_english(tmp_path: Path) -> None:
    file(tmp_path, "en", "a.md", "Look")
    file(tmp_path, "en", "b.md", "Walk")
    file(tmp_path, "de", "a.md", "Schauen")
    practices, _problems = FilePracticeLibrary(tmp_path).read("de_AT")
    assert {each.key: each.title for each in practices} == {"ours/a": "Schauen", "ours/b": "Walk"}
