"""One calm sentence for everything that can be wrong: a broken rule, trouble in the world, a fault in a note."""

from dataclasses import dataclass

from companion.application.errors import Trouble, UserError
from companion.domain.concept import NoteFault
from companion.domain.errors import DomainError, Rule
from companion.presentation.header_reasons import header_reason
from companion.presentation.translation import _, ngettext


@dataclass(frozen=True, slots=True)
class Words:
    """What happened, and one next step; both are whole sentences. `place` is the file that it is about, or ""."""

    title: str
    hint: str
    place: str = ""

    @property
    def placed(self) -> str:
        """What happened, and to which file."""
        return _("{what} ({detail})").format(what=self.title, detail=self.place) if self.place else self.title

    @property
    def line(self) -> str:
        """All of it on one line, for the terminal and for a line on a form."""
        return f"{self.placed} {self.hint}".strip()

    @property
    def plain(self) -> str:
        """The same where the person has just named the file."""
        return f"{self.title} {self.hint}".strip()


def sentence_of(error: DomainError) -> str:
    """What the rule asks for, in one line."""
    return _with_facts(_rule_sentence(error.rule, error.facts), error.facts)


def words_for(error: UserError) -> Words:
    """What happened and what to do. It says that what was saved is safe only where that is so and in doubt."""
    title, hint = (_with_facts(text, error.facts) for text in _trouble_words(error.trouble))
    if error.data_is_safe and error.trouble in _TROUBLE_WITH_THE_STORE:
        hint = _("What you saved before is safe.") + " " + hint
    return Words(title, hint, str(error.facts.get("path") or ""))


def line_of(error: DomainError | UserError) -> str:
    """The one line to show for either."""
    return sentence_of(error) if isinstance(error, DomainError) else words_for(error).line


def fault_sentence(fault: NoteFault, detail: str = "") -> str:
    """What is wrong with a note; `detail` is the field, name or link that it is about."""
    sentence = _fault_sentence(fault)
    detail = header_reason(detail) if fault is NoteFault.BAD_HEADER else detail
    return _("{what} ({detail})").format(what=sentence, detail=detail) if detail else sentence


_TROUBLE_WITH_THE_STORE = frozenset(
    {
        Trouble.STORE_DAMAGED,
        Trouble.STORE_NEWER,
        Trouble.STORE_BUSY,
        Trouble.STORE_READ_ONLY,
        Trouble.STORE_FAILED,
        Trouble.DISK_FULL,
        Trouble.KEY_MISSING,
        Trouble.KEY_WRONG,
        Trouble.UPGRADE_FAILED,
    }
)


class _Facts(dict[str, object]):
    """A fact nobody gave reads as an ellipsis: a sentence about trouble must not make more of it."""

    def __missing__(self, name: str) -> str:
        return "…"


def _with_facts(sentence: str, facts: dict[str, object]) -> str:
    return sentence if "{" not in sentence else sentence.format_map(_Facts(facts))


def _rule_sentence(rule: Rule, facts: dict[str, object]) -> str:
    if rule is Rule.TOO_MANY_PROMPTS:
        return ngettext(
            "At most {most} reminder a day is possible.",
            "At most {most} reminders a day are possible, and at least one.",
            _count(facts, "most"),
        )
    if rule is Rule.GAP_DOES_NOT_FIT:
        return ngettext(
            "So many moments fit only if they may be less than {block_minutes} minute apart.",
            "So many moments fit only if they may be less than {block_minutes} minutes apart.",
            _count(facts, "block_minutes"),
        )
    return _check_in_sentences().get(rule) or _reminder_sentences()[rule]


def _count(facts: dict[str, object], name: str) -> int:
    value = facts.get(name)
    return value if isinstance(value, int) else 2


def _check_in_sentences() -> dict[Rule, str]:
    return {
        Rule.AROUSAL_OUT_OF_RANGE: _("The energy in your body is a whole number from {lowest} to {highest}."),
        Rule.PLEASANTNESS_OUT_OF_RANGE: _("How pleasant it is is a whole number from {lowest} to {highest}."),
        Rule.POINTS_OUT_OF_RANGE: _("This answer is a whole number from {lowest} to {highest}."),
        Rule.SLEEP_OUT_OF_RANGE: _("Sleep can be up to {hours} hours."),
        Rule.UNKNOWN_ZONE: _("The answer is one of above, inside, below, mixed, unsure."),
        Rule.NOTHING_ANSWERED: _("One answer is enough: a place on the line, or one of the five."),
        Rule.NOTHING_WRITTEN: _("There is nothing written yet. A word is enough."),
        Rule.TRIANGLE_EMPTY: _("A place on one of the lines, or a word, is enough."),
        Rule.TITLE_TOO_LONG: _("A title can have up to {characters} characters. The rest fits into the note."),
        Rule.WORDS_TOO_LONG: _("This line can have up to {characters} characters."),
        Rule.NOTE_TOO_LONG: _("A note can hold up to {kib} KiB of text. Please make it a little shorter."),
        Rule.TOO_MANY_TAGS: _("Up to {most} tags are possible."),
        Rule.TAG_TOO_LONG: _("A tag can have up to {characters} characters. Please make it shorter."),
        Rule.TOO_MANY_FIELDS: _(
            "At most {most} at once, so that a check-in stays short. Please switch one of the others off first."
        ),
        Rule.TIME_UNREADABLE: _("This time could not be understood. Write it like 2026-11-22T14:06."),
        Rule.TIME_SKIPPED: _(
            "The clocks skipped this time when they went forward. Please choose one before or after."
        ),
        Rule.TIME_IN_THE_FUTURE: _("This time has not come yet. Please choose one that has passed."),
        Rule.TIME_TOO_EARLY: _("Times before 1970 cannot be kept. Please choose a later one."),
        Rule.DAY_START_TOO_LATE: _("A day can begin at noon at the latest."),
        Rule.WINDOW_UPSIDE_DOWN: _("The lower end of your window has to be below the upper end."),
        Rule.UNKNOWN_TIME_ZONE: _("This time zone is not known here. Write it like Europe/Berlin."),
        Rule.NO_SUCH_CHECK_IN: _("There is no such check-in. “companion checkins” lists them."),
        Rule.PASSPHRASE_EMPTY: _("Please type a passphrase."),
        Rule.RECOVERY_CODE_UNREADABLE: _(
            "This is not a whole recovery code: seven groups of four letters and digits. Please look at it once more."
        ),
        Rule.NO_SUCH_LINE: _("This is not in your journal any more."),
        Rule.NO_SUCH_TAG: _("There is no such tag any more."),
        Rule.NO_SUCH_CONCEPT: _("There is no concept of that name. “companion concepts list” shows them all."),
        Rule.NO_SUCH_CONTACT: _("They are not on your list any more."),
        Rule.NO_SUCH_PRACTICE: _("This practice is not there any more."),
        Rule.PRACTICE_WITHOUT_STEPS: _("A practice needs at least one step."),
        Rule.TOO_MANY_STEPS: _("A practice can have at most {steps} steps."),
        Rule.STEP_OUT_OF_RANGE: _("A step needs some words, at most 200 characters, and lasts at most half an hour."),
        Rule.BREATH_OUT_OF_RANGE: _(
            "This breath is too quick, too slow or held too long to be repeated: at most {quickest} a minute, "
            "and at most {hold} seconds held."
        ),
        Rule.PREFIX_NOT_UNIQUE: _("More than one begins like that. Please give a few more characters."),
    }


def _reminder_sentences() -> dict[Rule, str]:
    return {
        Rule.REMINDER_WITHOUT_TIMES: _("A reminder needs at least one time of day."),
        Rule.REMINDER_WITHOUT_WEEKDAYS: _("A reminder needs at least one weekday."),
        Rule.RANGE_UPSIDE_DOWN: _("The times have to lie within one day, the earlier one first."),
        Rule.RANGES_OVERLAP: _("Times of the same day must not overlap."),
        Rule.GAPS_DO_NOT_FIT: _("So many moments do not fit that far apart into {range_minutes} minutes."),
        Rule.EXPIRY_OUT_OF_RANGE: _("A reminder waits for {shortest} to {longest} minutes."),
        Rule.SILENCE_OUT_OF_RANGE: _("This can be from one minute to {days} days."),
        Rule.DELAY_OUT_OF_RANGE: _("This can be from one minute to {hours} hours after the check-in."),
        Rule.UNKNOWN_WEEKDAY: _("Weekdays are mon, tue, wed, thu, fri, sat, sun."),
        Rule.PROMPT_NOT_OPEN: _("This reminder is over, or has not come yet. Please check in without naming it."),
        Rule.NO_SUCH_REMINDER: _("There is no such reminder. “companion reminders list” shows them."),
        Rule.NO_SUCH_PROMPT: _("There is no such prompt. “companion reminders ledger” shows them."),
    }


def _trouble_words(trouble: Trouble) -> tuple[str, str]:
    return _store_words().get(trouble) or _copy_words().get(trouble) or _world_words()[trouble]


def _store_words() -> dict[Trouble, tuple[str, str]]:
    return {
        Trouble.STORE_DAMAGED: (
            _("Your notebook's file is damaged and could not be read."),
            _(
                "Nothing was changed. A copy can take its place: “Restore from a copy…” in the window, "
                "or “companion restore FILE”."
            ),
        ),
        Trouble.STORE_NOT_OURS: (
            _("The file in this place is not a notebook of Companion."),
            _("It was not touched. Please choose another folder, or move the file away."),
        ),
        Trouble.STORE_NEWER: (
            _("This notebook was written by a newer Companion."),
            _("It was not touched. Please install the newer version to open it."),
        ),
        Trouble.STORE_BUSY: (
            _("Another program is using your notebook right now."),
            _("Please try again in a moment."),
        ),
        Trouble.STORE_READ_ONLY: (
            _("Your notebook can be read but not written."),
            _("Please allow writing in its folder, then try again."),
        ),
        Trouble.STORE_FAILED: (
            _("Your notebook could not be written just now."),
            _("Please try again; “companion doctor” looks for the cause."),
        ),
        Trouble.STORE_NOT_ENCRYPTED: (
            _("Your notebook would not be encrypted here, so nothing was opened."),
            _("Please install Companion again, so that its encryption comes with it."),
        ),
        Trouble.DISK_FULL: (
            _("The disk is full, so this could not be saved."),
            _("Please free some space, then save again."),
        ),
        Trouble.KEY_MISSING: (
            _("The key of your notebook is not in its folder."),
            _("Please put key.json back beside it; without it the notebook cannot be opened."),
        ),
        Trouble.KEY_WRONG: (
            _("This key does not open your notebook."),
            _("Please put back the key.json that belongs to it."),
        ),
        Trouble.UPGRADE_FAILED: (
            _("Your notebook could not be brought up to date."),
            _("It is as it was before. Please go on with the earlier version of Companion for now."),
        ),
        Trouble.LOCKED: (
            _("Your notebook is locked."),
            _("Please unlock it first."),
        ),
        Trouble.PASSPHRASE_WRONG: (
            _("This passphrase does not open your notebook."),
            _("Please try once more; capital letters and the language of the keyboard count."),
        ),
        Trouble.RECOVERY_CODE_WRONG: (
            _("This recovery code does not open your notebook."),
            _("Please look whether it is the newest one; with a new code the one before ends."),
        ),
        Trouble.WAIT_BEFORE_TRYING: (
            _("There is a short wait before the next try."),
            _("Please try again in a moment."),
        ),
        Trouble.OPEN_ELSEWHERE: (
            _("Your notebook is open in another window or terminal as well."),
            _("Please quit Companion there first, then try again."),
        ),
    }


def _copy_words() -> dict[Trouble, tuple[str, str]]:
    return {
        Trouble.COPY_DAMAGED: (
            _("This copy is not whole."),
            _("Nothing was changed. Please choose another copy."),
        ),
        Trouble.COPY_NOT_OURS: (
            _("This file is not a copy of a notebook."),
            _("Nothing was changed. Please choose a file that Companion made."),
        ),
        Trouble.COPY_NEWER: (
            _("This copy was made by a newer Companion."),
            _("Nothing was changed. Please install the newer version to use it."),
        ),
        Trouble.COPY_KEY_MISSING: (
            _("There is no key with this copy: it is not whole, or not made by Companion."),
            _("Nothing was changed. If its key file lay beside it, please put both into one folder."),
        ),
        Trouble.COPY_PROTECTED: (
            _("This copy was made under a passphrase."),
            _("Please type the one of that time, or the recovery code of that time."),
        ),
        Trouble.COPY_SECRET_WRONG: (
            _("This does not open the copy."),
            _("Please try once more, with the passphrase of that time."),
        ),
        Trouble.COPY_FULLER: (
            _("The copy in this place may hold more than your notebook does now."),
            _("Please choose another name for the new one, or say that it may be replaced."),
        ),
        Trouble.COPY_OTHER_THERE: (
            _("In this place is another file, and it was left as it is."),
            _("Please choose another name."),
        ),
    }


def _world_words() -> dict[Trouble, tuple[str, str]]:
    return {
        Trouble.FOLDER_UNREADABLE: (
            _("This folder could not be read."),
            _("Please check that it exists and that you may open it."),
        ),
        Trouble.FOLDER_UNWRITABLE: (
            _("Nothing can be written in this folder."),
            _("Please choose another one, or allow writing there."),
        ),
        Trouble.FILE_MISSING: (
            _("This file is not there."),
            _("Please check its name and folder."),
        ),
        Trouble.FILE_UNREADABLE: (
            _("This file could not be read."),
            _("Please check that it is whole and that you may open it."),
        ),
        Trouble.FILE_UNWRITABLE: (
            _("This file could not be written."),
            _("Please choose another place for it."),
        ),
        Trouble.FILE_TOO_LARGE: (
            _("This file is larger than Companion can take in."),
            _("Please split it into smaller ones."),
        ),
        Trouble.FILE_SEALED: (
            _("This file is encrypted."),
            _("Please type the passphrase that was chosen when it was made."),
        ),
        Trouble.FILE_SECRET_WRONG: (
            _("This passphrase does not open the file."),
            _(
                "Please try once more, with the passphrase that was chosen for this file. "
                "Your notebook may have another."
            ),
        ),
        Trouble.FILE_SEAL_BROKEN: (
            _("This encrypted file is damaged, or its end is missing."),
            _("Nothing was changed. Please carry it over once more, or make a new one where it comes from."),
        ),
        Trouble.FORMAT_UNKNOWN: (
            _("Companion does not know this kind of file."),
            _(
                "It reads its own exports, tables (.csv), and files of Daylio, How We Feel, "
                "Apple State of Mind, Pixy, and Track & Graph."
            ),
        ),
        Trouble.HEADER_WRONG: (
            _("The first line of this file does not name our columns, so nothing was taken in."),
            _("It begins with at, then any of arousal, zone, pleasantness, prompted, note, tags."),
        ),
        Trouble.SETTINGS_UNREADABLE: (
            _("Your settings could not be read, so the usual ones are used."),
            _("The unreadable file was kept beside the new one."),
        ),
        Trouble.SYSTEM_LIBRARY_MISSING: (
            _("A part of the system that windows need is not installed."),
            _("Please install {package}, then start again."),
        ),
        Trouble.NO_DISPLAY: (
            _("There is no screen to open a window on."),
            _("Please start Companion inside a desktop; “companion --help” lists what works in a terminal."),
        ),
    }


def _fault_sentence(fault: NoteFault) -> str:
    return {
        NoteFault.UNREADABLE: _("The file could not be read."),
        NoteFault.TOO_LARGE: _("The file is larger than a note can be (256 KB)."),
        NoteFault.NOT_TEXT: _("The file is not text."),
        NoteFault.BAD_HEADER: _("The header between the --- lines could not be understood."),
        NoteFault.HEADER_TOO_LARGE: _("The header is larger than it can be (16 KB)."),
        NoteFault.BAD_FIELD: _("One field of the header has another form than expected and was left out."),
        NoteFault.DUPLICATE_NAME: _("Another note has this name already; that one is used for links."),
        NoteFault.BROKEN_LINK: _("A link leads to no note."),
        NoteFault.MISSING_PICTURE: _("A picture is not in the note's folder."),
        NoteFault.TOO_MANY_NOTES: _("The folder holds more notes than can be read; the rest was left out."),
        NoteFault.TEXT_REPAIRED: _("Damaged characters were repaired for display; the file was not changed."),
    }[fault]
