"""What is measured of a placed segment map: type, names, overlaps, hits, ink, fill."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from liantu.diagram import measure
from liantu.diagram.drawing import Clip, Label, Shape
from liantu.diagram.segment.cardtext import card_text, text_height
from liantu.diagram.segment.levels import BY_ID
from liantu.diagram.segment.model import Drawn, Map, Rect
from tests.helpers.line_metrics import length

SLACK = 0.6
"""Units that two things may share: borders are drawn on the line."""
WIDTHS = {0: 2.0, 1: 1.3, 2: 1.1, 3: 1.0}
"""Width of a line by rank; lines between boxes have :data:`BOX_WIDTH`."""
BOX_WIDTH = 2.6


def labels(shapes: tuple[Shape, ...]) -> Iterator[Label]:
    """All text of a picture."""
    for shape in shapes:
        if isinstance(shape, Label):
            yield shape
        elif isinstance(shape, Clip):
            yield from labels(shape.shapes)


def places(map_: Map) -> list[Rect]:
    """Cards, chips and what stands for several products."""
    placed = map_.placed
    counted = [rect for _, rect in placed.counted]
    return [*placed.cards.values(), *placed.chips.values(), *counted]


def overlaps(map_: Map) -> int:
    """Pairs of places that lie on each other."""
    return sum(_meet(a, b) for a, b in combinations(places(map_), 2))


def _meet(a: Rect, b: Rect) -> bool:
    across = a.x < b.right - SLACK and b.x < a.right - SLACK
    return across and a.y < b.bottom - SLACK and b.y < a.bottom - SLACK


def outside(map_: Map) -> int:
    """Places and line corners beyond the area."""
    placed = map_.placed
    wide, high = placed.width + SLACK, placed.height + SLACK
    found = sum(
        r.x < -SLACK or r.y < -SLACK or r.right > wide or r.bottom > high for r in places(map_)
    )
    spots = [p for line in map_.lines for p in line.points]
    return found + sum(not (-SLACK <= x <= wide and -SLACK <= y <= high) for x, y in spots)


def hits(map_: Map) -> int:
    """Pieces of lines that run over a card or chip that is not their end."""
    placed, found = map_.placed, 0
    spots = {**placed.cards, **placed.chips}
    for line in map_.lines:
        ends = {line.source.product, line.target.product}
        for (x0, y0), (x1, y1) in pairwise(line.points):
            for product, rect in spots.items():
                across = min(x0, x1) < rect.right - SLACK and max(x0, x1) > rect.x + SLACK
                along = min(y0, y1) < rect.bottom - SLACK and max(y0, y1) > rect.y + SLACK
                found += product not in ends and across and along
    return found


def ink(map_: Map) -> float:
    """Share of the area that lines cover; of lines on top of each other the widest counts."""
    placed, drawn, above = map_.placed, 0.0, 0.0
    widths = sorted({*WIDTHS.values(), BOX_WIDTH}, reverse=True)
    for least in widths:
        covered = length([d for d in map_.lines if _width(d) >= least])
        drawn += (covered - above) * least
        above = covered
    return drawn / (placed.width * placed.height)


def _width(drawn: Drawn) -> float:
    return BOX_WIDTH if drawn.box else WIDTHS[drawn.rank]


def overfull(map_: Map) -> list[str]:
    """Names of the cards whose lines are higher than they are."""
    level, found = BY_ID[map_.placed.level], []
    for product, rect in map_.placed.cards.items():
        item = map_.graph.by_id[product]
        shown = card_text(level, item, rect)
        details = len(shown.details) + bool(shown.lack)
        inputs = len(map_.named.get(product, ()))
        if text_height(level, len(shown.names), details, inputs) > rect.height:
            found.append(item.name)
    return found


def whole_names(map_: Map) -> float:
    """Share of the items whose name is seen uncut."""
    placed, level = map_.placed, BY_ID[map_.placed.level]
    seen = 0
    for item in map_.graph.items:
        if item.id in placed.cards:
            names = card_text(level, item, placed.cards[item.id]).names
            seen += "".join(names).replace(" ", "") == item.name.replace(" ", "")
        elif item.id in placed.chips:
            seen += "…" not in "".join(_chip(map_, item.id))
    return seen / len(map_.graph.items)


def _chip(map_: Map, product: str) -> tuple[str, ...]:
    from liantu.diagram.segment.chips import chip_text

    item = map_.graph.by_id[product]
    return chip_text(BY_ID[map_.placed.level], item, map_.placed.chips[product]).names


def wide(label: Label) -> float:
    """Width of a text."""
    return measure.width(label.text, label.size, bold=label.bold)
