"""What a note has to do with the person who reads it."""

from pathlib import Path

import pytest

from companion.application.concept_moments import ConceptMoments
from companion.application.concept_suggestions import ConceptSuggestions
from companion.application.preferences import PreferenceService
from companion.domain.concept import Concept
from companion.domain.zone import Zone
from companion.presentation.concept_personal import ConceptPersonal
from tests.support.in_memory_settings import InMemorySettings
from tests.support.notes import library_of
from tests.support.reminding import Desk

NOTE = Concept("ours/a", "A", "", zones=(Zone.ABOVE,), prompts=("What now?",), deeper_prompts=("What then?",))


class Reader(Desk):
    """Somebody who reads."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, start="2026-11-22T14:06:00")
        self.preferences = PreferenceService(InMemorySettings(), self.bus)
        self.suggestions = ConceptSuggestions(
            library_of(NOTE, Concept("ours/b", "B", "", zones=(Zone.ABOVE,))), self.vault, self.days
        )
        moments = ConceptMoments(self.vault, self.clock)
        self.personal = ConceptPersonal(moments, self.suggestions, self.preferences, self.days)


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


def test_deeper_questions_come_only_to_who_wants_them(reader: Reader) -> None:
    assert reader.personal.prompts(NOTE) == ("What now?",)
    reader.preferences.change(deeper_questions=True)
    assert reader.personal.prompts(NOTE) == ("What now?", "What then?")


def test_not_today_lasts_until_the_next_day(reader: Reader) -> None:
    assert reader.personal.not_today() == ""
    assert reader.personal.prompts(NOTE) == ()
    reader.clock.set("2026-11-23T04:00:00")
    assert reader.personal.prompts(NOTE) == ("What now?",)


def test_while_locked_nothing_is_asked_and_nothing_counted(reader: Reader) -> None:
    reader.vault.lock()
    assert reader.personal.prompts(NOTE) == ()
    assert reader.personal.in_my_check_ins(NOTE) is None


def test_a_note_that_was_read_is_not_offered_next(reader: Reader) -> None:
    reader.personal.note_read(NOTE)
    found = reader.suggestions.for_today()
    assert found is not None
    assert found.concept.key == "ours/b"


def test_the_size_of_the_text_is_kept(reader: Reader) -> None:
    assert reader.personal.size == 100
    assert reader.personal.choose_size(150) == ""
    assert reader.personal.size == 150
