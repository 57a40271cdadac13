"""Portfolios for tests: the small one with known answers, random ones, and the search through all
choices that no solver is needed for.
"""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from liantu.analysis.portfolio.nouns import Bid, Goal, Problem, Resource

NAMES = {"land": Resource.LAND, "capital": Resource.CAPITAL}
NAMES |= {"energy": Resource.ENERGY, "env": Resource.EMISSION}
FILE = Path(__file__).parents[1] / "unit" / "analysis" / "portfolio" / "oracle.json"


def oracle() -> dict[str, Any]:
    """The case with its right answers, worked out by hand."""
    found: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return found


def case(told: dict[str, Any] | None = None) -> Problem:
    """Its question; bids are named by their place."""
    told = told or oracle()
    bids = tuple(
        Bid(
            id=str(at),
            value=value,
            needs={r: told[name][at] for name, r in NAMES.items()},
            requires=tuple(str(b) for a, b in told["requires"] if a == at),
        )
        for at, value in enumerate(told["value"])
    )
    goals = tuple(
        Goal(f"{at}.{n}", (frozenset({str(at)}),))
        for at, count in enumerate(told["gaps_closed_per_project"])
        for n in range(count)
    )
    budgets = {r: told["budget"][name] for name, r in NAMES.items()}
    return Problem(bids, budgets, tuple(frozenset(map(str, s)) for s in told["exclusive"]), goals)


def randomly(seed: int, count: int = 8) -> Problem:
    """A question with everything in it: groups, prerequisites, phases, goals, wishes, savings."""
    dice = random.Random(seed)
    ids = [f"b{n}" for n in range(count)]
    bids = tuple(_bid(dice, ids, at) for at in range(count))
    budgets = {r: float(dice.randint(0, 25)) for r in Resource if dice.random() < 0.8}
    goals = tuple(
        Goal(
            f"g{n}",
            tuple(frozenset(dice.sample(ids, dice.randint(1, 2))) for _ in range(2)),
            worth=float(dice.randint(0, 6)),
            counts=n != 2,
        )
        for n in range(dice.randint(0, 4))
    )
    return Problem(
        bids=bids,
        budgets=budgets,
        exclusive=tuple(frozenset(dice.sample(ids, 3)) for _ in range(dice.randint(0, 2))),
        goals=goals,
        inside=frozenset(dice.sample(ids, 1)) if dice.random() < 0.2 else frozenset(),
        outside=frozenset(dice.sample(ids, 1)) if dice.random() < 0.2 else frozenset(),
        goals_wanted=dice.randint(0, 1) if goals else 0,
    )


def _bid(dice: random.Random, ids: list[str], at: int) -> Bid:
    needs: dict[Resource, float | None] = {r: dice.randint(0, 100) / 10 for r in Resource}
    if dice.random() < 0.15:
        needs[Resource.ENERGY] = -float(dice.randint(1, 5))
    if dice.random() < 0.1:
        needs[dice.choice(list(Resource))] = None
    return Bid(
        id=ids[at],
        value=None if dice.random() < 0.04 else dice.randint(-2, 10) / 2,
        needs=needs,
        requires=tuple(dice.sample(ids[:at], 1)) if at and dice.random() < 0.25 else (),
        project=dice.choice(["", "", "p", "q"]),
        phase=at,
    )


def choices(problem: Problem) -> Iterator[frozenset[str]]:
    """Every choice that keeps budgets and rules."""
    ids = [bid.id for bid in problem.bids]
    for size in range(len(ids) + 1):
        for chosen in itertools.combinations(ids, size):
            if problem.allows(chosen):
                yield frozenset(chosen)
