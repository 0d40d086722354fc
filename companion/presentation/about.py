"""What Companion is and is not, and for whom: said at the first start, and to be read again in Help."""

from typing import NamedTuple

from companion.presentation.translation import _, with_english


class Said(NamedTuple):
    """A few paragraphs under a few words of their own, or under none."""

    title: str
    text: str


def about() -> tuple[Said, ...]:
    """All of it, in its order."""
    return (
        Said(_("What it is for"), "\n\n".join(what_it_is())),
        Said(_("What it is not"), "\n\n".join(what_it_is_not())),
        Said(_("You decide"), what_you_decide()),
    )


def what_it_is() -> tuple[str, ...]:
    """What it is for, and for whom."""
    return (
        _(
            "Companion is a private notebook for noticing your energy, and what helps you feel steady. Now and "
            "then it asks two short questions, and over time they become a picture of your own."
        ),
        _(
            "It is made for adults, alone or beside a therapist. If you are younger than 18, please use it together "
            "with a grown-up whom you trust."
        ),
    )


def what_it_is_not() -> tuple[str, ...]:
    """That it is no medical device, and where to turn instead."""
    return (
        with_english(
            lambda: _(
                "It is not a medical device. It does not diagnose, treat, monitor or prevent any illness, and it "
                "has not been tested in a study. It cannot tell whether you are in danger, and nobody reads what you "
                "write."
            )
        ),
        with_english(
            lambda: _(
                "If you are worried about your safety or health, please talk to a person. “Support now” is one click "
                "from every screen."
            )
        ),
    )


def what_you_decide() -> str:
    """What it does only with the person's consent."""
    return _(
        "Nothing is noted that you do not save, and nothing asks you before you say yes. You can pause, take "
        "everything with you, or delete everything, at any time."
    )
