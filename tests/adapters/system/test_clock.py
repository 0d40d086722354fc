"""The real clock follows the computer it runs on."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine

from companion.adapters.system.clock import SystemClock

ZONES = Path("/usr/share/zoneinfo")
pytestmark = pytest.mark.skipif(not ZONES.is_dir(), reason="the time zones of this system lie elsewhere")

SUMMER = datetime(2026, 7, 1, 12, 0, 0, 123456, tzinfo=UTC)
WINTER = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def be_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str | None], None]]:
    """Sets the variable TZ, or takes it away."""

    def set_zone(name: str | None) -> None:
        if name is None:
            monkeypatch.delenv("TZ", raising=False)
        else:
            monkeypatch.setenv("TZ", name)

    with monkeypatch.context():
        yield set_zone
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(("instant", "hours"), [(SUMMER, 2), (WINTER, 1)], ids=["in summer", "in winter"])
def test_now_has_the_offset_in_force_and_the_zones_name(
    be_in: Callable[[str | None], None], instant: datetime, hours: int
) -> None:
    be_in("Europe/Berlin")
    with time_machine.travel(instant.timestamp(), tick=False):
        now = SystemClock().now()
    assert (now.utc, now.offset, now.zone_name) == (instant, timedelta(hours=hours), "Europe/Berlin")


def test_a_travellers_change_of_zone_is_noticed_at_the_next_look(be_in: Callable[[str | None], None]) -> None:
    be_in("Europe/Berlin")
    clock = SystemClock()
    assert clock.now().zone_name == "Europe/Berlin"
    be_in("Asia/Kolkata")
    assert (clock.now().zone_name, clock.now().offset) == ("Asia/Kolkata", timedelta(hours=5, minutes=30))
    assert clock.zone() == ZoneInfo("Asia/Kolkata")


def test_the_systems_link_names_the_zone_and_is_followed(be_in: Callable[[str | None], None], tmp_path: Path) -> None:
    be_in(None)
    link = tmp_path / "localtime"
    link.symlink_to(ZONES / "Europe" / "Berlin")
    clock = SystemClock(link)
    assert clock.now().zone_name == "Europe/Berlin"
    link.unlink()
    link.symlink_to(ZONES / "America" / "New_York")
    assert clock.zone() == ZoneInfo("America/New_York")


def test_where_the_link_is_a_plain_file_its_neighbour_names_the_zone(
    be_in: Callable[[str | None], None], tmp_path: Path
) -> None:
    be_in(None)
    (tmp_path / "localtime").write_bytes((ZONES / "Europe" / "Berlin").read_bytes())
    (tmp_path / "timezone").write_text("Europe/Berlin\n")
    assert SystemClock(tmp_path / "localtime", tmp_path / "timezone").now().zone_name == "Europe/Berlin"


@pytest.mark.parametrize("name", ["CET-1CEST,M3.5.0,M10.5.0/3", ":/etc/nowhere", "../../etc/passwd", "Nowhere/Land"])
def test_a_zone_without_a_name_still_has_its_offset(be_in: Callable[[str | None], None], name: str) -> None:
    be_in(name)
    with time_machine.travel(WINTER.timestamp(), tick=False):
        clock = SystemClock()
        now = clock.now()
        assert now.zone_name is None
        assert clock.zone().utcoffset(None) == now.offset


@pytest.mark.parametrize("name", [":Europe/Berlin", "/usr/share/zoneinfo/Europe/Berlin", "posix/Europe/Berlin"])
def test_other_ways_to_write_a_zone_are_understood(be_in: Callable[[str | None], None], name: str) -> None:
    be_in(name)
    assert SystemClock().now().zone_name == "Europe/Berlin"


def test_an_empty_variable_means_utc(be_in: Callable[[str | None], None]) -> None:
    be_in("")
    now = SystemClock().now()
    assert (now.offset, now.zone_name) == (timedelta(0), "UTC")
