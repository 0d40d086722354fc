"""Whether the notebook helps, in an export."""

from companion.adapters.transfer.json_fields import Id, Name, Shape, ZoneName, moment
from companion.domain.is_helping import Helping, HelpingAnswer


class HelpingShape(Shape, kw_only=True):
    """One answer."""

    id: Id
    at: Name
    timezone: ZoneName | None = None
    answer: Helping

    def part(self) -> HelpingAnswer:
        """What the store keeps. Raises DomainError."""
        return HelpingAnswer(self.id, moment(self.at, self.timezone), self.answer)


def helping_shape_of(answer: HelpingAnswer) -> HelpingShape:
    """The shape of an answer."""
    return HelpingShape(id=answer.id, at=answer.at.iso(), timezone=answer.at.zone_name, answer=answer.answer)
