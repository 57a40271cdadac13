"""``graph``: products, routes and enterprises as a graph for other programs, and its outline."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import islice

from liantu.analysis.structure import Outline, outline
from liantu.briefing.graphs import SUFFIXES, graph_of, put
from liantu.cli.usage import (
    UsageError,
    data_code,
    emit,
    known_chain,
    known_product,
    reading_of,
    tell_scenario,
)
from liantu.cli.writing import known_suffix, written
from liantu.model import Atlas
from liantu.wording import text

NAMED = 10
"""Products and loops of which the outline on the screen tells the names."""


def run(arguments: argparse.Namespace) -> int:
    """Write the graph if a file was named, and print its outline."""
    out = arguments.out
    known_suffix(out, SUFFIXES)
    loaded, reading = reading_of(arguments)
    atlas = reading.atlas
    chain = known_chain(atlas, arguments.chain)
    product = arguments.product and known_product(atlas, arguments.product)
    _within(atlas, product, chain)
    graph = graph_of(reading, chain, product)
    if out is not None and (code := written(out, partial(put, reading, graph, out))):
        return code
    found = outline(graph)
    if arguments.json:
        emit(_as_json(reading.date, found), reading)
    else:
        tell_scenario(reading)
        print("\n".join(_lines(atlas, found)))
    return data_code(loaded)


def _within(atlas: Atlas, product: str, chain: str) -> None:
    if product and chain and chain not in atlas.chains_of.get(product, ()):
        raise UsageError(
            "cli.usage.outside",
            product=atlas.products[product].label,
            chain=atlas.chains[chain].label,
        )


def _lines(atlas: Atlas, found: Outline) -> list[str]:
    def names(products: Iterable[str], between: str = "、") -> str:
        return between.join(atlas.products[p].name for p in products)

    sizes = "、".join(str(len(group)) for group in islice(found.components, NAMED))
    lines = [
        text("cli.graph.nodes", count=sum(found.nodes.values()), kinds=_kinds("node", found.nodes)),
        text("cli.graph.edges", count=sum(found.edges.values()), kinds=_kinds("edge", found.edges)),
        text("cli.graph.components", count=len(found.components), sizes=sizes or "—"),
        text("cli.graph.loops", count=len(found.loops)),
        *(text("cli.graph.loop", names=names(group)) for group in islice(found.loops, NAMED)),
        text("cli.graph.trunk", count=len(found.trunk), names=names(found.trunk, " → ") or "—"),
    ]
    for product, count in islice(found.passes.items(), NAMED):
        lines.append(text("cli.graph.pass", name=names([product]), count=count))
    for product, share in islice(found.central.items(), NAMED):
        lines.append(text("cli.graph.central", name=names([product]), share=f"{share:.4f}"))
    return lines


def _kinds(what: str, counts: Mapping[str, int]) -> str:
    return "，".join(text(f"ui.graph.{what}.{kind}") + f" {n}" for kind, n in counts.items())


def _as_json(date: str, found: Outline) -> dict[str, object]:
    """Ids of products; shares rounded to 1e-6."""
    return {
        "date": date,
        "nodes": dict(found.nodes),
        "edges": dict(found.edges),
        "components": [list(group) for group in found.components],
        "loops": [list(group) for group in found.loops],
        "trunk": list(found.trunk),
        "passes": dict(found.passes),
        "centrality": {product: round(share, 6) for product, share in found.central.items()},
    }
