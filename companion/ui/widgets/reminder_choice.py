"""A length of time to choose from a few, in words; one that was set elsewhere is among them."""

from collections.abc import Sequence
from datetime import timedelta

from companion.presentation.reminders_words import length_text
from companion.ui.widgets.choice_field import ChoiceField


class LengthChoice(ChoiceField):
    """Holds minutes. With `none` the first choice is 0 and is called that."""

    def __init__(self, minutes: Sequence[int], chosen: int, none: str = "") -> None:
        super().__init__()
        if none:
            self.addItem(none, 0)
        for length in sorted({*minutes, *([chosen] if chosen else [])}):
            self.addItem(length_text(timedelta(minutes=length)), length)
        self.setCurrentIndex(self.findData(chosen))

    @property
    def minutes(self) -> int:
        """What is chosen."""
        return int(self.currentData())
