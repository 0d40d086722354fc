"""What became of a prompt, in a few neutral words for each state and reason."""

from companion.domain.prompt import PromptRecord, PromptState, Reason, Transition
from companion.presentation.translation import _


def prompt_words(record: PromptRecord) -> str:
    """Such as "not answered", or "held back: quiet hours"."""
    is_waiting = record.is_open and record.state is not PromptState.SNOOZED
    return _("waiting for you") if is_waiting else step_words(record.transitions[-1])


def step_words(step: Transition) -> str:
    """One line of the ledger in words."""
    if step.state is PromptState.SUPPRESSED and step.reason is not None:
        return _("held back: {why}").format(why=_why(step.reason))
    if step.state is PromptState.DUE and step.reason is not None:
        return _("due, and waited: {why}").format(why=_why(step.reason))
    return _state_words(step.state)


def _state_words(state: PromptState) -> str:
    return {
        PromptState.PLANNED: _("planned"),
        PromptState.DUE: _("due"),
        PromptState.SHOWN: _("shown"),
        PromptState.SNOOZED: _("put off once"),
        PromptState.ANSWERED: _("answered"),
        PromptState.DECLINED: _("not now"),
        PromptState.EXPIRED: _("not answered"),
        PromptState.SUPPRESSED: _("held back"),
        PromptState.ASLEEP: _("the computer or Companion was not running"),
        PromptState.REPLACED: _("replaced, because its reminder or the clock was changed"),
    }[state]


def _why(reason: Reason) -> str:
    return {
        Reason.QUIET_HOURS: _("quiet hours"),
        Reason.PAUSED: _("reminders were paused"),
        Reason.NOT_TODAY: _("not today, as you wished"),
        Reason.RECENTLY_LOGGED: _("you had just checked in"),
        Reason.TOO_CLOSE: _("too close to another one"),
        Reason.TYPING: _("you were typing"),
        Reason.FULL_SCREEN: _("a full-screen window was open"),
        Reason.DO_NOT_DISTURB: _("do not disturb was on"),
        Reason.SCREEN_LOCKED: _("the screen was locked"),
        Reason.AWAY: _("you were away from the computer"),
        Reason.START_UP: _("the computer had just started"),
        Reason.PRACTISING: _("a practice was going on"),
        Reason.NO_WAY_TO_SHOW: _("there was no way to show it"),
    }[reason]
