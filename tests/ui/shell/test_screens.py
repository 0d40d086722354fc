"""Every screen has a name, and Support can be gone to in every state."""

from companion.ui.shell.screens import IN_SIDE_BAR, OPEN_WHILE_LOCKED, ScreenName, screen_label


def test_names_are_different() -> None:
    assert len({screen_label(name) for name in ScreenName}) == len(ScreenName)


def test_everything_but_support_stands_in_the_side_bar() -> None:
    assert {*IN_SIDE_BAR, ScreenName.SUPPORT} == set(ScreenName)


def test_support_and_the_check_in_are_open_while_locked() -> None:
    assert {ScreenName.TODAY, ScreenName.SUPPORT} <= set(OPEN_WHILE_LOCKED)
