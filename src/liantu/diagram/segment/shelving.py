"""Where the shelves of a panel lie: stretched over its height, or as in the former picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from liantu.diagram.segment.boxes import Measured
from liantu.diagram.segment.fitting import Part
from liantu.diagram.segment.model import ShelfPlan
from liantu.diagram.segment.panels import Packer, Shelf, Stacked, strip_height

_STRETCH = 1.3
"""Most lines by which a card grows where a panel has room left over: more looks empty."""
_GAP_STRETCH = 1.6
"""How much the gaps between shelves grow at most, in gaps."""
SPREAD = 1.5
"""How far rows of chips are drawn apart at most, in pitches."""
_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class Shelved:
    """A shelf with its place in the panel, in units; without boxes it is the strip."""

    shelf: Shelf
    y: float
    height: float


def measured(packer: Packer, stage: int, part: Part, shelf: Shelf) -> list[Measured]:
    """The boxes of a shelf."""
    cell = packer.cell(stage, part.columns, len(shelf), part.cell)
    return [packer.box(stage, at, span, cell) for at, span in shelf]


def shelved(packer: Packer, stage: int, part: Part, height: float) -> tuple[Shelved, ...] | None:
    """The shelves of a panel of ``height``, the strip at its foot; ``None`` where they do not fit.

    What is left over goes to the strip as long as it counts materials, then to the cards, then to
    the gaps.
    """
    stacked = packer.stack(stage, part.columns, part.cell)
    if stacked.height > height + _ROUNDING:
        return None
    rows = [measured(packer, stage, part, shelf) for shelf in stacked.shelves]
    deep = [_deepest(packer, boxes) for boxes in rows]
    strip = _strip(packer, stage, part, height)
    stretch, gap = _slack(packer, deep, bool(strip), _free(packer, stacked, strip, height))
    found, y = [], packer.level.top
    for shelf, boxes, cards in zip(stacked.shelves, rows, deep, strict=True):
        high = max(box.height for box in boxes) + stretch * cards
        found.append(Shelved(shelf, y, high))
        y += high + gap
    return (*found, strip) if strip else tuple(found)


def _strip(packer: Packer, stage: int, part: Part, height: float) -> Shelved | None:
    """The strip at the foot of the panel, as high as there is room and anything to show."""
    stacked = packer.stack(stage, part.columns, part.cell)
    if not stacked.rows:
        return None
    room = height - stacked.height + strip_height(stacked.rows, packer.level)
    rows = packer.strip_rows(stage, part.columns, part.cell, room)
    y = height - strip_height(rows, packer.level) if stacked.shelves else packer.level.top
    return Shelved((), y, height - y)


def _free(packer: Packer, stacked: Stacked, strip: Shelved | None, height: float) -> float:
    if strip is None or not stacked.shelves:
        return height - stacked.height
    return height - stacked.height - strip.height + strip_height(stacked.rows, packer.level)


def _deepest(packer: Packer, boxes: Sequence[Measured]) -> int:
    """How many cards or rows of chips stand on top of each other."""
    if packer.level.flows:
        return max(len(box.rows) for box in boxes)
    return max((len(column) for box in boxes for column in box.columns), default=0)


def _slack(packer: Packer, deep: Sequence[int], strip: bool, free: float) -> tuple[float, float]:
    """What each card or row of chips grows by, and the gap between shelves."""
    level = packer.level
    most = level.chip_pitch * (SPREAD - 1) if level.flows else level.name * _STRETCH
    stretch = min(free / max(sum(deep), 1), most)
    left = free - stretch * sum(deep)
    slots = len(deep) - 1 + strip
    more = min(left / slots, level.box_gap * _GAP_STRETCH) if slots > 0 else 0.0
    return stretch, level.box_gap + more


def as_before(
    packer: Packer, stage: int, part: Part, plan: Sequence[ShelfPlan]
) -> tuple[Shelved, ...] | None:
    """The shelves where they were, ``None`` where there are other boxes or one does not fit."""
    places = {box.segment.key: at for at, box in enumerate(packer.boxes[stage])}
    if sorted(key for _, _, boxes in plan for key, _ in boxes) != sorted(places):
        return None
    found = [
        Shelved(tuple((places[key], span) for key, span in boxes), y, high)
        for y, high, boxes in plan
    ]
    rows = packer.stack(stage, part.columns, part.cell).rows
    if bool(rows) != any(not s.shelf for s in found):
        return None
    fit = all(_high(packer, stage, part, s.shelf) <= s.height + _ROUNDING for s in found)
    return tuple(found) if fit else None


def _high(packer: Packer, stage: int, part: Part, shelf: Shelf) -> float:
    """Height that a shelf needs, or the strip (an empty shelf)."""
    if shelf:
        return max(box.height for box in measured(packer, stage, part, shelf))
    return strip_height(packer.stack(stage, part.columns, part.cell).rows, packer.level)


def planned(packer: Packer, stage: int, shelves: Sequence[Shelved]) -> tuple[ShelfPlan, ...]:
    """What :func:`as_before` needs."""
    boxes = packer.boxes[stage]
    return tuple(
        (s.y, s.height, tuple((boxes[at].segment.key, span) for at, span in s.shelf))
        for s in shelves
    )
