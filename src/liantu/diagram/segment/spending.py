"""Who gets the width that the narrowest panels leave over."""

from __future__ import annotations

import math

from liantu.diagram.segment.fitting import Fitter, Part
from liantu.diagram.segment.levels import STEP

_PORTIONS = 10
"""In how many parts the room left over is given away."""
_JUMP = 2.5
"""A gain may need some portions at once: how many are looked ahead."""


def spend(fitter: Fitter, parts: list[Part], width: float, height: float) -> list[Part]:
    """Panels that fill ``width``: the room left over goes where it saves most lines and cuts."""
    widths = [part.width for part in parts]
    slack = width - sum(widths) - (len(parts) - 1) * fitter.packer.level.gutter
    portion = max(slack / _PORTIONS, STEP)
    while slack >= portion:
        stage = _neediest(fitter, widths, height, portion, slack)
        widths[stage] += portion
        slack -= portion
    total, rest = sum(widths), max(slack, 0.0)  # never less than what the cells were measured for
    return [
        _filled(fitter, stage, widths[stage] + rest * widths[stage] / total, part, height)
        for stage, part in enumerate(parts)
    ]


def _filled(fitter: Fitter, stage: int, width: float, part: Part, height: float) -> Part:
    settled = fitter.settle(stage, width, height)
    return settled[1] if settled else Part(width, part.columns, part.cell)


def _neediest(
    fitter: Fitter, widths: list[float], height: float, portion: float, slack: float
) -> int:
    """The panel that gains most by a portion, or by some at once; among those that gain nothing
    the narrowest for its boxes.
    """

    def cost(stage: int, more: float) -> float:
        settled = fitter.settle(stage, widths[stage] + more, height)
        return settled[0] if settled else math.inf

    def gain(stage: int) -> tuple[float, float]:
        now = cost(stage, 0.0)
        gains = [_less(now, cost(stage, portion))]
        if slack >= _JUMP * portion:
            gains.append(_less(now, cost(stage, _JUMP * portion)) / _JUMP)
        best = max(gains)
        dense = widths[stage] / (len(fitter.packer.boxes[stage]) + 1)
        return best if math.isinf(best) else max(best, 0.0), -dense

    return max(range(len(widths)), key=lambda stage: (*gain(stage), stage))


def _less(now: float, then: float) -> float:
    if math.isinf(then):
        return -math.inf
    return math.inf if math.isinf(now) else now - then
