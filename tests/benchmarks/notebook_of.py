"""A long journal for benchmarks: tags and notes on every check-in, and a few of everything that is hard to find."""

import shutil
import sys
import tempfile
from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, islice
from pathlib import Path
from random import Random

from companion.adapters.storage.vault import SqliteVault
from companion.domain.checkin import CheckIn
from companion.domain.life_event import LifeEvent
from companion.domain.moment import moment_of
from companion.domain.prompt import PromptState, Transition
from companion.domain.reflection import Reflection
from companion.domain.tag import Tag, TagKind
from companion.domain.zone import Zone
from tests.benchmarks.store_of import CHUNK, YEARS, made_up
from tests.support.store import a_prompt

LETTERS = "etaoinshrdlucmfwypvbgk"
SELDOM = Tag(TagKind.TAG, "seldom")
EVERYDAY = Tag(TagKind.TAG, "everyday")
ONLY_ABOVE = Tag(TagKind.TAG, "only above")


def notebook_with(check_ins: int) -> Path:
    """A data folder with that many check-ins, all with tags and a note; made on first need.

    MIXED, the tag "seldom" and the word "quixotic" occur three times, the tag "only above" on a third of the
    check-ins above and nowhere else, "lighthouse" in every note of the first year and never again. Words that begin
    with "term" are five thousand different ones, one in every other note.
    """
    kept = Path(tempfile.gettempdir()) / f"companion-benchmark-notebook-{check_ins}"
    if not (kept / "done").exists():
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(mode=0o700)
        print(f"making a journal with {check_ins:,} check-ins…", file=sys.stderr)
        _fill(kept, check_ins)
        (kept / "done").touch()
    return kept


def _fill(folder: Path, count: int) -> None:
    vault = SqliteVault(folder)
    coming = vault.importing("benchmark")
    rows = _worded(count)
    while chunk := list(islice(rows, CHUNK)):
        coming.add(chunk)
    coming.complete()
    _add_the_others(vault)
    vault.close()


def _worded(count: int) -> Iterator[tuple[str, CheckIn]]:
    draw = Random(2)
    words = sorted({"".join(draw.choice(LETTERS) for _ in range(draw.randint(2, 9))) for _ in range(6000)})
    draw.shuffle(words)
    weights = list(accumulate(1 / (rank + 2) for rank in range(len(words))))
    tags = [f"tag {number}" for number in range(40)]
    rare = {count // 10 * 3, count // 2, count // 10 * 7}
    for number, (key, check_in) in enumerate(made_up(count)):
        said = [words[bisect(weights, draw.random() * weights[-1])] for _ in range(draw.randint(4, 12))]
        laid = [draw.choice(tags), *(["everyday"] if draw.random() < 0.6 else [])]
        zone = check_in.zone
        if number % 2:
            said.append(f"term{draw.randrange(5000)}")
        if number < count // YEARS:
            said.append("lighthouse")
        if zone is Zone.ABOVE and number % 3 == 0:
            laid.append(ONLY_ABOVE.name)
        if number in rare:
            said.append("quixotic")
            laid.append(SELDOM.name)
            zone = Zone.MIXED
        yield key, replace(check_in, note=" ".join(said), tags=tuple(laid), zone=zone)


def _add_the_others(vault: SqliteVault) -> None:
    step = 365 * YEARS * 24 / 2000
    for start in range(0, 2000, 500):
        with vault.writing() as store:
            for number in range(start, start + 500):
                prompt = a_prompt(number, number * step)
                store.ledger.plan([prompt], prompt.at)
                store.ledger.append(Transition(prompt.id, PromptState.ASLEEP, prompt.at))
                moment = moment_of(prompt.at.utc)
                store.reflections.add(
                    Reflection(
                        f"01900000-0000-7000-8001-{number:012x}", moment, moment, "What helped?", "A walk outside."
                    )
                )
                store.life_events.add(
                    LifeEvent(f"01900000-0000-7000-8002-{number:012x}", moment, moment, f"Moved {number}", "")
                )
