"""What the segment map is made of, before (:class:`Graph`) and after it is placed (:class:`Map`).

A graph says nothing of sizes; a map says where everything is for one area. Both are pure values:
the same reading and the same area give the same picture.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from liantu.layout.geometry import Point
from liantu.model.classes import Word
from liantu.model.standing import LOCAL, Certainty, Standing, Tag
from liantu.once import once

HEAD = 52.0
"""So much of a box, from its top, is where lines of what has no place in it end."""


class Kind(enum.StrEnum):
    """How a product is drawn, the one that keeps a card longest first: made here (or within a
    plant), 断链, 短链·向上, 短链·向下, 无链, 未布局, 稳供 (closed by policy), 市外调入.
    """

    LOCAL = "local"
    BROKEN = "broken"
    UP = "up"
    DOWN = "down"
    BLANK = "blank"
    OPEN = "open"
    STEADY = "steady"
    BOUGHT = "bought"


_OF_WORDS = {
    Word.BROKEN: Kind.BROKEN,
    Word.SHORT_UP: Kind.UP,
    Word.SHORT_DOWN: Kind.DOWN,
    Word.BLANK: Kind.BLANK,
}


def kind_of(standing: Standing, words: Sequence[Word]) -> Kind:
    """How a product of a standing is drawn; ``words`` are its classes, the worst first."""
    if standing in LOCAL or standing is Standing.CAPTIVE:
        return Kind.LOCAL
    if standing is Standing.EXTERNAL:
        return Kind.BOUGHT
    if standing is Standing.SHUT:
        return Kind.STEADY
    return _OF_WORDS.get(words[0], Kind.OPEN) if words else Kind.OPEN


@dataclass(frozen=True, slots=True)
class Item:
    """A product of the map.

    ``name`` is the short name, unique on the map; ``full`` the whole one. ``stage`` counts from 0;
    ``section`` too, -1 where several 板块 share it. ``words``: classes that ask for action, the
    worst first. ``makers``: brief names of who makes it; ``planned``: who builds or plans it, in
    words; ``amount`` the known capacity in words (empty: nothing known). ``missing``: names of its
    mains and parts that are not to be had here, the weightiest first. ``job``: 1…3 for 先办三件事,
    0 else. ``memo``: notes about it that are still to be talked over, a line each. ``supply``
    and ``need`` in the unit of the product, ``None`` unknown. ``order``: place in the file.
    """

    id: str
    name: str
    full: str
    stage: int
    standing: Standing
    kind: Kind
    order: int
    section: int = 0
    words: tuple[Word, ...] = ()
    sole: Tag | None = None
    makers: tuple[str, ...] = ()
    planned: str = ""
    amount: str = ""
    missing: tuple[str, ...] = ()
    job: int = 0
    doors: tuple[str, ...] = ()
    tooltip: str = ""
    memo: str = ""
    supply: float | None = None
    need: float | None = None

    @property
    def local(self) -> bool:
        """Whether it is drawn as what the city has."""
        return self.kind is Kind.LOCAL

    @property
    def made(self) -> bool:
        """Whether it counts as made in the city (a plant's own intermediate does not)."""
        return self.standing in LOCAL

    @property
    def suspected(self) -> bool:
        """Whether its absence is not confirmed, so that its badge is hollow."""
        return Certainty.of(self.standing) is Certainty.SUSPECTED

    @property
    def cover(self) -> float | None:
        """Supply ÷ need where both are known and something is needed."""
        return None if self.supply is None or not self.need else self.supply / self.need


class Rank(enum.IntEnum):
    """What a line tells, the most important first: local to local, absent to local (本地缺料),
    local to absent (可延伸), absent to absent. Bought materials count as absent.
    """

    LIVE = 0
    LACK = 1
    OPEN = 2
    PLAIN = 3


@dataclass(frozen=True, slots=True)
class Edge:
    """``source`` goes into ``target``, or comes beside it where ``joint``.

    ``score`` orders the inputs of a product (:mod:`liantu.diagram.segment.trunk`); ``share`` is the
    part of the route's mass, ``None`` where it is not weighed. ``trunk``: on the main way;
    ``first``: the one parent of its target. ``flow``: share of the need of ``source`` that goes
    this way, ``None`` unknown.
    """

    source: str
    target: str
    score: float
    share: float | None
    rank: Rank
    joint: bool = False
    trunk: bool = False
    first: bool = False
    flow: float | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A 细分环节: the products of a stage that stand in one box, in the order of the file.

    ``id`` is its place among the segments of the map; ``key`` stays the same when others come or
    go. ``derived``: not from the chain file. Bought materials stand in none.
    """

    id: int
    key: str
    name: str
    stage: int
    items: tuple[str, ...]
    derived: bool = False


@dataclass(frozen=True)
class Graph:
    """A chain, its 板块 ``section``, or a part of either (``part``: of which product or segment).

    ``items`` are in the order of the file, ``edges`` by source and target.
    """

    chain: str
    title: str
    stages: tuple[str, ...]
    items: tuple[Item, ...]
    edges: tuple[Edge, ...]
    segments: tuple[Segment, ...]
    section: str | None = None
    part: str = ""

    @once
    def _hash(self) -> int:
        return hash((self.chain, self.section, self.part, self.items, self.edges, self.segments))

    def __hash__(self) -> int:
        """Reckoned once: maps are looked up by their graph again and again."""
        return self._hash

    @once
    def by_id(self) -> Mapping[str, Item]:
        """The items by product id."""
        return {item.id: item for item in self.items}

    @once
    def segment_of(self) -> Mapping[str, int]:
        """Product id → id of its segment; bought materials are not in it."""
        return {product: s.id for s in self.segments for product in s.items}

    @once
    def into(self) -> Mapping[str, tuple[Edge, ...]]:
        """Product id → edges that end there, the best first."""
        return _by(self.edges, source=False)

    @once
    def out(self) -> Mapping[str, tuple[Edge, ...]]:
        """Product id → edges that begin there, the best first."""
        return _by(self.edges, source=True)

    @once
    def depth(self) -> Mapping[str, int]:
        """Product id → steps along the trunk inside its stage."""
        return _depths(self)


def _by(edges: tuple[Edge, ...], *, source: bool) -> Mapping[str, tuple[Edge, ...]]:
    found: dict[str, list[Edge]] = {}
    for edge in sorted(edges, key=lambda e: (-e.score, e.source, e.target)):
        found.setdefault(edge.source if source else edge.target, []).append(edge)
    return {key: tuple(rows) for key, rows in found.items()}


def _depths(graph: Graph) -> Mapping[str, int]:
    """Longest way over trunk edges inside the stage; a cycle counts from where it is entered."""
    above: dict[str, list[str]] = {}
    for edge in graph.edges:
        ends = graph.by_id[edge.source], graph.by_id[edge.target]
        if edge.trunk and ends[0].stage == ends[1].stage and ends[0].kind is not Kind.BOUGHT:
            above.setdefault(edge.target, []).append(edge.source)
    found: dict[str, int] = {}
    for item in graph.items:
        if item.id not in found:
            _descend(item.id, above, found)
    return found


def _descend(start: str, above: Mapping[str, list[str]], found: dict[str, int]) -> None:
    """Depth of ``start`` and all above it, without recursion: chains may be long."""
    stack = [(start, iter(above.get(start, ())))]
    busy = {start}
    while stack:
        at, rest = stack[-1]
        following = next((up for up in rest if up not in found and up not in busy), None)
        if following is not None:
            busy.add(following)
            stack.append((following, iter(above.get(following, ()))))
            continue
        stack.pop()
        found[at] = max((found[up] + 1 for up in above.get(at, ()) if up in found), default=0)


# -- placed


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in units of the map (:attr:`Map.scale` pixels or points each)."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Counted:
    """A chip that stands for products without a place of their own: those of a segment
    (``可延伸 3 无链 2``) or the rest of a strip (``+12``); ``segment`` is -1 in a strip.
    """

    words: str
    stage: int
    segment: int
    items: tuple[str, ...]


ShelfPlan = tuple[float, float, tuple[tuple[str, int], ...]]
"""A shelf as its y, its height, and its boxes as (key, cells)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is kept so that a small change moves little: level, scale and panels (width, columns,
    width of a cell) for an area; panel by panel the order of the boxes as their keys, and the
    shelves on which they stand; box by box the order of the products.
    """

    level: int
    scale: float
    panels: tuple[tuple[float, int, float], ...]
    area: tuple[float, float]
    order: tuple[tuple[str, ...], ...]
    shelves: tuple[tuple[ShelfPlan, ...], ...] = ()
    products: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Placed:
    """Where everything is, in units from the upper left of the area.

    ``cards`` and ``chips``: product id → place; an item that is only counted is in neither.
    ``strips``: stage → its strip of bought materials; ``boxes``: segment id → box (bought materials
    as cards have a box of their own, see ``bought``); ``panels`` one a stage; ``shelves``: per
    panel the rows of boxes as (y, height), the strip the last; ``columns``: card → (segment, column
    in its box). Under the panels ``Level.bottom`` lies free for lines.
    """

    level: int
    scale: float
    width: float
    height: float
    boxes: Mapping[int, Rect]
    cards: Mapping[str, Rect]
    chips: Mapping[str, Rect]
    strips: Mapping[int, Rect]
    panels: tuple[Rect, ...]
    shelves: tuple[tuple[tuple[float, float], ...], ...]
    columns: Mapping[str, tuple[int, int]]
    counted: tuple[tuple[Counted, Rect], ...]
    plan: Plan
    bought: Mapping[int, Segment] = field(default_factory=dict)

    def place(self, product: str) -> Rect | None:
        """The card or chip of a product, ``None`` where it is only counted or not shown."""
        return self.cards.get(product) or self.chips.get(product)


@dataclass(frozen=True, slots=True, order=True)
class End:
    """Where a line begins or ends: a card (``product``) or, where that is empty, a box."""

    product: str = ""
    segment: int = -1


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line as corner points from source to target; ``box`` lines join headers of boxes,
    ``stub`` is the short arrow to the next card of the same column.
    """

    source: End
    target: End
    points: tuple[Point, ...]
    rank: Rank
    box: bool = False
    stub: bool = False


@dataclass(frozen=True)
class Map:
    """A graph with its places and lines; ``named``: card → lines that name the inputs without a
    line (whole names, then +n).
    """

    graph: Graph
    placed: Placed
    lines: tuple[Drawn, ...] = ()
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @once
    def spots(self) -> Mapping[str, Rect]:
        """Where lines of a product end: its card or chip, where it is counted, the head of its
        box.
        """
        placed, found = self.placed, dict[str, Rect]()
        for segment in self.graph.segments:
            rect = placed.boxes.get(segment.id)
            if rect is not None:
                head = replace(rect, height=min(rect.height, HEAD))
                found.update(dict.fromkeys(segment.items, head))
        for counted, rect in placed.counted:
            found.update(dict.fromkeys(counted.items, rect))
        return {**found, **placed.chips, **placed.cards}
