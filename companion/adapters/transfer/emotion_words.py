"""Our own table of words for emotions: whether each speaks of much or little energy, and of pleasant or unpleasant.

Four quarters, each by its middle: a word says no more than that. Energy and pleasantness are two different lines
(Russell 1980, A circumplex model of affect, 10.1037/h0077714).
"""

from typing import NamedTuple


class Quarter(NamedTuple):
    """Points of energy and of pleasantness, each 0..100."""

    arousal: int
    pleasantness: int


MUCH_AND_UNPLEASANT = Quarter(75, 25)
MUCH_AND_PLEASANT = Quarter(75, 75)
LITTLE_AND_UNPLEASANT = Quarter(25, 25)
LITTLE_AND_PLEASANT = Quarter(25, 75)

_WORDS = {
    MUCH_AND_UNPLEASANT: """
        afraid aggravated agitated alarmed angry annoyed anxious apprehensive concerned confused contemptuous
        distressed embarrassed enraged envious fearful flustered fomo frightened frustrated fuming furious hostile
        impassioned impatient insulted irate irritated jealous jittery livid mad nervous outraged overwhelmed
        panicked peeved petrified pressured rageful repulsed resentful restless scared shocked stressed stunned
        suspicious tense terrified troubled uneasy unsettled upset worried
    """,
    MUCH_AND_PLEASANT: """
        accomplished alive amazed amused awe blissful cheerful confident curious delighted determined eager ecstatic
        elated empowered energized engaged enthusiastic excited exhilarated exuberant festive focused happy hopeful
        hyper inspired joyful lively motivated optimistic passionate playful pleased productive proud surprised
        thrilled upbeat wishful
    """,
    LITTLE_AND_UNPLEASANT: """
        abandoned alienated apathetic ashamed bored burned-out burnt-out dejected depleted depressed despairing
        despondent disappointed disconnected discouraged disengaged disgusted disheartened down drained empty
        excluded exhausted fatigued forlorn fragile glum grief guilty heartbroken helpless hopeless humiliated
        insecure isolated lonely lost meh melancholy miserable morose nostalgic numb pessimistic rejected sad sluggish
        spent sullen tired trapped vulnerable weary
    """,
    LITTLE_AND_PLEASANT: """
        accepted appreciated at-ease balanced blessed calm carefree chill comfortable compassionate complacent
        connected content cozy easygoing empathetic fulfilled good grateful loved loving mellow moved peaceful
        pleasant refreshed relaxed relieved respected rested restful safe satisfied secure serene sleepy supported
        sympathetic thankful thoughtful touched tranquil understood valued
    """,
}
_QUARTERS = {word: quarter for quarter, words in _WORDS.items() for word in words.split()}


def quarter_of(word: str) -> Quarter | None:
    """The quarter of a word, None for one that is not in the table."""
    return _QUARTERS.get("-".join(word.casefold().replace("-", " ").split()))


def middle_of(quarters: list[Quarter]) -> Quarter | None:
    """Where several words together lie: the mean of each line, None for no words."""
    if not quarters:
        return None
    count = len(quarters)
    return Quarter(
        round(sum(q.arousal for q in quarters) / count), round(sum(q.pleasantness for q in quarters) / count)
    )
