"""The notebook as a file, in Settings: at rest, on its way, and what came of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companion.application.carrying import BroughtIn, CarryingService, TakenOut
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.foreign import Column, FileContent, FileKind, FileWish, Findings, KeptImport, Scale, Wishes
from companion.application.imports import ImportsService
from companion.application.parts import PartCounts, PartKind, PartNote, PartRule
from companion.application.ports import ImportRemover, NotebookFiles
from companion.application.rescuing import Rescued, RescueService
from companion.application.row_fault import CellRule, RowFault
from companion.application.vault_ports import Vault
from companion.domain.errors import Rule
from companion.domain.secrets import Secret
from companion.presentation.carrying import CarryingPresenter
from companion.presentation.importing import ImportPresenter
from companion.presentation.imports import ImportsPresenter
from companion.presentation.moving import MovingAct, MovingPresenter
from companion.presentation.rescuing import RescuePresenter
from companion.presentation.translation import _, ngettext
from companion.ui.theme.theme import Theme
from companion.ui.widgets.export_dialog import ExportDialog
from companion.ui.widgets.import_dialog import ImportDialog
from companion.ui.widgets.moving_dialog import MovingDialog
from companion.ui.widgets.page import Page
from companion.ui.widgets.rescue_dialog import RescueDialog
from companion.ui.widgets.transfer_card import TransferCard
from tests.support.noted import NotedVault
from tests.support.worker import FakeWorker
from tests.ui.gallery.scenes import scene
from tests.ui.gallery.scenes_shell import WORDS

WIDTH, HEIGHT = 760, 360
FILE = "/home/robin/Documents/A folder with a rather long name/Companion/companion.json"


@scene("settings-file", WIDTH, HEIGHT)
def at_rest(theme: Theme) -> QWidget:
    """Two buttons, and what there is to know before."""
    return _page(theme, _presenter())


@scene("settings-file-on-its-way", WIDTH, HEIGHT)
def on_its_way(theme: Theme) -> QWidget:
    """How far it is, and that it can be ended."""
    presenter = _presenter()
    presenter.bring_in(FileWish(FILE))
    presenter._service.seen = 124_500
    return _page(theme, presenter)


@scene("settings-file-out", WIDTH, HEIGHT)
def out(theme: Theme) -> QWidget:
    """It is in the file now."""
    presenter = _presenter()
    presenter._on_taken_out(TakenOut(FILE, {PartKind.CHECK_IN: 1240}))
    return _page(theme, presenter)


@scene("settings-file-in", WIDTH, HEIGHT + 160)
def brought_in(theme: Theme) -> QWidget:
    """Something came in, something was left out, something differs."""
    return _page(theme, _with_all_there_is_to_tell())


@scene("settings-file-imports", WIDTH, HEIGHT + 320)
def imports(theme: Theme) -> QWidget:
    """One has just come in; what came before is listed, each can be taken out again."""
    presenter = _presenter()
    counts = {PartKind.CHECK_IN: PartCounts(added=820, left_out=1)}
    outcome = BroughtIn(counts, (RowFault(17, CellRule.NUMBER_UNREADABLE),))
    presenter._on_brought_in(outcome, lambda _outcome: None)
    return _page(
        theme,
        presenter,
        KeptImport("a", "daylio", datetime(2026, 11, 22, tzinfo=UTC), 820, 2),
        KeptImport("b", "track-and-graph", datetime(2026, 11, 3, tzinfo=UTC), 1, 1),
        KeptImport("c", "csv", datetime(2025, 1, 9, tzinfo=UTC), 12_400),
    )


@scene("import-words", WIDTH, 640)
def words(theme: Theme) -> QWidget:
    """A diary whose moods are words, and rows that cannot come in."""
    return _dialog(theme, _daylio(), notes=60)


@scene("import-words-small", 400, 480)
def words_small(theme: Theme) -> QWidget:
    """The same with little room."""
    return _dialog(theme, _daylio(), notes=3)


@scene("import-words-rtl", WIDTH, 640)
def words_mirrored(theme: Theme) -> QWidget:
    """From right to left."""
    made = _dialog(theme, _daylio(), notes=3)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


@scene("import-series", WIDTH, 520)
def series(theme: Theme) -> QWidget:
    """One of several series has to be chosen first."""
    findings = Findings(FileKind.TRACK_AND_GRAPH)
    findings.features.update({"Energy in the afternoon": 420, "Sleep": 365, "Coffee": 12})
    return _dialog(theme, FileContent(FileKind.TRACK_AND_GRAPH, findings=findings))


@scene("import-columns", WIDTH, 900)
def columns(theme: Theme) -> QWidget:
    """A table of no program known here."""
    names = ("When", "Energy level", "How it was, in a few words of my own", "Place")
    chosen = Wishes(columns={Column.AT: "When", Column.AROUSAL: "Energy level"}, scale=Scale(1, 5))
    counts = {PartKind.CHECK_IN: PartCounts(added=300, left_out=2, already_here=12)}
    findings = Findings(FileKind.COLUMNS, scale=Scale(1, 5))
    return _dialog(theme, FileContent(FileKind.COLUMNS, counts, findings, names), notes=2, wishes=chosen)


@scene("import-coming", WIDTH, 640)
def coming(theme: Theme) -> QWidget:
    """On its way, with how far it is."""
    made = _dialog(theme, _daylio())
    made.bring_in.click()
    made._presenter._carrying._service.seen = 500
    made._show_progress()
    return made


@scene("import-done", WIDTH, 420)
def done(theme: Theme) -> QWidget:
    """What came of it."""
    made = _dialog(theme, _daylio(), notes=4)
    made.bring_in.click()
    made._presenter._on_brought_in(BroughtIn(_daylio().counts, _notes(4), content=_daylio()))
    return made


@scene("import-nobody", WIDTH, 320)
def nobody(theme: Theme) -> QWidget:
    """A file that nobody knows."""
    file = "/home/robin/moods.xlsx"
    made = ImportDialog(ImportPresenter(_presenter(), file), theme)
    made._frame.fit = lambda: None  # type: ignore[method-assign]
    made._presenter._carrying._service.is_busy = False
    made._presenter._on_looked(BroughtIn({}, trouble=UserError(Trouble.FORMAT_UNKNOWN, path=file)))
    return made


def _daylio() -> FileContent:
    findings = Findings(FileKind.DAYLIO, without_time=3)
    for word, points, count in (
        ("good", 75, 310),
        ("meh", 50, 200),
        ("rad", 100, 120),
        ("Wired and tired, all at once", None, 90),
        ("awful", 0, 40),
    ):
        findings.words[word] = (None, points)
        findings.word_counts[word] = count
    return FileContent(FileKind.DAYLIO, {PartKind.CHECK_IN: PartCounts(820, 60, 400)}, findings)


def _notes(count: int) -> tuple[RowFault, ...]:
    rules = (Rule.TIME_UNREADABLE, CellRule.QUOTES_DO_NOT_MATCH, Rule.TIME_IN_THE_FUTURE)
    return tuple(RowFault(17 * number, rules[number % 3]) for number in range(1, count + 1))


def _dialog(theme: Theme, content: FileContent, notes: int = 0, wishes: Wishes | None = None) -> ImportDialog:
    presenter = ImportPresenter(_presenter(), "/home/robin/moods.csv")
    presenter._file = FileWish("/home/robin/moods.csv", wishes=wishes or Wishes())
    made = ImportDialog(presenter, theme)
    made._frame.fit = lambda: None  # type: ignore[method-assign]
    presenter._carrying._service.is_busy = False
    presenter._on_looked(BroughtIn(content.counts, _notes(notes), content=content))
    return made


@scene("export", 520, 480)
def export(theme: Theme) -> QWidget:
    """What goes out is asked first."""
    return ExportDialog(_presenter(), theme)


@scene("export-sealed", 520, 620)
def export_sealed(theme: Theme) -> QWidget:
    """With a passphrase of its own."""
    return _sealed(theme, "lantern pebble orbit window")


@scene("export-sealed-small", 400, 480)
def export_sealed_small(theme: Theme) -> QWidget:
    """The same with little room, and the two are not the same."""
    made = _sealed(theme, "lantern pebble orbit")
    made.choose.click()
    return made


@scene("moving", 520, 640)
def moving(theme: Theme) -> QWidget:
    """The steps to another computer."""
    return _moving(theme)


@scene("moving-small", 400, 480)
def moving_small(theme: Theme) -> QWidget:
    """The same with little room, and what came of a step."""
    made = _moving(theme)
    made.buttons[MovingAct.MAKE_FILE].click()
    said = ngettext("{count} check-in is in {file} now.", "{count} check-ins are in {file} now.", 1240)
    made.tell((said.format(count=1240, file=FILE), _("It opens with its passphrase alone.")))
    return made


@scene("rescue", 520, 420)
def rescue(theme: Theme) -> QWidget:
    """What can still be read of a damaged notebook is saved."""
    return RescueDialog(RescuePresenter(RescueService(_Rescuer(needs_secret=True), FakeWorker())), theme)


@scene("rescue-done", 520, 480)
def rescue_done(theme: Theme) -> QWidget:
    """What came of it."""
    presenter = RescuePresenter(RescueService(_Rescuer(), FakeWorker()))
    made = RescueDialog(presenter, theme)
    made._frame.fit = lambda: None  # type: ignore[method-assign]
    counts = dict.fromkeys(PartKind, 0) | {PartKind.CHECK_IN: 1228, PartKind.REMINDER: 3}
    presenter._on_written(Rescued(FILE, counts, 12, is_whole=False), None)
    return made


class _Rescuer:
    """A damaged store."""

    def __init__(self, *, needs_secret: bool = False) -> None:
        self._needs_secret = needs_secret

    def needs_secret(self) -> bool:
        return self._needs_secret

    def write(self, path: str, secret: Secret | None) -> Rescued:
        raise AssertionError(path)


class _Here(MovingPresenter):
    """1,240 check-ins are here."""

    def __init__(self) -> None:
        pass

    def here(self) -> str:
        return ngettext("{count} check-in is here.", "{count} check-ins are here.", 1240).format(count=1240)


def _moving(theme: Theme) -> MovingDialog:
    made = MovingDialog(_Here(), theme)
    made._frame.fit = lambda: None  # type: ignore[method-assign]
    return made


@scene("import-sealed", WIDTH, 360)
def import_sealed(theme: Theme) -> QWidget:
    """A file that is encrypted."""
    return _dialog(theme, FileContent(FileKind.COMPANION, wants_secret=True))


@scene("import-sealed-other", WIDTH, 420)
def import_sealed_other(theme: Theme) -> QWidget:
    """Another passphrase was typed."""
    made = _dialog(theme, FileContent(FileKind.COMPANION, wants_secret=True))
    made.secret.field.setText("lantern")
    made._presenter._on_looked(BroughtIn({}, trouble=UserError(Trouble.FILE_SECRET_WRONG)))
    return made


@scene("import-settings", WIDTH, 420)
def import_settings(theme: Theme) -> QWidget:
    """Settings are in it, too."""
    counts = {PartKind.CHECK_IN: PartCounts(added=820), PartKind.REMINDER: PartCounts(added=3)}
    return _dialog(theme, FileContent(FileKind.COMPANION, counts, settings={"look": "dark"}))


def _sealed(theme: Theme, typed: str) -> ExportDialog:
    made = ExportDialog(_presenter(), theme)
    made._frame.fit = lambda: None  # type: ignore[method-assign]
    made.sealed.switch.setChecked(True)
    made.new.field.setText(typed)
    made.new.edited.emit()
    return made


@scene("settings-file-small", 400, 480)
def small(theme: Theme) -> QWidget:
    """In a narrow window."""
    return _page(theme, _with_all_there_is_to_tell())


@scene("settings-file-locked", WIDTH, HEIGHT)
def locked(theme: Theme) -> QWidget:
    """While locked neither can begin."""
    return _page(theme, _presenter(is_locked=True))


def _with_all_there_is_to_tell() -> CarryingPresenter:
    presenter = _presenter()
    counts = {
        PartKind.CHECK_IN: PartCounts(added=820, left_out=2, already_here=400, kept_ours=3, deleted_here=1),
        PartKind.REFLECTION: PartCounts(added=12),
    }
    notes = (
        PartNote(PartKind.CHECK_IN, 17, Rule.TIME_UNREADABLE),
        PartNote(PartKind.CHECK_IN, 314, PartRule.NOT_AS_EXPORTED),
        PartNote(PartKind.CHECK_IN, 512, PartRule.DIFFERS),
    )
    presenter._on_brought_in(BroughtIn(counts, notes), lambda _outcome: None)
    return presenter


def _presenter(*, is_locked: bool = False) -> CarryingPresenter:
    service = CarryingService(cast(NotebookFiles, None), FakeWorker(), EventBus())
    return CarryingPresenter(service, cast(Vault, NotedVault([], [], is_locked=is_locked)))


class _Imports:
    """A store that holds these imports."""

    def __init__(self, kept: tuple[KeptImport, ...]) -> None:
        self.is_locked = False
        self._kept = kept
        self.imports = self

    def all(self) -> list[KeptImport]:
        return list(self._kept)

    @contextmanager
    def reading(self) -> Iterator[object]:
        yield self


def _page(theme: Theme, presenter: CarryingPresenter, *kept: KeptImport) -> Page:
    page = Page(theme, 720)
    vault = cast(Vault, _Imports(kept))
    service = ImportsService(vault, cast(ImportRemover, None), FakeWorker(), EventBus())
    page.add(TransferCard(presenter, ImportsPresenter(service, WORDS, lambda: UTC), theme, _Here()))
    page.finish()
    return page
