"""What is stored where: the table is true for the places it is given, with and without a passphrase."""

from companion.application.places import Places
from companion.presentation.privacy_table import build_table

OPEN = Places("/data", "/config", "/logs")


def wheres(places: Places) -> set[str]:
    return {where for row in build_table(places).rows for where in row.where if row.is_path}


def test_every_place_of_ours_is_named() -> None:
    assert wheres(OPEN) == {
        "/data/companion.db",
        "/data/key.json",
        "/data/key-copy.json",
        "/data/backups",
        "/data/plan.json",
        "/config/settings.toml",
        "/logs",
    }


def test_a_second_place_is_named_where_there_is_one() -> None:
    assert "/media/stick" in wheres(OPEN._replace(second_place="/media/stick"))


def test_what_starts_it_with_the_log_in_is_named_where_it_is_switched_on() -> None:
    file = "/config/autostart/companion.desktop"
    assert wheres(OPEN._replace(log_in=file)) - wheres(OPEN) == {file}


def test_what_lies_beside_a_locked_notebook_is_named_where_there_is_a_passphrase() -> None:
    assert wheres(OPEN._replace(is_protected=True)) - wheres(OPEN) == {"/data/spool"}


def test_without_a_passphrase_it_says_that_the_key_lies_beside_the_notebook() -> None:
    notebook = build_table(OPEN).rows[0]
    assert "key lies beside it" in notebook.who
    assert "key lies beside it" not in build_table(OPEN._replace(is_protected=True)).rows[0].who


def test_another_systems_folders_are_written_as_that_system_does() -> None:
    assert "C:\\notes\\companion.db" in wheres(Places("C:\\notes", "C:\\settings", "C:\\logs"))
