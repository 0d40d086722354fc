"""Made-up files of other programs, and what was read from them."""

import base64
import io
import json
import zipfile
from pathlib import Path
from zoneinfo import ZoneInfo

from companion.adapters.transfer.foreign_files import kind_of, reader_for
from companion.adapters.transfer.foreign_rows import ForeignRow, ForeignRows
from companion.application.foreign import FileKind, Findings, Wishes
from companion.application.row_fault import RowFault
from companion.application.transfer import ForeignCheckIn
from companion.domain.checkin import CheckIn
from tests.support.builders import CountingIds, a_moment

BERLIN = ZoneInfo("Europe/Berlin")


class Read:
    """What a file held."""

    def __init__(self, kind: FileKind | None, rows: list[ForeignRow], findings: Findings) -> None:
        self.kind = kind
        self.rows = rows
        self.findings = findings

    @property
    def check_ins(self) -> list[CheckIn]:
        """Those that could be made."""
        return [row.check_in for row in self.rows if isinstance(row, ForeignCheckIn)]

    @property
    def only(self) -> CheckIn:
        """The one check-in of a file of one row."""
        (row,) = self.rows
        assert isinstance(row, ForeignCheckIn), row
        return row.check_in

    @property
    def faults(self) -> list[tuple[int, object]]:
        """Where something is wrong, and what."""
        return [(row.place, row.rule) for row in self.rows if isinstance(row, RowFault)]


def read_file(file: Path, content: str | bytes, wishes: Wishes | None = None, kind: FileKind | None = None) -> Read:
    """Writes the file, finds out what it is unless told, and reads it."""
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = kind or kind_of(file)
    assert found is not None
    reader = reader_for(found, file, ForeignRows(CountingIds(), a_moment(), BERLIN, "test"), wishes or Wishes())
    return Read(found, list(reader.read(file)), reader.findings)


def archive_of(document: object, name: str = "backup.daylio") -> bytes:
    """A backup as Daylio packs it."""
    packed = io.BytesIO()
    content = document if isinstance(document, bytes) else json.dumps(document).encode()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, base64.encodebytes(content))
        archive.writestr("assets/photos/2026/1/abc", b"a photo")
    return packed.getvalue()


def state_of_mind(**said: object) -> str:
    """A document with one entry."""
    entry = {"start": "2026-01-05 10:00:00 +0100", "valence": 0.5, **said}
    return json.dumps({"data": {"metrics": [], "stateOfMind": [entry]}})


# By the program: a name, what it writes, and what has to be typed of it on the command line.
ONE_OF_EACH: dict[str, tuple[str, bytes, tuple[str, ...]]] = {
    "Daylio": (
        "moods.csv",
        b"full_date,date,weekday,time,mood,activities,note_title,note\n2026-01-05,,,10:00,good,work,,hello\n",
        (),
    ),
    "Daylio, a backup": (
        "backup_2026.daylio",
        archive_of({"dayEntries": [{"datetime": 1_767_603_600_000, "note": "hello"}]}),
        (),
    ),
    "How We Feel": ("feel.csv", b"Date,Mood\n2026 Mon Jan 5 4:04 PM,Calm\n", ()),
    "Apple State of Mind": ("mind.json", state_of_mind().encode(), ()),
    "Apple State of Mind, a table": (
        "mind.csv",
        b"Start,End,Kind,Labels,Associations,Valence,Valence Classification\n"
        b"2026-01-05 10:00:00 +0100,2026-01-05 10:00:00 +0100,Momentary Emotion,Calm,Work,0.5,Pleasant\n",
        (),
    ),
    "Pixy": ("pixels.json", b'{"version": "1", "items": [{"date": "2026-01-05", "rating": "good"}]}', ()),
    "Track & Graph": (
        "series.csv",
        b"FeatureName,Timestamp,Value\nEnergy,2026-01-05T10:00:00+01:00,3\nSleep,2026-01-05T10:00:00+01:00,7\n"
        b"Energy,2026-01-06T10:00:00+01:00,5\n",
        ("--feature", "Energy"),
    ),
    "a table": (
        "own.csv",
        b"When;Energy\n2026-01-05 10:00;40\n",
        ("--column", "at=When", "--column", "arousal=Energy"),
    ),
}
