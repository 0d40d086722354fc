"""The card of Settings where the five answers get the person's own words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from companion.domain.zone import Zone
from companion.presentation.checkin_settings import AnswerState, CheckInSettingsPresenter, CheckInSettingsState
from companion.presentation.translation import _
from companion.presentation.zones import LONGEST_DESCRIPTION, LONGEST_LABEL
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import heading, label

_SIDE_BY_SIDE_FROM = 460


class AnswerWordsCard(Card):
    """What is written is kept when its field is left. An empty field goes back to ours, which it shows faintly."""

    def __init__(self, presenter: CheckInSettingsPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self.rows: dict[Zone, AnswerWordsRow] = {}
        self._locked = label("", "body", "muted")
        self._trouble = label("", "small", "accent")
        self._answers = QVBoxLayout()
        self._answers.setSpacing(SNUG)
        self.body.addWidget(heading(_("Your words for the answers")))
        for sentence in _intro():
            self.body.addWidget(label(sentence, "body", "muted"))
        self.body.addWidget(self._locked)
        self.body.addLayout(self._answers)
        self.body.addWidget(self._trouble)
        self._trouble.hide()
        presenter.attach(self.refresh)
        self.refresh()

    @property
    def trouble(self) -> str:
        """The calm line that is shown, or ""."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def refresh(self) -> None:
        """Shows what the answers are called now."""
        self.show_state(self._presenter.state())

    def show_state(self, state: CheckInSettingsState) -> None:
        """Shows a state; while locked none of the person's words."""
        self._locked.setText(state.locked)
        self._locked.setVisible(bool(state.locked))
        for answer in state.answers:
            self._show_answer(answer)
        for row in self.rows.values():
            row.setVisible(bool(state.answers))
            if not state.answers:
                row.put("", "")

    def _show_answer(self, answer: AnswerState) -> None:
        zone = answer.ours.zone
        if zone not in self.rows:
            keep_label = partial(self._presenter.put_label, zone)
            keep_description = partial(self._presenter.put_description, zone)
            self.rows[zone] = AnswerWordsRow(
                answer, self._theme, self._kept(keep_label), self._kept(keep_description)
            )
            self._answers.addWidget(self.rows[zone])
        self.rows[zone].put(answer.label, answer.description)

    def _kept(self, keep: Callable[[str], str]) -> Callable[[str], None]:
        def act(text: str) -> None:
            trouble = keep(text)
            self._trouble.setText(trouble)
            self._trouble.setVisible(bool(trouble))
            announce(self._trouble, trouble)

        return act


class AnswerWordsRow(QWidget):
    """Our label of an answer, and under it two fields: what to call it, and a few words about it."""

    def __init__(
        self,
        answer: AnswerState,
        theme: Theme,
        keep_label: Callable[[str], None],
        keep_description: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._theme = theme
        ours = answer.ours
        called = _("What to call “{answer}”").format(answer=ours.label)
        described = _("A few words about “{answer}”").format(answer=ours.label)
        self.label_field = _field(called, ours.label, LONGEST_LABEL, keep_label)
        self.description_field = _field(
            described, ours.description or _("a few words"), LONGEST_DESCRIPTION, keep_description
        )
        title = label(ours.label)
        title.setProperty("weight", "strong")
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields.setSpacing(TIGHT)
        self._fields.addWidget(self.label_field, 2)
        self._fields.addWidget(self.description_field, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HAIR)
        layout.addWidget(title)
        layout.addLayout(self._fields)

    def put(self, own_label: str, own_description: str) -> None:
        """Shows the person's own words, unless they are writing just there."""
        for field, text in ((self.label_field, own_label), (self.description_field, own_description)):
            if not (field.hasFocus() and field.isModified()):
                field.setText(text)
                field.home(False)  # long words are read from their beginning

    def hideEvent(self, event: QHideEvent) -> None:
        """What was written counts, also where the window closes around it."""
        self.label_field.editingFinished.emit()
        self.description_field.editingFinished.emit()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for their words."""
        is_wide = self.width() >= self._theme.px(_SIDE_BY_SIDE_FROM)
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._fields.setDirection(direction)
        super().resizeEvent(event)


def _field(name: str, ours: str, longest: int, keep: Callable[[str], None]) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(longest)
    field.setPlaceholderText(ours)
    field.setAccessibleName(name)
    field.editingFinished.connect(lambda: _keep_if_changed(field, keep))
    return field


def _keep_if_changed(field: QLineEdit, keep: Callable[[str], None]) -> None:
    if field.isModified():
        field.setModified(False)
        keep(field.text())


def _intro() -> tuple[str, ...]:
    return (
        _("Call the five answers what they are for you. The check-in and the journal use your words."),
        _("An empty field goes back to ours. The chart keeps ours, beside the shapes."),
    )
