"""Words for the settings that came in a file: which hold now, and which do not and why."""

from companion.application.carried_settings import CameSettings
from companion.presentation.sentences import line_of
from companion.presentation.translation import _, ngettext


def came_lines(came: CameSettings, *, only_look: bool = False) -> tuple[str, ...]:
    """How many hold now, or would; then each that does not, with why."""
    if came.trouble is not None:
        return (_("The settings stay as they are here. {why}").format(why=line_of(came.trouble)),)
    count = len(came.wanted)
    if only_look:
        held = ngettext("{count} setting would be taken over.", "{count} settings would be taken over.", count)
    else:
        held = ngettext("{count} setting was taken over.", "{count} settings were taken over.", count)
    unknown = ngettext(
        "{count} setting is not known here, and was left out.",
        "{count} settings are not known here, and were left out.",
        came.unknown,
    )
    refused = _("“{name}” has a value that cannot be used; it stays as it is here.")
    elsewhere = _("“{name}” belongs to the other computer; it stays as it is here.")
    return (
        *((held.format(count=count),) if count else ()),
        *(refused.format(name=setting_name(name)) for name in came.refused),
        *(elsewhere.format(name=setting_name(name)) for name in came.elsewhere),
        *((unknown.format(count=came.unknown),) if came.unknown else ()),
    )


def setting_name(name: str) -> str:
    """What a setting is called on the screen."""
    return {
        "look": _("Colours"),
        "language": _("Language"),
        "text_percent": _("Text size"),
        "reduce_motion": _("Keep everything still"),
        "note_folders": _("Folders of my own notes"),
        "keep_in_tray": _("Keep running in the tray"),
        "fields": _("Questions of the check-in"),
        "reflection_rests_on": _("No question to reflect on today"),
        "backup_folder": _("The second place for copies"),
        "lock_after_minutes": _("When it locks by itself"),
        "lock_on_sleep": _("Lock when the computer falls asleep"),
        "lock_with_screen": _("Lock with the screen"),
        "waits_while_typing": _("Reminders wait while I type"),
        "waits_in_full_screen": _("Reminders wait in full screen"),
        "waits_for_do_not_disturb": _("Reminders wait for do not disturb"),
        "waits_while_locked": _("Reminders wait while the screen is locked"),
        "waits_while_away": _("Reminders wait while I am away"),
        "waits_after_start": _("Reminders wait after a start"),
        "discreet_reminders": _("Discreet reminders"),
        "deeper_questions": _("Deeper questions"),
        "note_percent": _("Text size of notes"),
        "looked_over_on": _("When the file was looked over"),
        "without_numbers": _("Today without numbers"),
    }.get(name, name)
