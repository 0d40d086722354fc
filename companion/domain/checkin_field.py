"""The optional questions of a check-in, each switched on by the person."""

from enum import Enum


class CheckInField(Enum):
    """In the order of the screen, which never changes, so that answers stay comparable."""

    PLEASANTNESS = "pleasantness"
    SAFE = "safe"
    CONNECTED = "connected"
    PEOPLE = "people"
    PLACES = "places"
    ACTIVITIES = "activities"
    BODY_CUES = "body_cues"
    SLEEP = "sleep"


MOST_OPEN_FIELDS = 3
