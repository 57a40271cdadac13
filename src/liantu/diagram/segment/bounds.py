"""What a level needs at least, told without arranging anything: most levels are left out so."""

from __future__ import annotations

from liantu.diagram.segment.boxes import Contents
from liantu.diagram.segment.chips import BETWEEN
from liantu.diagram.segment.levels import NARROWEST, WIDEST
from liantu.diagram.segment.model import Item
from liantu.diagram.segment.panels import Packer

_SAMPLES = (NARROWEST, 124.0, WIDEST)
"""Widths of cards whose areas are compared."""
_LOOSE = 0.85
"""Part of the area of cards and headers that no arrangement undercuts."""
_ROW_END = 0.8
"""Part of a row of chips that is filled at least."""


def least_areas(packer: Packer) -> tuple[float, ...]:
    """Square units that the boxes of each panel need however they stand."""
    return tuple(_LOOSE * sum(_box(packer, box) for box in panel) for panel in packer.boxes)


def _box(packer: Packer, box: Contents) -> float:
    level = packer.level
    cards = sum(_card(packer, item) for item in box.cards)
    chips = _ROW_END * level.chip_pitch * sum(chip.bare + BETWEEN for chip in box.chips)
    if level.box_rows:
        chips = min(chips, level.box_rows * level.chip_pitch * NARROWEST)
    return cards + chips + (level.header + level.pad) * NARROWEST


def _card(packer: Packer, item: Item) -> float:
    """The least area of a card with its gaps, among a narrow, a usual and a wide one."""
    level = packer.level
    return min(
        (packer.texts.height(item, width) + level.row_gap) * (width + level.column_gap)
        for width in _SAMPLES
    )
