"""A chart with its title, its finding and its note."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.diagram.theme import Theme
from liantu.telling.charts.catalogue import ChartName, chart
from liantu.telling.charts.model import Chart
from liantu.ui.widgets.chart import ChartView
from liantu.ui.widgets.text import label
from liantu.ui.work.finding import Finder, is_large

_CHART = "chart"
LEAST = 480
"""Width for which the words are laid out at least: what is narrower would be high."""


class ChartCard(QWidget):
    """``chosen`` carries an :class:`Aim`; ``export_asked`` and ``copy_asked`` want the picture;
    ``told``: another chart is shown, and whether there is anything to draw.
    """

    chosen = Signal(object)
    export_asked = Signal()
    copy_asked = Signal()
    told = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._finder = Finder(self)
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

    def show_chart(self, reading: Reading, name: ChartName, chain: str = "") -> None:
        """Show a chart, of a large folder as soon as its values are found; where there is nothing
        to draw, only what its finding says.
        """
        self._finder.forget(_CHART)
        take = partial(self._take, reading, name, chain)
        if is_large(reading):
            self._finder.now(_CHART, partial(chart, reading, name, chain), take)
        else:
            take(chart(reading, name, chain))

    def stop(self) -> None:
        """Leave no thread behind."""
        self._finder.stop()
        self.view.stop()

    def _take(self, reading: Reading, name: ChartName, chain: str, found: Chart) -> None:
        self.title.setText(found.title)
        self.finding.setText(found.finding)
        self.note.setText(found.note)
        self.view.setVisible(not found.empty)
        self.note.setVisible(not found.empty)
        self.view.ask(reading, name, chain, found)
        self.told.emit(not found.empty)
