"""Qt for Python says what it always said about calls and help texts, but loads what it needs for that only then."""

import subprocess
import sys

import pytest

LATE = "from companion.bootstrap import late_signatures\nlate_signatures.load_signatures_late()\n"
OF_ANOTHER_VERSION = LATE.replace("\n", "\nlate_signatures.KNOWN = (6, 10)\n", 1)
LOAD_QT = "import sys\nfrom PySide6.QtCore import QObject, QPoint, QTimer\n"
IS_LOADED = LOAD_QT + "print('shibokensupport.signature.loader' in sys.modules, 'inspect' in sys.modules)\n"

SAYINGS = (
    "QObject().setObjectName(3)",
    "QObject().setObjectName()",
    "QObject(wrong=3)",
    "QTimer(interval='soon')",
    "QPoint('x')",
    "QPoint(1, 2, 3)",
    "QTimer.singleShot()",
    "print(QObject.setObjectName.__doc__)",
    "import inspect; print(inspect.signature(QTimer.start))",
)
SAY = "try:\n    {}\nexcept Exception as failure:\n    print(type(failure).__name__, failure)\n"
SAY_ALL = LOAD_QT + "".join(SAY.format(saying) for saying in SAYINGS * 2)


def said_by(program: str) -> str:
    """What a fresh interpreter prints."""
    command = [sys.executable, "-X", "faulthandler", "-c", program]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_importing_qt_loads_no_signatures() -> None:
    assert said_by(LATE + IS_LOADED).split() == ["False", "False"]


def test_wrong_calls_and_help_texts_read_as_they_always_did() -> None:
    assert said_by(LATE + SAY_ALL) == said_by(SAY_ALL)


@pytest.mark.parametrize("saying", SAYINGS)
def test_each_of_them_may_be_the_first(saying: str) -> None:
    ask = LOAD_QT + SAY.format(saying)
    assert said_by(LATE + ask) == said_by(ask)


def test_modules_of_qt_that_come_later_are_known_too() -> None:
    ask = LOAD_QT + SAY.format("QPoint('x')") + "from PySide6.QtGui import QColor\n" + SAY.format("QColor(1.5, 'x')")
    assert said_by(LATE + ask) == said_by(ask)


def test_a_qt_that_it_was_not_written_for_loads_in_its_own_way() -> None:
    assert said_by(OF_ANOTHER_VERSION + IS_LOADED).split() == ["True", "True"]


def test_where_qt_is_loaded_already_nothing_is_changed() -> None:
    assert said_by(LOAD_QT + LATE + IS_LOADED + SAY_ALL) == said_by(IS_LOADED + SAY_ALL)
