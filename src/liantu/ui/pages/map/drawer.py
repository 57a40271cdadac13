"""The lists below the map: their tabs are always seen, what they list when they are open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame

from liantu.analysis.reading import Reading
from liantu.telling.standing import coverage_brief, coverage_sentence
from liantu.ui.lists.lists import Lists
from liantu.ui.widgets.edge import THICK, Edge

LOW, HIGH = 30, 32
"""Height of the tabs on a small window and on a large one."""
OPEN = 234
"""Height of the open lists at first."""
LEAST = 130
"""Less shows no row."""
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


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
        self._open, self._height, self._before = False, LOW, 0
        self.edge = Edge(Qt.Orientation.Horizontal)
        self.edge.setParent(self)
        self.edge.moved.connect(lambda way: self.pulled.emit(-way))
        self.edge.doubled.connect(self.toggled)
        lists.setParent(self)
        lists.setMinimumSize(1, 1)
        lists.bar.fold_asked.connect(self.toggled)
        lists.bar.tabs.tabBarClicked.connect(self._on_tab)
        lists.bar.tabs.installEventFilter(self)
        self.show_open(False)

    @property
    def is_open(self) -> bool:
        """Whether rows are seen."""
        return self._open

    @property
    def tabs(self) -> int:
        """Height of the tabs."""
        return self._height

    def take_size(self, *, large: bool) -> None:
        """Fit a large or a small window."""
        self._height = HIGH if large else LOW
        self.lists.bar.setFixedHeight(self._height)
        self._place()

    def show_open(self, opened: bool) -> None:
        """Show the rows or the tabs alone. What is not seen is not filled."""
        self._open = opened
        self.lists.body.setVisible(opened)
        self.lists.bar.fold(not opened)
        self.edge.setVisible(opened)
        self._place()

    def tell_coverage(self, reading: Reading) -> None:
        """How much of the city the data hold, beside the tabs."""
        self.lists.bar.tell_coverage(coverage_sentence(reading), coverage_brief(reading))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the lists all the room."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note which tab was in front before a click; Enter opens and shuts."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._before = self.lists.bar.tabs.currentIndex()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        enters = event.key() in _ENTERS
        if enters:
            self.toggled.emit()
        return enters

    def _place(self) -> None:
        top = THICK if self._open else 0
        self.edge.setGeometry(0, 0, self.width(), THICK)
        self.lists.setGeometry(0, top, self.width(), self.height() - top)

    def _on_tab(self, at: int) -> None:
        """A click opens; on the tab in front it shuts."""
        if at >= 0 and (not self._open or at == self._before):
            self.toggled.emit()
