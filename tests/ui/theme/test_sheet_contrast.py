"""Every rule of the style sheet that sets words on a ground keeps them readable, in every state and look."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from companion.ui.theme.stylesheet import stylesheet
from companion.ui.theme.tokens import LOOKS, Tokens
from tests.support.contrast import contrast

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COLOUR = re.compile(r"#[0-9a-f]{6}")
STATE = re.compile(r":(?!:)!?[a-z-]+")
ATTRIBUTE = re.compile(r"\[[^]]*\]")


class Rule(NamedTuple):
    """What one selector says about words and the ground under them."""

    selector: str
    parts: dict[str, str]


def rules(look: Tokens) -> Iterator[Rule]:
    for selectors, body in RULE.findall(stylesheet(look, round, "marks")):
        parts = dict(part.strip().split(":", 1) for part in body.split(";") if ":" in part)
        for selector in selectors.split(","):
            yield Rule(selector.strip(), {name.strip(): value.strip() for name, value in parts.items()})


def said_of(selector: str, all_rules: list[Rule]) -> dict[str, str]:
    """What holds for a selector: what is said of its kind, of its role, of its state, the last word winning."""
    stateless = STATE.sub("", selector)
    kinds = (ATTRIBUTE.sub("", stateless), stateless, selector)
    said: dict[str, str] = {}
    for kind in kinds:
        for rule in all_rules:
            if rule.selector == kind:
                said |= rule.parts
    return said


def words_on_grounds(look: Tokens) -> Iterator[tuple[str, str, str]]:
    """(selector, colour of the words, ground) of every rule; what has no ground of its own lies on each of ours."""
    all_rules = list(rules(look))
    lying_on = (look.background, look.surface)
    for selector in dict.fromkeys(rule.selector for rule in all_rules):
        if ":disabled" in selector or "indicator" in selector or ("::" in selector and "::item" not in selector):
            continue
        said = said_of(selector, all_rules)
        if not COLOUR.fullmatch(said.get("color", "")) or 'role="toast"' in selector:
            continue
        own = COLOUR.search(said.get("background", ""))
        for ground in (own.group(),) if own else lying_on:
            yield selector, said["color"], ground


@pytest.mark.parametrize("look", LOOKS)
def test_words_can_be_read_in_every_state(look: Tokens) -> None:
    enough = 7.0 if look.is_contrast else 4.5
    found = list(words_on_grounds(look))
    assert len(found) > 40
    assert [(selector, ink, ground) for selector, ink, ground in found if contrast(ink, ground) < enough] == []


@pytest.mark.parametrize("look", LOOKS)
def test_what_the_keyboard_is_on_has_a_ring_that_can_be_seen(look: Tokens) -> None:
    all_rules = list(rules(look))
    ringed = [rule for rule in all_rules if ":focus" in rule.selector and "border" in " ".join(rule.parts)]
    assert len(ringed) > 8
    for rule in ringed:
        edge = COLOUR.search(rule.parts.get("border-color", rule.parts.get("border", "")))
        if edge is None or 'role="toast"' in rule.selector:
            continue
        grounds = {said_of(rule.selector, all_rules).get("background", ""), look.background, look.surface}
        colours = [ground for ground in grounds if COLOUR.fullmatch(ground)]
        if 'role="primary"' in rule.selector and not look.is_contrast:  # it parts the button from the page around it
            colours = [look.background, look.surface]
        assert all(contrast(edge.group(), ground) >= 3.0 for ground in colours), rule.selector


@pytest.mark.parametrize("look", [look for look in LOOKS if look.is_contrast])
def test_in_high_contrast_the_keyboard_turns_a_filled_button_into_an_outlined_one(look: Tokens) -> None:
    all_rules = list(rules(look))
    resting, focused = (said_of(f'QPushButton[role="primary"]{state}', all_rules) for state in ("", ":focus"))
    assert contrast(resting["background"], focused["background"]) >= 7.0


def test_a_toast_is_the_page_turned_round_and_can_be_read() -> None:
    for look in LOOKS:
        assert contrast(look.background, look.ink) >= 7.0
        assert contrast(look.surface, look.ink) >= 7.0
