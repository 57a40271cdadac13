"""The lists below the map: their tabs are always seen, what they list when they are open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from liantu.analysis.reading import Reading
from liantu.telling.standing import coverage_brief, coverage_sentence
from liantu.ui.lists.lists import Lists
from liantu.ui.widgets.edge import THICK, Edge
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

LOW, HIGH = 30, 32
"""Height of the tabs on a small window and on a large one."""
OPEN = 234
"""Height of the open lists at first."""
MARGINS = 24
"""Room beside and between the button and the sentence."""
LEAST = 130
"""Less shows no row."""


class Drawer(QFrame):
    """``toggled`` asks to open or to shut the lists, ``pulled`` carries by how many px they are to
    be higher.
    """

    toggled = Signal()
    pulled = Signal(int)

    def __init__(self, lists: Lists) -> None:
        super().__init__()
        self.setObjectName("drawer")
        self.lists = lists
        self._open, self._tabs = False, LOW
        self.edge = Edge(Qt.Orientation.Horizontal)
        self.edge.setParent(self)
        self.edge.moved.connect(lambda way: self.pulled.emit(-way))
        self.edge.doubled.connect(self.toggled)
        lists.setParent(self)
        lists.setMinimumSize(1, 1)
        self.corner = Corner()
        self.corner.button.clicked.connect(self.toggled)
        lists.bar.add_corner(self.corner)
        lists.bar.tabs.tabBarClicked.connect(self._on_tab)
        self.show_open(False)

    @property
    def is_open(self) -> bool:
        """Whether rows are seen."""
        return self._open

    @property
    def tabs(self) -> int:
        """Height of the tabs."""
        return self._tabs

    @property
    def rows(self) -> QWidget:
        """Where the rows are."""
        return self.lists.body

    def take_size(self, *, large: bool) -> None:
        """Fit a large or a small window."""
        self._tabs = HIGH if large else LOW
        self.lists.bar.setFixedHeight(self._tabs)
        self._place()

    def show_open(self, opened: bool) -> None:
        """Show the rows or the tabs alone. What is not seen is not filled."""
        self._open = opened
        self.lists.body.setVisible(opened)
        self.lists.bar.show_open(opened)
        self.edge.setVisible(opened)
        self.corner.show_open(opened)
        self._place()

    def tell_coverage(self, reading: Reading) -> None:
        """How much of the city the data hold, at the right end of the tabs."""
        self.corner.tell(coverage_sentence(reading), coverage_brief(reading))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the lists all the room."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        top = THICK if self._open else 0
        self.edge.setGeometry(0, 0, self.width(), THICK)
        self.lists.setGeometry(0, top, self.width(), self.height() - top)

    def _on_tab(self, at: int) -> None:
        """Another tab opens the lists; the one in front shuts them."""
        if at >= 0 and (not self._open or at == self.lists.bar.tabs.currentIndex()):
            self.toggled.emit()


class Corner(QWidget):
    """The button beside the tabs, and at the right how much the data hold: whole, in short, or as
    a sign with a tooltip.
    """

    def __init__(self) -> None:
        super().__init__()
        self.button = QToolButton()
        self.button.setObjectName("bare")
        self.words = label("", "coverage")
        self._forms: tuple[str, ...] = ("",)
        self.setMinimumSize(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(6)
        row.addWidget(self.button)
        row.addStretch(1)
        row.addWidget(self.words)
        self.show_open(False)

    def show_open(self, opened: bool) -> None:
        """Say what the button does."""
        self.button.setText(text("ui.lists.shut.sign" if opened else "ui.lists.open.sign"))
        words = text("ui.verb.lists_open")
        self.button.setAccessibleName(words)
        plain_tip(self.button, text("ui.tip.key", words=words, key="Ctrl+J"))

    def tell(self, whole: str, brief: str) -> None:
        """The sentence in its forms."""
        self._forms = (whole, brief, text("ui.coverage.sign"))
        plain_tip(self.words, whole)
        self.words.setAccessibleName(whole)
        sign = self.words.fontMetrics().horizontalAdvance(self._forms[-1])
        self.setMinimumWidth(self.button.sizeHint().width() + sign + MARGINS)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell as much as the room allows."""
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        left = self.width() - self.button.sizeHint().width() - MARGINS
        metrics = self.words.fontMetrics()
        fits = [words for words in self._forms if metrics.horizontalAdvance(words) <= left]
        self.words.setText(fits[0] if fits else self._forms[-1])
