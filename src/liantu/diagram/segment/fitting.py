"""How large a level can be drawn in an area, and how wide each panel is then."""

from __future__ import annotations

import math
from dataclasses import dataclass

from liantu.diagram.segment.bounds import least_areas
from liantu.diagram.segment.levels import NARROWEST, STEP, WIDEST
from liantu.diagram.segment.panels import COLUMNS, Packer
from liantu.jobs import Progress

_STEPS = round((WIDEST - NARROWEST) / STEP)
_PRECISION = 0.02
"""Scales that differ by less look the same."""
_SHRINK, _LEAST = 0.96, 0.84
"""Smaller scales that are tried for shorter names: step, and the least part of the largest."""
_CARD_WORTH, _LEAN_WORTH = 0.16, 0.05
"""Share of the scale that an extra line a card is worth, from level 1 on and below."""
_HEADER, _CHIP_HEADER = 20.0, 8.0
"""Units lacking in headers that weigh as an extra line, beside cards and among chips."""
_TOO_WIDE = 12.0
"""Units beyond the widest cell that weigh as an extra line."""
_EMPTY = 3.0
"""Extra lines that a panel is worth whose height is not used at all."""


@dataclass(frozen=True, slots=True)
class Part:
    """A panel's width, its number of cells and the width of a cell."""

    width: float
    columns: int
    cell: float


class Fitter:
    """Widths of the panels of ``packer`` for heights, remembered. All sizes are units."""

    def __init__(self, packer: Packer, progress: Progress | None = None) -> None:
        self._progress = progress or Progress()
        self.packer = packer
        self.areas = least_areas(packer)
        self._least: dict[tuple[int, float], Part | None] = {}
        self._settled: dict[tuple[int, float, float], tuple[float, Part] | None] = {}

    def least_width(self, stage: int, height: float) -> Part | None:
        """The narrowest panel of at most ``height``, ``None`` where there is none."""
        key = stage, height
        if key not in self._least:
            self._least[key] = self._narrowest(stage, height)
        return self._least[key]

    def _narrowest(self, stage: int, height: float) -> Part | None:
        packer = self.packer
        best: Part | None = None
        bound = self.bound(stage, height)
        for columns in range(1, COLUMNS + 1):
            bare = packer.width(columns, NARROWEST)
            if best and bare >= best.width:
                break
            if packer.width(columns, WIDEST) < bound:
                continue
            most = _STEPS
            if best:  # only what is narrower than the best so far
                most = min(most, int((best.width - bare) / columns / STEP))
            self._progress.check()
            step = self._least_step(stage, columns, most, height)
            width = packer.width(columns, NARROWEST + STEP * step) if step >= 0 else math.inf
            if step >= 0 and (best is None or width < best.width):
                best = Part(width, columns, NARROWEST + STEP * step)
        return best

    def bound(self, stage: int, height: float) -> float:
        """A width that no panel of ``height`` undercuts."""
        room = height - self.packer.level.top
        return self.areas[stage] / room if room > 0 else math.inf

    def _least_step(self, stage: int, columns: int, most: int, height: float) -> int:
        """The least step of the cell's width up to ``most`` that fits by bisection, else -1."""

        def fits(step: int) -> bool:
            return self.packer.stack(stage, columns, NARROWEST + STEP * step).height <= height

        if not fits(most):
            return -1
        low, high = 0, most
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if fits(middle) else (middle + 1, high)
        return low

    def fits(self, width: float, height: float) -> list[Part] | None:
        """The narrowest panels, ``None`` where they are wider than ``width`` together."""
        parts: list[Part] = []
        stages = range(self.packer.stages)
        need = (self.packer.stages - 1) * self.packer.level.gutter
        if need + sum(self.bound(stage, height) for stage in stages) > width:
            return None
        for stage in stages:
            part = self.least_width(stage, height)
            need += part.width if part else math.inf
            if part is None or need > width:
                return None
            parts.append(part)
        return parts

    def settle(self, stage: int, width: float, height: float) -> tuple[float, Part] | None:
        """Cells for a panel of ``width``: names on few lines, boxes with whole headers. With the
        cost in extra lines; ``None`` where nothing fits.
        """
        key = stage, width, height
        if key not in self._settled:
            self._settled[key] = self._settle(stage, width, height)
        return self._settled[key]

    def _settle(self, stage: int, width: float, height: float) -> tuple[float, Part] | None:
        best: tuple[float, Part] | None = None
        for columns, cell in _cells(self.packer, width):
            self._progress.check()
            cost = max(0.0, cell - WIDEST) / _TOO_WIDE + self.crowding(stage, cell)
            if best and cost >= best[0]:
                continue
            stacked = self.packer.stack(stage, columns, cell)
            if stacked.height > height:
                continue
            cost += stacked.short / (_CHIP_HEADER if self.packer.level.flows else _HEADER)
            cost += _EMPTY * (1 - stacked.height / height)
            if best is None or cost < best[0]:
                best = cost, Part(width, columns, cell)
        return best

    def crowding(self, stage: int, cell: float) -> float:
        """Extra lines of the cards of a panel."""
        if self.packer.level.flows:
            return 0.0
        return self.packer.crowding(stage, min(cell, WIDEST))


def _cells(packer: Packer, width: float) -> list[tuple[int, float]]:
    """Columns and cells that a panel of ``width`` can have."""
    level, found = packer.level, []
    for columns in range(1, COLUMNS + 1):
        free = width - 2 * level.pad - (columns - 1) * level.column_gap
        cell = math.floor((free + 1e-6) / columns / STEP) * STEP
        if cell < NARROWEST:
            break
        found.append((columns, cell))
    return found


def largest(
    fitter: Fitter, width: float, height: float, low: float, top: float
) -> tuple[float, list[Part]] | None:
    """Scale between ``low`` and ``top`` that reads best in an area of drawing units, and its
    panels: large type, names on one line. ``None`` where ``low`` does not fit.
    """
    if not _at(fitter, width, height, low):
        return None
    most = _most(fitter, width, height, low, top)
    best: tuple[float, float, list[Part]] | None = None
    scale = most
    while scale >= max(low, most * _LEAST) - 1e-9:
        parts = _at(fitter, width, height, scale)
        if parts:
            quality = scale * _readable(
                fitter, parts, width / scale, _height(fitter, height, scale)
            )
            if best is None or quality > best[0] + 1e-9:
                best = quality, scale, parts
        scale *= _SHRINK
    return best[1:] if best else None


def _height(fitter: Fitter, height: float, scale: float) -> float:
    """Height of the panels in units: what lies under them is in drawing units."""
    return (height - fitter.packer.level.bottom) / scale


def _at(fitter: Fitter, width: float, height: float, scale: float) -> list[Part] | None:
    return fitter.fits(width / scale, _height(fitter, height, scale))


def _most(fitter: Fitter, width: float, height: float, low: float, top: float) -> float:
    if top <= low or _at(fitter, width, height, top):
        return max(low, top)
    while top - low > _PRECISION:
        middle = (low + top) / 2
        low, top = (middle, top) if _at(fitter, width, height, middle) else (low, middle)
    return low


def _readable(fitter: Fitter, parts: list[Part], width: float, height: float) -> float:
    """1 where every name stands on one line, once the room left over is shared out."""
    packer = fitter.packer
    total = sum(part.width for part in parts)
    room = width - (packer.stages - 1) * packer.level.gutter
    extra = 0.0
    for stage, part in enumerate(parts):
        settled = fitter.settle(stage, room * part.width / total, height)
        extra += fitter.crowding(stage, settled[1].cell if settled else part.cell)
    worth = _CARD_WORTH if packer.level.id > 0 else _LEAN_WORTH
    return 1 - worth * extra / max(packer.cards(), 1)
