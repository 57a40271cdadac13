"""Portfolios of 166 random projects under four budgets: seconds to a proven 0.1 %, at most 3; of
the harder kind too, where what is worth more also takes more.
"""

from __future__ import annotations

import random
import sys
import time

from liantu.analysis.portfolio.nouns import Bid, Limits, Problem, Resource
from liantu.analysis.portfolio.plan import Plan, best

PROJECTS, TIGHT, GAP, SECONDS = 166, 0.3, 0.001, 3.0


def drawn(seed: int, *, hard: bool, rules: bool = True) -> Problem:
    """A question with some groups, prerequisites and phases."""
    dice = random.Random(seed)
    bids = []
    for n in range(PROJECTS):
        needs: dict[Resource, float | None] = {r: round(dice.uniform(1, 100), 1) for r in Resource}
        mean = sum(need or 0.0 for need in needs.values()) / len(needs)
        value = mean + dice.uniform(0, 50) if hard else dice.uniform(1, 100)
        before = (f"p{dice.randrange(n):03}",) if rules and n and n % 9 == 0 else ()
        bids.append(Bid(f"p{n:03}", round(value, 2), needs, before))
    budgets = {r: TIGHT * sum(bid.needs[r] or 0.0 for bid in bids) for r in Resource}
    ids = [bid.id for bid in bids]
    clashes = tuple(frozenset(dice.sample(ids, 3)) for _ in range(10)) if rules else ()
    return Problem(tuple(bids), budgets, clashes)


def main() -> None:
    """Print seconds on the clock and of the processor, the gap and the value of each."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    best(drawn(0, hard=False), Limits(seconds=0.1))
    for hard in (False, True):
        for rules in (True, False):
            for seed in range(count):
                problem = drawn(seed, hard=hard, rules=rules)
                start, worked = time.perf_counter(), time.process_time()
                found = best(problem, Limits(seconds=SECONDS, gap=GAP))
                wall = time.perf_counter() - start
                worked = time.process_time() - worked
                assert isinstance(found, Plan)
                assert found.gap is not None
                kind = f"{'hard' if hard else 'plain'}{' with rules' if rules else ''}"
                print(
                    f"{kind:16} {seed}: {wall:5.2f} s ({worked:5.2f} s of work), "
                    f"gap {found.gap:.4%}, value {found.value:.2f}, {len(found.chosen)} chosen",
                    flush=True,
                )


if __name__ == "__main__":
    main()
