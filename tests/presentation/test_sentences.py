"""Every rule, trouble and fault has its calm words."""

import re

import pytest

from companion.application.errors import Trouble, UserError
from companion.domain.arousal import checked_arousal
from companion.domain.concept import NoteFault
from companion.domain.errors import DomainError, Rule
from companion.presentation.sentences import fault_sentence, line_of, sentence_of, words_for

NOT_CALM = re.compile(
    r"!|\b(score|streak|missed|failed|failure|good|bad|optimal|normal|symptom|invalid|error|illegal)\b"
)


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_has_one_calm_sentence(rule: Rule) -> None:
    sentence = sentence_of(DomainError(rule))
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert not NOT_CALM.search(sentence.lower())


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_says_what_happened_and_one_next_step(trouble: Trouble) -> None:
    words = words_for(UserError(trouble))
    assert words.title.endswith(".")
    assert words.hint.endswith(".")
    assert not NOT_CALM.search(words.line.lower())


@pytest.mark.parametrize("fault", NoteFault)
def test_every_fault_of_a_note_has_a_sentence(fault: NoteFault) -> None:
    assert not NOT_CALM.search(fault_sentence(fault).lower())
    assert fault_sentence(fault).endswith(".")


def test_a_sentence_names_its_limits() -> None:
    with pytest.raises(DomainError) as caught:
        checked_arousal(101)
    assert sentence_of(caught.value) == "The energy in your body is a whole number from 0 to 100."


def test_a_count_of_one_reads_as_one() -> None:
    sentence = sentence_of(DomainError(Rule.GAP_DOES_NOT_FIT, block_minutes=1))
    assert "1 minute apart" in sentence


def test_it_says_that_what_was_saved_is_safe_only_where_it_is() -> None:
    safe = words_for(UserError(Trouble.DISK_FULL))
    in_doubt = words_for(UserError(Trouble.DISK_FULL, data_is_safe=False))
    assert "is safe" in safe.hint
    assert "safe" not in in_doubt.line


def test_trouble_with_a_file_that_is_not_the_notebook_does_not_raise_the_question_of_safety() -> None:
    assert "safe" not in words_for(UserError(Trouble.HEADER_WRONG)).line


def test_a_place_is_named_as_it_is_even_with_braces_in_it() -> None:
    words = words_for(UserError(Trouble.FOLDER_UNREADABLE, path="/home/{me}/notes"))
    assert words.line == f"{words.title} (/home/{{me}}/notes) {words.hint}"
    assert words.plain == f"{words.title} {words.hint}"


def test_a_fact_that_nobody_gave_does_not_make_more_trouble() -> None:
    assert "…" in sentence_of(DomainError(Rule.NOTE_TOO_LONG))


def test_a_fault_names_what_it_is_about() -> None:
    assert fault_sentence(NoteFault.BROKEN_LINK, "Repair") == "A link leads to no note. (Repair)"


def test_one_line_serves_both_kinds_of_error() -> None:
    assert line_of(DomainError(Rule.NOTHING_ANSWERED)).startswith("One answer is enough")
    assert line_of(UserError(Trouble.LOCKED)) == "Your notebook is locked. Please unlock it first."
