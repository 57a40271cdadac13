"""总览: a tile for each chain, the headline and the statement about the data."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from liantu.document.workspace import Workspace
from liantu.ui.look import Tones
from liantu.ui.panels.tile import TILE_WIDTH, Tile
from liantu.ui.widgets.text import label
from liantu.wording import text


class Home(QScrollArea):
    """Emits ``chosen`` with the id of the clicked chain."""

    chosen = Signal(str)

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
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        box.addLayout(self._grid)
        box.addStretch(1)
        self.setWidget(body)

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self._tones = tones
        for tile in self.tiles:
            tile.set_tones(tones)

    def show_workspace(self, workspace: Workspace) -> None:
        """Show the tiles of another reading."""
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        atlas = workspace.atlas
        self.headline.setText(headline(workspace))
        statement = atlas.library.statement
        self.statement.setText(text("ui.statement", statement=statement) if statement else "")
        self.statement.setVisible(bool(statement))
        self.tiles = [Tile(workspace, chain, self._tones) for chain in atlas.chains.values()]
        for tile in self.tiles:
            tile.opened.connect(self.chosen)
        self._columns = 0
        self._arrange(self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as fit."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

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


def headline(workspace: Workspace) -> str:
    """The numbers of the whole folder in one line."""
    atlas = workspace.atlas
    members = {p for p in atlas.chains_of if p in atlas.products}
    local = sum(workspace.situation.is_local(p) for p in members)
    return text(
        "ui.headline",
        region=atlas.library.region.name,
        chains=len(atlas.chains),
        products=len(members),
        local=local,
        enterprises=len(atlas.enterprises),
    )
