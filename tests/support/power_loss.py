"""What a disk may hold after the power went: replayed from the system calls of our own writing.

A process does something while strace writes down every call that changes files, with all its bytes. From that the
states are built in which a disk can be found after any of these calls. What was synced is there. Of the data that was
not, any part may be, sector by sector; of the names that were changed since their folder was synced, all from the
first to any one of them, in their order, as journaling file systems keep them.
"""

import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SECTOR = 512
_CALLS = (
    *(
        "openat",
        "creat",
        "write",
        "pwrite64",
        "writev",
        "pwritev",
        "ftruncate",
        "lseek",
        "close",
        "dup",
        "dup2",
        "dup3",
    ),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "mkdir", "mkdirat", "link", "linkat"),
    *("fsync", "fdatasync", "fallocate", "copy_file_range", "sendfile", "truncate", "symlink", "symlinkat"),
)
_UNKNOWN = frozenset(
    {"writev", "pwritev", "link", "linkat", "copy_file_range", "sendfile", "truncate", "dup2", "dup3"}
)
_LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_SCRIPT = "from pathlib import Path; from {module} import {name}; {name}(Path({folder!r}))"


def acknowledge(what: str) -> None:
    """The process that is watched says what it holds to be durable from now on."""
    os.write(1, what.encode() + b"\n")


class Written(NamedTuple):
    """Bytes of a file, known by its number, at an offset; `length` instead cuts it or makes it longer."""

    file: int
    offset: int
    content: bytes
    length: int | None = None


class Named(NamedTuple):
    """A name was given to a file (None: taken away), or made a folder; `before` is the name it had."""

    name: str
    file: int | None
    is_folder: bool = False
    before: str | None = None


class Synced(NamedTuple):
    """All of a file, or all names in a folder, is durable."""

    file: int | None
    folder: str | None


class Acknowledged(NamedTuple):
    """Somebody was told."""

    what: str


Event = Written | Named | Synced | Acknowledged


@dataclass
class Story:
    """What was there before, and what happened then."""

    files: dict[int, bytes] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    events: list[Event] = field(default_factory=list)


@dataclass(frozen=True)
class Disk:
    """What is found after the power came back, and what had been acknowledged before it went."""

    files: tuple[tuple[str, bytes], ...]
    folders: tuple[str, ...]
    acknowledged: tuple[str, ...]

    def put(self, folder: Path) -> None:
        """Lays it out in a new folder."""
        folder.mkdir(parents=True)
        for name in sorted(self.folders):
            (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, content in self.files:
            path = folder / name
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.write_bytes(content)
            path.chmod(0o600)


def watched(doing: Callable[[Path], None], folder: Path) -> Story:
    """Runs a function of a module in a process of its own on `folder`, and tells what it did to the disk."""
    story = _as_it_is(folder)
    trace = folder.parent / f"{folder.name}.trace"
    script = _SCRIPT.format(module=doing.__module__, name=doing.__name__, folder=str(folder))
    command = (
        "strace",
        "-f",
        "-qq",
        "-y",
        "-xx",
        "-s",
        "100000000",
        "-e",
        f"trace={','.join(_CALLS)}",
        "-o",
        str(trace),
    )
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        (*command, sys.executable, "-c", script),
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    _Reader(story, folder).read(trace)
    trace.unlink()
    return story


def disks_after(story: Story, seeds: Sequence[int] = (0,), most_writes: int | None = 40) -> Iterator[Disk]:
    """Every different disk after a call: all of it there, only what was synced, and a chance part for each seed.

    Of calls that write, no more than `most_writes`, evenly spread, are the last; None is all of them.
    """
    seen: set[tuple[int, int]] = set()
    for end in _ends(story.events, most_writes):
        so_far = story.events[:end]
        chances: list[_Chance] = [_All(), _Nothing(), *(_Some(seed * 1_000_003 + end) for seed in seeds)]
        for chance in chances:
            disk = _disk(story, so_far, chance)
            identity = hash((disk.files, disk.folders)), len(disk.acknowledged)
            if identity not in seen:
                seen.add(identity)
                yield disk


def _ends(events: Sequence[Event], most_writes: int | None) -> list[int]:
    """Before the first call, and after each that is chosen."""
    writes = [at for at, event in enumerate(events, start=1) if isinstance(event, Written)]
    stride = 1 if most_writes is None else -(-len(writes) // most_writes) or 1
    return sorted({0, *writes[::stride], *set(range(1, len(events) + 1)).difference(writes)})


class _All:
    def parts(self, written: Written) -> Iterator[Written]:
        yield written

    def last_name(self, count: int) -> int:
        return count


class _Nothing:
    def parts(self, written: Written) -> Iterator[Written]:
        return iter(())

    def last_name(self, _count: int) -> int:
        return 0


class _Some:
    """By chance: a write is there, or is not, or some of its sectors are."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def parts(self, written: Written) -> Iterator[Written]:
        fate = self._chance.random()
        if fate < 0.4 or (written.length is not None and fate < 0.5):
            yield written
        elif fate > 0.7 and written.length is None:
            for start in range(0, len(written.content), SECTOR):
                if self._chance.random() < 0.5:
                    part = written.content[start : start + SECTOR]
                    yield Written(written.file, written.offset + start, part)

    def last_name(self, count: int) -> int:
        return self._chance.randint(0, count)


_Chance = _All | _Nothing | _Some


def _disk(story: Story, events: Sequence[Event], chance: _Chance) -> Disk:
    synced_data, synced_names = _durable(events)
    optional = [at for at, event in enumerate(events) if isinstance(event, Named) and at not in synced_names]
    kept_names = synced_names | set(optional[: chance.last_name(len(optional))])
    contents = {number: bytearray(content) for number, content in story.files.items()}
    names, folders = dict(story.names), set(story.folders)
    for at, event in enumerate(events):
        if isinstance(event, Written):
            for part in [event] if at in synced_data else chance.parts(event):
                _write(contents.setdefault(event.file, bytearray()), part)
        elif isinstance(event, Named) and at in kept_names:
            _name(names, folders, event)
    files = tuple(sorted((name, bytes(contents.get(number, b""))) for name, number in names.items()))
    told = tuple(event.what for event in events if isinstance(event, Acknowledged))
    return Disk(files, tuple(sorted(folders)), told)


def _durable(events: Sequence[Event]) -> tuple[set[int], set[int]]:
    """Which events are there whatever happens: those with a sync of their file or their folder after them.

    Names are kept in their order: what lies before a durable one is durable too.
    """
    data: set[int] = set()
    last_name = -1
    waiting: dict[int, list[int]] = {}
    for at, event in enumerate(events):
        if isinstance(event, Written):
            waiting.setdefault(event.file, []).append(at)
        elif isinstance(event, Synced) and event.file is not None:
            data.update(waiting.pop(event.file, ()))
        elif isinstance(event, Synced):
            inside = [
                place
                for place, named in enumerate(events[:at])
                if isinstance(named, Named) and os.path.dirname(named.name) == event.folder
            ]
            last_name = max([last_name, *inside])
    return data, {at for at, event in enumerate(events[: last_name + 1]) if isinstance(event, Named)}


def _write(content: bytearray, part: Written) -> None:
    if part.length is not None:
        del content[part.length :]
        content.extend(bytes(part.length - len(content)))
        return
    content.extend(bytes(max(0, part.offset - len(content))))
    content[part.offset : part.offset + len(part.content)] = part.content


def _name(names: dict[str, int], folders: set[str], event: Named) -> None:
    if event.before is not None:
        _move(names, folders, event.before, event.name)
    elif event.is_folder:
        folders.add(event.name) if event.file is not None else folders.discard(event.name)
    elif event.file is None:
        names.pop(event.name, None)
    else:
        names[event.name] = event.file


def _move(names: dict[str, int], folders: set[str], before: str, name: str) -> None:
    if before in names:
        names[name] = names.pop(before)
        return
    for old in [each for each in names if each.startswith(f"{before}/")]:
        names[name + old[len(before) :]] = names.pop(old)
    for old in [each for each in folders if each == before or each.startswith(f"{before}/")]:
        folders.discard(old)
        folders.add(name + old[len(before) :])


def _as_it_is(folder: Path) -> Story:
    story = Story()
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_dir():
            story.folders.add(name)
        else:
            number = len(story.files) + 1
            story.files[number], story.names[name] = path.read_bytes(), number
    return story


@dataclass
class _Open:
    file: int
    place: int = 0
    appends: bool = False


class _Reader:
    """Makes events of what strace wrote down."""

    def __init__(self, story: Story, folder: Path) -> None:
        self._story = story
        self._root = f"{folder}/"
        self._folder = str(folder)
        self._names = dict(story.names)
        self._folders = set(story.folders)
        self._sizes = {number: len(content) for number, content in story.files.items()}
        self._open: dict[int, _Open] = {}

    def read(self, trace: Path) -> None:
        """Reads all of it."""
        with trace.open() as lines:
            for line in lines:
                assert "<unfinished" not in line, "more than one thread wrote"
                found = _LINE.match(line)
                if found is not None and int(found[3]) >= 0:
                    self._call(found[1], found[2].split(", "), int(found[3]))

    def _call(self, name: str, values: list[str], result: int) -> None:
        assert name not in _UNKNOWN or not any(self._inside(value) for value in values), f"{name} is not followed"
        reader = getattr(self, f"_on_{name}", None)
        if reader is not None:
            reader(values, result)

    def _inside(self, value: str) -> bool:
        return self._root.encode().hex() in value.replace("\\x", "")

    def _on_openat(self, values: list[str], result: int) -> None:
        name = self._name(values[1], values[0])
        if name is None or "O_DIRECTORY" in values[2] or name in self._folders or name == "":
            self._open.pop(result, None)
            return
        if name not in self._names:
            if "O_CREAT" not in values[2]:
                return
            number = max([0, *self._sizes]) + 1
            self._sizes[number] = 0
            self._add(Named(name, number))
        opened = _Open(self._names[name], appends="O_APPEND" in values[2])
        if "O_TRUNC" in values[2] and self._sizes[opened.file]:
            self._written(Written(opened.file, 0, b"", 0))
        self._open[result] = opened

    def _on_close(self, values: list[str], _result: int) -> None:
        self._open.pop(_number(values[0]), None)

    def _on_dup(self, values: list[str], result: int) -> None:
        if (opened := self._open.get(_number(values[0]))) is not None:
            self._open[result] = opened

    def _on_lseek(self, values: list[str], result: int) -> None:
        if (opened := self._open.get(_number(values[0]))) is not None:
            opened.place = result

    def _on_write(self, values: list[str], result: int) -> None:
        descriptor = _number(values[0])
        opened = self._open.get(descriptor)
        if opened is not None:
            place = self._sizes[opened.file] if opened.appends else opened.place
            self._written(Written(opened.file, place, _bytes(values[1])[:result]))
            opened.place = place + result
        elif descriptor == 1:
            self._story.events += [Acknowledged(what) for what in _bytes(values[1]).decode().split()]

    def _on_pwrite64(self, values: list[str], result: int) -> None:
        if (opened := self._open.get(_number(values[0]))) is not None:
            self._written(Written(opened.file, int(values[3]), _bytes(values[1])[:result]))

    def _on_ftruncate(self, values: list[str], _result: int) -> None:
        if (opened := self._open.get(_number(values[0]))) is not None:
            self._written(Written(opened.file, 0, b"", int(values[1])))

    def _on_fallocate(self, values: list[str], _result: int) -> None:
        opened = self._open.get(_number(values[0]))
        if opened is not None and values[1] == "0":
            self._written(
                Written(opened.file, 0, b"", max(self._sizes[opened.file], int(values[2]) + int(values[3])))
            )

    def _on_fsync(self, values: list[str], _result: int) -> None:
        if (opened := self._open.get(_number(values[0]))) is not None:
            self._story.events.append(Synced(opened.file, None))
        elif (name := self._shown(values[0])) is not None and (name in self._folders or name == ""):
            self._story.events.append(Synced(None, name))

    _on_fdatasync = _on_fsync

    def _on_rename(self, values: list[str], _result: int) -> None:
        self._renamed(self._name(values[0]), self._name(values[1]))

    def _on_renameat(self, values: list[str], _result: int) -> None:
        self._renamed(self._name(values[1], values[0]), self._name(values[3], values[2]))

    _on_renameat2 = _on_renameat

    def _renamed(self, before: str | None, name: str | None) -> None:
        if before is not None and name is not None:
            self._add(Named(name, self._names.get(before), before=before))

    def _on_unlink(self, values: list[str], _result: int) -> None:
        if (name := self._name(values[0])) is not None:
            self._add(Named(name, None))

    def _on_unlinkat(self, values: list[str], _result: int) -> None:
        if (name := self._name(values[1], values[0])) is not None:
            self._add(Named(name, None, is_folder="AT_REMOVEDIR" in values[2]))

    def _on_rmdir(self, values: list[str], _result: int) -> None:
        if (name := self._name(values[0])) is not None:
            self._add(Named(name, None, is_folder=True))

    def _on_mkdir(self, values: list[str], _result: int) -> None:
        if (name := self._name(values[0])) is not None:
            self._add(Named(name, 0, is_folder=True))

    def _on_mkdirat(self, values: list[str], _result: int) -> None:
        if (name := self._name(values[1], values[0])) is not None:
            self._add(Named(name, 0, is_folder=True))

    def _add(self, named: Named) -> None:
        _name(self._names, self._folders, named)
        self._story.events.append(named)

    def _written(self, written: Written) -> None:
        end = written.offset + len(written.content)
        self._sizes[written.file] = max(self._sizes[written.file], end) if written.length is None else written.length
        self._story.events.append(written)

    def _name(self, text: str, folder: str = "") -> str | None:
        """A name relative to the folder that is watched, "" for itself, or None for one outside."""
        path = _bytes(text).decode()
        if not path.startswith("/"):
            shown = _shown_path(folder)
            path = os.path.normpath(os.path.join(shown or str(ROOT), path))
        return self._relative(path)

    def _shown(self, value: str) -> str | None:
        path = _shown_path(value)
        return None if path is None else self._relative(path)

    def _relative(self, path: str) -> str | None:
        if path == self._folder:
            return ""
        return path[len(self._root) :] if path.startswith(self._root) else None


def _number(value: str) -> int:
    return int(value.partition("<")[0])


def _bytes(text: str) -> bytes:
    found = _TEXT.match(text)
    assert found is not None, text[:80]
    return bytes.fromhex(found[1].replace("\\x", ""))


def _shown_path(value: str) -> str | None:
    """The path that strace shows behind a descriptor."""
    found = re.search(r"<((?:\\x[0-9a-f]{2})+|[^>]*)>", value)
    if found is None:
        return None
    return bytes.fromhex(found[1].replace("\\x", "")).decode() if found[1].startswith("\\x") else found[1]
