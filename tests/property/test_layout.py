"""The layout keeps its promises on any graph."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from liantu.layout.engine import lay_out
from liantu.layout.geometry import Layout, Link, Node, Placed

SIZES = st.sampled_from([(164.0, 54.0), (90.0, 30.0), (200.0, 80.0)])


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Node], list[Link], int]:
    bands = draw(st.integers(1, 4))
    count = draw(st.integers(0, 14))
    nodes = [Node(f"n{i}", *draw(SIZES), draw(st.integers(0, bands - 1))) for i in range(count)]
    ends = st.integers(0, max(count, 1))  # one more than there are: an unknown id
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=25))
    return nodes, [Link(f"n{a}", f"n{b}") for a, b in pairs], bands


def overlap(a: Placed, b: Placed) -> bool:
    return (
        a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    )


def spots(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    found = []
    for at in range(0, len(points) - 1, 3):
        a, b, c, d = points[at : at + 4]
        for step in range(1, 8):
            t = step / 8
            w = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            found.append(
                tuple(w[0] * a[k] + w[1] * b[k] + w[2] * c[k] + w[3] * d[k] for k in (0, 1))
            )
    return found  # type: ignore[return-value]


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_promises(graph: tuple[list[Node], list[Link], int]) -> None:
    nodes, links, bands = graph
    layout = lay_out(nodes, links, bands)
    assert {n.id for n in layout.nodes} == {n.id for n in nodes}
    assert len(layout.bands) == bands
    wanted = {n.id: n.band for n in nodes}
    for node in layout.nodes:
        band = layout.bands[node.band]
        assert node.band == wanted[node.id]
        assert band.x <= node.x
        assert node.x + node.width <= band.x + band.width
        assert node.y >= 0
        assert node.y + node.height <= layout.height
    pairs = [(a, b) for i, a in enumerate(layout.nodes) for b in layout.nodes[i + 1 :]]
    assert not [p for p in pairs if overlap(*p)]
    known = {(k.source, k.target) for k in links if k.source != k.target}
    drawn = {(k.source, k.target) for k in layout.links}
    assert drawn == {(a, b) for a, b in known if a in wanted and b in wanted}
    assert not _hits(layout)


def _hits(layout: Layout) -> list[tuple[str, str, str]]:
    return [
        (link.source, link.target, n.id)
        for link in layout.links
        for x, y in spots(link.points)
        for n in layout.nodes
        if n.id not in (link.source, link.target)
        and n.x + 1 < x < n.x + n.width - 1
        and n.y + 1 < y < n.y + n.height - 1
    ]


@settings(max_examples=40, deadline=None)
@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(
    graph: tuple[list[Node], list[Link], int], chance: object
) -> None:
    nodes, links, bands = graph
    once = lay_out(nodes, links, bands)
    chance.shuffle(nodes)  # type: ignore[attr-defined]
    chance.shuffle(links)  # type: ignore[attr-defined]
    assert lay_out(nodes, links, bands) == once


@settings(max_examples=30, deadline=None)
@given(graphs())
def test_an_earlier_order_is_kept(graph: tuple[list[Node], list[Link], int]) -> None:
    nodes, links, bands = graph
    once = lay_out(nodes, links, bands)
    again = lay_out(nodes, links, bands, previous=once.order)
    assert again.order == once.order
