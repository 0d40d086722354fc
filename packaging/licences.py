"""Writes what a package ships and under which licence, with the texts; refuses what does not fit."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

COMMON = Path("/usr/share/common-licenses")
# Permissive ones, and the LGPL, which asks that its libraries can be exchanged: they lie beside the program as files.
FITTING = re.compile(
    r"MIT|BSD|Apache|PSF|Python Software Foundation|ISC|0BSD|Zlib|LGPL|MPL|Unlicense|CC0", re.IGNORECASE
)
# Where a library's own words are missing or long.
KNOWN = {
    "PySide6_Essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "numpy": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
}
# Built into the libraries: what it is, its licence, and where it comes from or its notice lies.
INSIDE = (
    ("Companion's icons and pictures, drawn for it; no fonts are packed", "MIT", "companion.txt"),
    ("Python", "PSF-2.0", "https://docs.python.org/3/license.html"),
    ("Qt 6", "LGPL-3.0-only", "Qt.txt"),
    ("FreeType, in Qt", "FTL", "Qt-third-parties.txt"),
    ("HarfBuzz, in Qt", "MIT", "Qt-third-parties.txt"),
    ("libjpeg-turbo, in Qt", "IJG and BSD-3-Clause and Zlib", "Qt-third-parties.txt"),
    ("libpng, in Qt", "libpng-2.0", "Qt-third-parties.txt"),
    ("libwebp, in Qt", "BSD-3-Clause", "WebP.txt"),
    ("PCRE2, in Qt", "BSD-3-Clause", "Qt-third-parties.txt"),
    ("zlib, in Qt", "Zlib", "Qt-third-parties.txt"),
    ("double-conversion, in Qt", "BSD-3-Clause", "Qt-third-parties.txt"),
    ("MD4C and smaller pieces, in Qt", "MIT, BSD, CC0-1.0 or public domain", "Qt-third-parties.txt"),
    ("ICU, with Qt; of its data what is asked for", "Unicode-3.0", "ICU.txt"),
    ("SQLCipher, in sqlcipher3", "BSD-3-Clause", "SQLCipher.txt"),
    ("SQLite, in SQLCipher", "public domain", "https://sqlite.org/copyright.html"),
    ("OpenSSL with its Argon2, in cryptography and sqlcipher3", "Apache-2.0", "cryptography-1.txt"),
    (
        "LAPACK's few routines in numpy, which is built without OpenBLAS",
        "BSD-3-Clause-Open-MPI",
        "https://www.netlib.org/lapack/LICENSE.txt",
    ),
    ("PyInstaller's starter", "GPL-2.0-or-later with an exception for what it starts", "PyInstaller.txt"),
)
NOTICES = Path(__file__).resolve().parent / "notices"
EXCHANGING_QT = """Qt and Qt for Python are used under the GNU Lesser General Public License, version 3.

Their libraries lie as ordinary files in _internal/PySide6 and _internal/shiboken6. You may put others of that name
and a compatible version there: nothing checks them, and the program uses what it finds. Their source:
https://download.qt.io/official_releases/QtForPython/pyside6/ and https://download.qt.io/official_releases/qt/
You may look into this program and change it to find out why it does not run with a library of yours.
"""


@dataclass(frozen=True)
class Part:
    """Something that is shipped."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]
    bills: tuple[Path, ...] = ()


def write_all(python: Path, folder: Path) -> list[Part]:
    """Puts the list and every text into `folder`. Ends the program if a licence does not fit or a text is missing."""
    site = next((python.parents[1] / "lib").glob("python3*/site-packages"))
    parts = shipped(site)
    if strangers := [f"{part.name}: {part.licence}" for part in parts if not FITTING.search(part.licence)]:
        raise SystemExit(f"These licences need a look: {'; '.join(strangers)}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("LGPL-3", "GPL-3"):
        shutil.copyfile(COMMON / name, folder / f"{name}.txt")
    (folder / "Qt.txt").write_text(EXCHANGING_QT)
    for notice in NOTICES.glob("*.txt"):
        shutil.copyfile(notice, folder / notice.name)
    for starter in site.glob("pyinstaller-*.dist-info/licenses/COPYING.txt"):
        shutil.copyfile(starter, folder / "PyInstaller.txt")
    for part in parts:
        _copy(part, folder)
    system = list(_of_the_system(folder.parent / "_internal", folder))
    (folder / "LIST.md").write_text(as_list(parts, system))
    return parts


def shipped(site: Path) -> list[Part]:
    """Our package and all that it requires on this system, by name."""
    known = {_plain(found.metadata["Name"]): found for found in metadata.distributions(path=[str(site)])}
    wanted, seen = ["companion"], set()
    while wanted:
        name = wanted.pop()
        if name in seen or name not in known:
            continue
        seen.add(name)
        wanted += [
            _plain(re.split(r"[^\w.-]", line)[0]) for line in known[name].requires or () if "extra ==" not in line
        ]
    return [_part(known[name]) for name in sorted(seen)]


def as_list(parts: list[Part], system: list[tuple[str, str]]) -> str:
    """The list for a reader."""
    rows = [f"| {part.name} {part.version} | {part.licence} |" for part in parts]
    rows += [f"| {name}, in {part.name} | {licence} |" for part in parts for name, licence in compiled_in(part)]
    rows += [f"| {name} | {licence} ({where}) |" for name, licence, where in INSIDE]
    rows += [f"| {package} (Debian) | see `{text}` |" for package, text in system]
    return "\n".join(("# What is in this package", "", "| what | licence |", "|---|---|", *rows, ""))


def compiled_in(part: Part) -> Iterator[tuple[str, str]]:
    """What its bills of materials (CycloneDX) name with a licence: other languages' libraries inside of it."""
    for bill in part.bills:
        for piece in json.loads(bill.read_text()).get("components", ()):
            said = [
                licence.get("expression") or licence["license"].get("id") for licence in piece.get("licenses", ())
            ]
            if said:
                yield f"{piece['name']} {piece.get('version', '')}".strip(), " and ".join(filter(None, said))


def _part(found: metadata.Distribution) -> Part:
    about = found.metadata
    name = about["Name"]
    said = about.get("License-Expression") or about.get("License") or ""
    classified = [
        line.split("::")[-1].strip() for line in about.get_all("Classifier", []) if line.startswith("License")
    ]
    licence = KNOWN.get(name) or (said if said and "\n" not in said else " and ".join(classified))
    files = {str(file): Path(str(file.locate())) for file in found.files or ()}
    texts = (place for file, place in files.items() if _is_text_of_licence(file))
    bills = (place for file, place in files.items() if ".dist-info/sboms/" in file and file.endswith(".json"))
    return Part(name, about["Version"], licence, tuple(sorted(texts)), tuple(sorted(bills)))


def _is_text_of_licence(path: str) -> bool:
    return (
        ".dist-info/" in path and re.search(r"licen[sc]e|copying|notice", path.rsplit("/", 1)[-1].lower()) is not None
    )


def _copy(part: Part, folder: Path) -> None:
    for number, text in enumerate(part.texts):
        shutil.copyfile(text, folder / f"{part.name}-{number}.txt" if number else folder / f"{part.name}.txt")


def _of_the_system(inside: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """The Debian packages whose libraries were packed too, each with its copyright file."""
    packages = set()
    for library in inside.glob("*.so*"):
        if not library.is_symlink() and ".cpython-" not in library.name:
            packages.update(_package_of(library.name))
    for package in sorted(packages):
        text = Path("/usr/share/doc") / package / "copyright"
        if text.exists():
            shutil.copyfile(text, folder / f"debian-{package}.txt")
            yield package, f"debian-{package}.txt"


def _package_of(library: str) -> list[str]:
    asked = subprocess.run(("dpkg-query", "--search", f"*/{library}"), capture_output=True, text=True)
    return [line.split(":")[0] for line in asked.stdout.splitlines()[:1]]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
