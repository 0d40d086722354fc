"""The check-ins of the last 30 days that reminders asked for."""

from pathlib import Path

import pytest

from companion.application.concept_moments import ConceptMoments
from companion.domain.checkin import Origin
from companion.domain.zone import Zone
from tests.support.builders import a_check_in
from tests.support.reminding import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, start="2026-11-22T14:06:00")


def test_only_answers_to_reminders_with_a_zone_in_the_last_30_days_count(desk: Desk) -> None:
    with desk.vault.writing() as store:
        for zone, hours, origin in (
            (Zone.ABOVE, 1, Origin.RANDOM),
            (Zone.BELOW, 30 * 24 - 1, Origin.FIXED),
            (Zone.BELOW, 30 * 24 + 2, Origin.FIXED),
            (Zone.INSIDE, 2, Origin.SELF),
            (None, 3, Origin.RANDOM),
        ):
            store.check_ins.add(a_check_in(50, zone, hours_ago=hours, origin=origin))
    lately = ConceptMoments(desk.vault, desk.clock).lately()
    assert lately is not None
    assert [mark.zone for mark in lately.asked] == [Zone.BELOW, Zone.ABOVE]
    assert lately.days == 2


def test_while_locked_there_is_nothing(desk: Desk) -> None:
    desk.vault.lock()
    assert ConceptMoments(desk.vault, desk.clock).lately() is None
