"""From the widths of the panels to the place of every box, card and chip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from liantu.diagram.segment.boxes import Contents, Measured
from liantu.diagram.segment.chips import STRIP_INSET, Row, chip_height, rows_height
from liantu.diagram.segment.fitting import Part
from liantu.diagram.segment.model import Counted, Rect
from liantu.diagram.segment.panels import STRIP_HEAD, Packer, Shelf
from liantu.diagram.segment.shelving import SPREAD, Shelved, measured

_CARD_STRETCH, _BOUGHT_STRETCH = 1.5, 0.5
"""Most lines by which a card grows whose column is lower than its box; bought materials."""


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


def place(
    packer: Packer, parts: Sequence[Part], height: float, shelves: Sequence[Sequence[Shelved]]
) -> Places:
    """Everything on ``shelves`` in panels of the widths of ``parts`` and of ``height``."""
    places = Places()
    x = 0.0
    for stage, part in enumerate(parts):
        rect = Rect(x, 0.0, part.width, height)
        places.panels.append(rect)
        _Panel(packer, places, stage, part, rect).place(shelves[stage])
        x += part.width + packer.level.gutter
    return places


@dataclass(frozen=True)
class _Panel:
    packer: Packer
    places: Places
    stage: int
    part: Part
    rect: Rect

    def place(self, shelves: Sequence[Shelved]) -> None:
        """The shelves, and the strip at the foot."""
        for s in shelves:
            if s.shelf:
                self._shelf(s.shelf, s.y, s.height)
            else:
                self._strip(s.y, s.height)
        self.places.shelves.append(tuple((s.y, s.height) for s in shelves))

    def _shelf(self, shelf: Shelf, y: float, height: float) -> None:
        level = self.packer.level
        boxes = measured(self.packer, self.stage, self.part, shelf)
        total = sum(span for _, span in shelf)
        room = self.rect.width - (len(shelf) - 1) * level.box_gap - len(shelf) * 2 * level.pad
        room -= (total - len(shelf)) * level.column_gap
        x = self.rect.x
        for (at, span), box in zip(shelf, boxes, strict=True):
            width = room * span / total + (span - 1) * level.column_gap + 2 * level.pad
            rect = Rect(x, y, width, height)
            contents = self.packer.boxes[self.stage][at]
            self.places.boxes[contents.segment.id] = rect
            self._cards(contents, box, rect)
            self._chips(contents, box, rect)
            x += width + level.box_gap

    def _cards(self, contents: Contents, box: Measured, rect: Rect) -> None:
        level, count = self.packer.level, len(box.columns)
        chips = rows_height(box.rows, level) + level.row_gap if box.rows else 0.0
        body = rect.height - level.header - level.pad - chips
        width = (rect.width - 2 * level.pad - (count - 1) * level.column_gap) / max(count, 1)
        bought = contents.segment.id in self.packer.bought
        most = level.name * (_BOUGHT_STRETCH if bought else _CARD_STRETCH)
        for column, cards in enumerate(box.columns):
            need = sum(box.cards[i] for i in cards) + level.row_gap * (len(cards) - 1)
            more = max(0.0, min((body - need) / len(cards), most))
            x = rect.x + level.pad + column * (width + level.column_gap)
            y = rect.y + level.header
            for i in cards:
                product, height = contents.cards[i].id, box.cards[i] + more
                self.places.cards[product] = Rect(x, y, width, height)
                self.places.columns[product] = contents.segment.id, column
                y += height + level.row_gap

    def _chips(self, contents: Contents, box: Measured, rect: Rect) -> None:
        """Chips under the cards; where there are only chips, spread over the box."""
        level, rows = self.packer.level, box.rows
        pitch = level.chip_pitch
        y = rect.y + level.header + level.chip_gap / 2
        if box.cards:
            low = max(self.places.cards[item.id].bottom for item in contents.cards)
            y = low + level.row_gap + level.chip_gap / 2
        elif rows:
            free = rect.height - level.header - level.pad - rows_height(rows, level, 0.0)
            pitch = min(free / len(rows), pitch * SPREAD)
        self._rows(rows, rect.x + level.pad, y, pitch, contents.segment.id)

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

    def _strip(self, y: float, height: float) -> None:
        """The strip of bought materials: down to the foot of the panel."""
        level, rect, part = self.packer.level, self.rect, self.part
        rows = self.packer.strip_rows(self.stage, part.columns, part.cell, height)
        self.places.strips[self.stage] = Rect(rect.x, y, rect.width, height)
        head = y + level.header - STRIP_HEAD
        self._rows(rows, rect.x + STRIP_INSET, head, level.chip_pitch, -1)
