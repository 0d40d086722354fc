"""The card that says when reminders keep still: quiet hours, and the situations in which they wait."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.application.settings import Settings
from companion.presentation.reminders_stillness import StillnessPresenter, StillnessState
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.number_fields import TimeField
from companion.ui.widgets.switch_row import SwitchRow


class ReminderStillnessCard(Card):
    """Shows what holds, and passes each change on at once; hidden while it cannot be known."""

    def __init__(self, presenter: StillnessPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self.quiet = SwitchRow(_("Quiet hours"), _("Nothing is shown in them, now or later."), usual=False)
        self.start, self.end = TimeField(0), TimeField(0)
        self._between = QWidget()
        self._other = label("", "body", "muted")
        self._trouble = label()
        self.waits: dict[str, SwitchRow] = {}
        self.discreet = SwitchRow(
            _("Show nothing but the icon"),
            _("The icon in the tray changes, and no words appear by themselves."),
            usual=Settings().discreet_reminders,
        )
        self._lay_out()
        self.quiet.switched.connect(self._on_quiet_switched)
        for field in (self.start, self.end):
            field.editingFinished.connect(self._on_times_edited)
        self.discreet.switched.connect(lambda wanted: self._tell(self._presenter.be_discreet(wanted)))
        # Shown before it has its place, it would be a window of its own.
        if (state := presenter.state()) is None:
            self.hide()
        else:
            self._show(state)

    def refresh(self) -> None:
        """Shows what holds now."""
        state = self._presenter.state()
        self.setVisible(state is not None)
        if state is not None:
            self._show(state)

    def _show(self, state: StillnessState) -> None:
        self.quiet.put(state.is_quiet)
        self._between.setVisible(state.is_quiet and not state.other)
        self._other.setText(state.other)
        self._other.setVisible(bool(state.other))
        for field, minutes in ((self.start, state.start), (self.end, state.end)):
            if not field.hasFocus():
                field.put(minutes)
        for wait in state.waits:
            if wait.setting not in self.waits:
                self._add_wait(wait.setting, wait.words, wait.detail)
            self.waits[wait.setting].put(wait.is_on)
        self.discreet.put(state.is_discreet)

    def _add_wait(self, setting: str, words: str, detail: str) -> None:
        row = self.waits[setting] = SwitchRow(words, detail, usual=getattr(Settings(), setting))
        row.switched.connect(lambda wanted: self._tell(self._presenter.wait(setting, wanted)))
        self._waits.addWidget(row)

    def _lay_out(self) -> None:
        between = FlowLayout(self._between)
        between.setSpacing(SNUG)
        for text, field in ((_("From"), self.start), (_("to"), self.end)):
            name = label(text)
            name.setWordWrap(False)
            name.setBuddy(field)
            between.addWidget(name)
            between.addWidget(field)
        self.start.setAccessibleName(_("Quiet from"))
        self.end.setAccessibleName(_("Quiet until"))
        self.body.addWidget(heading(_("When it keeps still")))
        self.body.addWidget(self.quiet)
        for part in (self._between, self._other):
            self.quiet.add_below(part)
        self.body.addSpacing(HAIR)
        self.body.addWidget(label(_("It waits up to ten minutes, and then stays away:"), "body", "muted"))
        self._waits = QVBoxLayout()
        self._waits.setSpacing(SNUG)
        self.body.addLayout(self._waits)
        self.body.addSpacing(HAIR)
        self.body.addWidget(label(_("When one comes:"), "body", "muted"))
        self.body.addWidget(self.discreet)
        self.body.addWidget(self._trouble)
        self._trouble.hide()

    def _on_quiet_switched(self, is_on: bool) -> None:
        if is_on:
            self._on_times_edited()
        else:
            self._tell(self._presenter.end_quiet())

    def _on_times_edited(self) -> None:
        state = self._presenter.state()
        if state is not None and self._is_new(state):
            self._tell(self._presenter.keep_quiet(self.start.minutes, self.end.minutes))

    def _is_new(self, state: StillnessState) -> bool:
        shown = (self.quiet.is_on, self.start.minutes, self.end.minutes)
        return not state.other and self.quiet.is_on and shown != (state.is_quiet, state.start, state.end)

    def _tell(self, trouble: str) -> None:
        """Shows what is true now, and in one line why something could not be."""
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        announce(self._trouble, trouble)
        self.refresh()
