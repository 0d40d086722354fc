"""The rules a person's input can break, as values that every language can put into words."""

from enum import Enum


class Rule(Enum):
    """One rule of the domain. `presentation.sentences` holds its sentence."""

    AROUSAL_OUT_OF_RANGE = "arousal_out_of_range"
    PLEASANTNESS_OUT_OF_RANGE = "pleasantness_out_of_range"
    UNKNOWN_ZONE = "unknown_zone"
    POINTS_OUT_OF_RANGE = "points_out_of_range"
    SLEEP_OUT_OF_RANGE = "sleep_out_of_range"
    NOTHING_ANSWERED = "nothing_answered"
    NOTHING_WRITTEN = "nothing_written"
    TRIANGLE_EMPTY = "triangle_empty"
    TITLE_TOO_LONG = "title_too_long"
    NOTE_TOO_LONG = "note_too_long"
    WORDS_TOO_LONG = "words_too_long"
    TOO_MANY_TAGS = "too_many_tags"
    TAG_TOO_LONG = "tag_too_long"
    TOO_MANY_FIELDS = "too_many_fields"
    TIME_UNREADABLE = "time_unreadable"
    TIME_IN_THE_FUTURE = "time_in_the_future"
    TIME_TOO_EARLY = "time_too_early"
    TIME_SKIPPED = "time_skipped"
    DAY_START_TOO_LATE = "day_start_too_late"
    WINDOW_UPSIDE_DOWN = "window_upside_down"
    PASSPHRASE_EMPTY = "passphrase_empty"  # noqa: S105 - a name, no secret
    RECOVERY_CODE_UNREADABLE = "recovery_code_unreadable"
    REMINDER_WITHOUT_TIMES = "reminder_without_times"
    REMINDER_WITHOUT_WEEKDAYS = "reminder_without_weekdays"
    RANGE_UPSIDE_DOWN = "range_upside_down"
    TOO_MANY_PROMPTS = "too_many_prompts"
    GAP_DOES_NOT_FIT = "gap_does_not_fit"
    GAPS_DO_NOT_FIT = "gaps_do_not_fit"
    RANGES_OVERLAP = "ranges_overlap"
    EXPIRY_OUT_OF_RANGE = "expiry_out_of_range"
    SILENCE_OUT_OF_RANGE = "silence_out_of_range"
    DELAY_OUT_OF_RANGE = "delay_out_of_range"
    UNKNOWN_WEEKDAY = "unknown_weekday"
    UNKNOWN_TIME_ZONE = "unknown_time_zone"
    PROMPT_NOT_OPEN = "prompt_not_open"
    NO_SUCH_CHECK_IN = "no_such_check_in"
    NO_SUCH_LINE = "no_such_line"
    NO_SUCH_TAG = "no_such_tag"
    NO_SUCH_REMINDER = "no_such_reminder"
    NO_SUCH_PROMPT = "no_such_prompt"
    NO_SUCH_CONCEPT = "no_such_concept"
    NO_SUCH_PRACTICE = "no_such_practice"
    NO_SUCH_CONTACT = "no_such_contact"
    PRACTICE_WITHOUT_STEPS = "practice_without_steps"
    TOO_MANY_STEPS = "too_many_steps"
    STEP_OUT_OF_RANGE = "step_out_of_range"
    BREATH_OUT_OF_RANGE = "breath_out_of_range"
    PREFIX_NOT_UNIQUE = "prefix_not_unique"


class DomainError(ValueError):
    """A rule was broken. `facts` are the values its sentence names, such as a limit; never a note's text."""

    def __init__(self, rule: Rule, **facts: object) -> None:
        super().__init__(rule.value)
        self.rule = rule
        self.facts = facts
