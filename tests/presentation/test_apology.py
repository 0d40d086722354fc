"""What is said when something broke."""

from companion.application.errors import Trouble, UserError
from companion.presentation.apology import build_apology
from companion.presentation.sentences import words_for


def test_it_is_calm_and_says_what_is_kept_and_what_can_be_done() -> None:
    apology = build_apology("ValueError", ValueError("private words"))
    assert "still saved" in apology.text
    assert "You can go on" in apology.text
    assert "!" not in apology.text
    assert apology.details == "ValueError"
    assert "private" not in apology.text


def test_trouble_in_the_world_is_said_in_its_own_words() -> None:
    apology = build_apology("UserError", UserError(Trouble.DISK_FULL))
    assert words_for(UserError(Trouble.DISK_FULL)).title in apology.text
    assert "did not work just now" not in apology.text
