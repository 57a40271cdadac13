"""The diagnosis at 1, 10 and 100 times the shipped data (then with 157,400 enterprises)."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from typing import Any

from liantu import paths
from liantu.analysis.diagnosis import diagnose
from liantu.analysis.ranking import acceptability, rank
from liantu.library import load
from liantu.model import Atlas


def copies(atlas: Atlas, count: int) -> Atlas:
    """``count`` cities side by side: ids are numbered, nothing is shared."""
    chains: dict[str, Any] = {}
    products: dict[str, Any] = {}
    firms: dict[str, Any] = {}
    for n in range(count):

        def named(key: str, n: int = n) -> str:
            return f"{key}~{n}"

        for p in atlas.products.values():
            routes = tuple(
                replace(
                    r,
                    inputs=tuple(replace(i, product=named(i.product)) for i in r.inputs),
                    byproducts=tuple(replace(b, product=named(b.product)) for b in r.byproducts),
                )
                for r in p.routes
            )
            products[named(p.id)] = replace(p, id=named(p.id), routes=routes)
        for e in atlas.enterprises.values():
            rows = tuple(replace(c, product=named(c.product)) for c in e.capacities)
            firms[named(e.id)] = replace(e, id=named(e.id), capacities=rows)
        for c in atlas.chains.values():
            parts = tuple(
                replace(s, members=tuple(replace(m, product=named(m.product)) for m in s.members))
                for s in c.sections
            )
            chains[named(c.id)] = replace(c, id=named(c.id), sections=parts)
    return replace(atlas, chains=chains, products=products, enterprises=firms)


def crowded(atlas: Atlas, count: int) -> Atlas:
    """The same with the first enterprises repeated until there are ``count``."""
    firms = dict(atlas.enterprises)
    while len(firms) < count:
        room = count - len(firms)
        turn = len(firms)
        firms.update(
            (f"{key}+{turn}", replace(firm, id=f"{key}+{turn}"))
            for key, firm in list(atlas.enterprises.items())[:room]
        )
    return replace(atlas, enterprises=firms)


def live(atlas: Atlas) -> None:
    """Print what a weight that is turned costs: scores and chances of the largest chain."""
    found = diagnose(atlas, "2022-10-26")
    largest = max(atlas.chains.values(), key=lambda c: len(c.members()))
    ids = [m.product for m in largest.members()]
    times = []
    for _ in range(5):
        start = time.perf_counter()
        acceptability(rank(atlas, found, ids))
        times.append(time.perf_counter() - start)
    print(f"ranking of {largest.id} with 20,000 weightings: {min(times) * 1000:.0f} ms")


def main() -> None:
    """Print the times and the growth exponent from the shipped data to the design size."""
    atlas = load(paths.shipped_chains()).atlas
    live(atlas)
    times: dict[int, float] = {}
    sizes: dict[int, int] = {}
    for count in (1, 10, 100):
        large = copies(atlas, count)
        if count == 100:
            large = crowded(large, 157_400)
        start = time.perf_counter()
        found = diagnose(large, "2022-10-26")
        times[count] = time.perf_counter() - start
        start = time.perf_counter()
        rank(large, found)
        ranked = time.perf_counter() - start
        sizes[count] = len(large.products) + len(large.enterprises)
        size = f"{len(large.products)} products, {len(large.enterprises)} enterprises"
        print(f"{count:4} x ({size}): diagnosis {times[count]:.3f} s, ranking {ranked:.3f} s")
    growth = math.log(times[100] / times[1]) / math.log(sizes[100] / sizes[1])
    print(f"growth exponent over products and enterprises {growth:.2f}")


if __name__ == "__main__":
    main()
