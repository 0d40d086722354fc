"""Words a slip or two from a typed one: a letter too many, too few, wrong, or swapped with the next."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

SHORTEST_FORGIVEN = 4
_SHORTEST_WITH_TWO = 8
_AFTER_ANY_LETTER = "\U0010ffff"


class NearWords:
    """Knows a vocabulary forwards and backwards, so that few words have to be compared with a typed one."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(words)
        self._lettered = [word for word in self.words if word.isalpha()]
        self._backwards = sorted(word[::-1] for word in self._lettered)

    def beginning_with(self, letters: str) -> list[str]:
        """The words that begin like that, in their order."""
        return _beginning_with(self.words, letters)

    def near(self, typed: str) -> list[str]:
        """The nearest words: of one slip; in words of eight letters and more of two, if there is none of one.

        Words of fewer than four letters, and those with digits, are taken as they are. Of two slips one may be
        near the beginning or near the end, not one at each.
        """
        if len(typed) < SHORTEST_FORGIVEN:
            return []
        most = 2 if len(typed) >= _SHORTEST_WITH_TWO else 1
        found = dict[int, set[str]]()
        for word in self._alike(typed, most):
            slips = slips_between(typed, word, most)
            if slips is not None:
                found.setdefault(slips, set()).add(word)
        return sorted(found[min(found)]) if found else []

    def _alike(self, typed: str, most: int) -> Iterator[str]:
        """Words that share its beginning or its end, and nearly its length."""
        kept = (len(typed) - 1) // (most + 1)
        ends = (word[::-1] for word in _beginning_with(self._backwards, typed[::-1][:kept]))
        for words in (_beginning_with(self._lettered, typed[:kept]), ends):
            yield from (word for word in words if abs(len(word) - len(typed)) <= most)


def slips_between(one: str, other: str, most: int) -> int | None:
    """How many slips make `other` of `one`, or None if there are more than `most`.

    A slip is a letter put in, left out, taken for another, or two neighbours swapped (optimal string alignment;
    Damerau 1964).
    """
    if one == other:
        return 0
    if not most or abs(len(one) - len(other)) > most:
        return None
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[start:], other[start:]
    ways = [(one[1:], other[1:]), (one[1:], other), (one, other[1:])]
    if one[:2] == other[1::-1]:
        ways.append((one[2:], other[2:]))
    slips = [slips_between(rest, goal, most - 1) for rest, goal in ways]
    return min((1 + left for left in slips if left is not None), default=None)


def _beginning_with(words: Sequence[str], letters: str) -> list[str]:
    return list(words[bisect_left(words, letters) : bisect_left(words, letters + _AFTER_ANY_LETTER)])
