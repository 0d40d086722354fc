"""What the person chose: one frozen tree with defaults. Never personal data."""

from datetime import date
from enum import Enum
from typing import NamedTuple

from companion.domain.checkin_field import CheckInField

SMALLEST_TEXT_PERCENT = 100
LARGEST_TEXT_PERCENT = 200
LONGEST_IDLE_MINUTES = 240


class Look(Enum):
    """Which colours to use."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Settings(NamedTuple):
    """Every setting with its default.

    `language` is a locale name or "system"; `text_percent` scales the system's text size; `note_folders` are
    folders of the person's own notes; `keep_in_tray` keeps the program running when its window is closed;
    `fields` are the optional questions of the check-in that are switched on, at most three; on the day
    `reflection_rests_on` nothing to reflect on is offered. Copies go to `backup_folder` as well, if it is not "".
    With a passphrase, `lock_after_minutes` without a key or the pointer in our windows lock the notebook (0: they do
    not), and so do falling asleep and the screen's own lock. Reminders wait in the situations that `waits_…` names;
    with `discreet_reminders` the icon in the tray alone says that one has come. `deeper_questions` are those that
    notes ask about earlier years; `note_percent` is how large notes are read, of the size of other texts. On the day
    `looked_over_on` every page of the store was looked at last. Today `without_numbers` draws no line of the day, and
    shows no number while it is typed. Who `was_welcomed` has seen, or skipped, the screens of the first start.
    """

    look: Look = Look.SYSTEM
    language: str = "system"
    text_percent: int = SMALLEST_TEXT_PERCENT
    reduce_motion: bool = False
    note_folders: tuple[str, ...] = ()
    keep_in_tray: bool = True
    fields: tuple[CheckInField, ...] = ()
    reflection_rests_on: date | None = None
    backup_folder: str = ""
    lock_after_minutes: int = 10
    lock_on_sleep: bool = True
    lock_with_screen: bool = True
    waits_while_typing: bool = True
    waits_in_full_screen: bool = True
    waits_for_do_not_disturb: bool = True
    waits_while_locked: bool = True
    waits_while_away: bool = True
    waits_after_start: bool = True
    discreet_reminders: bool = False
    deeper_questions: bool = False
    note_percent: int = SMALLEST_TEXT_PERCENT
    looked_over_on: date | None = None
    without_numbers: bool = False
    was_welcomed: bool = False
