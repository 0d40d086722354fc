"""How long a page of a journal with a million check-ins takes, wherever it is and however rare what is wanted is."""

import statistics
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from companion.adapters.storage.vault import SqliteVault
from companion.domain.journal import JournalFilter, JournalPage, place_of
from companion.domain.tag import Tag, TagKind
from companion.domain.zone import Zone
from tests.benchmarks.measure import resident_megabytes
from tests.benchmarks.notebook_of import EVERYDAY, ONLY_ABOVE, SELDOM, notebook_with
from tests.benchmarks.store_of import END, YEARS

PAGE = 50
RUNS = 10
MIDDLE = END - timedelta(days=365 * YEARS / 2)
START = END - timedelta(days=365 * YEARS)
FILTERS = {
    "everything": JournalFilter(),
    "with a note": JournalFilter(with_note=True),
    "asked": JournalFilter(asked=True),
    "zone MIXED, three times": JournalFilter(zones=frozenset({Zone.MIXED})),
    "a tag, three times": JournalFilter(tag=SELDOM),
    "a tag on most": JournalFilter(tag=EVERYDAY),
    "a tag that is not there": JournalFilter(tag=Tag(TagKind.TAG, "nowhere")),
    "a tag and a zone that never meet": JournalFilter(tag=ONLY_ABOVE, zones=frozenset({Zone.BELOW})),
    "a tag on most and MIXED": JournalFilter(tag=EVERYDAY, zones=frozenset({Zone.MIXED})),
}
TYPED = ("t", "te", "ter", "term", "term1", "term1234", "q", "qu", "quixotic", "light", "lighthouse", "zzzz")
FILTERS |= {
    **{f"typed: {text}": JournalFilter(text=text) for text in TYPED},
    "two letters": JournalFilter(text="t a"),
    "two words": JournalFilter(text="lighthouse quixotic"),
    "words that never meet": JournalFilter(text="lighthouse", zones=frozenset({Zone.MIXED})),
    "a beginning on most, and a tag on three": JournalFilter(text="t", tag=SELDOM),
    "a beginning on most, a tag on most, MIXED": JournalFilter(text="t", tag=EVERYDAY, zones=frozenset({Zone.MIXED})),
    "a beginning on most, a tag and a zone apart": JournalFilter(
        text="t", tag=ONLY_ABOVE, zones=frozenset({Zone.BELOW})
    ),
}


def journal() -> None:
    """First pages, jumps, pages of rare things and searches while typing; and what memory that takes."""
    vault = SqliteVault(notebook_with(1_000_000))
    print(f"\na page of {PAGE} lines, 1,000,000 check-ins: median and longest of {RUNS} in milliseconds")
    print(f"{'':<46}{'first':>16}{'middle':>16}{'start':>16}")
    before = resident_megabytes()
    for name, wanted in FILTERS.items():
        print(_row(name, vault, wanted), flush=True)
    scrolled, longest = _scroll(vault, 400)
    print(f"{scrolled:,} lines scrolled through: the longest page {longest:.1f} ms")
    print(f"memory: {before:.0f} MB before, {resident_megabytes():.0f} MB after")
    vault.close()


def _row(name: str, vault: SqliteVault, wanted: JournalFilter) -> str:
    cells = []
    for instant in (END, MIDDLE, START):
        runs = [_milliseconds(partial(_page, vault, wanted, instant)) for _ in range(RUNS)]
        cells.append(f"{statistics.median(runs):8.1f}{max(runs):8.1f}")
    return f"{name:<46}{''.join(cells)}"


def _page(vault: SqliteVault, wanted: JournalFilter, instant: datetime) -> JournalPage:
    with vault.reading() as store:
        return store.journal.at(wanted, instant, PAGE)


def _scroll(vault: SqliteVault, pages: int) -> tuple[int, float]:
    """Reads that many pages one after another; how many lines that were, and the longest page's milliseconds."""
    lines, longest, place = 0, 0.0, None
    for _ in range(pages):
        start = time.perf_counter()
        with vault.reading() as store:
            page = store.journal.older(JournalFilter(), place, PAGE)
        longest = max(longest, (time.perf_counter() - start) * 1000)
        lines, place = lines + len(page.lines), place_of(page.lines[-1])
    return lines, longest


def _milliseconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000
