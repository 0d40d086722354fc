"""The words of a notification."""

import re

import pytest

from companion.presentation.invitation import build_invitation


def test_it_says_nothing_about_the_person() -> None:
    invitation = build_invitation(may_snooze=True)
    assert (invitation.title, invitation.text) == ("Companion", "A moment for you")


def test_later_is_offered_once_and_then_not_now() -> None:
    assert build_invitation(may_snooze=True).actions[-1] == ("later", "Later")
    assert build_invitation(may_snooze=False).actions[-1] == ("not-now", "Not now")


@pytest.mark.usefixtures("pseudo_language")
def test_every_word_is_translated() -> None:
    invitation = build_invitation(may_snooze=True)
    words = [invitation.title, invitation.text, *(label for _, label in invitation.actions)]
    assert all(re.fullmatch("⟦.*⟧", word) for word in words)
