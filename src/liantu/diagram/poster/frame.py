"""The papers of 看板: how large the page is in its own units, and what stands where on it."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.diagram.page import FIT, MILLIMETRE, SIZES

MARGIN = 40.0
HEAD = 121.0
"""Where the rule under the head lies."""
TOP = 132.0
"""Where network and panel begin."""
FOOT = 42.0
"""What lies below them."""
GAP = 16.0
"""Between the columns."""
BETWEEN = 12.0
"""Between network and map."""
PANEL = 0.2467
"""Share of the width between the margins that the panel has."""

UNITS = {"A3": 1.0, "A4": 6.5 / 7.5, "A2": 2**0.5, "A1": 2.0, "A0": 8**0.5, "16:9": 0.94}
"""Drawing units in a unit of the page: type grows with the paper; A4 has 6.5 points at least."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A page: its size in units of its own, of which each is ``unit`` drawing units."""

    paper: str
    width: float
    height: float
    unit: float

    @property
    def right(self) -> float:
        """The right edge of what is drawn."""
        return self.width - MARGIN

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """The lower edge of network, map and panel."""
        return self.height - FOOT

    @property
    def panel(self) -> float:
        """Width of the panel."""
        return self.inner * PANEL

    @property
    def body(self) -> float:
        """Width of network and map."""
        return self.inner - self.panel - GAP


def frame_of(paper: str) -> Frame:
    """The page of a paper; one that fits its picture is as large as A3. Raises ``KeyError``."""
    known = "A3" if paper == FIT else paper
    unit = UNITS[known]
    wide, high = (side * MILLIMETRE / unit for side in SIZES[known])
    return Frame(paper, wide, high, unit)
