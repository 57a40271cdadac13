"""The graphs of the layout benchmark: all shipped maps, and seeded ones that nobody tuned for."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from liantu import paths
from liantu.analysis.reading import Reading
from liantu.diagram.views.detail import build_view
from liantu.diagram.views.map_view import CARD_HEIGHT, CARD_WIDTH
from liantu.layout.geometry import Link, Node
from liantu.library import load


@dataclass(frozen=True)
class Graph:
    """A graph to lay out."""

    name: str
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    bands: int


def shipped() -> Iterator[Graph]:
    """Every chain, and every section of those that have several."""
    atlas = load(paths.shipped_chains()).atlas
    reading = Reading.of(atlas)
    for chain in atlas.chains.values():
        parts = [s.id for s in chain.sections] if len(chain.sections) > 1 else []
        for section in (None, *parts):
            view = build_view(reading, chain.id, section)
            nodes = tuple(Node(c.id, c.width, c.height, c.band) for c in view.cards)
            links = tuple(Link(k.source, k.target) for k in view.links)
            name = f"{chain.id}/{section}" if section else chain.id
            yield Graph(name, nodes, links, len(view.bands))


def made(count: int, links: int, seed: int) -> Graph:
    """A graph of ``count`` cards in three bands; most links run forward, some backward."""
    chance = random.Random(seed)
    bands = sorted(chance.choices(range(3), weights=(4, 3, 3), k=count))
    nodes = tuple(Node(f"n{i}", CARD_WIDTH, CARD_HEIGHT, b) for i, b in enumerate(bands))
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < links:
        a = chance.randrange(count)
        b = min(count - 1, a + 1 + int(chance.expovariate(8 / count)))
        if a != b:
            pairs.add((a, b) if chance.random() > 0.04 else (b, a))
    found = tuple(Link(f"n{a}", f"n{b}") for a, b in sorted(pairs))
    return Graph(f"made-{count}-{links}-{seed}", nodes, found, 3)
