"""A drawn page and where its things are, so that the same drawing prints and can be clicked."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.diagram.drawing import Drawing
from liantu.model.target import Target


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle of the drawing (its units) that stands for ``target``; ``tip`` is plain text."""

    x: float
    y: float
    width: float
    height: float
    target: Target
    tip: str = ""

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``spots`` come in the order of drawing: of several that hold a point the last is
    on top.
    """

    drawing: Drawing
    spots: tuple[Spot, ...] = ()
