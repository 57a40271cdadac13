"""The page 图表: the list of charts at the left, the chosen one with its finding at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.model.focus import Focus
from liantu.telling.charts.catalogue import CHARTS, ChartName, kind_word
from liantu.ui.style.look import Tones
from liantu.ui.widgets.chart_card import ChartCard
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.scrolled import Measured
from liantu.ui.widgets.text import label
from liantu.wording import text

SIDE = 176
HEIGHT = 38
NAME = Qt.ItemDataRole.UserRole


class Charts(QWidget):
    """``chosen`` carries an :class:`Aim`, ``chain_chosen`` the id of a chain; ``export_asked`` and
    ``copy_asked`` the name of the shown chart and its chain (empty for one of the city).
    """

    chosen = Signal(object)
    chain_chosen = Signal(str)
    export_asked = Signal(str, str)
    copy_asked = Signal(str, str)

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self.setObjectName("charts")
        self.setAccessibleName(text("ui.page.charts"))
        self._reading: Reading | None = None
        self._serial = -1
        self.name, self._chain = ChartName.BALANCE, ""
        self.side = QListWidget()
        self.side.setObjectName("chartSide")
        self.side.setAccessibleName(text("ui.charts.list"))
        self.chain = Combo()
        self.chain.setAccessibleName(text("ui.charts.chain"))
        self.chain.setMaxVisibleItems(24)
        self.copy = _button("ui.charts.copy")
        self.save = _button("ui.charts.save")
        self.card = ChartCard(tones.theme)
        self.area = Measured()
        self._fill_side()
        self._assemble()
        self._connect()

    def draw(self, reading: Reading, focus: Focus) -> None:
        """Show the chosen chart of the reading, for the chain of the focus or the first one."""
        self._reading = reading
        chains = reading.atlas.chains
        self._chain = focus.chain if focus.chain in chains else next(iter(chains), "")
        if reading.serial != self._serial:
            self._serial = reading.serial
            self.chain.clear()
            for item in chains.values():
                self.chain.addItem(item.label, item.id)
        self.chain.setCurrentIndex(self.chain.findData(self._chain))
        self._show()

    @property
    def shown(self) -> tuple[str, str]:
        """Name of the shown chart and its chain, empty for one of the city."""
        return str(self.name), self._chain if CHARTS[self.name].of_chain else ""

    def set_tones(self, tones: Tones) -> None:
        """Draw in other colours."""
        self.card.view.set_theme(tones.theme)

    def choose(self, name: ChartName) -> None:
        """Show another chart."""
        rows = (self.side.item(row) for row in range(self.side.count()))
        found = next(item for item in rows if item.data(NAME) == name)
        self.side.setCurrentItem(found)

    def stop(self) -> None:
        """Leave no thread behind."""
        self.card.stop()

    def _fill_side(self) -> None:
        for of_chain in (True, False):
            head = QListWidgetItem(text("ui.charts.of_chain" if of_chain else "ui.charts.of_city"))
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            self.side.addItem(head)
            for name, kind in CHARTS.items():
                if kind.of_chain == of_chain:
                    item = QListWidgetItem(kind_word(name))
                    item.setData(NAME, name)
                    self.side.addItem(item)
        self.side.setCurrentRow(1)

    def _assemble(self) -> None:
        head = self.head = QWidget()
        head.setObjectName("head")
        head.setFixedHeight(HEIGHT)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        self.label = label(text("ui.charts.chain"))
        row.addWidget(self.label)
        row.addWidget(self.chain)
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.save)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(head)
        right.addWidget(self._scrolled(), 1)
        self.side.setFixedWidth(SIDE)
        self.side.setFrameShape(QFrame.Shape.NoFrame)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.side)
        box.addLayout(right, 1)

    def _scrolled(self) -> Measured:
        body = QWidget()
        body.setObjectName("homeBody")
        box = QVBoxLayout(body)
        box.setContentsMargins(24, 16, 24, 20)
        box.addWidget(self.card)
        box.addStretch(1)
        self.area.setObjectName("home")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(body)
        return self.area

    def _connect(self) -> None:
        self.side.currentItemChanged.connect(self._on_chosen)
        self.chain.activated.connect(lambda: self.chain_chosen.emit(self.chain.currentData()))
        self.card.chosen.connect(self.chosen)
        self.card.told.connect(self._on_told)
        for wanted in (self.copy.clicked, self.card.copy_asked):
            wanted.connect(lambda: self.copy_asked.emit(*self.shown))
        for wanted in (self.save.clicked, self.card.export_asked):
            wanted.connect(lambda: self.export_asked.emit(*self.shown))

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(NAME):
            self.name = ChartName(item.data(NAME))
            self._show()

    def _on_told(self, drawn: bool) -> None:
        for button in (self.copy, self.save):
            button.setEnabled(drawn)

    def _show(self) -> None:
        if self._reading is None or not self._reading.atlas.chains:
            return
        for part in (self.label, self.chain):
            part.setVisible(CHARTS[self.name].of_chain)
        self.card.show_chart(self._reading, self.name, self.shown[1])
        self.area.verticalScrollBar().setValue(0)


def _button(code: str) -> QToolButton:
    made = QToolButton()
    made.setText(text(code))
    made.setAccessibleName(text(code))
    return made
