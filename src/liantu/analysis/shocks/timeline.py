"""A drill day by day: what fails and is restored, what is done, who stands still by then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liantu.analysis.shocks.course import Level, Relief, course
from liantu.analysis.shocks.outage import Outage, Span, failing
from liantu.analysis.shocks.weaving import NodeKind
from liantu.model import Atlas
from liantu.model.drill import Measure, MeasureKind, Shock

STILL = 1 - 1e-6
"""Loss from which a unit stands still."""


@dataclass(frozen=True, slots=True)
class Day:
    """The state at the end of ``day`` (0 is the first). ``still``: units other than those that fail
    themselves that stand still, the least and the most; ``loss``: their mean loss, of all that the
    drill concerns; ``begins``: units that stand still from this day on at the earliest;
    ``measures`` that begin.
    """

    day: int
    still: tuple[int, int]
    loss: Span
    begins: tuple[int, ...]
    measures: tuple[Measure, ...]


@dataclass(frozen=True, eq=False)
class Timeline:
    """``losses``: of every unit that the drill concerns its loss on each day."""

    days: tuple[Day, ...]
    losses: dict[int, tuple[Span, ...]]


def timeline(atlas: Atlas, found: Outage) -> Timeline:
    """The course of the drill of an outage over the days that it looks ahead."""
    drill, net = found.drill, found.woven
    pair = course(
        net.network,
        list(_levels(atlas, found)),
        list(_reliefs(found)),
        max(drill.days, 1),
        substitution=drill.substitution,
    )
    low, high = pair.low.tolist(), pair.high.tolist()
    concerned = [
        at
        for at, node in enumerate(net.nodes)
        if node.kind is NodeKind.UNIT and any(day[at] > 1 - STILL for day in high)
    ]
    losses = {
        at: tuple(Span(least[at], most[at]) for least, most in zip(low, high, strict=True))
        for at in concerned
    }
    begun: set[int] = set()
    days = []
    for day in range(len(high)):
        now = {at: spans[day] for at, spans in losses.items()}
        still = [at for at, span in now.items() if span.high >= STILL and at not in found.failing]
        days.append(
            Day(
                day=day,
                still=(sum(now[at].low >= STILL for at in still), len(still)),
                loss=_mean([span for at, span in now.items() if at not in found.failing]),
                begins=tuple(at for at in still if at not in begun),
                measures=tuple(m for m in drill.measures if m.day == day),
            )
        )
        begun.update(still)
    return Timeline(tuple(days), losses)


def _mean(spans: list[Span]) -> Span:
    count = len(spans) or 1
    return Span(sum(s.low for s in spans) / count, sum(s.high for s in spans) / count)


def _levels(atlas: Atlas, found: Outage) -> Iterator[Level]:
    """What each node loses from which day on; where shocks overlap the larger one holds."""
    for at in found.failing:
        shocks = [s for s in found.drill.shocks if at in failing(atlas, found.woven, [s])]
        turns = {0} | {day for s in shocks for day in _turns(s, found.drill.measures)}
        for day in sorted(turns):
            lost = max((_lost(s, found.drill.measures, day) for s in shocks), default=0.0)
            yield Level(day, at, lost)


def _turns(shock: Shock, measures: tuple[Measure, ...]) -> Iterator[int]:
    yield shock.start
    if shock.days is not None:
        yield shock.start + shock.days
    yield from (m.day for m in measures if _restores(m, shock))


def _restores(measure: Measure, shock: Shock) -> bool:
    return measure.kind is MeasureKind.RESTORE and measure.id == shock.id


def _lost(shock: Shock, measures: tuple[Measure, ...], day: int) -> float:
    """What a shock takes on a day, after what was restored by then."""
    if day < shock.start or (shock.days is not None and day >= shock.start + shock.days):
        return 0.0
    rest = [(m.day, m.share) for m in measures if _restores(m, shock) and m.day <= day]
    return min(shock.share, max(rest)[1]) if rest else shock.share


def _reliefs(found: Outage) -> Iterator[Relief]:
    """What is done for every need of the product that a measure names."""
    for measure in found.drill.measures:
        for at, want in enumerate(found.woven.wants):
            if want.product != measure.product:
                continue
            if found.woven.nodes[want.customer].kind is NodeKind.MARKET:
                continue
            if measure.kind in (MeasureKind.REPLACE, MeasureKind.BUY):
                yield Relief(measure.day, at, share=measure.share)
            elif measure.kind is MeasureKind.STOCK and measure.days:
                yield Relief(measure.day, at, days=measure.days)
