"""Segment maps laid out by hand: boxes of cards on a grid, and edges at random."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from liantu.diagram.segment.model import (
    Edge,
    Graph,
    Item,
    Kind,
    Placed,
    Plan,
    Rank,
    Rect,
    Segment,
)
from liantu.model.standing import Standing


@dataclass(frozen=True)
class Room:
    """The measures of a level, as the tracks want them."""

    header: float = 23.0
    pad: float = 6.0
    panel_head: float = 29.0
    head: float = 13.0


ROOM = Room()
CARD, GAP, BOX_GAP, GUTTER = 110.0, 10.0, 14.0, 44.0


def item(product: str, stage: int, kind: Kind = Kind.LOCAL, missing: tuple[str, ...] = ()) -> Item:
    return Item(
        id=product,
        name=product,
        full=product,
        stage=stage,
        standing=Standing.MADE if kind is Kind.LOCAL else Standing.UNSEEN,
        kind=kind,
        order=0,
        missing=missing,
    )


def rank(source: Item, target: Item) -> Rank:
    if target.local:
        return Rank.LIVE if source.local else Rank.LACK
    return Rank.OPEN if source.local else Rank.PLAIN


def graph(
    panels: list[list[list[str]]],
    pairs: list[tuple[str, str]],
    absent: frozenset[str] = frozenset(),
) -> Graph:
    """``panels``: per stage its boxes as lists of products; each first edge into a product is its
    first, all are on the trunk.
    """
    items: list[Item] = []
    segments: list[Segment] = []
    for stage, boxes in enumerate(panels):
        for box in boxes:
            segments.append(Segment(len(segments), f"s{len(segments)}", "环节", stage, tuple(box)))
            for product in box:
                kind = Kind.DOWN if product in absent else Kind.LOCAL
                items.append(replace(item(product, stage, kind), order=len(items)))
    by_id = {i.id: i for i in items}
    led: set[str] = set()
    edges = []
    for source, target in pairs:
        first = target not in led and source != target
        led.add(target)
        edges.append(
            Edge(
                source=source,
                target=target,
                score=1.0 if first else 0.7,
                share=0.5,
                rank=rank(by_id[source], by_id[target]),
                trunk=True,
                first=first,
            )
        )
    edges.sort(key=lambda e: (e.source, e.target))
    stages = tuple(f"阶段{i}" for i in range(len(panels)))
    return Graph("chain", "链", stages, tuple(items), tuple(edges), tuple(segments))


def placed(of: Graph, columns: int = 2, per_shelf: int = 2, tall: float = 46.0) -> Placed:
    """Boxes of ``columns`` columns, ``per_shelf`` side by side, in the order of the segments;
    boxes fill their shelf, cards their box.
    """
    boxes: dict[int, Rect] = {}
    cards: dict[str, Rect] = {}
    at: dict[str, tuple[int, int]] = {}
    shelves: list[tuple[tuple[float, float], ...]] = []
    panels: list[Rect] = []
    wide = columns * CARD + (columns - 1) * GAP + 2 * ROOM.pad
    whole = per_shelf * (wide + BOX_GAP) - BOX_GAP
    floor = 0.0
    for stage in range(len(of.stages)):
        mine = [s for s in of.segments if s.stage == stage]
        left = stage * (whole + GUTTER)
        y = ROOM.panel_head + 6
        rows: list[tuple[float, float]] = []
        for start in range(0, len(mine), per_shelf):
            row = mine[start : start + per_shelf]
            most = max(-(-len(s.items) // columns) for s in row)
            height = ROOM.header + most * (tall + 4) + ROOM.pad
            width = (whole - (len(row) - 1) * BOX_GAP) / len(row)
            for place, segment in enumerate(row):
                x = left + place * (width + BOX_GAP)
                boxes[segment.id] = Rect(x, y, width, height)
                lines = -(-len(segment.items) // columns)
                count = -(-len(segment.items) // lines)
                card = (width - 2 * ROOM.pad - (count - 1) * GAP) / count
                for n, product in enumerate(segment.items):
                    column, line = n // lines, n % lines
                    cards[product] = Rect(
                        x + ROOM.pad + column * (card + GAP),
                        y + ROOM.header + line * (tall + 4),
                        card,
                        tall,
                    )
                    at[product] = (segment.id, column)
            rows.append((y, height))
            y += height + BOX_GAP
        shelves.append(tuple(rows))
        floor = max(floor, y)
        panels.append(Rect(left, 0, whole, 0))
    panels = [replace(panel, height=floor) for panel in panels]
    return Placed(
        level=2,
        scale=1.0,
        width=panels[-1].right,
        height=floor + 9,
        boxes=boxes,
        cards=cards,
        chips={},
        strips={},
        panels=tuple(panels),
        shelves=tuple(shelves),
        columns=at,
        counted=(),
        plan=Plan(2, 1.0, (), (panels[-1].right, floor), ()),
    )


def at_random(seed: int, dense: float = 2.0) -> tuple[Graph, Placed]:
    """A map of two to four stages with edges in all directions, ``dense`` a product at most."""
    draw = random.Random(seed)
    panels = [
        [
            [f"p{stage}{box}{n}" for n in range(draw.randint(1, 5))]
            for box in range(draw.randint(1, 5))
        ]
        for stage in range(draw.randint(2, 4))
    ]
    products = [p for boxes in panels for box in boxes for p in box]
    count = draw.randint(1, max(1, int(dense * len(products))))
    pairs = {(draw.choice(products), draw.choice(products)) for _ in range(count)}
    absent = frozenset(p for p in products if draw.random() < 0.5)
    found = graph(panels, sorted(pairs), absent)
    return found, placed(found, draw.randint(1, 3), draw.randint(1, 3))
