"""How much a map tells: nine levels of detail, the richest first.

Sizes are units of the map; a unit is :attr:`Placed.scale` pixels. All type is 12 units or more but
for the names of inputs (:attr:`Level.small`), so that the least scale of a level is also its least
type.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from liantu.diagram.segment.model import Kind

STEP = 4.0
"""Text is measured for widths that are multiples of this, so that few differ."""
NARROWEST, WIDEST = 84.0, 176.0
"""Widths of a cell between which panels are tried: five characters of a name, and thirteen."""


@dataclass(frozen=True, slots=True)
class Level:
    """What a card shows and how much air it has.

    ``target``: least scale at which it is taken. ``makers``: most makers named in a card,
    ``inputs``: whether it names the inputs that got no line, ``lack``: whether it tells what is
    missing.
    ``bought_cards``: 市外调入 stands in a box of cards, else in a strip of at most ``strip_rows``
    rows (0: all). ``chips``: kinds that stand as chips; ``folded``: kinds that a box only counts;
    ``chip_makers``: whether a chip names a maker. ``box_rows``: most rows of chips in a box (0:
    all). ``bottom``: what lies free for lines under the panels, in drawing units.
    """

    id: int
    target: float
    makers: int = 1
    inputs: bool = False
    lack: bool = True
    bought_cards: bool = False
    chips: frozenset[Kind] = frozenset({Kind.BOUGHT})
    folded: frozenset[Kind] = frozenset()
    chip_makers: bool = False
    strip_rows: int = 0
    box_rows: int = 0
    name: float = 12.5
    detail: float = 12.0
    chip: float = 12.0
    head: float = 13.0
    lead: float = 1.2
    chip_lead: float = 1.55
    chip_gap: float = 3.5
    column_gap: float = 8.0
    row_gap: float = 3.5
    box_gap: float = 11.0
    pad: float = 5.0
    gutter: float = 36.0
    header: float = 23.0
    panel_head: float = 29.0
    margin: float = 7.0
    bottom: float = 9.0

    @property
    def small(self) -> float:
        """Size of the names of inputs."""
        return self.detail - 0.5

    @property
    def flows(self) -> bool:
        """Whether everything is a chip."""
        return len(self.chips) == len(Kind)

    @property
    def top(self) -> float:
        """Where the boxes of a panel begin: a strip of 6 under its head is left for lines."""
        return self.panel_head + 6.0

    @property
    def chip_height(self) -> float:
        """Height of a chip whose name stands on one line."""
        return self.chip * self.chip_lead

    @property
    def chip_line(self) -> float:
        """What each further line of a chip adds."""
        return self.chip * 1.15

    @property
    def chip_pitch(self) -> float:
        """From one row of chips to the next."""
        return self.chip_height + self.chip_gap


_UNSETTLED = frozenset({Kind.OPEN, Kind.STEADY})
"""What asks for nothing: it shrinks first."""

WHOLE = Level(
    id=4, target=1.24, makers=3, inputs=True, bought_cards=True, chips=frozenset(),
    column_gap=16, row_gap=7, box_gap=18, pad=8, gutter=54, margin=11,
)  # fmt: skip
FULL = Level(
    id=3, target=1.06, makers=3, inputs=True,
    column_gap=15, row_gap=6, box_gap=17, pad=7, gutter=50, margin=10,
)  # fmt: skip
RICH = Level(
    id=2, target=1.03, makers=2, column_gap=12, row_gap=5, box_gap=15, pad=6, gutter=46, margin=9
)
NORMAL = Level(id=1, target=1.0)
LEAN = Level(
    id=0, target=0.97, lack=False, chips=_UNSETTLED | {Kind.BOUGHT}, strip_rows=3, name=12.0,
    chip_lead=1.42, chip_gap=3.0, column_gap=6.5, row_gap=2.5, box_gap=8.5, pad=4, gutter=27,
    header=20, panel_head=27, margin=5,
)  # fmt: skip
CHIPFIRM = replace(
    LEAN, id=-1, chips=frozenset(Kind), chip_makers=True, chip_lead=1.5, chip_gap=3.2,
    column_gap=3, box_gap=8, gutter=22, bottom=2, strip_rows=4,
)  # fmt: skip
CHIPS = replace(CHIPFIRM, id=-2, target=0.92, chip_makers=False, strip_rows=2)
FOLDED = replace(CHIPS, id=-3, strip_rows=1, folded=_UNSETTLED)
TILES = replace(FOLDED, id=-4, folded=_UNSETTLED | {Kind.DOWN})

STRIPPED = replace(WHOLE, bought_cards=False, chips=FULL.chips)
"""The richest level where bought materials are to stand in strips."""

LEVELS = (WHOLE, FULL, RICH, NORMAL, LEAN, CHIPFIRM, CHIPS, FOLDED, TILES)
BY_ID: Mapping[int, Level] = {level.id: level for level in LEVELS}
"""Level by :attr:`Placed.level`."""
