"""Closing plans on process maps that nobody tuned for. Goal: at most 1 s a plan.

Seeded maps of some hundred units, in which one input in 25 comes from further down, so that loops
run through most of the map; and all processes of the shipped data in a city that makes nothing.
"""

from __future__ import annotations

import random
import time
from dataclasses import replace

from liantu import paths
from liantu.analysis.plans.closing import ladder
from liantu.analysis.plans.plan import Wish
from liantu.analysis.plans.problem import Problem, Unit
from liantu.analysis.plans.solving import cheapest
from liantu.analysis.reading import Reading
from liantu.library import load
from liantu.model.scenario import Scenario
from liantu.model.standing import Standing

DATE = "2022-12-31"
COUNT = 5


def made(count: int, seed: int, *, costs: bool) -> Problem:
    """A map of ``count`` units and two thirds as many products; the first is the target."""
    dice = random.Random(seed)
    products = [f"p{at}" for at in range(count * 2 // 3)]
    last = len(products) - 1
    units = []
    for at in range(count):
        place = at % len(products)
        inputs = set()
        for _ in range(dice.choice((1, 2, 2, 3))):
            step = 1 + int(dice.expovariate(0.15))
            back = dice.random() < 0.04
            inputs.add(products[min(max(place - step if back else place + step, 0), last)])
        inputs.discard(products[place])
        outputs = {products[place]: 1.0}
        if dice.random() < 0.2:
            outputs[dice.choice(products)] = 1.0
        cost = round(dice.uniform(1, 50), 1) if costs else None
        link = "" if dice.random() < 0.2 else f"u{at}"
        units.append(Unit(f"u{at}", dict.fromkeys(sorted(inputs), 1.0), outputs, link, cost))
    raws = dice.sample(products[1:], len(products) // 10) + products[-5:]
    return Problem(products[0], tuple(units), prices=dict.fromkeys(raws))


def seeded() -> None:
    """Print the seconds a plan on seeded maps."""
    for count in (200, 400):
        for costs in (False, True):
            times, loops = [], 0
            for seed in range(5):
                problem = made(count, seed, costs=costs)
                start = time.perf_counter()
                found = cheapest(problem, COUNT)
                spent = time.perf_counter() - start
                loops += len(found.solutions)
                times.append(spent / max(len(found.solutions), 1))
            told = "costs" if costs else "links"
            print(f"{count} units, {told}: {loops} plans, worst {max(times):.2f} s a plan")


def shipped() -> None:
    """Print the seconds a rung in the city as it is, and in one that makes nothing."""
    atlas = load(paths.shipped_chains()).atlas
    bare = replace(atlas, enterprises={}, clusters={}, figures={}, answers=())
    for name, one in (("shipped", atlas), ("foreign", bare)):
        reading = Reading.of(one, Scenario(date=DATE))
        assert reading.boards
        worst, slowest, rungs = 0.0, "", 0
        for product in sorted({k.product for c in one.chains.values() for k in c.key}):
            if reading.situation.standing(product) is Standing.SHUT:
                continue
            start = time.perf_counter()
            found = ladder(reading, Wish(product), COUNT)
            spent = (time.perf_counter() - start) / max(len(found.plans), 1)
            rungs += len(found.plans)
            if spent > worst:
                worst, slowest = spent, product
        print(f"{name}: {rungs} rungs, worst {worst:.2f} s a rung ({slowest})")


if __name__ == "__main__":
    seeded()
    shipped()
