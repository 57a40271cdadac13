"""What the layout engine takes and gives. Units are drawing units; x runs along the chain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """A card to place: its size and the stage band (0-based) it must lie in."""

    id: str
    width: float
    height: float
    band: int


@dataclass(frozen=True, slots=True)
class Link:
    """A directed relation between two different nodes."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Spacing:
    """Gaps: between cards in a column, between columns, between bands, around a band."""

    node: float = 12.0
    column: float = 56.0
    band: float = 28.0
    padding: float = 16.0
    header: float = 36.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A placed card: top left corner, size, band and column (``layer`` counts over all bands)."""

    id: str
    x: float
    y: float
    width: float
    height: float
    band: int
    layer: int


@dataclass(frozen=True, slots=True)
class Routed:
    """A drawn link as a poly-Bézier (1 + 3n points); ``backward`` runs against the stages."""

    source: str
    target: str
    points: tuple[Point, ...]
    backward: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A stage's rectangle."""

    index: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Result of the engine; everything lies inside ``(0, 0, width, height)``."""

    nodes: tuple[Placed, ...]
    links: tuple[Routed, ...]
    bands: tuple[Band, ...]
    width: float
    height: float
    order: Mapping[str, int] = field(default_factory=dict)
