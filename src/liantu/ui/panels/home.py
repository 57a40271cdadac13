"""总览: a tile for each chain, the headline and the statement about the data."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from liantu.diagram.city import PICTURES
from liantu.document.session import Session
from liantu.ui.look import Tones
from liantu.ui.panels.tile import TILE_WIDTH, Tile
from liantu.ui.widgets.picture import PlateView
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

SHOWN = ("network", "heat", "counties")
"""Pictures below the tiles."""


class Home(QScrollArea):
    """Emits ``chosen`` with the id of the clicked chain, ``export_asked`` and ``copy_asked`` with
    the name of a picture of the city.
    """

    chosen = Signal(str)
    export_asked = Signal(str)
    copy_asked = Signal(str)

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self.setObjectName("home")
        self.setAccessibleName(text("ui.page.home"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tones = tones
        self._columns = 0
        self.tiles: list[Tile] = []
        self.headline = label("", "pageTitle", wrap=True)
        self.statement = label("", "statement", wrap=True)
        for words in (self.headline, self.statement):
            words.setMinimumWidth(480)
        body = QWidget()
        body.setObjectName("homeBody")
        box = QVBoxLayout(body)
        box.setContentsMargins(24, 18, 24, 24)
        box.setSpacing(12)
        box.addWidget(self.headline)
        box.addWidget(self.statement)
        self.figures = QHBoxLayout()
        self.figures.setSpacing(12)
        box.addLayout(self.figures)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        box.addLayout(self._grid)
        self._workspace: Session | None = None
        self._captions: dict[str, QLabel] = {}
        self.pictures: dict[str, PlateView] = {}
        for name in SHOWN:
            self._add_picture(box, name)
        box.addStretch(1)
        self.setWidget(body)

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self._tones = tones
        for tile in self.tiles:
            tile.set_tones(tones)
        self._paint_pictures()

    def show_workspace(self, workspace: Session) -> None:
        """Show the tiles of another reading."""
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        atlas = workspace.reading.atlas
        self.headline.setText(headline(workspace))
        statement = atlas.statement
        self.statement.setText(text("ui.statement", statement=statement) if statement else "")
        self.statement.setVisible(bool(statement))
        self._show_figures(workspace)
        self.tiles = [Tile(workspace, chain, self._tones) for chain in atlas.chains.values()]
        for tile in self.tiles:
            tile.opened.connect(self.chosen)
        self._columns = 0
        self._arrange(self.viewport().width())
        self._workspace = workspace
        self._paint_pictures()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as fit."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _show_figures(self, workspace: Session) -> None:
        """The figures of the city that the library names, each with its year and source."""
        for _ in range(self.figures.count()):
            widget = self.figures.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()
        for figure in headline_figures(workspace):
            self.figures.addWidget(figure, 1)

    def _add_picture(self, box: QVBoxLayout, name: str) -> None:
        view = PlateView()
        view.export_asked.connect(lambda: self.export_asked.emit(name))
        view.copy_asked.connect(lambda: self.copy_asked.emit(name))
        self._captions[name] = label("", "mapTitle")
        self.pictures[name] = view
        box.addSpacing(12)
        box.addWidget(self._captions[name])
        box.addWidget(view)

    def _paint_pictures(self) -> None:
        """Show the pictures of the city, or nothing where there is no chain."""
        workspace = self._workspace
        some = workspace is not None and bool(workspace.reading.atlas.chains)
        for name, view in self.pictures.items():
            view.setVisible(some)
            self._captions[name].setVisible(some)
            if workspace is not None and some:
                draw = PICTURES[name]
                plate = draw(workspace.reading, self._tones.theme)
                view.show_plate(plate)
                self._captions[name].setText(plate.title)

    def _arrange(self, width: int) -> None:
        columns = max(1, (width - 48 + 12) // (TILE_WIDTH + 12))
        if columns == self._columns:
            return
        for old in range(self._columns):
            self._grid.setColumnStretch(old, 0)
        self._columns = columns
        for at, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, at // columns, at % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)


def headline(workspace: Session) -> str:
    """The numbers of the whole folder in one line."""
    atlas = workspace.reading.atlas
    members = {p for p in atlas.chains_of if p in atlas.products}
    local = sum(workspace.reading.situation.is_local(p) for p in members)
    return text(
        "ui.headline",
        region=atlas.library.region.name,
        chains=len(atlas.chains),
        products=len(members),
        local=local,
        enterprises=len(atlas.enterprises),
    )


def headline_figures(workspace: Session) -> list[QFrame]:
    """One small block a figure: value, words with the year; its sources as a tip."""
    atlas = workspace.reading.atlas
    blocks = []
    for key in atlas.library.headline:
        found = atlas.figures.get(key)
        if found is None:
            continue
        block = QFrame()
        block.setObjectName("headlineFigure")
        box = QVBoxLayout(block)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(2)
        box.addWidget(label(found.text, "mapTitle"))
        words = found.item
        if found.year and found.year not in words:
            words = text("ui.headline.figure", item=found.item, year=found.year)
        item = label(words, "secondary", wrap=True)
        item.setAlignment(Qt.AlignmentFlag.AlignTop)
        box.addWidget(item, 1)
        titles = "；".join(atlas.sources[s].title for s in found.sources if s in atlas.sources)
        plain_tip(
            block, text("ui.headline.source", words=words, titles=titles or text("ui.unknown"))
        )
        blocks.append(block)
    return blocks
