"""Words for what the self-check finds: what is so, and one thing to do where something is not as it should be."""

from dataclasses import dataclass

from companion.presentation.translation import _


@dataclass(frozen=True, slots=True)
class FindingWords:
    """`todo` is empty where nothing is to be done."""

    what: str
    todo: str = ""


def words_of(name: str, is_ok: bool, detail: str) -> FindingWords:
    """Words for a finding by its name; one that has none yet is named as it is."""
    if is_ok:
        return FindingWords(_fine().get(name, name).format(detail=detail))
    what, todo = _wanting().get(name, (name, _from_backup()))
    return FindingWords(what.format(detail=detail), todo)


def _fine() -> dict[str, str]:
    return {
        "store.integrity": _("Your notebook's file is whole."),
        "store.cipher": _("Every page of it is encrypted and unchanged."),
        "store.day_summary": _("The counts of each day are right."),
        "store.tags": _("How often each tag was used is counted right."),
        "store.check_ins": _("Check-ins in it: {detail}."),
        "store.version": _("Version of the notebook's file: {detail}."),
        "key.file": _("The key is there."),
        "key.copies": _("Both copies of the key are the same."),
        "key.protected": _("It is behind your passphrase and your recovery code."),
        "key.open": _("There is no passphrase: whoever can read the folder can read your notebook."),
        "backups.protected": _("No safety copy can be opened without the passphrase."),
        "folder.private": _("Only you can open its folder and files."),
        "spool.waiting": _("Waiting to be taken in from locked times: {detail}."),
        "spool.unreadable": _("Everything noted in locked times could be read."),
        "backups.newest": _("The newest safety copy is of {detail}."),
        "backups.age": _("Days since the newest safety copy: {detail}."),
        "place.none": _("No second place for copies is chosen; Settings, Copies, has it."),
        "place.newest": _("The newest copy in the second place is of {detail}."),
        "key.slots": _("Ways into the notebook that are set up: {detail}."),
        "key.cost": _("Guessing the passphrase costs as much as it does for a new one."),
        "folder.config": _("Only you can open the folder of the settings."),
        "folder.logs": _("Only you can open the folder of the log."),
        "autostart.on": _("Companion starts with the log-in."),
        "autostart.off": _("Companion does not start with the log-in."),
        "settings": _("The settings can be read."),
        "notes": _("All concept notes can be read."),
        "version": _("Versions: {detail}."),
    }


def _wanting() -> dict[str, tuple[str, str]]:
    return {
        "store.open": (_("Your notebook is locked."), _("Unlock it, then check again.")),
        "store.integrity": (_("Your notebook's file is damaged."), _from_backup()),
        "store.cipher": (_("Some pages of your notebook's file were changed from outside."), _from_backup()),
        "store.day_summary": (
            _("The counts of some days are not right; your check-ins are."),
            _("Please export them, and import them into a new folder."),
        ),
        "store.tags": (
            _("How often some tags were used is not counted right; your check-ins and their tags are."),
            _("Please export them, and import them into a new folder."),
        ),
        "key.file": (
            _("The key of your notebook cannot be read."),
            _("Please put key.json back beside it before you do anything else."),
        ),
        "key.copies": (
            _("The two copies of the key are not the same."),
            _("Please keep both as they are; the one that opens your notebook is used."),
        ),
        "backups.protected": (
            _("Some older safety copies can be opened without the passphrase."),
            _("They are encrypted anew when you next unlock your notebook in the window."),
        ),
        "folder.private": (
            _("Others on this computer can open: {detail}."),
            _("Take the rights of group and others away, with chmod go= for example."),
        ),
        "spool.unreadable": (
            _("Files from locked times that could not be read: {detail}."),
            _("They are kept in the folder named spool; nothing else is affected."),
        ),
        "backups.newest": (
            _("There is no safety copy yet."),
            _("The program makes one on each day with changes while it runs."),
        ),
        "backups.age": (
            _("Days since the newest safety copy: {detail}."),
            _("One is made on each day with changes; “companion backup” makes one now."),
        ),
        "place.there": (
            _("The second place for copies is not there: {detail}."),
            _("Copies go there again once it is back; in Settings another place can be chosen."),
        ),
        "place.copy": (
            _("In the second place there is no copy of this notebook yet: {detail}."),
            _("“companion backup” lays one there now."),
        ),
        "place.behind": (
            _("The newest copy in the second place is of {detail}, older than the one here."),
            _("“companion backup” lays one there now."),
        ),
        "key.slots": (
            _("Passphrase and recovery code are not both set up."),
            _("In Settings, Privacy, a new recovery code can be made."),
        ),
        "key.cost": (
            _("Guessing the passphrase costs less than it would for a new one."),
            _("The next time you unlock with it, that is put right by itself."),
        ),
        "folder.config": (_("Others on this computer can open: {detail}."), _take_rights_away()),
        "folder.logs": (_("Others on this computer can open: {detail}."), _take_rights_away()),
        "autostart.on": (
            _("Companion is to start with the log-in, but this program is not there: {detail}."),
            _("Switch it off and on again in Settings, “How this computer is set up”."),
        ),
        "settings": (
            _("The settings could not be read, so the usual ones are used."),
            _("The file that could not be read is {detail}."),
        ),
        "notes": (_("Concept notes with a problem: {detail}."), _("“companion concepts check” lists them.")),
    }


def _take_rights_away() -> str:
    return _("Take the rights of group and others away, with chmod go= for example.")


def _from_backup() -> str:
    return _("“companion restore FILE” puts a copy from the folder named backups in its place.")
