"""Private desktops, made when a test asks for one."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.desktop.running import RunningCompanion
from tests.desktop.session import DesktopSession, missing_binaries

MakeSession = Callable[[], DesktopSession]


@pytest.fixture(scope="session")
def installed() -> None:
    """Skips where the desktop's programs are not installed."""
    missing = missing_binaries()
    if missing:
        pytest.skip(f"not installed: {' '.join(missing)} (packaging/debian-test-packages.txt)")


def _one_session() -> Iterator[DesktopSession]:
    # A short path: the names of sockets may have no more than 107 bytes.
    with TemporaryDirectory(prefix="desk-", ignore_cleanup_errors=True) as folder:
        session = DesktopSession(Path(folder) / "d")
        try:
            session.start()
            yield session
        finally:
            session.stop()


@pytest.fixture
def bare_desktop(installed: None) -> Iterator[DesktopSession]:
    """A desktop without tray and without notifications."""
    yield from _one_session()


@pytest.fixture
def desktop(bare_desktop: DesktopSession) -> DesktopSession:
    """A whole desktop: tray and notifications."""
    bare_desktop.start_notifications()
    bare_desktop.start_panel()
    return bare_desktop


@pytest.fixture
def companion(desktop: DesktopSession) -> RunningCompanion:
    """The program, not started yet, on a desktop with tray and notifications."""
    return RunningCompanion(desktop)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a desktop."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker("desktop")
