"""The shape of a chain: where along its product lines the city has something, and where not."""

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
STEP = 0.15
"""By how much one third must stand above another."""
FOREIGN = frozenset({Standing.EXTERNAL, Standing.CAPTIVE, Standing.SHUT})
"""Standings that say nothing of how far a stage has come."""
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
    """``runs``: the longest unbroken ways of made products, first to last. ``leader``: the firm
    that makes ``led`` of the ``made`` own products, empty where none stands out. ``weakest``: place
    of the stage of whose ``counted`` products the fewest, ``seen``, are made.
    """

    shape: Shape
    runs: tuple[tuple[str, ...], ...]
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
    weakest = min(range(len(stages)), key=lambda at: stages[at][0] / max(stages[at][1], 1))
    leader, led, made = _leader(reading, chain_id)
    return Outline(
        shape=_shape(_thirds(reading, chain), stages),
        runs=_runs(reading, chain),
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
    made, counted = [0, 0, 0], [0, 0, 0]
    for line in chain.lines:
        stations = [p for p in line.trunk if p in inside and p in reading.atlas.products]
        for at, product in enumerate(stations):
            if reading.situation.standing(product) is not Standing.EXTERNAL:
                third = min(2, 3 * at // len(stations))
                counted[third] += 1
                made[third] += reading.situation.is_local(product)
    up, middle, down = (m / c if c else 0.0 for m, c in zip(made, counted, strict=True))
    return up, middle, down


def _shape(thirds: tuple[float, float, float], stages: list[tuple[int, int]]) -> Shape:
    up, middle, down = thirds
    share = sum(made for made, _ in stages) / max(sum(count for _, count in stages), 1)
    if share < SCATTERED or max(thirds) < THIN:
        return Shape.SCATTERED
    if min(thirds) >= THROUGH:
        return Shape.THROUGH
    if middle - max(up, down) > STEP:
        return Shape.MIDDLE
    if min(up, down) - middle > STEP:
        return Shape.BROKEN
    if up - down > STEP:
        return Shape.UPSTREAM
    return Shape.DOWNSTREAM if down - up > STEP else Shape.UNEVEN


def _runs(reading: Reading, chain: Chain) -> tuple[tuple[str, ...], ...]:
    own = home_or_key(reading.atlas, chain.id)
    found = [run for line in chain.lines for run in _local(reading, line.trunk)]
    found = [run for run in found if len(own.intersection(run)) >= OWN]
    found.sort(key=lambda run: -len(run))
    kept: list[tuple[str, ...]] = []
    for run in found:
        if all(len(set(run).intersection(other)) < COMMON for other in kept):
            kept.append(run)
    return tuple(kept[:LONGEST])


def _local(reading: Reading, trunk: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Unbroken ways of at least two made stations."""
    run: list[str] = []
    for product in (*trunk, ""):
        if product and reading.situation.is_local(product):
            run.append(product)
            continue
        if len(run) > 1:
            yield tuple(run)
        run = []


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
