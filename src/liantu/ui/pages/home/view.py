"""总览: the headline, a tile for each chain, the pictures of the city."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.model.focus import Focus
from liantu.telling.charts.catalogue import ChartName
from liantu.ui.pages.home.board import TileBoard
from liantu.ui.pages.home.figures import figure_blocks
from liantu.ui.pages.home.legend import legend
from liantu.ui.pages.home.tile import Tile
from liantu.ui.remembered.marks import Marks
from liantu.ui.seen import looking
from liantu.ui.style.look import Tones
from liantu.ui.widgets.chart_card import ChartCard
from liantu.ui.widgets.scrolled import Measured
from liantu.ui.widgets.text import label
from liantu.wording import text

SHOWN = (ChartName.NETWORK, ChartName.HEAT, ChartName.COUNTIES)
"""Charts below the tiles."""


class Home(Measured):
    """Emits ``chosen`` with the :class:`Aim` of what was clicked, ``export_asked`` and
    ``copy_asked`` with the name of a chart of the city and no chain.
    """

    chosen = Signal(object)
    export_asked = Signal(str, str)
    copy_asked = Signal(str, str)

    def __init__(self, tones: Tones, marks: Marks) -> None:
        super().__init__()
        self.setObjectName("home")
        self.setAccessibleName(text("ui.page.home"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tones = tones
        self.headline = label("", "pageTitle", wrap=True)
        self.statement = label("", "statement", wrap=True)
        self.figures = QHBoxLayout()
        self.board = TileBoard(marks)
        self.board.follows = self
        self.board.chosen.connect(self.chosen)
        self.cards: dict[ChartName, ChartCard] = {}
        self._assemble()
        self.verticalScrollBar().valueChanged.connect(self._look)

    @property
    def tiles(self) -> list[Tile]:
        """The tiles in sight and near it."""
        return self.board.tiles

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        for card in self.cards.values():
            card.view.set_theme(tones.theme)

    def draw(self, reading: Reading, _: Focus) -> None:
        """Show another reading; the old charts stay until the new ones are made."""
        self.headline.setText(looking.headline(reading))
        statement = reading.atlas.statement
        self.statement.setText(text("ui.statement", statement=statement) if statement else "")
        self.statement.setVisible(bool(statement))
        self._show_figures(reading)
        self.board.show_reading(reading)
        self._look()
        self._show_charts(reading)

    def stop(self) -> None:
        """Leave no thread behind."""
        for card in self.cards.values():
            card.stop()
        self.board.turns.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less is in sight."""
        super().resizeEvent(event)
        self._look()

    def _look(self) -> None:
        """Have the tiles made that are in sight or less than a view away."""
        height = self.viewport().height()
        top = self.verticalScrollBar().value() - self.board.y()
        self.board.see(top - height, top + 2 * height)

    def _assemble(self) -> None:
        for words in (self.headline, self.statement):
            words.setMinimumWidth(480)
        body = QWidget()
        body.setObjectName("homeBody")
        box = QVBoxLayout(body)
        box.setContentsMargins(24, 18, 24, 24)
        box.setSpacing(12)
        box.addWidget(self.headline)
        box.addWidget(self.statement)
        self.figures.setSpacing(12)
        box.addLayout(self.figures)
        box.addWidget(legend())
        box.addWidget(self.board)
        for name in SHOWN:
            self._add_chart(box, name)
        box.addStretch(1)
        self.setWidget(body)

    def _show_figures(self, reading: Reading) -> None:
        for _ in range(self.figures.count()):
            widget = self.figures.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()
        for block in figure_blocks(reading):
            self.figures.addWidget(block, 1)

    def _add_chart(self, box: QVBoxLayout, name: ChartName) -> None:
        card = ChartCard(self._tones.theme)
        card.export_asked.connect(lambda: self.export_asked.emit(str(name), ""))
        card.copy_asked.connect(lambda: self.copy_asked.emit(str(name), ""))
        card.chosen.connect(self.chosen)
        self.cards[name] = card
        box.addSpacing(12)
        box.addWidget(card)

    def _show_charts(self, reading: Reading) -> None:
        """The charts of the city, or none where there is no chain."""
        for name, card in self.cards.items():
            card.setVisible(bool(reading.atlas.chains))
            if reading.atlas.chains:
                card.show_chart(reading, name)

    def to_top(self) -> None:
        """Begin at the top, for another folder."""
        self.verticalScrollBar().setValue(0)
