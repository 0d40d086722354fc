"""The five answers in words, and the letter of each that chooses it."""

from collections.abc import Sequence
from typing import NamedTuple

from companion.domain.zone import Zone
from companion.presentation.translation import _


class ZoneWords(NamedTuple):
    """One answer: its label, a few words about it, and the place in the label of the letter that chooses it.

    `letter_at` is None only where the labels do not have enough different letters.
    """

    zone: Zone
    label: str
    description: str = ""
    letter_at: int | None = None

    @property
    def letter(self) -> str:
        """The letter as a key types it, or "" if there is none."""
        return "" if self.letter_at is None else self.label[self.letter_at].casefold()


def zone_label(zone: Zone | None) -> str:
    """The label of an answer in the current language; an unanswered one has none."""
    return "" if zone is None else _labels()[zone]


def zone_words() -> tuple[ZoneWords, ...]:
    """The five answers in the order of the screen, in the current language, each with its own letter."""
    labels = _labels()
    letters = own_letters([labels[zone] for zone in Zone])
    return tuple(
        ZoneWords(zone, labels[zone], _description(zone), letter_at)
        for zone, letter_at in zip(Zone, letters, strict=True)
    )


def own_letters(labels: Sequence[str]) -> list[int | None]:
    """For each label the index of a letter that no other label uses, None where there are too few.

    The beginnings of words come first, so that the letter is the one a person expects.
    """
    candidates = [_letters_by_preference(label) for label in labels]
    return _all_different(labels, candidates, frozenset()) or _first_free(labels, candidates)


def _all_different(
    labels: Sequence[str], candidates: Sequence[Sequence[int]], taken: frozenset[str]
) -> list[int | None] | None:
    if not labels:
        return []
    for index in candidates[0]:
        letter = labels[0][index].casefold()
        if letter in taken:
            continue
        rest = _all_different(labels[1:], candidates[1:], taken | {letter})
        if rest is not None:
            return [index, *rest]
    return None


def _first_free(labels: Sequence[str], candidates: Sequence[Sequence[int]]) -> list[int | None]:
    taken: set[str] = set()
    chosen: list[int | None] = []
    for label, indexes in zip(labels, candidates, strict=True):
        free = next((index for index in indexes if label[index].casefold() not in taken), None)
        chosen.append(free)
        if free is not None:
            taken.add(label[free].casefold())
    return chosen


def _letters_by_preference(label: str) -> list[int]:
    """The places of its letters, beginnings of words first, each letter once."""
    letters = [index for index, character in enumerate(label) if character.isalpha()]
    letters.sort(key=lambda index: index > 0 and label[index - 1].isalpha())
    first_of: dict[str, int] = {}
    for index in letters:
        first_of.setdefault(label[index].casefold(), index)
    return list(first_of.values())


def _labels() -> dict[Zone, str]:
    return {
        Zone.ABOVE: _("Above my window"),
        Zone.INSIDE: _("Inside my window"),
        Zone.BELOW: _("Below my window"),
        Zone.MIXED: _("Mixed"),
        Zone.UNSURE: _("Not sure"),
    }


def _description(zone: Zone) -> str:
    return {
        Zone.ABOVE: _("on edge, flooded, cannot settle"),
        Zone.INSIDE: _("I can feel and think at the same time"),
        Zone.BELOW: _("numb, foggy, flat, cut off"),
        Zone.MIXED: _("wired and numb at once"),
        Zone.UNSURE: "",
    }[zone]
