"""The words of the page for a session."""

from pathlib import Path

from companion.domain.zone import Zone
from companion.presentation.report import ReportPage, Section
from tests.support.builders import a_check_in
from tests.support.reports import a_life_event, a_month, a_page, a_reflection


def section(page: ReportPage, title: str) -> Section:
    return next(section for section in page.sections if section.title == title)


def test_it_says_which_days_and_that_it_is_no_measurement(tmp_path: Path) -> None:
    page = a_page(tmp_path, *a_month())
    assert page.lead.startswith("2026-10-26 to 2026-11-22, 108 check-ins")
    assert page.caution == "Self-report, not a measurement."


def test_shares_come_with_their_likely_range_and_what_they_rest_on(tmp_path: Path) -> None:
    found = section(a_page(tmp_path, *a_month()), "Where my check-ins were")
    assert [share.zone for share in found.shares] == [Zone.ABOVE, Zone.INSIDE, Zone.BELOW, Zone.MIXED, Zone.UNSURE]
    assert found.shares[1].words == "50 in 100, likely 42 to 58"
    assert sum(share.value for share in found.shares) == 1
    assert found.lines == ("From 108 check-ins on 27 days.",)


def test_below_its_gate_a_number_says_what_is_missing_and_nothing_else(tmp_path: Path) -> None:
    page = a_page(tmp_path, *a_month()[:8])
    for found in page.sections:
        assert found.shares == ()
        assert found.reaches == ()
        assert found.lines[0].startswith("Too little yet for a number.")
    assert (
        "8 of 14 check-ins, 2 of 5 days with check-ins so far." in section(page, "Where my check-ins were").lines[0]
    )
    assert page.chart.lines == ()


def test_the_rhythm_names_hours_and_weekdays(tmp_path: Path) -> None:
    page = a_page(tmp_path, *a_month())
    hours = section(page, "Time of day").reaches
    assert {reach.name for reach in hours} <= {f"{hour:02d}–{hour + 3:02d}" for hour in range(0, 24, 3)}
    assert all(reach.low <= reach.middle <= reach.high for reach in hours)
    assert section(page, "Weekdays").lines[0].startswith("Too little yet")


def test_only_chosen_notes_are_on_it_oldest_first(tmp_path: Path) -> None:
    chosen = (a_check_in(71, Zone.ABOVE, 2, note="after the call"), a_reflection("a walk", 30))
    page = a_page(tmp_path, *chosen, a_check_in(note="mine alone", hours_ago=3), notes=chosen)
    assert [(note.what, note.text) for note in page.notes] == [
        ("What helped?", "a walk"),
        ("Above my window, energy 71", "after the call"),
    ]
    assert "mine alone" not in repr(page)


def test_life_events_stand_on_it_and_on_its_chart_unless_they_are_not_wanted(tmp_path: Path) -> None:
    page = a_page(tmp_path / "with", *a_month(), a_life_event("New flat"))
    assert [event.what for event in page.events] == ["New flat"]
    assert [event.title for event in page.chart.events] == ["New flat"]
    without = a_page(tmp_path / "without", *a_month(), a_life_event("New flat"), with_events=False)
    assert "New flat" not in repr(without)


def test_a_page_about_nothing_is_a_page(tmp_path: Path) -> None:
    page = a_page(tmp_path)
    assert page.lead == "2026-10-26 to 2026-11-22"
    assert all(found.lines for found in page.sections)
    assert page.codebook
