"""A finished picture as SVG text beside the drawings of our own display list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from liantu.diagram.drawing import Drawing
from liantu.diagram.page import POINTS


@dataclass(frozen=True, slots=True)
class Svg:
    """``width`` and ``height`` in drawing units (96 to the inch), as those of a ``Drawing``;
    ``png`` makes the same picture as PNG at so many dots an inch; ``date`` ISO.
    """

    text: str
    width: float
    height: float
    png: Callable[[int], bytes] = field(compare=False)
    title: str = ""
    date: str = ""

    @property
    def points(self) -> tuple[float, float]:
        """The size in points."""
        return self.width * POINTS, self.height * POINTS


Picture = Drawing | Svg
"""Whatever a file, a paper or a slide can show."""
