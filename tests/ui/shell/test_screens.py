"""Every screen has a name, and Support can be gone to in every state."""

from companion.ui.shell.screens import IN_SIDE_BAR, LEAD_BACK, OPEN_WHILE_LOCKED, ScreenName, screen_label


def test_names_are_different() -> None:
    assert len({screen_label(name) for name in ScreenName}) == len(ScreenName)


def test_what_does_not_stand_in_the_side_bar_leads_back_but_for_the_first_start() -> None:
    assert {*IN_SIDE_BAR, *LEAD_BACK, ScreenName.WELCOME} == set(ScreenName)


def test_support_and_the_check_in_are_open_while_locked() -> None:
    assert {ScreenName.TODAY, ScreenName.SUPPORT} <= set(OPEN_WHILE_LOCKED)
