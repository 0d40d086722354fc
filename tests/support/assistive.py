"""What assistive technology does to a control: no click, no key."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def turn_by_assistive_technology(control: QWidget) -> None:
    """Turns a button that can be checked, as a screen reader's "toggle" does."""
    actions = QAccessible.queryAccessibleInterface(control).actionInterface()
    assert actions is not None
    assert actions.toggleAction() in actions.actionNames()
    actions.doAction(actions.toggleAction())


def press_by_assistive_technology(control: QWidget) -> None:
    """Presses a button, as a screen reader's "press" does; Qt clicks a moment later."""
    actions = QAccessible.queryAccessibleInterface(control).actionInterface()
    assert actions is not None
    actions.doAction(actions.pressAction())
