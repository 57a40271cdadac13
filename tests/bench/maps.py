"""The segment map: how long a layout with its lines takes, beside dot on the same graph.

``python -m tests.bench.maps``: every shipped chain in every usual area, from a prepared plan, and
made chains of 300 products in one stage and of 1,000 and 5,000 in all.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from functools import partial

from liantu.diagram.segment import mapping
from liantu.diagram.segment.mapping import Area, build_map, graph_of
from liantu.diagram.segment.model import Edge, Graph, Item, Kind, Rank, Segment
from liantu.layout.geometry import Link, Node, Spacing
from liantu.model.standing import Standing
from tests.bench import dot
from tests.bench.row import Row, worked
from tests.helpers.readings import loaded, shipped_at

SIZES = ((1050, 504), (910, 560), (1189, 592), (1590, 800), (1527, 1013))
CARD = (132.0, 46.0)
"""Size of a card for dot, which knows no text."""
MADE = ((300, 1), (1000, 40), (5000, 200))
"""Products, and segments of each stage, of made chains; the first has one stage only."""


def timed(job: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    start = time.perf_counter()
    job()
    return (time.perf_counter() - start) * 1e3


def shipped() -> None:
    """One line a size: median and worst over the chains."""
    reading = shipped_at()
    graphs = [graph_of(reading, chain) for chain in loaded().atlas.chains]
    for width, height in SIZES:
        area = Area(width, height)
        fresh, kept = [], []
        for graph in graphs:
            plan = build_map(graph, area).placed.plan
            mapping._remembered.cache_clear()
            fresh.append(timed(partial(build_map, graph, area)))
            kept.append(timed(partial(build_map, graph, area, previous=plan)))
        print(
            f"{width}x{height}: fresh median {statistics.median(fresh):.0f} worst {max(fresh):.0f}"
            f" · kept median {statistics.median(kept):.0f} worst {max(kept):.0f} ms"
        )


def by_dot() -> list[float]:
    """Milliseconds of dot for the same products and links of each chain, in columns."""
    times = []
    for chain in loaded().atlas.chains:
        graph = graph_of(shipped_at(), chain)
        nodes = [Node(i.id, *CARD, i.stage) for i in graph.items]
        links = [Link(e.source, e.target) for e in graph.edges if e.trunk]
        layers = {i.id: i.stage * 100 + graph.depth[i.id] for i in graph.items}
        times.append(dot.draw(nodes, links, layers, Spacing()).seconds * 1e3)
    return times


def beside_dot() -> None:
    """Print what dot takes."""
    times = by_dot()
    print(f"dot, trunk only: median {statistics.median(times):.0f} worst {max(times):.0f} ms")


def rows(*, quick: bool = False) -> list[Row]:
    """Every shipped segment map anew, beside dot, and made chains of thousands of products."""
    found = []
    area = Area(*SIZES[3])
    graphs = [graph_of(shipped_at(), chain) for chain in loaded().atlas.chains]
    fresh = [worked(partial(build_map, graph, area)) for graph in graphs]
    found.append(Row("segment map, laid out anew (median)", statistics.median(fresh), "ms"))
    if dot.available():
        theirs = sum(by_dot())
        found.append(Row("segment maps, all anew", sum(fresh), "ms", theirs, against="dot, trunk"))
    for count, boxes in MADE[1 : 2 if quick else None]:
        build = partial(build_map, made(count, boxes, 3), area)
        found.append(Row(f"segment map of {count:,} products", worked(build), "ms"))
    return found


def made(count: int, boxes: int, stages: int) -> Graph:
    """A chain of ``count`` products; the same for the same arguments."""
    chance = random.Random(count)
    kinds = (Kind.LOCAL, Kind.BROKEN, Kind.UP, Kind.DOWN, Kind.OPEN, Kind.BOUGHT)
    items = tuple(
        Item(
            id=f"p{n}",
            name=f"试验产品{n}",
            full=f"试验产品{n}",
            stage=n * stages // count,
            standing=Standing.MADE if n % 6 == 0 else Standing.UNSEEN,
            kind=kinds[n % 6],
            order=n,
            makers=("某某企业",) if n % 6 == 0 else (),
        )
        for n in range(count)
    )
    pairs = {
        tuple(sorted((chance.randrange(count), chance.randrange(count)))) for _ in range(2 * count)
    }
    edges = tuple(
        Edge(f"p{a}", f"p{b}", chance.random(), None, Rank.PLAIN, trunk=chance.random() < 0.5)
        for a, b in sorted(pairs)
        if a != b
    )
    free = [i for i in items if i.kind is not Kind.BOUGHT]
    groups: dict[tuple[int, int], list[str]] = {}
    for item in free:
        groups.setdefault((item.stage, item.order % boxes), []).append(item.id)
    segments = tuple(
        Segment(at, f"{stage}:{n}", f"环节{n}", stage, tuple(ids))
        for at, ((stage, n), ids) in enumerate(sorted(groups.items()))
    )
    return Graph("made", "试验", tuple(f"段{n}" for n in range(stages)), items, edges, segments)


def main() -> None:
    """Print all of it."""
    shipped()
    if dot.available():
        beside_dot()
    for count, boxes in MADE:
        graph = made(count, boxes, 1 if count == 300 else 3)
        for width, height in ((1189, 592), (1590, 800)):
            taken = timed(partial(build_map, graph, Area(width, height)))
            placed = build_map(graph, Area(width, height)).placed
            print(f"{count} products, {width}x{height}: level {placed.level} {taken:.0f} ms")


if __name__ == "__main__":
    main()
