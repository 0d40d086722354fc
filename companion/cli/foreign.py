"""`companion import` of another program's file."""

from dataclasses import asdict
from pathlib import Path

from companion import __version__
from companion.adapters.transfer.foreign_files import reader_for
from companion.adapters.transfer.foreign_rows import ForeignRows
from companion.adapters.transfer.foreign_tables import columns_of
from companion.application.errors import Trouble, UserError
from companion.application.foreign import FileKind, Findings, Wishes
from companion.application.row_fault import RowFault
from companion.application.transfer import TransferService
from companion.cli.foreign_options import wishes_typed
from companion.cli.grammar import CouldNotError, Request
from companion.cli.output import complain, say, say_json
from companion.presentation.foreign import fault_line_of, finding_lines, scale_text, series_lines
from companion.presentation.transfer import counted
from companion.presentation.translation import _


def import_foreign(
    request: Request, service: TransferService, path: Path, kind: FileKind, only_look: bool
) -> tuple[bool, bool]:
    """Takes it in, or only looks; whether anything comes in, and whether anything is left out.

    Raises UsageError, CouldNotError if the person has to choose something first, and UserError.
    """
    wishes = wishes_typed(request.typed)
    if kind is FileKind.COLUMNS:
        _check_columns(path, wishes)
    core = request.core
    rows = ForeignRows(core.ids, core.clock.now(), core.clock.zone(), __version__)
    reader = reader_for(kind, path, rows, wishes)

    def tell(fault: RowFault) -> None:
        complain(fault_line_of(fault, path.suffix.lower()))

    counts = service.bring_in(kind.value, reader.read(path), tell, only_look=only_look)
    if kind is FileKind.TRACK_AND_GRAPH and wishes.feature not in reader.findings.features:
        raise CouldNotError(_choose_series(reader.findings))
    if request.wants_json:
        say_json("imported", **asdict(counts), dry_run=only_look, findings=_findings_shape(reader.findings))
    else:
        for line in (*finding_lines(reader.findings), counted(counts, only_look)):
            say(line)
    return counts.added > 0, counts.left_out > 0


def _check_columns(path: Path, wishes: Wishes) -> None:
    names = columns_of(path)
    if not all(map(str.isprintable, names)):
        raise UserError(Trouble.FORMAT_UNKNOWN, path=str(path))  # no table at all
    if not names or not wishes.has_columns:
        listed = ", ".join(filter(None, names))
        raise CouldNotError(
            _(
                "This table is of no program known here. Please say where its fields are, such as --column at=…"
                " --column arousal=…. Its columns: {columns}."
            ).format(columns=listed)
        )
    if strange := [name for name in wishes.columns.values() if name not in names]:
        raise CouldNotError(
            _("There is no column {name}. The columns: {columns}.").format(
                name=strange[0], columns=", ".join(filter(None, names))
            )
        )


def _choose_series(findings: Findings) -> str:
    return _("Please say with --feature which series comes in: {series}.").format(series=series_lines(findings))


def _findings_shape(findings: Findings) -> dict[str, object]:
    return {
        "from": findings.kind.value,
        "words": {
            word: {"count": findings.word_counts[word], "arousal": arousal, "pleasantness": pleasantness}
            for word, (arousal, pleasantness) in findings.words.items()
        },
        "features": dict(findings.features),
        "scale": None if findings.scale is None else scale_text(findings.scale),
        "without_time": findings.without_time,
        "not_chosen": findings.not_chosen,
    }
