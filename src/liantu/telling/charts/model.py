"""What every chart has, and the grid that several of them are."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from liantu.model.target import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """Where a click leads: to a thing in the map of ``chain`` (empty: where it is shown), else to
    a ``list`` of ``chain``, of ``county`` alone and of one class (``word``), else to the chain.
    ``at``: instead, to one of several answers that the chart shows, by its place.
    """

    target: Target | None = None
    chain: str = ""
    list: str = ""
    county: str = ""
    word: str = ""
    at: int | None = None


def product_aim(product: str, chain: str = "") -> Aim:
    """To a product, in ``chain`` where that is given."""
    return Aim(target=Target("product", product), chain=chain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """``title`` names it, ``finding`` is the sentence above it, ``note`` explains the marks and
    says what is unknown. One with nothing to draw (``empty``) says why in its finding.
    """

    title: str
    finding: str
    note: str

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return False


class Ink(enum.StrEnum):
    """What a cell, bar or node means, whatever its colour is in a theme."""

    HERE = "here"
    SURE = "sure"
    DOUBT = "doubt"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """``words`` in a field, shaded by ``shade`` (0 to 1) of ``ink``, a tone of a class where
    ``word`` names one; ``hollow``: in an outline only.
    """

    row: int
    column: int
    words: str
    tip: str
    aim: Aim
    shade: float = 0.0
    ink: Ink = Ink.HERE
    word: str = ""
    hollow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The name of a row or column; ``end`` stands behind the row."""

    words: str
    tip: str = ""
    aim: Aim | None = None
    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid(Chart):
    """Rows × columns. ``upright``: the names of the columns stand, a character a line.
    ``corner`` says what rows and columns are, ``own``: row and column of one thing meet on the
    diagonal, which says nothing; ``first`` is the place of the first row among those of the whole.
    """

    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: tuple[Cell, ...]
    upright: bool = False
    corner: str = ""
    own: bool = False
    first: int = 0

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.cells
