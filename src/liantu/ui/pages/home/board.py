"""The tiles of the chains in rows; only those in sight or near it are made."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from liantu.analysis.reading import Reading
from liantu.ui.look import Tones
from liantu.ui.pages.home.tile import TILE_HEIGHT, TILE_WIDTH, Tile

GAP = 12


class TileBoard(QWidget):
    """As high as all rows; emits ``chosen`` with the id of the clicked chain."""

    chosen = Signal(str)

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self._tones = tones
        self._reading: Reading | None = None
        self._chains: tuple[str, ...] = ()
        self._seen = (0, 0)
        self._made: dict[str, Tile] = {}

    @property
    def tiles(self) -> list[Tile]:
        """The tiles that are made, in the order of the chains."""
        return [self._made[chain] for chain in self._chains if chain in self._made]

    def show_reading(self, reading: Reading) -> None:
        """Show the chains of another reading."""
        self._reading = reading
        self._chains = tuple(reading.atlas.chains)
        for chain in list(self._made):
            self._drop(chain)
        self._arrange()

    def see(self, top: int, bottom: int) -> None:
        """Tell which part of the height is in sight or near it."""
        self._seen = (top, bottom)
        self._arrange()

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self._tones = tones
        for tile in self._made.values():
            tile.set_tones(tones)

    def resizeEvent(self, event: object) -> None:
        """Use as many columns as fit."""
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, (self.width() + GAP) // (TILE_WIDTH + GAP))
        rows = -(-len(self._chains) // columns)
        self.setFixedHeight(max(0, rows * (TILE_HEIGHT + GAP) - GAP))
        for at, chain in enumerate(self._chains):
            box = self._box(at, columns)
            if box.bottom() >= self._seen[0] and box.top() <= self._seen[1]:
                self._tile(chain).setGeometry(box)
            elif chain in self._made and not self._made[chain].hasFocus():
                self._drop(chain)

    def _box(self, at: int, columns: int) -> QRect:
        row, column = divmod(at, columns)
        left = column * (self.width() + GAP) // columns
        right = (column + 1) * (self.width() + GAP) // columns - GAP
        return QRect(left, row * (TILE_HEIGHT + GAP), right - left, TILE_HEIGHT)

    def _tile(self, chain: str) -> Tile:
        if chain not in self._made:
            assert self._reading is not None
            tile = Tile(self._reading, self._reading.atlas.chains[chain], self._tones)
            tile.setParent(self)
            tile.opened.connect(self.chosen)
            tile.show()
            self._made[chain] = tile
        return self._made[chain]

    def _drop(self, chain: str) -> None:
        tile = self._made.pop(chain)
        tile.hide()
        tile.deleteLater()
