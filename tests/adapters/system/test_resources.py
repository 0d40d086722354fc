"""Our own files are found."""

from companion.adapters.system.resources import locale_folder, resources_root


def test_the_notes_are_below_the_root() -> None:
    assert (resources_root() / "concepts" / "en").is_dir()


def test_languages_are_a_folder_or_none() -> None:
    folder = locale_folder()
    assert folder is None or folder.is_dir()
