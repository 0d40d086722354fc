"""10,000 notes of somebody's: reading them beside a window, looking again, searching, opening."""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from companion.adapters.library.folder_library import FolderLibrary
from companion.application.event_bus import EventBus
from companion.application.library import LibraryService
from companion.application.settings import Look
from companion.bootstrap.notes_beside import RestingTasks
from companion.presentation.concepts import ConceptsPresenter
from companion.ui.platform.main_thread import MainThread
from companion.ui.platform.task_runner import ThreadTaskRunner
from companion.ui.screens.concepts import ConceptsScreen
from companion.ui.theme.theme import Theme
from tests.benchmarks.measure import resident_megabytes

RESOURCES = Path(__file__).parents[2] / "resources"
NOTES, FOLDERS, VOCABULARY, WORDS = 10_000, 100, 30_000, 350
TICK_MS = 5
_LETTERS = "eeeetttaaaoooiiinnnssshhrrddlluuccmmwwffggyyppbbvkxqjz"


def library(notes: int = NOTES) -> None:
    """Every figure is wall time on this machine as it is."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app, RESOURCES)
    theme.apply(Look.LIGHT, reduce_motion=True)
    with tempfile.TemporaryDirectory() as folder:
        words = _vault(Path(folder), notes)
        bus, main = EventBus(), MainThread()
        service = LibraryService(FolderLibrary(RESOURCES), lambda: (folder,), bus)
        tasks = ThreadTaskRunner(main)
        screen = ConceptsScreen(ConceptsPresenter(service, bus), theme)
        screen.resize(1010, 800)
        screen.show()
        print(f"\n{notes:,} notes in {FOLDERS} folders, {VOCABULARY:,} different words, {WORDS} words each")
        _say_beside("read, indexed and made ready for searching", app, service, tasks)
        print(f"memory: {resident_megabytes():.0f} MB with the window")
        _say_beside("looked at again, nothing changed", app, service, tasks, again=True)
        changed = next(Path(folder).rglob("*.md"))
        changed.write_text(changed.read_text() + "\nmore words\n")
        _say_beside("looked at again, one note changed", app, service, tasks, again=True)
        _say("searching, a beginning of a word", [_timed(partial(service.search, w)) for w in _typed(words)])
        _say("searching, a slip in a word", [_timed(partial(service.search, _slipped(w))) for w in _some(words)])
        _say("searching, two words", [_timed(partial(service.search, w)) for w in _pairs(words)])
        _say("typing in the field, with the list", [_timed(partial(_type, screen, app, w)) for w in _typed(words)])
        keys = [concept.key for concept in service.concepts()]
        opened = keys[:22] + random.Random(1).sample(keys[22:], 100)
        _say("opening a note, painted", [_timed(partial(_open, screen, app, k)) for k in opened])
        tasks.stop()
        main.stop()
        screen.close()


def _say_beside(
    name: str, app: QApplication, service: LibraryService, tasks: ThreadTaskRunner, *, again: bool = False
) -> None:
    """Seconds until it is done, and the longest that the window's event loop was kept from a timer of 5 ms."""
    done: list[float] = []
    with _longest_gap() as gaps:
        start = time.perf_counter()
        if not again:
            service.read_beside(RestingTasks(tasks))
        service.look_again()
        tasks.run(lambda: None, lambda _nothing: done.append(time.perf_counter() - start))
        while not done:
            app.processEvents()
            time.sleep(0.0005)
    ranked = sorted(gaps)
    late = f"p99 {ranked[int(len(ranked) * 0.99)]:.0f} ms, longest {ranked[-1]:.0f} ms" if ranked else "no gap"
    print(f"{name:<44} {done[0]:8.2f} s; the window waited: {late}")


@contextmanager
def _longest_gap() -> Iterator[list[float]]:
    gaps: list[float] = []
    last = [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        gaps.append((now - last[0]) * 1000)
        last[0] = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(TICK_MS)
    yield gaps
    timer.stop()


def _say(name: str, runs: list[float]) -> None:
    ranked = sorted(runs)
    p95 = ranked[int(len(ranked) * 0.95)]
    print(f"{name:<44} median {statistics.median(runs):6.1f}  p95 {p95:6.1f}  longest {ranked[-1]:6.1f} ms")


def _timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def _type(screen: ConceptsScreen, app: QApplication, text: str) -> None:
    screen.search(text)
    app.processEvents()


def _open(screen: ConceptsScreen, app: QApplication, key: str) -> None:
    screen.open_concept(key)
    app.processEvents()


def _some(words: list[str]) -> list[str]:
    return random.Random(2).sample([word for word in words if len(word) > 4], 200)


def _typed(words: list[str]) -> list[str]:
    return [word[:length] for word in _some(words)[:60] for length in range(1, len(word) + 1)]


def _pairs(words: list[str]) -> list[str]:
    some = _some(words)
    return [f"{one} {other[:3]}" for one, other in pairwise(some)]


def _slipped(word: str) -> str:
    return word[:2] + word[3:] + "e"


def _vault(folder: Path, notes: int) -> list[str]:
    draw = random.Random(3)
    words = sorted({"".join(draw.choices(_LETTERS, k=draw.randint(2, 11))) for _ in range(VOCABULARY * 2)})
    draw.shuffle(words)
    words = words[:VOCABULARY]
    weights = [1 / (rank + 8) for rank in range(VOCABULARY)]  # as words of a language: few of them often
    for number in range(notes):
        place = folder / f"folder {number % FOLDERS}"
        place.mkdir(exist_ok=True)
        body = draw.choices(words, weights, k=WORDS)
        for at in range(0, WORDS, 60):
            body[at] = f"[[Note {draw.randrange(notes)}]]"
        title = " ".join(draw.choices(words, k=2))
        header = f"---\ntitle: {title} {number}\naliases: [Note {number}]\ntags: [{words[number % 200]}]\n---\n"
        text = "\n\n".join(" ".join(body[at : at + 50]) for at in range(0, WORDS, 50))
        (place / f"note {number}.md").write_text(f"{header}\n# {title}\n\n{text}\n")
    return words
