"""Every reason why a header is refused has words."""

import pytest

from companion.domain.concept import NoteFault
from companion.presentation.header_reasons import header_reason
from companion.presentation.sentences import fault_sentence


@pytest.mark.parametrize("reason", ["syntax", "unclosed", "twice", "list", "unnamed", "deep", "alias", "tag"])
def test_every_reason_has_words(reason: str) -> None:
    assert " " in header_reason(reason)


def test_the_sentence_about_a_header_says_why() -> None:
    assert "(this field stands there twice)" in fault_sentence(NoteFault.BAD_HEADER, "twice")
