"""The dialog of the page for a session, without its widgets."""

from pathlib import Path

from companion.domain.checkin import CheckIn
from companion.domain.life_event import LifeEvent
from companion.domain.reflection import Reflection
from companion.presentation.report_presenter import ReportPresenter
from tests.support.builders import a_check_in
from tests.support.date_words import PlainDateWords
from tests.support.reports import FOUR_WEEKS, ReportAtOnce, a_life_event, a_report_service, a_store

NOTED = a_check_in(note="after the call", hours_ago=2)


def a_presenter(
    place: Path, *noted: CheckIn | LifeEvent | Reflection, waits: bool = False
) -> tuple[ReportPresenter, ReportAtOnce]:
    worker = ReportAtOnce(a_report_service(a_store(place, *noted)), waits=waits)
    return ReportPresenter(worker, PlainDateWords()), worker


def test_until_it_is_put_together_it_says_so(tmp_path: Path) -> None:
    presenter, worker = a_presenter(tmp_path, NOTED, waits=True)
    presenter.look(FOUR_WEEKS)
    assert presenter.state().sentence == "Putting the page together…"
    heard: list[bool] = []
    presenter.attach(lambda: heard.append(presenter.state().page is not None))
    worker.work()
    assert heard == [True]


def test_a_note_is_offered_and_not_on_the_page(tmp_path: Path) -> None:
    presenter, _worker = a_presenter(tmp_path, NOTED)
    presenter.look(FOUR_WEEKS)
    state = presenter.state()
    assert [(note.said.text, note.is_chosen) for note in state.notes] == [("after the call", False)]
    assert state.page is not None
    assert state.page.notes == ()


def test_a_chosen_note_is_on_it_until_it_is_taken_off(tmp_path: Path) -> None:
    presenter, _worker = a_presenter(tmp_path, NOTED)
    presenter.look(FOUR_WEEKS)
    for is_wanted, texts in ((True, ["after the call"]), (False, [])):
        presenter.choose(NOTED.id, is_wanted=is_wanted)
        page = presenter.state().page
        assert page is not None
        assert [note.text for note in page.notes] == texts


def test_life_events_can_be_taken_off(tmp_path: Path) -> None:
    presenter, _worker = a_presenter(tmp_path, NOTED, a_life_event("Moved"))
    presenter.look(FOUR_WEEKS)
    assert presenter.state().has_events
    presenter.choose_events(are_wanted=False)
    page = presenter.state().page
    assert page is not None
    assert (page.events, page.chart.events) == ((), ())


def test_locked_it_says_that_it_could_not_look(tmp_path: Path) -> None:
    presenter, worker = a_presenter(tmp_path, NOTED)
    worker.is_locked = True
    presenter.look(FOUR_WEEKS)
    state = presenter.state()
    assert state.page is None
    assert state.sentence == "The page could not be put together just now. Your notebook is as it was."


def test_closed_while_it_was_looked_for_nothing_is_kept(tmp_path: Path) -> None:
    presenter, worker = a_presenter(tmp_path, NOTED, waits=True)
    presenter.look(FOUR_WEEKS)
    presenter.let_go()
    worker.work()
    assert presenter.state().page is None
    assert presenter.state().notes == ()
