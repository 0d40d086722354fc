"""What is said when something broke."""

from companion.presentation.apology import build_apology


def test_it_is_calm_and_says_what_is_kept_and_what_can_be_done() -> None:
    apology = build_apology("ValueError")
    assert "still saved" in apology.text
    assert "You can go on" in apology.text
    assert "!" not in apology.text
    assert apology.details == "ValueError"
