"""`companion concepts`: lists notes, shows one, searches them, and says what is wrong with any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.grammar import Command, Option, Request
from companion.cli.options import note_folders_of, notes_option
from companion.cli.output import say, say_json, say_table
from companion.presentation.sentences import fault_sentence
from companion.presentation.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.concept import Concept, NoteProblem


def commands() -> tuple[Command, ...]:
    """The commands of this family."""
    options: tuple[Option, ...] = (notes_option(),)
    return (
        Command("concepts list", _("list the concept notes"), _list, options),
        Command("concepts show", _("show one, by title, alias, or a beginning of one"), _show, options, (_("NAME"),)),
        Command(
            "concepts search",
            _("list the notes that say something; slips are forgiven"),
            _search,
            options,
            (_("TEXT"),),
        ),
        Command("concepts check", _("say what is wrong with notes"), _check, options),
    )


def _list(request: Request) -> int:
    return _say_concepts(request, request.core.library.concepts())


def _search(request: Request) -> int:
    found = request.core.library.search(request.typed.words[0])
    if not found and not request.wants_json:
        say(_("No note has this in its title, other names, tags or text."))
    return _say_concepts(request, found)


def _say_concepts(request: Request, concepts: Sequence[Concept]) -> int:
    if request.wants_json:
        say_json("concepts", concepts=[_listed(concept) for concept in concepts])
    else:
        say_table([(concept.title, concept.summary or ", ".join(concept.aliases)) for concept in concepts])
    return 0


def _show(request: Request) -> int:
    library = request.core.library
    # Whoever names a folder means its note, also where one of ours has the same name.
    concept = library.find(request.typed.words[0], own_first=bool(note_folders_of(request.typed)))
    if not request.wants_json:
        say(f"{concept.title}\n\n{concept.text.strip()}")
        return 0
    problems = [_problem(problem) for problem in library.problems() if _is_about(problem, concept)]
    say_json(
        "concept",
        title=concept.title,
        aliases=list(concept.aliases),
        tags=list(concept.tags),
        text=concept.text,
        links=list(concept.links),
        problems=problems,
    )
    return 0


def _check(request: Request) -> int:
    problems = request.core.library.problems()
    if request.wants_json:
        say_json("problems", problems=[_problem(problem) for problem in problems])
    else:
        for problem in problems:
            say(f"{_place(problem)}: {fault_sentence(problem.fault, problem.detail)}")
        if not problems:
            say(_("All notes can be read, and every link leads somewhere."))
    return 0 if all(problem.fault.is_warning for problem in problems) else 1


def _listed(concept: Concept) -> dict[str, object]:
    return {
        "key": concept.key,
        "title": concept.title,
        "summary": concept.summary,
        "aliases": list(concept.aliases),
        "tags": list(concept.tags),
        "ours": concept.is_ours,
    }


def _problem(problem: NoteProblem) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "fault": problem.fault.value,
        "warning": problem.fault.is_warning,
        "what": fault_sentence(problem.fault, problem.detail),
    }


def _is_about(problem: NoteProblem, concept: Concept) -> bool:
    # A key is its folder's name and the way from there to the file, without ".md".
    way = concept.key.partition("/")[2]
    return f"/{problem.file}".replace("\\", "/").lower().endswith(f"/{way}.md".lower())


def _place(problem: NoteProblem) -> str:
    return problem.file if problem.line is None else f"{problem.file}:{problem.line}"
