"""Graphs made by hand, for tests of the layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from liantu.diagram.segment.model import Edge, Graph, Item, Kind, Rank, Segment
from liantu.model.standing import Standing

KINDS = (Kind.LOCAL, Kind.BROKEN, Kind.UP, Kind.DOWN, Kind.OPEN, Kind.BOUGHT, Kind.BLANK)
IN_BOX = 5
"""How many products of a stage stand in a segment."""


def item(
    product: str, kind: Kind = Kind.LOCAL, *, name: str = "", stage: int = 0, order: int = 0,
    makers: Sequence[str] = (), missing: Sequence[str] = (), planned: str = "", amount: str = "",
    standing: Standing | None = None,
) -> Item:  # fmt: skip
    known = Standing.MADE if kind is Kind.LOCAL else Standing.UNSEEN
    return Item(
        id=product,
        name=name or product,
        full=name or product,
        stage=stage,
        standing=standing or known,
        kind=kind,
        order=order,
        makers=tuple(makers),
        missing=tuple(missing),
        planned=planned,
        amount=amount,
    )


def edge(source: str, target: str, score: float = 0.5, *, trunk: bool = True) -> Edge:
    return Edge(source, target, score, score, Rank.PLAIN, trunk=trunk)


def graph_of(
    counts: Sequence[int],
    edges: Iterable[Edge] = (),
    *,
    name: Callable[[int, int], str] = lambda stage, at: f"产品{stage}号之{at}",
    kind: Callable[[int], Kind] = lambda n: KINDS[n * 3 % len(KINDS)],
) -> Graph:
    """So many products a stage, ``s0p0`` … , all kinds among them, five to a segment."""
    items: list[Item] = []
    for stage, count in enumerate(counts):
        for at in range(count):
            n = len(items)
            made = {
                "makers": ("鲁西化工", "某某企业"),
                "missing": ("苯酚", "丙酮"),
                "amount": "20万吨/年",
            }
            items.append(
                item(
                    f"s{stage}p{at}", kind(n), name=name(stage, at), stage=stage, order=n,
                    **(made if kind(n) is Kind.LOCAL else {}),
                )
            )  # fmt: skip
    stages = tuple(f"阶段{stage}" for stage in range(len(counts)))
    return Graph("x", "试验", stages, tuple(items), tuple(edges), segments_of(items, len(counts)))


def segments_of(items: Sequence[Item], stages: int) -> tuple[Segment, ...]:
    found: list[Segment] = []
    for stage in range(stages):
        inside = [i.id for i in items if i.stage == stage and i.kind is not Kind.BOUGHT]
        for at in range(0, len(inside), IN_BOX):
            n = len(found)
            found.append(Segment(n, f"g{n}", f"环节组{n}", stage, tuple(inside[at : at + IN_BOX])))
    return tuple(found)
