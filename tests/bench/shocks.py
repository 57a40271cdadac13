"""断供推演 on made networks: every single stop of 2,000 firms (at most 10 s), one stop among
100,000 firms with 400,000 links (at most 1 s), and how one stop grows from 10,000 firms on.

Firms stand in layers and buy from those of earlier layers, a few links run back (loops), and few
firms supply very many. A part of what is bought and sold comes from and goes elsewhere.
"""

from __future__ import annotations

import math
import sys
import time

import numpy as np

from liantu.analysis.shocks.cascade import Effect, cascade, cascades
from liantu.analysis.shocks.course import Level, course
from liantu.analysis.shocks.days import time_to_stop
from liantu.analysis.shocks.network import Network
from tests.bench.row import Row

LINKS, LAYERS, TAIL, BACK, UNKNOWN = 4, 12, 2.0, 0.03, 0.2
ALL, ALL_SECONDS = 2_000, 10.0
ONE, ONE_SECONDS = 100_000, 1.0
GROWTH = 1.1
GROWING = (10_000, 20_000, 50_000, ONE)
STOPS = 5


def made(firms: int, seed: int, *, unknown: float = UNKNOWN) -> Network:
    """A network with ``LINKS`` links a firm; of so many links the shares are ``unknown``."""
    dice = np.random.default_rng(seed)
    links = firms * LINKS
    layer = firms // LAYERS
    customer = np.sort(dice.integers(layer, firms, links))
    supplier = (customer // layer * layer * dice.random(links) ** TAIL).astype(np.int64)
    back = dice.random(links) < BACK
    supplier[back] = dice.integers(0, firms, int(back.sum()))
    kind = dice.integers(0, 3, links)
    order = np.lexsort((kind, customer))
    customer, supplier, kind = customer[order], supplier[order], kind[order]
    _, first, need = np.unique(customer * 3 + kind, return_index=True, return_inverse=True)
    share = _shares(dice, need, 0.7, 1.0)
    share[dice.random(links) < unknown] = np.nan
    return Network(
        output=dice.pareto(1.2, firms) + 1.0,
        market=dice.integers(0, firms // 4, firms),
        customer=customer[first],
        dent=np.where(dice.random(len(first)) < 0.7, 1.0, 0.4),
        stock=dice.integers(0, 15, len(first)).astype(np.float64),
        need=need,
        supplier=supplier,
        share=share,
        sold=_shares(dice, supplier, 0.3, 0.9),
        recorded=np.ones(links, dtype=np.bool_),
    )


def _shares(dice: np.random.Generator, group: np.ndarray, least: float, most: float) -> np.ndarray:
    """Shares of the links of each group that add up to between the least and the most."""
    amount = dice.pareto(1.5, len(group)) + 0.05
    whole = np.bincount(group, amount)[group]
    return amount / whole * dice.uniform(least, most, int(group.max()) + 1)[group]


def _hit(effects: list[Effect]) -> str:
    hit = [int((effect.supply.high > 0).sum()) for effect in effects]
    rounds = max(effect.rounds for effect in effects)
    closed = sum(effect.closed for effect in effects)
    return f"{np.mean(hit):9.0f} hit (at most {max(hit)}), {rounds} rounds, {closed} closed"


def _report(what: str, seconds: float, goal: float, more: str) -> None:
    remark = "" if seconds <= goal else f"  more than {goal:g} s"
    print(f"{what:36}{seconds:8.2f} s {more}{remark}", flush=True)


def every_stop(*, substitution: bool, unknown: float) -> float:
    """Seconds of every single stop of ``ALL`` firms."""
    network = made(ALL, 1, unknown=unknown)
    start = time.process_time()
    effects = list(cascades(network, [{n: 1.0} for n in range(ALL)], substitution=substitution))
    seconds = time.process_time() - start
    words = "stand-ins" if substitution else "no stand-ins"
    _report(f"every stop, {words}, {unknown:.0%} unknown", seconds, ALL_SECONDS, _hit(effects))
    return seconds


def one_stop(firms: int) -> float:
    """Seconds of the slowest of ``STOPS`` stops of far-reaching firms."""
    network = made(firms, 2)
    _ = network.downstream, network.upstream
    stops = np.argsort(np.bincount(network.supplier, minlength=firms))[-STOPS:].tolist()
    slowest, effects = 0.0, []
    for stop in stops:
        start = time.process_time()
        effects.append(cascade(network, {stop: 1.0}))
        slowest = max(slowest, time.process_time() - start)
    _report(f"one stop, {firms} firms", slowest, ONE_SECONDS, _hit(effects))
    start = time.process_time()
    days = time_to_stop(network, stops)
    reached = int(np.isfinite(days.low).sum())
    _report("  its days", time.process_time() - start, ONE_SECONDS, f"{reached:9} stand still")
    return slowest


def exponent(seconds: list[float]) -> float:
    """How one stop grows over ``GROWING``."""
    return math.log(seconds[-1] / seconds[0]) / math.log(GROWING[-1] / GROWING[0])


def rows(*, quick: bool = False) -> list[Row]:
    """Every stop, one far-reaching stop, and how that grows."""
    told = f"断供推演: every stop of {ALL:,} firms"
    every = every_stop(substitution=True, unknown=0.0 if quick else UNKNOWN)
    found = [Row(told, every, "s", goal=ALL_SECONDS)]
    if not quick:
        seconds = [one_stop(firms) for firms in GROWING]
        found += [
            Row(f"断供推演: one stop among {ONE:,} firms", seconds[-1], "s", goal=ONE_SECONDS),
            Row("growth: one stop", exponent(seconds), "", goal=GROWTH),
        ]
    return found


def main() -> None:
    """Print a line for each question, and the exponent of growth."""
    for substitution in (False, True):
        for unknown in (0.0, UNKNOWN, 1.0):
            every_stop(substitution=substitution, unknown=unknown)
    seconds = [one_stop(firms) for firms in GROWING]
    print(f"{'growth':36}{exponent(seconds):8.2f}")
    network = made(ALL, 1)
    start = time.process_time()
    course(network, [Level(0, 0, 1.0), Level(20, 0, 0.5)], [], 90)
    _report(f"90 days of {ALL} firms", time.process_time() - start, ONE_SECONDS, "")


if __name__ == "__main__":
    sys.exit(main())
