"""The diagnosis with its boards at 1, 10 and 100 times the shipped data (then with 157,400
enterprises). Goals: the shipped city within 150 ms, growth at most 1.1.
"""

from __future__ import annotations

import math
import time
from dataclasses import replace
from typing import Any

from liantu import paths
from liantu.analysis.reading import Reading
from liantu.library import load
from liantu.model import Atlas
from liantu.model.boards import Board
from liantu.model.scenario import Scenario

DATE = "2022-12-31"


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
            keys = tuple(replace(k, product=named(k.product)) for k in c.key)
            chains[named(c.id)] = replace(c, id=named(c.id), sections=parts, key=keys)

    def everywhere(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"{id_}~{n}" for n in range(count) for id_ in ids)

    told = {
        name: {
            key: replace(one, products=everywhere(one.products))
            for key, one in getattr(atlas, name).items()
        }
        for name in ("clusters", "figures", "gates")
    }
    return replace(atlas, chains=chains, products=products, enterprises=firms, **told)


def read(atlas: Atlas) -> tuple[Reading, float, float]:
    """A reading with its boards and 摸底任务单; seconds of the diagnosis, and of the rest."""
    start = time.perf_counter()
    reading = Reading.of(atlas, Scenario(date=DATE))
    judged = time.perf_counter()
    rows = reading.boards, reading.questions
    assert rows
    return reading, judged - start, time.perf_counter() - judged


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


def live(reading: Reading) -> None:
    """Print what a weight that is turned costs: the boards, and the chances on the longest one."""
    ids = frozenset(row.product for row in reading.rows(Board.EXTEND))
    times = []
    for step in range(5):
        weights = {**reading.switches.weights, "fill": {"demand": 30.0 + step}}
        switches = replace(reading.switches, weights=weights)
        start = time.perf_counter()
        turned = reading.under(reading.scenario.assuming(switches, reading.base.library))
        turned.chances(Board.EXTEND, ids)
        times.append(time.perf_counter() - start)
    print(f"boards and 20,000 weightings of {len(ids)} rows: {min(times) * 1000:.0f} ms")


def main() -> None:
    """Print the times and the growth exponent from the shipped data to the design size."""
    atlas = load(paths.shipped_chains()).atlas
    read(atlas)
    live(read(atlas)[0])
    times: dict[int, float] = {}
    sizes: dict[int, int] = {}
    for count in (1, 10, 100):
        large = copies(atlas, count)
        if count == 100:
            large = crowded(large, 157_400)
        _, judged, ranked = read(large)
        times[count] = judged + ranked
        sizes[count] = len(large.products) + len(large.enterprises)
        size = f"{len(large.products)} products, {len(large.enterprises)} enterprises"
        print(f"{count:4} x ({size}): diagnosis {judged:.3f} s, boards {ranked:.3f} s")
    growth = math.log(times[100] / times[1]) / math.log(sizes[100] / sizes[1])
    print(f"growth exponent over products and enterprises {growth:.2f}")


if __name__ == "__main__":
    main()
