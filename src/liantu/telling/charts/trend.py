"""趋势: products made here from one dated start or end of a capacity to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.analysis.state import last_day, survey
from liantu.model import Capacity
from liantu.telling.charts.bars import year_of
from liantu.telling.charts.model import Chart
from liantu.telling.charts.names import labels, shown
from liantu.telling.dates import spoken
from liantu.wording import text

YEARS = 12
"""How far back the line begins."""
NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """At ``date`` (a year with its part) ``count`` products are made here; ``told`` says which
    were added or fell away since the step before. ``later``: after the date asked.
    """

    date: float
    count: int
    day: str
    told: str
    tip: str
    later: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend(Chart):
    """Steps in time; ``date`` is the one asked."""

    steps: tuple[Step, ...]
    whole: int
    date: float
    day: str

    @property
    def empty(self) -> bool:
        """Whether nothing changes."""
        return len(self.steps) < 2


def trend(reading: Reading, chain: str) -> Trend:
    """The products that a chain shows; of the whole city where ``chain`` is empty."""
    products = shown(reading.atlas, chain)
    days = _days(reading, set(products))
    steps, before = [], None
    for day, said in days.items():
        local = _local(reading, day, products)
        if before is None or local != before:
            steps.append(_step(reading, (day, said), local, before))
        before = local
    label = reading.atlas.chains[chain].label if chain else reading.atlas.library.region.name
    return Trend(
        title=text("chart.trend.title" if chain else "chart.trend.city", name=label),
        finding=_finding(reading, steps),
        note=text("chart.trend.note", count=_undated(reading, set(products))),
        steps=tuple(steps),
        whole=len(products),
        date=year_of(reading.situation.day) or 0.0,
        day=spoken(reading.date),
    )


def _days(reading: Reading, products: set[str]) -> Mapping[str, str]:
    """Last day of a date → the date, for each on which a capacity of the products begins, or ends
    without another of the same firm after it; and for the date asked.
    """
    found = set[str]()
    for firm in reading.atlas.enterprises.values():
        items = [c for c in firm.capacities if c.product in products]
        found.update(c.since for c in items)
        found.update(c.until for c in items if c.until and not _goes_on(c, items))
    least = f"{int(reading.date[:4]) - YEARS}" if reading.date[:4].isdecimal() else ""
    exact = sorted(found - {""}, key=len, reverse=True)
    days = {last_day(day): day for day in exact}
    for day in filter(None, (least, reading.date)):
        days.setdefault(last_day(day), day)
    return {day: days[day] for day in sorted(days) if day >= least}


def _goes_on(ended: Capacity, items: Sequence[Capacity]) -> bool:
    return any(c.product == ended.product and c.since >= ended.until for c in items)


def _local(reading: Reading, day: str, products: Sequence[str]) -> frozenset[str]:
    situation = survey(reading.atlas, day, reading.switches, reading.situation.recipes)
    return frozenset(p for p in products if situation.is_local(p))


def _step(
    reading: Reading, when: tuple[str, str], local: frozenset[str], before: frozenset[str] | None
) -> Step:
    lines = []
    for code, changed in (
        ("added", local - (before or local)),
        ("gone", (before or local) - local),
    ):
        if changed:
            names = list(labels(reading.atlas, sorted(changed)).values())
            kind = code if len(names) > NAMED else f"{code}_all"
            shown_ = "、".join(names[:NAMED])
            lines.append(text(f"chart.trend.{kind}", names=shown_, count=len(names)))
    told = "，".join(lines)
    words = text("chart.trend.tip", day=spoken(when[1]), count=len(local))
    return Step(
        date=year_of(when[0]) or 0.0,
        count=len(local),
        day=spoken(when[1]),
        told=told,
        tip="\n".join(filter(None, (words, told))),
        later=when[0] > reading.situation.day,
    )


def _undated(reading: Reading, products: set[str]) -> int:
    """Running capacities of which nobody says since when."""
    running = reading.situation.running
    return sum(c.product in products and not c.since for c in running)


def _finding(reading: Reading, steps: Sequence[Step]) -> str:
    past = [step for step in steps if not step.later]
    if len(steps) < 2 or not past:
        return text("chart.trend.empty")
    first, last = past[0], past[-1]
    words = text(
        "chart.trend.finding",
        since=first.day,
        first=first.count,
        day=spoken(reading.date),
        last=last.count,
    )
    latest = next((step for step in reversed(past) if step.told), None)
    return words + (text("chart.trend.latest", day=latest.day, told=latest.told) if latest else "")
