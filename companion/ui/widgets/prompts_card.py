"""A card with what one may write to about a note, the way out to grounding, and to have none of it today."""

from PySide6.QtCore import Signal

from companion.presentation.note_prompts import not_today, prompts_heading, to_grounding
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import label
from companion.ui.widgets.wrapped_link import LINK_EDGE, WrappedLink


class PromptsCard(Card):
    """Says which was chosen, that grounding is wanted instead, or that none is wanted today."""

    prompt_wanted = Signal(str)
    grounding_wanted = Signal()
    none_wanted = Signal()

    def __init__(self, prompts: tuple[str, ...], theme: Theme) -> None:
        super().__init__()
        self.body.setSpacing(HAIR)
        heading = label(prompts_heading())
        heading.setProperty("weight", "strong")
        heading.setContentsMargins(LINK_EDGE, 0, 0, 0)
        self.body.addWidget(heading)
        for prompt in prompts:
            button = WrappedLink(prompt, theme)
            button.setProperty("personal", True)
            button.clicked.connect(lambda _checked=False, chosen=prompt: self.prompt_wanted.emit(chosen))
            self.body.addWidget(button)
        self.grounding = WrappedLink(to_grounding(), theme)
        self.grounding.clicked.connect(self.grounding_wanted)
        self.body.addWidget(self.grounding)
        self.not_today = WrappedLink(not_today(), theme)
        self.not_today.setAccessibleName(_("Nothing to write about today"))
        self.not_today.clicked.connect(self.none_wanted)
        self.body.addWidget(self.not_today)
