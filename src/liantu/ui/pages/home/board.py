"""The tiles of the chains in rows; only those in sight or near it are made."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from liantu.analysis.reading import Reading
from liantu.ui.pages.home.tile import TILE_HEIGHT, TILE_WIDTH, Tile
from liantu.ui.remembered.marks import Marks
from liantu.ui.work.turns import Turns

GAP = 12
BATCH = 4
"""Tiles that are made before the window may paint again."""


class TileBoard(QWidget):
    """As high as all rows, what is starred first; emits ``chosen`` with the :class:`Aim` of what
    was clicked.
    """

    chosen = Signal(object)

    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self._marks, self._starred = marks, tuple[str, ...]()
        marks.changed.connect(self._on_starred)
        self._reading: Reading | None = None
        self._chains: tuple[str, ...] = ()
        self._seen = (0, 0)
        self._made: dict[str, Tile] = {}
        self._near: dict[str, QRect] = {}
        self._stale: set[str] = set()
        self.follows: QWidget | None = None
        """What Tab meets before the first tile."""
        self.turns = Turns(self)

    @property
    def tiles(self) -> list[Tile]:
        """The tiles that are made, in the order of the chains."""
        return [self._made[chain] for chain in self._chains if chain in self._made]

    def show_reading(self, reading: Reading) -> None:
        """Show the chains of another reading."""
        self._reading = reading
        self._starred = self._marks.chains(reading.atlas)
        rest = (key for key in reading.atlas.chains if key not in self._starred)
        self._chains = (*self._starred, *rest)
        for chain in self._made.keys() - set(self._chains):
            self._drop(chain)
        self._stale = set(self._made)
        self._arrange()

    def _on_starred(self) -> None:
        if self._reading is not None and self._starred != self._marks.chains(self._reading.atlas):
            self.show_reading(self._reading)

    def see(self, top: int, bottom: int) -> None:
        """Tell which part of the height is in sight or near it."""
        self._seen = (top, bottom)
        self._arrange()

    def resizeEvent(self, event: object) -> None:
        """Use as many columns as fit."""
        self._arrange()

    def _arrange(self) -> None:
        """Put the tiles in their places, drop those far away and have the missing ones made."""
        columns = max(1, (self.width() + GAP) // (TILE_WIDTH + GAP))
        rows = -(-len(self._chains) // columns)
        self.setFixedHeight(max(0, rows * (TILE_HEIGHT + GAP) - GAP))
        near = {}
        for at, chain in enumerate(self._chains):
            box = self._box(at, columns)
            if box.bottom() >= self._seen[0] and box.top() <= self._seen[1]:
                near[chain] = box
        for chain, tile in list(self._made.items()):
            if chain in near:
                tile.setGeometry(near[chain])
            elif not tile.hasFocus():
                self._drop(chain)
        self._near = near
        if self._due() and not self.turns.pending:
            self.turns.add(self._make_some)

    def _due(self) -> list[str]:
        """The tiles near what is seen that are missing or of an older reading, from the top."""
        return [c for c in self._near if c not in self._made or c in self._stale]

    def _make_some(self) -> None:
        for chain in self._due()[:BATCH]:
            self._make(chain)
        self._order()
        if self._due():
            self.turns.add(self._make_some)

    def _order(self) -> None:
        """Tab meets the tiles as they stand, whenever each was made."""
        met: QWidget | None = self.follows
        for tile in self.tiles:
            if met is not None:
                QWidget.setTabOrder(met, tile)
            met = tile

    def _box(self, at: int, columns: int) -> QRect:
        row, column = divmod(at, columns)
        left = column * (self.width() + GAP) // columns
        right = (column + 1) * (self.width() + GAP) // columns - GAP
        return QRect(left, row * (TILE_HEIGHT + GAP), right - left, TILE_HEIGHT)

    def _make(self, chain: str) -> None:
        """Make a tile; one of an older reading is seen until then."""
        assert self._reading is not None
        tile = Tile(
            self._reading, self._reading.atlas.chains[chain], starred=chain in self._starred
        )
        tile.setParent(self)
        tile.setGeometry(self._near[chain])
        tile.chosen.connect(self.chosen)
        tile.show()
        old = self._made.get(chain)
        if old is not None:
            if old.hasFocus():
                tile.setFocus()
            self._drop(chain)
        self._made[chain] = tile

    def _drop(self, chain: str) -> None:
        tile = self._made.pop(chain)
        self._stale.discard(chain)
        tile.hide()
        tile.deleteLater()
