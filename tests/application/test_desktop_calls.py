"""What a call of the desktop asks for."""

import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest

from companion.application.desktop_calls import CHECK_IN_ACTION, INTERFACE, INTROSPECTABLE, PATH, Wish, answer_to
from companion.application.instance_address import Message

NOTHING_SAID: dict[str, object] = {}
NO_VALUES: list[object] = []


def wish_in(*call: Any) -> Wish | None:
    return answer_to(*call).wish


def activated(**said: tuple[str, object]) -> Wish | None:
    platform_data = {name.replace("_", "-"): value for name, value in said.items()}
    return wish_in(PATH, INTERFACE, "Activate", "a{sv}", (platform_data,))


def test_activating_wants_the_window() -> None:
    assert activated() == Wish(Message.SHOW, "")


def test_the_action_of_the_menu_wants_a_check_in() -> None:
    body = (CHECK_IN_ACTION, NO_VALUES, {"activation-token": ("s", "abc")})
    assert wish_in(PATH, INTERFACE, "ActivateAction", "sava{sv}", body) == Wish(Message.CHECK_IN, "abc")


def test_a_file_to_open_is_not_opened_and_the_window_comes() -> None:
    body = (["file:///tmp/a"], NOTHING_SAID)
    assert wish_in(PATH, INTERFACE, "Open", "asa{sv}", body) == Wish(Message.SHOW, "")


def test_the_newer_token_is_taken_before_the_older() -> None:
    assert activated(desktop_startup_id=("s", "old"), activation_token=("s", "new")) == Wish(Message.SHOW, "new")
    assert activated(desktop_startup_id=("s", "old")) == Wish(Message.SHOW, "old")
    assert activated(activation_token=("u", 7)) == Wish(Message.SHOW, "")


@pytest.mark.parametrize(
    ("path", "interface", "member", "signature", "body"),
    [
        ("/", INTERFACE, "Activate", "a{sv}", (NOTHING_SAID,)),
        (PATH, "org.example.Other", "Activate", "a{sv}", (NOTHING_SAID,)),
        (PATH, INTERFACE, "Deactivate", "a{sv}", (NOTHING_SAID,)),
        (PATH, INTERFACE, "Activate", "", ()),
        (PATH, INTERFACE, "ActivateAction", "sava{sv}", ("delete-everything", [], NOTHING_SAID)),
    ],
)
def test_what_is_not_ours_is_no_wish(
    path: str, interface: str, member: str, signature: str, body: tuple[object, ...]
) -> None:
    answer = answer_to(path, interface, member, signature, body)
    assert (answer.wish, answer.error) == (None, "org.freedesktop.DBus.Error.UnknownMethod")


def test_what_it_says_of_itself_names_each_call_as_it_takes_it() -> None:
    (said,) = answer_to(PATH, INTROSPECTABLE, "Introspect", "", ()).body
    root = ElementTree.fromstring(said)  # noqa: S314 - a text of our own
    for method in root.iter("method"):
        signature = "".join(argument.get("type", "") for argument in method)
        body = {
            "Activate": (NOTHING_SAID,),
            "Open": (NO_VALUES, NOTHING_SAID),
            "ActivateAction": (CHECK_IN_ACTION, NO_VALUES, NOTHING_SAID),
        }[method.get("name", "")]
        assert wish_in(PATH, INTERFACE, method.get("name", ""), signature, body) is not None
