"""`companion check-in`: opens the quick check-in, or saves one without a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.grammar import Command, Option, Request
from companion.cli.news import tell_it_changed
from companion.cli.output import complain, finish, say, say_json
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.domain.moment import Moment

ANSWERS = ("--arousal", "--zone", "--at", "--note", "--tag", "--prompt")


def commands() -> tuple[Command, ...]:
    """The one command of this family."""
    return (
        Command(
            "check-in",
            _("check in: with answers saves them and prints the id, without any opens the window"),
            _check_in,
            (
                Option("--arousal", "N", _("how much energy is in your body, 0 to 100")),
                Option("--zone", "ZONE", _("where that is for you: above, inside, below, mixed or unsure")),
                Option("--at", _("TIME"), _("when it was, if not now; such as 2026-11-22T14:06 or with +01:00")),
                Option("--note", _("TEXT"), _("a note")),
                Option("--tag", _("TAG"), _("a tag"), repeats=True),
                Option("--prompt", "ID", _("the prompt that this answers")),
            ),
            notes=_(
                "A time without an offset is local; one that came twice is the first.\n"
                "The id is printed once it is safely on the disk. In a locked notebook, where nobody can be asked\n"
                "for the passphrase, it is sealed, and joins the others when the notebook is next unlocked."
            ),
            may_stay_locked=True,
        ),
    )


def _check_in(request: Request) -> int:
    if not any(request.typed.has(name) for name in ANSWERS):
        from companion.cli.window import open_check_in

        return open_check_in(request)
    check_in_id = _record(request)
    _say_which_of_two(request)
    if request.core.is_locked:
        complain(_("Your notebook is locked: this is kept sealed, and joins it when it is next unlocked."))
    if request.wants_json:
        say_json("check-in", id=check_in_id)
    else:
        say(check_in_id)
    finish()
    tell_it_changed(request.core.folders)
    return 0


def _record(request: Request) -> str:
    from companion.application.checkins import Answer
    from companion.domain.arousal import arousal_from_text
    from companion.domain.checkin import Answering, InputMethod
    from companion.domain.zone import zone_named

    typed, core = request.typed, request.core
    arousal, zone = typed.value("--arousal"), typed.value("--zone")
    answer = Answer(
        arousal=None if arousal is None else arousal_from_text(arousal),
        zone=None if zone is None else zone_named(zone),
        note=typed.value("--note") or "",
        tags=typed.values("--tag"),
        experienced_at=_moment(request),
        prompt_id=_prompt_id(request),
        answering=Answering(method=InputMethod.COMMAND_LINE),
    )
    return core.check_ins.record(answer, answers_open_prompt=False).id


def _moment(request: Request) -> Moment | None:
    text = request.typed.value("--at")
    if text is None:
        return None
    from companion.domain.moment_text import moment_from_text

    clock = request.core.clock
    return moment_from_text(text, clock.zone(), clock.now().zone_name)


def _say_which_of_two(request: Request) -> None:
    """The first is meant of a time that came twice; whoever means the second has to learn how to say so."""
    text = request.typed.value("--at")
    if text is None:
        return
    from companion.domain.moment_text import text_comes_twice

    if text_comes_twice(text, request.core.clock.zone()):
        complain(
            _("The clocks showed this time twice; the first was taken. With its offset the second can be meant.")
        )


def _prompt_id(request: Request) -> str | None:
    prefix = request.typed.value("--prompt")
    if prefix is None:
        return None
    from companion.application.outlook import looking
    from companion.domain.errors import DomainError, Rule

    with looking(request.core.vault) as intake:
        if intake.ledger.record(prefix) is not None:
            return prefix
        open_ones = [record.prompt.id for record in intake.ledger.unfinished()]
    fitting = [prompt_id for prompt_id in open_ones if prefix and prompt_id.startswith(prefix)]
    if len(fitting) > 1:
        raise DomainError(Rule.PREFIX_NOT_UNIQUE)
    if not fitting:
        raise DomainError(Rule.NO_SUCH_PROMPT)
    return fitting[0]
