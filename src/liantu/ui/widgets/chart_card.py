"""A chart with its title, its finding and its note."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.diagram.theme import Theme
from liantu.telling.charts.catalogue import ChartName, chart
from liantu.ui.widgets.chart import ChartView
from liantu.ui.widgets.text import label

LEAST = 480
"""Width for which the words are laid out at least: what is narrower would be high."""


class ChartCard(QWidget):
    """``chosen`` carries an :class:`Aim`; ``export_asked`` and ``copy_asked`` want the picture."""

    chosen = Signal(object)
    export_asked = Signal()
    copy_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = label("", "mapTitle", wrap=True)
        self.finding = label("", "finding", wrap=True)
        self.note = label("", "secondary", wrap=True)
        for words in (self.title, self.finding, self.note):
            words.setMinimumWidth(LEAST)
        self.view = ChartView(theme)
        self.view.chosen.connect(self.chosen)
        self.view.export_asked.connect(self.export_asked)
        self.view.copy_asked.connect(self.copy_asked)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for part in (self.title, self.finding, self.view, self.note):
            box.addWidget(part)

    def show_chart(self, reading: Reading, name: ChartName, chain: str = "") -> bool:
        """Show a chart; where there is nothing to draw, only what its finding says (``False``)."""
        found = chart(reading, name, chain)
        self.title.setText(found.title)
        self.finding.setText(found.finding)
        self.note.setText(found.note)
        self.view.setVisible(not found.empty)
        self.note.setVisible(not found.empty)
        self.view.ask(reading, name, chain, found)
        return not found.empty
