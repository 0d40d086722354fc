"""The card "Your check-in" of Settings: which questions are asked, and what they offer to choose from."""

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from companion.domain.checkin_field import CheckInField
from companion.presentation.checkin_settings import (
    CheckInSettingsPresenter,
    CheckInSettingsState,
    ChoicesState,
    QuestionState,
)
from companion.presentation.settings_search import default_words
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.switch_row import SwitchRow
from companion.ui.widgets.tags_field import TagsField


class CheckInSettings(Card):
    """Keeps every change at once. Why one could not be is said under the switch that was turned."""

    def __init__(self, presenter: CheckInSettingsPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self.switches: dict[CheckInField, SwitchRow] = {}
        self.choices: dict[CheckInField, TagsField] = {}
        self._kept: dict[CheckInField, tuple[str, ...]] = {}
        self._trouble = label("", "small", "accent")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(TIGHT)
        self.body.addWidget(heading(_("Your check-in")))
        self.body.addWidget(label(f"{_intro()} {default_words(_('none'))}", "body", "muted"))
        self.body.addLayout(self._rows)
        self._trouble.hide()
        presenter.attach(self.refresh)
        self.refresh()

    @property
    def trouble(self) -> str:
        """The calm line that is shown, or ""."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def refresh(self) -> None:
        """Shows what is arranged now."""
        self.show_state(self._presenter.state())

    def show_state(self, state: CheckInSettingsState) -> None:
        """Shows a state."""
        for question in state.questions:
            self._show_question(question)
        shown = {choices.field for choices in state.choices}
        for choices in state.choices:
            self._show_choices(choices)
        for field, names in self.choices.items():
            names.setVisible(field in shown)

    def showEvent(self, event: QShowEvent) -> None:
        """It begins calmly."""
        self._say("")
        super().showEvent(event)

    def _show_question(self, question: QuestionState) -> None:
        row = self.switches.get(question.field)
        if row is None:
            row = self.switches[question.field] = SwitchRow(question.name, question.detail)
            row.switched.connect(partial(self._on_switched, question.field))
            self._rows.addWidget(row)
        row.put(question.is_on)

    def _show_choices(self, choices: ChoicesState) -> None:
        if choices.field not in self.choices:
            self._make_choices(choices)
        names = self.choices[choices.field]
        self._kept[choices.field] = choices.names
        if names.settled != choices.names:
            names.put(choices.names)

    def _make_choices(self, choices: ChoicesState) -> None:
        complete = partial(self._presenter.names_like, choices.field)
        names = TagsField(choices.title, _("Add one"), self._theme, complete, is_aside=True)
        names.setContentsMargins(0, 0, 0, SNUG)
        names.changed.connect(partial(self._on_choices_changed, choices.field))
        self.choices[choices.field] = names
        self.switches[choices.field].add_below(names)

    def _on_switched(self, field: CheckInField, wanted: bool) -> None:
        self.switches[field].add_below(self._trouble)
        self._tell(self._presenter.ask(field, wanted))

    def _on_choices_changed(self, field: CheckInField) -> None:
        settled = self.choices[field].settled
        if settled != self._kept.get(field):
            self._kept[field] = settled
            self._tell(self._presenter.arrange(field, settled))

    def _tell(self, trouble: str) -> None:
        self._say(trouble)
        self.refresh()

    def _say(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        announce(self._trouble, sentence)


def _intro() -> str:
    return _("Two things are always asked. Up to three more can wait behind “More”. Any of them may stay empty.")
