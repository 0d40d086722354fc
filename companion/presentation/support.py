"""What the Support page says: the same for everyone, with no store open, and leaving no trace."""

from dataclasses import dataclass

from companion.presentation.translation import _


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere a person can find a line: its address as text to copy, and what it is."""

    address: str
    what: str


@dataclass(frozen=True, slots=True)
class SupportState:
    """Everything on the page, top to bottom."""

    title: str
    opening: str
    emergency_title: str
    emergency: str
    near_title: str
    near: str
    lines_title: str
    lines: str
    places: tuple[Place, ...]
    ground_title: str
    ground: str
    closing: str


def build_state() -> SupportState:
    """The page in the current language."""
    return SupportState(
        title=_("Support now"),
        opening=_("You do not have to be alone with this."),
        emergency_title=_("If you or someone else may be in danger"),
        emergency=_("Call your local emergency number, or go to the nearest emergency room."),
        near_title=_("Someone near you"),
        near=_(
            "A person, an animal or a place that is safe for you counts. "
            "A few words are enough: “Could you keep me company for a while?”"
        ),
        lines_title=_("Someone to talk to"),
        lines=_(
            "These two services list help lines by country and check them. "
            "Companion opens nothing by itself: copy an address, or read it to someone."
        ),
        places=(
            Place("findahelpline.com", _("lines by country and topic")),
            Place("befrienders.org", _("people who listen, in many countries")),
        ),
        ground_title=_("Right here"),
        ground=_(
            "Let your eyes rest on a few things in the room, slowly. Feel where your feet are. "
            "Nothing else has to happen now."
        ),
        closing=_(
            "Companion is a notebook. It cannot tell whether you are in danger, and nobody reads what you write."
        ),
    )
