"""From the widths of the panels to the place of every box, card and chip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from liantu.diagram.segment.boxes import Contents, Measured
from liantu.diagram.segment.chips import STRIP_INSET, Row, chip_height, rows_height
from liantu.diagram.segment.fitting import Part
from liantu.diagram.segment.model import Counted, Rect
from liantu.diagram.segment.panels import STRIP_HEAD, Packer, Shelf, Stacked, strip_height

_STRETCH = 1.3
"""Most lines by which a card grows where a panel has room left over: more looks empty."""
_CARD_STRETCH, _BOUGHT_STRETCH = 1.5, 0.5
"""The same for a card whose column is lower than its box, and for bought materials."""
_GAP_STRETCH = 1.6
"""How much the gaps between shelves grow at most, in gaps."""
_SPREAD = 1.5
"""How far rows of chips are drawn apart at most, in pitches."""


@dataclass
class Places:
    """Places found so far, in units; as in :class:`Placed`."""

    boxes: dict[int, Rect] = field(default_factory=dict)
    cards: dict[str, Rect] = field(default_factory=dict)
    chips: dict[str, Rect] = field(default_factory=dict)
    strips: dict[int, Rect] = field(default_factory=dict)
    panels: list[Rect] = field(default_factory=list)
    shelves: list[tuple[tuple[float, float], ...]] = field(default_factory=list)
    columns: dict[str, tuple[int, int]] = field(default_factory=dict)
    counted: list[tuple[Counted, Rect]] = field(default_factory=list)


def place(packer: Packer, parts: Sequence[Part], height: float) -> Places:
    """Everything in panels of the widths of ``parts`` and of ``height``, side by side."""
    places = Places()
    x = 0.0
    for stage, part in enumerate(parts):
        stacked = packer.stack(stage, part.columns, part.cell)
        rect = Rect(x, 0.0, part.width, height)
        places.panels.append(rect)
        _Panel(packer, places, stage, part, stacked, rect).place()
        x += part.width + packer.level.gutter
    return places


@dataclass(frozen=True)
class _Panel:
    packer: Packer
    places: Places
    stage: int
    part: Part
    stacked: Stacked
    rect: Rect

    def place(self) -> None:
        """The shelves from the top, the strip at the foot."""
        level, shelves = self.packer.level, self.stacked.shelves
        deep = [self._deepest(shelf) for shelf in shelves]
        stretch, gap = self._slack(deep)
        y = level.top
        found = []
        for shelf, cards in zip(shelves, deep, strict=True):
            height = self._height(shelf) + stretch * cards
            self._shelf(shelf, y, height)
            found.append((y, height))
            y += height + gap
        if self.stacked.rows:
            found.append(self._strip(bool(shelves)))
        self.places.shelves.append(tuple(found))

    def _slack(self, deep: Sequence[int]) -> tuple[float, float]:
        """What each card or row of chips grows by, and the gap between shelves."""
        level = self.packer.level
        free = self.rect.height - self.stacked.height
        most = level.chip_pitch * (_SPREAD - 1) if level.flows else level.name * _STRETCH
        stretch = min(free / max(sum(deep), 1), most)
        slots = len(deep) - 1 + bool(self.stacked.rows)
        left = free - stretch * sum(deep)
        more = min(left / slots, level.box_gap * _GAP_STRETCH) if slots > 0 else 0.0
        return stretch, level.box_gap + more

    def _cell(self, shelf: Shelf) -> float:
        return self.packer.cell(self.stage, self.part.columns, len(shelf), self.part.cell)

    def _boxes(self, shelf: Shelf) -> list[Measured]:
        cell = self._cell(shelf)
        return [self.packer.box(self.stage, at, span, cell) for at, span in shelf]

    def _height(self, shelf: Shelf) -> float:
        return max(box.height for box in self._boxes(shelf))

    def _deepest(self, shelf: Shelf) -> int:
        """How many cards or rows of chips stand on top of each other."""
        boxes = self._boxes(shelf)
        if self.packer.level.flows:
            return max(len(box.rows) for box in boxes)
        return max((len(column) for box in boxes for column in box.columns), default=0)

    def _shelf(self, shelf: Shelf, y: float, height: float) -> None:
        level = self.packer.level
        total = sum(span for _, span in shelf)
        room = self.rect.width - (len(shelf) - 1) * level.box_gap - len(shelf) * 2 * level.pad
        room -= (total - len(shelf)) * level.column_gap
        x = self.rect.x
        for (at, span), measured in zip(shelf, self._boxes(shelf), strict=True):
            width = room * span / total + (span - 1) * level.column_gap + 2 * level.pad
            box = Rect(x, y, width, height)
            contents = self.packer.boxes[self.stage][at]
            self.places.boxes[contents.segment.id] = box
            self._cards(contents, measured, box)
            self._chips(contents, measured, box)
            x += width + level.box_gap

    def _cards(self, contents: Contents, measured: Measured, box: Rect) -> None:
        level, count = self.packer.level, len(measured.columns)
        chips = rows_height(measured.rows, level) + level.row_gap if measured.rows else 0.0
        body = box.height - level.header - level.pad - chips
        width = (box.width - 2 * level.pad - (count - 1) * level.column_gap) / max(count, 1)
        bought = contents.segment.id in self.packer.bought
        most = level.name * (_BOUGHT_STRETCH if bought else _CARD_STRETCH)
        for column, cards in enumerate(measured.columns):
            need = sum(measured.cards[i] for i in cards) + level.row_gap * (len(cards) - 1)
            more = max(0.0, min((body - need) / len(cards), most))
            x = box.x + level.pad + column * (width + level.column_gap)
            y = box.y + level.header
            for i in cards:
                product, height = contents.cards[i].id, measured.cards[i] + more
                self.places.cards[product] = Rect(x, y, width, height)
                self.places.columns[product] = contents.segment.id, column
                y += height + level.row_gap

    def _chips(self, contents: Contents, measured: Measured, box: Rect) -> None:
        """Chips under the cards; where there are only chips, spread over the box."""
        level, rows = self.packer.level, measured.rows
        pitch = level.chip_pitch
        y = box.y + level.header + level.chip_gap / 2
        if measured.cards:
            low = max(self.places.cards[item.id].bottom for item in contents.cards)
            y = low + level.row_gap + level.chip_gap / 2
        elif rows:
            free = box.height - level.header - level.pad - rows_height(rows, level, 0.0)
            pitch = min(free / len(rows), pitch * _SPREAD)
        self._rows(rows, box.x + level.pad, y, pitch, contents.segment.id)

    def _rows(self, rows: Sequence[Row], x: float, y: float, pitch: float, segment: int) -> None:
        level = self.packer.level
        for row in rows:
            height = chip_height(row, level)
            for spot in row.spots:
                rect = Rect(x + spot.x, y, spot.width, height)
                if spot.chip.key:
                    self.places.chips[spot.chip.key] = rect
                else:
                    chip = spot.chip
                    what = Counted(chip.name, self.stage, segment, chip.stands_for)
                    self.places.counted.append((what, rect))
            y += pitch + height - level.chip_height

    def _strip(self, below: bool) -> tuple[float, float]:
        """The strip of bought materials: down to the foot of the panel."""
        level, rect, rows = self.packer.level, self.rect, self.stacked.rows
        y = rect.bottom - strip_height(rows, level) if below else level.top
        self.places.strips[self.stage] = Rect(rect.x, y, rect.width, rect.bottom - y)
        head = y + level.header - STRIP_HEAD
        self._rows(rows, rect.x + STRIP_INSET, head, level.chip_pitch, -1)
        return y, rect.bottom - y
