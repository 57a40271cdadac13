"""Who feeds whom: the chains of the city on a ring."""

from __future__ import annotations

import math
from collections import Counter

from liantu.analysis.feeding import Feed
from liantu.analysis.reading import Reading
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Curve, Label, Shape
from liantu.diagram.plate import Plate
from liantu.diagram.theme import Theme
from liantu.layout.geometry import Point
from liantu.wording import text

RING, NODE = 300.0, (124.0, 40.0)
WIDE = 1.5
"""The ring is an ellipse so much wider than high, as paper is."""
EDGE = 10.0
BEND = 0.45
"""How far the handles of a line reach towards the centre, which keeps it off the chains between."""


def network(reading: Reading, theme: Theme) -> Plate:
    """Chains on a ring; a line from maker to user, as wide as the number of local products."""
    found = reading.feeds
    spots = _ring(list(reading.atlas.chains))
    shapes: list[Shape] = [
        _feed(feed, spots, theme) for feed in sorted(found, key=lambda f: len(f.local))
    ]
    local = Counter(feed.source for feed in found for _ in feed.local)
    for key, (x, y) in spots.items():
        chain = reading.atlas.chains[key]
        shapes.append(
            Box(x - NODE[0] / 2, y - NODE[1] / 2, *NODE, theme.paper, theme.local, 1.2, 6)
        )
        name = measure.cut(chain.label, 12, NODE[0] - 12, bold=True)
        shapes.append(Label(x, y - 2, name, 12, theme.text, bold=True, anchor="middle"))
        sent = text("diagram.city.sends", count=local[key])
        shapes.append(Label(x, y + 13, sent, 10, theme.secondary, anchor="middle"))
    width, height = 2 * RING * WIDE + NODE[0] + 2 * EDGE, 2 * RING + NODE[1] + 2 * EDGE
    title = text("diagram.city.network", region=reading.atlas.library.region.name)
    return Plate(title, text("diagram.city.network.note"), width, height, tuple(shapes))


def _ring(chains: list[str]) -> dict[str, Point]:
    """An ellipse, clockwise from the top, wide enough that names do not touch."""
    spots = {}
    for at, chain in enumerate(chains):
        angle = 2 * math.pi * at / max(len(chains), 1) - math.pi / 2
        x = RING * WIDE * math.cos(angle) + RING * WIDE + NODE[0] / 2 + EDGE
        y = RING * math.sin(angle) + RING + NODE[1] / 2 + EDGE
        spots[chain] = (x, y)
    return spots


def _feed(feed: Feed, spots: dict[str, Point], theme: Theme) -> Curve:
    start, end = spots[feed.source], spots[feed.target]
    centre = (RING * WIDE + NODE[0] / 2 + EDGE, RING + NODE[1] / 2 + EDGE)
    start, end = _edge(start, centre), _edge(end, centre)
    first, second = _towards(start, centre, BEND), _towards(end, centre, BEND)
    strong = bool(feed.local)
    return Curve(
        (start, first, second, end),
        theme.accent if strong else theme.edge,
        0.8 + 0.9 * math.sqrt(len(feed.local)),
        () if strong else (4.0, 3.0),
        opacity=0.8 if strong else 0.45,
    )


def _edge(spot: Point, centre: Point) -> Point:
    """Where the way to the centre leaves the box of a chain."""
    dx, dy = centre[0] - spot[0], centre[1] - spot[1]
    reach = min(
        NODE[0] / 2 / abs(dx) if dx else math.inf,
        NODE[1] / 2 / abs(dy) if dy else math.inf,
    )
    return spot[0] + dx * reach, spot[1] + dy * reach


def _towards(spot: Point, other: Point, share: float) -> Point:
    return spot[0] + (other[0] - spot[0]) * share, spot[1] + (other[1] - spot[1]) * share
