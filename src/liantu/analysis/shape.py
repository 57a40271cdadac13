"""The shape of a chain: where along its product lines the city has something, and where not.

Only own products and key links are counted along the lines: what a line borrows from another chain
says how far that one has come. A trunk is through only where a whole line is. What is told of a
stage never contradicts the shape: of a chain with its base upstream a later stage is named.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from liantu.analysis.asking import home_or_key
from liantu.analysis.reading import Reading
from liantu.model import Chain
from liantu.model.standing import LOCAL, Standing

SCATTERED, THIN = 0.15, 0.20
"""A chain of which less is made is none yet, nor is one whose every third has less."""
THROUGH = 0.5
"""What every third must have for the trunk to be through."""
FORMED = 0.4
"""What a third must have to be called formed; where none has, nothing is said of parts."""
STEP = 0.15
"""By how much one third must stand above another."""
FOREIGN = frozenset({Standing.EXTERNAL, Standing.CAPTIVE, Standing.SHUT})
"""Standings that say nothing of how far a stage has come."""
LINE = 3
"""Counted stations that a line must have to stand for the trunk."""
LEAST = 4
"""Products of a stage below which the stage is not told: it is too short to be weak."""
LONGEST, OWN, COMMON = 2, 2, 2
"""Runs that are told; stations of its own that a run must have; those that make two runs one."""
LEADS, LEADING = 3, 0.3
"""Products, and share of the made ones, from which one firm carries a chain."""


class Shape(enum.StrEnum):
    """What the thirds of the lines say."""

    SCATTERED = "scattered"
    THROUGH = "through"
    MIDDLE = "middle"
    BROKEN = "broken"
    UPSTREAM = "upstream"
    DOWNSTREAM = "downstream"
    UNEVEN = "uneven"


@dataclass(frozen=True, slots=True)
class Outline:
    """``runs``: the longest unbroken ways of made products, first to last. ``running``: what firms
    make of own products and key links, key links first. ``leader``: the firm
    that makes ``led`` of the ``made`` own products, empty where none stands out. ``weakest``: place
    of the stage of whose ``counted`` products the fewest, ``seen``, are made.
    """

    shape: Shape
    runs: tuple[tuple[str, ...], ...]
    running: tuple[str, ...]
    leader: str
    led: int
    made: int
    weakest: int
    seen: int
    counted: int


def outline(reading: Reading, chain_id: str) -> Outline:
    """The outline of a chain; raises ``KeyError`` for an unknown one."""
    chain = reading.atlas.chains[chain_id]
    stages = [_stage(reading, chain, stage.id) for stage in chain.stages]
    shape = _shape(_thirds(reading, chain), stages, whole=_is_through(reading, chain))
    weakest = _weakest(shape, stages)
    leader, led, made = _leader(reading, chain_id)
    return Outline(
        shape=shape,
        runs=_runs(reading, chain),
        running=_running(reading, chain),
        leader=leader,
        led=led,
        made=made,
        weakest=weakest,
        seen=stages[weakest][0],
        counted=stages[weakest][1],
    )


def _stage(reading: Reading, chain: Chain, stage: str) -> tuple[int, int]:
    """How many products of a stage are made, and how many could be."""
    standings = [
        reading.situation.standing(m.product)
        for m in chain.members()
        if m.stage == stage and m.product in reading.atlas.products
    ]
    counted = [s for s in standings if s not in FOREIGN]
    return sum(s in LOCAL for s in counted), len(counted)


def _thirds(reading: Reading, chain: Chain) -> tuple[float, float, float]:
    """Shares of made stations in the first, middle and last third of the lines."""
    inside = {m.product for m in chain.members()}
    own = home_or_key(reading.atlas, chain.id)
    made, counted = [0, 0, 0], [0, 0, 0]
    for line in chain.lines:
        stations = [p for p in line.trunk if p in inside and p in reading.atlas.products]
        for at, product in enumerate(stations):
            if product in own and reading.situation.standing(product) is not Standing.EXTERNAL:
                third = min(2, 3 * at // len(stations))
                counted[third] += 1
                made[third] += reading.situation.is_local(product)
    up, middle, down = (m / c if c else 0.0 for m, c in zip(made, counted, strict=True))
    return up, middle, down


def _is_through(reading: Reading, chain: Chain) -> bool:
    """Whether every own station of some line is made, but what comes from outside by its nature."""
    own = home_or_key(reading.atlas, chain.id)
    standing = reading.situation.standing
    for line in chain.lines:
        found = [standing(p) for p in line.trunk if p in own and standing(p) not in FOREIGN]
        if len(found) >= LINE and all(s in LOCAL for s in found):
            return True
    return False


def _weakest(shape: Shape, stages: list[tuple[int, int]]) -> int:
    """The stage of which the smallest share is made, among those that the shape calls weak."""
    last = len(stages) - 1
    every = range(len(stages))
    called = {
        Shape.UPSTREAM: range(1, last + 1),
        Shape.DOWNSTREAM: range(last),
        Shape.BROKEN: range(1, last),
        Shape.MIDDLE: (0, last),
    }.get(shape, every)
    long = [at for at in called if stages[at][1] >= LEAST]
    among = long or [at for at in every if stages[at][1] >= LEAST] or every
    return min(among, key=lambda at: stages[at][0] / max(stages[at][1], 1))


def _shape(
    thirds: tuple[float, float, float], stages: list[tuple[int, int]], *, whole: bool
) -> Shape:
    up, middle, down = thirds
    share = sum(made for made, _ in stages) / max(sum(count for _, count in stages), 1)
    little = max(thirds) < FORMED and min(thirds) < THIN
    told = {
        Shape.SCATTERED: share < SCATTERED or max(thirds) < THIN or little,
        Shape.THROUGH: min(thirds) >= THROUGH and whole,
        Shape.UNEVEN: max(thirds) < FORMED,
        Shape.MIDDLE: middle - max(up, down) > STEP,
        Shape.BROKEN: min(up, down) - middle > STEP,
        Shape.UPSTREAM: up - down > STEP,
        Shape.DOWNSTREAM: down - up > STEP,
    }
    return next((shape for shape, holds in told.items() if holds), Shape.UNEVEN)


def _runs(reading: Reading, chain: Chain) -> tuple[tuple[str, ...], ...]:
    """The ways with most key links, then the longest, then in the order of the office."""
    own = home_or_key(reading.atlas, chain.id)
    keys = {k.product for k in chain.key}
    standing = reading.situation.standing
    found = [run for line in chain.lines for run in _local(reading, line.trunk, own)]
    found = [run for run in found if len(own.intersection(run)) >= OWN]

    def place(run: tuple[str, ...]) -> tuple[int, int]:
        made = sum(standing(p) is not Standing.BYPRODUCT for p in run)
        return -len(keys.intersection(run)), -made

    found.sort(key=place)
    kept: list[tuple[str, ...]] = []
    for run in found:
        if all(len(set(run).intersection(other)) < COMMON for other in kept):
            kept.append(run)
    return tuple(kept[:LONGEST])


def _local(
    reading: Reading, trunk: tuple[str, ...], own: frozenset[str]
) -> Iterator[tuple[str, ...]]:
    """Unbroken ways of at least two made stations. None begins or ends at a by-product, which is
    no goal, and none ends at what another chain makes of it.
    """
    run: list[str] = []
    for product in (*trunk, ""):
        if product and reading.situation.is_local(product):
            run.append(product)
            continue
        found = _trimmed(reading, run, own)
        if len(found) > 1:
            yield found
        run = []


def _trimmed(reading: Reading, run: list[str], own: frozenset[str]) -> tuple[str, ...]:
    goals = [reading.situation.standing(p) is not Standing.BYPRODUCT for p in run]
    starts = [at for at, goal in enumerate(goals) if goal]
    ends = [at for at in starts if run[at] in own]
    return tuple(run[starts[0] : ends[-1] + 1]) if ends else ()


def _running(reading: Reading, chain: Chain) -> tuple[str, ...]:
    own = home_or_key(reading.atlas, chain.id)
    order = dict.fromkeys((*(k.product for k in chain.key), *(m.product for m in chain.members())))
    standing = reading.situation.standing
    return tuple(p for p in order if p in own and standing(p) is Standing.MADE)


def _leader(reading: Reading, chain: str) -> tuple[str, int, int]:
    """Enterprise, how many own products it makes, and how many are made at all."""
    standing = reading.situation.standing
    made = [p for p in home_or_key(reading.atlas, chain) if standing(p) is Standing.MADE]
    firms = Counter(e for p in made for e in dict.fromkeys(reading.situation.firms(p)))
    if not firms:
        return "", 0, len(made)
    firm, led = min(firms.items(), key=lambda row: (-row[1], row[0]))
    stands_out = led >= LEADS and led >= LEADING * len(made)
    return (firm, led, len(made)) if stands_out else ("", led, len(made))
