"""What is wrong with notes, folded to one quiet line until the person wants to know."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from companion.presentation.concepts import ConceptsState, ProblemRow
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG
from companion.ui.widgets.labels import label
from companion.ui.widgets.wrapped_link import WrappedLink

OPEN_HEIGHT = 190


class NoteProblems(QWidget):
    """Hidden while nothing is wrong."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._listed: tuple[tuple[ProblemRow, ...], str] | None = None
        self._heading = WrappedLink("", theme)
        self._heading.clicked.connect(self._on_heading_clicked)
        self._details = QScrollArea()
        self._details.setWidgetResizable(True)
        self._details.setFrameShape(QFrame.Shape.NoFrame)
        self._details.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._details.setAccessibleName(_("What is wrong with notes"))
        self._details.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HAIR)
        layout.addWidget(self._heading)
        layout.addWidget(self._details)
        self.hide()

    def show_state(self, state: ConceptsState) -> None:
        """Shows how many there are, and them all if it is unfolded."""
        self.setVisible(bool(state.problems_heading))
        self._heading.setText(state.problems_heading)
        self._tell_if_open()
        if self._listed != (state.problems, state.more_problems):  # the same while somebody searches
            self._listed = state.problems, state.more_problems
            self._details.setWidget(self._list(state))

    def unfold(self, wanted: bool = True) -> None:
        """Shows each, or only how many there are."""
        self._details.setVisible(wanted)
        self._details.setFixedHeight(self._theme.px(OPEN_HEIGHT))
        self._tell_if_open()

    def _list(self, state: ConceptsState) -> QWidget:
        made = QWidget()
        made.setProperty("role", "page")
        rows = QVBoxLayout(made)
        rows.setContentsMargins(4, 0, 4, 0)
        rows.setSpacing(SNUG)
        for problem in state.problems:
            rows.addWidget(_row(problem))
        if state.more_problems:
            rows.addWidget(label(state.more_problems, "small", "muted"))
        rows.addStretch(1)
        return made

    def _on_heading_clicked(self) -> None:
        self.unfold(self._details.isHidden())

    def _tell_if_open(self) -> None:
        text = self._heading.text()
        is_open = not self._details.isHidden()
        name = _("{heading}, fold") if is_open else _("{heading}, show which")
        self._heading.setAccessibleName(name.format(heading=text))


def _row(problem: ProblemRow) -> QWidget:
    row = QWidget()
    lines = QVBoxLayout(row)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(2)
    file = label(_breakable(problem.file), "small")
    file.setProperty("personal", True)
    file.setToolTip(problem.path)
    lines.addWidget(file)
    reason = label(problem.reason, "small", "muted")
    reason.setProperty("personal", True)
    lines.addWidget(reason)
    return row


def _breakable(path: str) -> str:
    """`path` with places where a line may end."""
    return path.replace("/", "/\u200b").replace("-", "-\u200b").replace("_", "_\u200b")
