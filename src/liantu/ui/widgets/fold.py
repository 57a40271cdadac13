"""A part of which the head tells the answer: the rest is made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liantu.telling.line import Part
from liantu.ui.widgets.row import RowButton
from liantu.ui.widgets.text import Elided, label, plain_tip
from liantu.wording import text


class Fold(QWidget):
    """``toggled`` tells that the user has opened or shut it; a part without lines cannot open."""

    toggled = Signal(bool)

    def __init__(self, part: Part, fill: Callable[[], QWidget]) -> None:
        super().__init__()
        self.part = part
        self._fill = fill
        self._body: QWidget | None = None
        self.head = RowButton("fold", part.title)
        self.head.setEnabled(bool(part.lines))
        self._arrow = label("", "foldArrow")
        self._arrow.setFixedWidth(14)
        self.head.row.setContentsMargins(0, 6, 0, 6)
        self.head.put(self._arrow)
        self.head.put(label(part.title, "foldTitle"))
        gist = Elided(part.gist, "foldGist", right=True)
        self.head.put(gist, 1)
        plain_tip(self.head, part.gist)
        self.head.clicked.connect(self._on_click)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.head)
        self._tell()

    @property
    def is_open(self) -> bool:
        """Whether its lines are shown."""
        return self._body is not None and not self._body.isHidden()

    def set_open(self, opened: bool) -> None:
        """Show or hide the lines."""
        if opened and self._body is None and self.part.lines:
            self._body = self._fill()
            self._box.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(opened)
        self._tell()

    def _on_click(self) -> None:
        self.set_open(not self.is_open)
        self.toggled.emit(self.is_open)

    def _tell(self) -> None:
        if self.part.lines:
            self._arrow.setText(text("ui.fold.opened" if self.is_open else "ui.fold.shut"))
        code = "ui.fold.spoken.opened" if self.is_open else "ui.fold.spoken.shut"
        self.head.setAccessibleName(text(code, title=self.part.title, gist=self.part.gist))
