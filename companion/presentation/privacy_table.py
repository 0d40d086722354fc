"""What is stored, where, for how long, and who can read it: true for this computer."""

from typing import NamedTuple

from companion.application.places import Places
from companion.presentation.translation import _


class StoredThing(NamedTuple):
    """One row. `where` are places as this computer names them, or words where there is none of ours."""

    what: str
    where: tuple[str, ...]
    how_long: str
    who: str
    is_path: bool = True


class PrivacyTable(NamedTuple):
    """The names of the columns, in the order of a row's fields, and the rows."""

    columns: tuple[str, str, str, str]
    rows: tuple[StoredThing, ...]


def build_table(places: Places) -> PrivacyTable:
    """The table for these places."""
    columns = (_("What"), _("Where"), _("How long"), _("Who can read it"))
    rows = (
        _notebook(places),
        _key(places),
        *_copies(places),
        _plan(places),
        *_beside_a_locked_one(places),
        _settings(places),
        *_log_in(places),
        _log(places),
        _taken_out(),
        _sent(),
    )
    return PrivacyTable(columns, rows)


def _notebook(places: Places) -> StoredThing:
    return StoredThing(
        _("All that you note, your reminders, and what became of them"),
        (_in(places.data, "companion.db"),),
        _("Until you delete it. What you delete permanently is gone from it at once."),
        _who_opens(places),
    )


def _key(places: Places) -> StoredThing:
    who = (
        _("Your user account, but it opens nothing without your passphrase or the recovery code")
        if places.is_protected
        else _("Whoever can read that folder. There is no passphrase.")
    )
    return StoredThing(
        _("The key to it, kept twice"),
        (_in(places.data, "key.json"), _in(places.data, "key-copy.json")),
        _("As long as the notebook"),
        who,
    )


def _copies(places: Places) -> tuple[StoredThing, ...]:
    kept = _("One for each of the last 7 days, 8 weeks and 24 months that have a copy")
    here = StoredThing(
        _("Copies, made automatically"), (_in(places.data, "backups"),), kept, _who_opens_copies(places)
    )
    if not places.second_place:
        return (here,)
    there = here._replace(what=_("Copies in your second place"), where=(places.second_place,))
    return (here, there)


def _plan(places: Places) -> StoredThing:
    return StoredThing(
        _("When to remind you while it is locked: times, without a word"),
        (_in(places.data, "plan.json"),),
        _("The next 14 days"),
        _("Your user account. It is not encrypted."),
    )


def _beside_a_locked_one(places: Places) -> tuple[StoredThing, ...]:
    if not places.is_protected:
        return ()
    return (
        StoredThing(
            _("What you note while it is locked, sealed"),
            (_in(places.data, "spool"),),
            _("Until you unlock it the next time"),
            _("Nobody, until the notebook is unlocked"),
        ),
    )


def _settings(places: Places) -> StoredThing:
    return StoredThing(
        _("Your settings, with nothing of what you note"),
        (_in(places.settings, "settings.toml"),),
        _("Until you delete everything"),
        _("Your user account. They are not encrypted."),
    )


def _log_in(places: Places) -> tuple[StoredThing, ...]:
    if not places.log_in:
        return ()
    return (
        StoredThing(
            _("That Companion starts when you log in"),
            (places.log_in,),
            _("Until you switch that off in Settings"),
            _("Your user account. It is not encrypted."),
        ),
    )


def _log(places: Places) -> StoredThing:
    return StoredThing(
        _("What went wrong in the program, and where in it; never your words"),
        (places.logs,),
        _("The newest one and a half megabytes"),
        _("Your user account. It is not encrypted."),
    )


def _taken_out() -> StoredThing:
    return StoredThing(
        _("What you save yourself: exports, pages, pictures"),
        (_("Where you saved it"),),
        _("Until you delete it there"),
        _("Whoever has the file, unless you gave an export a passphrase"),
        is_path=False,
    )


def _sent() -> StoredThing:
    return StoredThing(
        _("What is sent away"),
        (_("Nothing. Companion opens no network connection."),),
        _("Never"),
        _("Nobody"),
        is_path=False,
    )


def _who_opens(places: Places) -> str:
    if places.is_protected:
        return _("Who has your passphrase or the recovery code, and who is at the computer while it is unlocked")
    return _("Whoever can read that folder: it is encrypted, but the key lies beside it")


def _who_opens_copies(places: Places) -> str:
    if places.is_protected:
        return _("Who has the passphrase, or the recovery code, that held when the copy was made")
    return _("Whoever has the file: its key is in it")


def _in(folder: str, name: str) -> str:
    """That name in the folder, written as the folder's own system writes it."""
    return f"{folder}\\{name}" if "\\" in folder and "/" not in folder else f"{folder}/{name}"
