"""Says what a screen reader finds, one line for each control, or acts on one; runs with the system's Python."""

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


def tell_everything(node: Any) -> None:
    """This control and everything in it, also what is not shown, with the text that stands in fields."""
    text = node.get_text_iface()
    written = Atspi.Text.get_text(text, 0, -1) if text is not None else ""
    print(node.get_role_name(), node.get_name(), node.get_description(), written, sep=" | ")
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            tell_everything(child)


CONTROLS = (
    "push button", "button", "toggle button", "check box", "radio button", "slider", "spin button", "entry", "text",
    "combo box", "list", "list item", "table", "tree", "link", "page tab", "menu item", "dial", "image",
)  # fmt: skip


def tell_unnamed(node: Any) -> None:
    """Every control that is shown and can have the keyboard, but has neither a name nor a label."""
    states = node.get_state_set()
    if node.get_role_name() in CONTROLS and states.contains(Atspi.StateType.FOCUSABLE) and not named(node):
        print(node.get_role_name(), node.get_description(), "in", node.get_parent().get_name(), sep=" | ")
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            tell_unnamed(child)


def ask_beyond(node: Any) -> int:
    """Asks this control and everything in it for one part more than it has, as a reader does for one that has gone.

    Returns how many were asked.
    """
    count = node.get_child_count()
    node.get_child_at_index(count)
    children = (node.get_child_at_index(index) for index in range(count))
    return 1 + sum(ask_beyond(child) for child in children if child is not None)


def named(node: Any) -> bool:
    """Whether a reader can call it: by its own name, or by the label that stands beside it."""
    labels = (each.get_relation_type() == Atspi.RelationType.LABELLED_BY for each in node.get_relation_set())
    return bool(node.get_name().strip()) or any(labels)


def act(node: Any, name: str, action: str) -> bool:
    """Does that to the first control with that name, as assistive technology does; True if it could."""
    if node.get_name() == name and node.get_action_iface() is not None:
        names = [node.get_action_name(index) for index in range(node.get_n_actions())]
        if action in names:
            return bool(node.do_action(names.index(action)))
    children = (node.get_child_at_index(index) for index in range(node.get_child_count()))
    return any(act(child, name, action) for child in children if child is not None)


def main(wanted: str, *deed: str) -> None:
    """Every window of the programs with that name; with a control and an action, that is done there.

    With "everything", what is not shown is told too; with "unnamed", only controls without a name are told; with
    "beyond", it is how many were asked for a part that they do not have.
    """
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(index)
        if program is not None and program.get_name() == wanted:
            for window in range(program.get_child_count()):
                shown = program.get_child_at_index(window)
                if deed == ("everything",):
                    tell_everything(shown)
                elif deed == ("unnamed",):
                    tell_unnamed(shown)
                elif deed == ("beyond",):
                    print(ask_beyond(shown))
                elif deed:
                    print(act(shown, *deed))
                else:
                    tell(shown)


if __name__ == "__main__":
    main(*sys.argv[1:])
