"""Says what a screen reader finds, one line for each control; runs with the system's Python."""

import sys
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


def tell(node: Any) -> None:
    """This control and everything in it that is shown."""
    print(node.get_role_name(), node.get_name(), node.get_description(), sep=" | ")
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            tell(child)


def main(wanted: str) -> None:
    """Every window of the programs with that name."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(index)
        if program is not None and program.get_name() == wanted:
            for window in range(program.get_child_count()):
                tell(program.get_child_at_index(window))


if __name__ == "__main__":
    main(sys.argv[1])
