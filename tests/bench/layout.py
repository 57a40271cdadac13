"""Our layout against Graphviz ``dot`` on the same graphs, in the same columns, in one run."""

from __future__ import annotations

import statistics
import time
from functools import partial

from liantu.layout.engine import lay_out
from liantu.layout.geometry import Layout, Spacing
from tests.bench import dot
from tests.bench.graphs import Graph, made, shipped
from tests.bench.metrics import Drawing, Measures, flatten, measure
from tests.bench.row import Row, worked

SPACING = Spacing()
FIGURES = (
    ("time", "seconds", "ms", 1000.0),
    ("crossings", "crossings", "", 1.0),
    ("length of lines", "length", "kpx", 0.001),
    ("area", "area", "Mpx", 1e-6),
)
FIELDS = ("seconds", "crossings", "order_crossings", "length", "area")


def ours(graph: Graph) -> tuple[Layout, Drawing]:
    """The layout and its drawing; the time is the best of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        layout = lay_out(graph.nodes, graph.links, graph.bands, SPACING)
        times.append(time.process_time() - start)
    number = {node.id: at for at, node in enumerate(graph.nodes)}
    boxes = [(0.0, 0.0, 0.0, 0.0)] * len(graph.nodes)
    for n in layout.nodes:
        boxes[number[n.id]] = (n.x, n.y, n.x + n.width, n.y + n.height)
    edges = [(number[k.source], number[k.target]) for k in layout.links]
    lines = [flatten(k.points) for k in layout.links]
    return layout, Drawing(boxes, edges, lines, min(times))


def compare(graph: Graph) -> tuple[Measures, Measures]:
    """Measures of our drawing and of dot's."""
    layout, drawing = ours(graph)
    columns = {n.id: n.layer for n in layout.nodes}
    links = [k for k in graph.links if k.source != k.target]
    return measure(drawing), measure(dot.draw(graph.nodes, links, columns, SPACING))


def ratio(pairs: list[tuple[Measures, Measures]], field: str) -> float:
    """Median over the graphs of ours ÷ dot's; 0 crossings on both sides count as equal."""
    values = []
    for mine, other in pairs:
        a, b = getattr(mine, field), getattr(other, field)
        values.append((a + 1) / (b + 1) if "crossings" in field else a / b)
    return statistics.median(values)


def total(pairs: list[tuple[Measures, Measures]], field: str) -> float:
    """Sum of ours ÷ sum of dot's."""
    return sum(getattr(p[0], field) for p in pairs) / sum(getattr(p[1], field) for p in pairs)


def report(title: str, graphs: list[Graph]) -> None:
    """Print one table."""
    pairs = [compare(graph) for graph in graphs]
    print(f"\n{title}: {len(graphs)} graphs, ours ÷ dot (median · of the sums)")
    for field in FIELDS:
        print(f"  {field:16} {ratio(pairs, field):6.2f}  {total(pairs, field):6.2f}")
    mine = [p[0] for p in pairs]
    print(f"  hits {sum(m.hits for m in mine)}, overlaps {sum(m.overlaps for m in mine)}")
    slowest = max(zip(mine, graphs, strict=True), key=lambda p: p[0].seconds)
    print(f"  slowest {slowest[0].seconds * 1000:.0f} ms ({slowest[1].name})")


def stability(graphs: list[Graph]) -> tuple[float, float]:
    """After one link is taken away: share of cards that stay in their column, and of pairs of
    one column that keep their order.
    """
    stayed = cards = kept = pairs = 0
    for graph in graphs:
        before = lay_out(graph.nodes, graph.links, graph.bands, SPACING)
        columns = {n.id: n.layer for n in before.nodes}
        for at in range(0, len(graph.links), max(1, len(graph.links) // 5)):
            links = graph.links[:at] + graph.links[at + 1 :]
            after = lay_out(graph.nodes, links, graph.bands, SPACING, before.order)
            same = [n.id for n in after.nodes if columns[n.id] == n.layer]
            stayed, cards = stayed + len(same), cards + len(graph.nodes)
            for one in same:
                for other in same:
                    if one < other and columns[one] == columns[other]:
                        was = before.order[one] < before.order[other]
                        kept += was == (after.order[one] < after.order[other])
                        pairs += 1
    return stayed / cards, kept / pairs


def rows(*, quick: bool = False) -> list[Row]:
    """Time, crossings and space of the shipped maps beside dot, and a map of thousands of cards."""
    found = []
    if dot.available():
        pairs = [compare(graph) for graph in list(shipped())[: 10 if quick else None]]
        mine, other = ([pair[at] for pair in pairs] for at in (0, 1))
        for name, field, unit, scale in FIGURES:
            ours_, theirs = (sum(getattr(m, field) for m in side) * scale for side in (mine, other))
            told = f"layered maps: {name}, {len(pairs)} graphs"
            found.append(Row(told, ours_, unit, theirs, against="dot"))
        found.append(Row("layered maps: cards hit or overlapping", flaws(mine), "", goal=0))
    for count in (1000, *(() if quick else (5000,))):
        graph = made(count, int(count * 1.5), 1)
        lay = partial(lay_out, graph.nodes, graph.links, graph.bands, SPACING)
        found.append(Row(f"layered map of {count:,} cards", worked(lay), "ms"))
    return found


def flaws(measures: list[Measures]) -> int:
    """Lines through cards, and cards on cards."""
    return sum(m.hits + m.overlaps for m in measures)


def main() -> None:
    """Print all tables; without ``dot`` only what needs none."""
    real = list(shipped())
    unseen = [made(n, int(n * d), s) for s, (n, d) in enumerate(((40, 1.4), (60, 1.6), (90, 1.5)))]
    if dot.available():
        report("shipped maps", real)
        report("made graphs", unseen)
    else:
        print("dot (Graphviz) is not installed: the comparison is skipped")
    stayed, kept = stability(real)
    print(f"\none link removed: {stayed:.1%} stay in their column, {kept:.1%} of pairs in order")
    for count in (1000, 5000):
        graph = made(count, int(count * 1.5), 1)
        start = time.perf_counter()
        lay_out(graph.nodes, graph.links, graph.bands, SPACING)
        print(f"{count} cards: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
