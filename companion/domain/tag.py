"""A tag: a word the person lays on a check-in, of one of five kinds."""

from enum import Enum
from typing import NamedTuple


class TagKind(Enum):
    """What a tag names."""

    TAG = "tag"
    PERSON = "person"
    PLACE = "place"
    ACTIVITY = "activity"
    BODY_CUE = "body_cue"


class Tag(NamedTuple):
    """One tag; within its kind a name is there once."""

    kind: TagKind
    name: str


class TagUse(NamedTuple):
    """A tag with the number of check-ins it lies on."""

    tag: Tag
    check_ins: int
