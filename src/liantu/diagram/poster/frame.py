"""The papers of 看板: how large the page is in its own units, and what stands where on it."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.diagram.page import FIT, MILLIMETRE, SIZES

GAP = 16.0
"""Between the columns."""
BETWEEN = 12.0
"""Between network and map."""
TOP = 11.0
"""From the rule under the head to network and panel."""

UNITS = {"A3": 1.0, "A4": 6.5 / 7.5, "A2": 2**0.5, "A1": 2.0, "A0": 8**0.5, "16:9": 1.0}
"""Drawing units in a unit of the page: type grows with the paper; A4 has 6.5 points at least."""
SLIDE = "16:9"


@dataclass(frozen=True, slots=True)
class Frame:
    """A page: its size in units of its own, of which each is ``unit`` drawing units. ``head`` is
    where the rule under the head lies, ``foot`` what lies below network, map and panel; ``share``
    of the width between the margins is the panel's.
    """

    paper: str
    width: float
    height: float
    unit: float
    margin: float = 40.0
    head: float = 121.0
    foot: float = 42.0
    share: float = 0.2467

    @property
    def right(self) -> float:
        """The right edge of what is drawn."""
        return self.width - self.margin

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def top(self) -> float:
        """Where network and panel begin."""
        return self.head + TOP

    @property
    def bottom(self) -> float:
        """The lower edge of network, map and panel."""
        return self.height - self.foot

    @property
    def panel(self) -> float:
        """Width of the panel."""
        return self.inner * self.share

    @property
    def body(self) -> float:
        """Width of network and map."""
        return self.inner - self.panel - GAP


def frame_of(paper: str) -> Frame:
    """The page of a paper; one that fits its picture is as large as A3. Raises ``KeyError``."""
    known = "A3" if paper == FIT else paper
    unit = UNITS[known]
    wide, high = (side * MILLIMETRE / unit for side in SIZES[known])
    if known == SLIDE:
        return Frame(paper, wide, high, unit, margin=26.0, head=97.0, foot=32.0, share=0.255)
    return Frame(paper, wide, high, unit)
