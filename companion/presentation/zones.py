"""The five answers in words, ours or the person's own, and the letter of each that chooses it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from companion.domain.zone import Zone
from companion.presentation.translation import _

LONGEST_LABEL = 40
LONGEST_DESCRIPTION = 100

_own: Mapping[str, str] = {}


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


def use_own_words(words: Mapping[str, str]) -> None:
    """From now on the person's own words stand in place of ours; none of them while the store is locked.

    Like the language they hold everywhere at once, so that an answer is called the same wherever it is met.
    """
    global _own
    _own = dict(words)


def label_name(zone: Zone) -> str:
    """The name under which the person's own label of an answer is kept."""
    return f"zone.{zone.value}.label"


def description_name(zone: Zone) -> str:
    """The name under which the person's own description of an answer is kept."""
    return f"zone.{zone.value}.words"


def zone_label(zone: Zone | None) -> str:
    """The label of an answer: the person's own, or ours in the current language; an unanswered one has none."""
    return "" if zone is None else _own.get(label_name(zone)) or _labels()[zone]


def zone_words() -> tuple[ZoneWords, ...]:
    """The five answers in the order of the screen, in the words in force, each with its own letter."""
    labels = [zone_label(zone) for zone in Zone]
    return tuple(
        ZoneWords(zone, label, _own.get(description_name(zone)) or _description(zone), letter_at)
        for zone, label, letter_at in zip(Zone, labels, own_letters(labels), strict=True)
    )


def our_zone_words() -> tuple[ZoneWords, ...]:
    """The same in our words, whatever the person put in their place; without letters."""
    labels = _labels()
    return tuple(ZoneWords(zone, labels[zone], _description(zone)) for zone in Zone)


def own_letters(labels: Sequence[str]) -> list[int | None]:
    """For each label the index of a letter that no other label uses, None where there are too few.

    The beginnings of words come first, so that the letter is the one a person expects.
    """
    candidates = [_letters_by_preference(label) for label in labels]
    taken: dict[str, int] = {}
    for number in range(len(labels)):
        _take_letter(number, candidates, taken, set())
    places = {number: letter for letter, number in taken.items()}
    return [candidates[number][places[number]] if number in places else None for number in range(len(labels))]


def _take_letter(
    number: int, candidates: Sequence[Mapping[str, int]], taken: dict[str, int], asked: set[str]
) -> bool:
    """Gives that label the first letter that is free; else one whose label can take another in its place."""
    for letter in candidates[number]:
        if letter not in taken:
            taken[letter] = number
            return True
    for letter in candidates[number]:
        if letter in asked:
            continue
        asked.add(letter)
        if _take_letter(taken[letter], candidates, taken, asked):
            taken[letter] = number
            return True
    return False


def _letters_by_preference(label: str) -> dict[str, int]:
    """Its letters as a key types them, beginnings of words first, each with its place in the label."""
    places = [index for index, character in enumerate(label) if character.isalpha()]
    places.sort(key=lambda index: index > 0 and label[index - 1].isalpha())
    first_of: dict[str, int] = {}
    for index in places:
        first_of.setdefault(label[index].casefold(), index)
    return first_of


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
