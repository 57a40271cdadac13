"""How the chains of a city feed each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from liantu.analysis.state import Situation
from liantu.jobs import each
from liantu.model import Atlas, RouteKind


@dataclass(frozen=True, slots=True)
class Feed:
    """Products owned by ``source`` that routes of products owned by ``target`` consume; ``local``
    are those of them that are made in the city. Raw products and utilities do not count.
    """

    source: str
    target: str
    products: tuple[str, ...]
    local: tuple[str, ...]


def feeds(atlas: Atlas, situation: Situation) -> tuple[Feed, ...]:
    """Every pair of chains with at least one such product, in the order of the chains."""
    found: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for product in each(atlas.products.values()):
        for route in product.routes:
            if route.kind is not RouteKind.MAKE:
                continue
            for item in route.inputs:
                source = atlas.products[item.product]
                counts = not (source.raw or source.utility)
                if counts and source.home != product.home and source.home and product.home:
                    found[source.home, product.home][source.id] = None
    order = {chain: at for at, chain in enumerate(atlas.chains)}
    known = sorted(
        (pair for pair in found if pair[0] in order and pair[1] in order),
        key=lambda pair: (order[pair[0]], order[pair[1]]),
    )
    return tuple(_feed(situation, *pair, found[pair]) for pair in known)


def _feed(situation: Situation, source: str, target: str, products: Mapping[str, None]) -> Feed:
    local = tuple(p for p in products if situation.is_local(p))
    return Feed(source, target, tuple(products), local)
