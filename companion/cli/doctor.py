"""`companion doctor`: the self-check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.application.errors import Trouble, UserError
from companion.cli.grammar import Command, Request
from companion.cli.output import say, say_json
from companion.presentation.self_check import words_of
from companion.presentation.sentences import words_for
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.bootstrap import Core

OK, WARN, FAIL = "ok", "warn", "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what is so, and what to do about it if anything."""

    name: str
    state: str
    what: str
    todo: str = ""


def commands() -> tuple[Command, ...]:
    """The one command of this family."""
    return (Command("doctor", _("look whether everything is as it should be"), _doctor, may_stay_locked=True),)


def _doctor(request: Request) -> int:
    settings = _of_settings(request.core)  # before anybody uses them: what cannot be read is set aside then
    findings = [*_of_store(request.core), *_beside(request.core), settings, _of_notes(request.core)]
    findings += [*_of_desktop(request.core), _of_versions()]
    if request.wants_json:
        say_json("doctor", findings=[_shape(finding) for finding in findings])
    else:
        for finding in findings:
            say(_line(finding))
    return 1 if any(finding.state == FAIL for finding in findings) else 0


def _of_store(core: Core) -> Iterator[Finding]:
    from companion.adapters.storage.self_check import check

    try:
        for seen in check(core.folders.data, core.vault):
            if (seen.name, seen.state.value) == ("store.open", FAIL):
                yield _not_opened(UserError(Trouble(seen.detail), data_is_safe=False))
            else:
                yield _found(seen.name, seen.state.value, seen.detail)
    except UserError as error:
        yield _not_opened(error)


def _not_opened(error: UserError) -> Finding:
    words = words_for(error)
    return Finding("store.open", FAIL, words.placed, words.hint)


def _beside(core: Core) -> Iterator[Finding]:
    from companion.cli.doctor_beside import seen_beside

    for seen in seen_beside(core):
        yield _found(seen.name, OK if seen.is_ok else WARN, seen.detail)


def _of_settings(core: Core) -> Finding:
    from companion.adapters.settings.toml_store import TomlSettingsStore

    store = TomlSettingsStore(core.folders.config)
    store.load()
    if store.trouble is None:
        return _found("settings", OK)
    return _found("settings", WARN, str(store.trouble.facts["path"]))


def _of_notes(core: Core) -> Finding:
    try:
        problems = core.library.problems()
    except UserError as error:
        words = words_for(error)
        return Finding("notes", WARN, words.placed, words.hint)
    wrong = sum(not problem.fault.is_warning for problem in problems)
    return _found("notes", WARN, str(wrong)) if wrong else _found("notes", OK)


def _of_desktop(core: Core) -> Iterator[Finding]:
    """Nothing where there is no screen: then the question is for another time."""
    from companion.cli.desktop import desktop_now
    from companion.presentation.desktop_words import ability_words

    desktop = desktop_now(core)
    for words in ability_words(desktop) if desktop.screen else ():
        if words.is_there is not None:
            state, what = OK if words.is_there else WARN, f"{words.title}: {words.meaning}"
            yield Finding(f"desktop.{words.ability.value}", state, what, words.instead)


def _of_versions() -> Finding:
    from platform import platform, python_version

    from companion import __version__
    from companion.adapters.storage.self_check_beside import library_versions

    ours = f"Companion {__version__}, Python {python_version()}, {library_versions()}, {platform(terse=True)}"
    return _found("version", OK, ours)


def _found(name: str, state: str, detail: str = "") -> Finding:
    words = words_of(name, state == OK, detail)
    return Finding(name, state, words.what, words.todo)


def _shape(finding: Finding) -> dict[str, str]:
    return {"name": finding.name, "state": finding.state, "what": finding.what, "todo": finding.todo}


def _line(finding: Finding) -> str:
    mark = {OK: "✓", WARN: "·", FAIL: "○"}[finding.state]
    return f"{mark} {finding.what} {finding.todo}".rstrip()
