"""The icon in the tray that can be found because it blinks."""

import pytest

from companion.presentation.tray import TrayLook, TrayState, build_state
from companion.ui.shell.tray_blink import CHANGES, TrayBlink
from tests.support.builders import a_moment
from tests.support.date_words import PlainDateWords


def a_state(*, is_due: bool) -> TrayState:
    return build_state(a_moment().local, None, is_due=is_due, words=PlainDateWords())


@pytest.mark.parametrize(("is_due", "other", "own"), [(False, "due", "quiet"), (True, "quiet", "due")])
def test_it_changes_its_shape_and_ends_with_the_true_one(
    qapp: object, is_due: bool, other: TrayLook, own: TrayLook
) -> None:
    shown: list[TrayState] = []
    blink = TrayBlink(shown.append, lambda: a_state(is_due=is_due))
    blink.begin()
    for _change in range(CHANGES):
        assert blink.is_blinking
        blink.change()
    assert [state.look for state in shown] == [other, own] * (CHANGES // 2)
    assert shown[-1] == a_state(is_due=is_due)
    assert not blink.is_blinking


def test_asked_for_twice_it_blinks_as_long_as_once(qapp: object) -> None:
    shown: list[TrayState] = []
    blink = TrayBlink(shown.append, lambda: a_state(is_due=False))
    blink.begin()
    blink.change()
    blink.begin()
    while blink.is_blinking:
        blink.change()
    assert len(shown) == CHANGES + 1
