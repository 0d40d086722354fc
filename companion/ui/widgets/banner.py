"""A lasting line across the top of a window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from companion.ui.widgets.labels import label
from companion.ui.widgets.links import link


class Banner(QFrame):
    """Hidden while it has nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._label = label("", "small")
        self._taken: Callable[[], object] | None = None
        self._put_off: Callable[[], object] | None = None
        self.offer = link()
        self.offer.clicked.connect(self._on_offer_clicked)
        self.later = link()
        self.later.clicked.connect(self._on_later_clicked)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(24, 6, 24, 6)
        self._parts.addWidget(self._label, 1)
        for offered in (self.offer, self.later):
            self._parts.addWidget(offered, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where what is offered would leave the words too little room, it stands below them."""
        super().resizeEvent(event)
        offered = sum(each.sizeHint().width() for each in (self.offer, self.later) if each.text())
        is_narrow = offered * 2 > event.size().width()
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(direction)

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._label.text() if not self.isHidden() else ""

    def show_text(
        self,
        text: str,
        offer: str = "",
        taken: Callable[[], object] | None = None,
        later: str = "",
        put_off: Callable[[], object] | None = None,
    ) -> None:
        """Says `text`, or nothing; with an `offer` that calls `taken`, and a `later` that calls `put_off`."""
        self._taken, self._put_off = taken, put_off
        self._label.setText(text)
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
        self.later.setText(later)
        self.later.setVisible(bool(later))
        self.setVisible(bool(text))

    def _on_offer_clicked(self) -> None:
        if self._taken is not None:
            self._taken()

    def _on_later_clicked(self) -> None:
        if self._put_off is not None:
            self._put_off()
