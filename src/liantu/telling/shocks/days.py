"""A drill by day: what stops when, how much is lost, what is done; as rows and as a chart."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Outage, Span
from liantu.analysis.shocks.timeline import Day, Timeline
from liantu.analysis.shocks.weaving import Node
from liantu.model import Atlas
from liantu.model.drill import Drill, Measure, MeasureKind
from liantu.telling.charts.course import Course, Flag, Stretch
from liantu.telling.charts.model import Aim
from liantu.telling.drills import measure_words
from liantu.telling.names import plain_firm, plain_name
from liantu.telling.shocks import words
from liantu.telling.shocks.rows import shock_name
from liantu.wording import text

COLUMNS = ("day", "begins", "still", "loss", "measures")
"""Of the table of days; ``shock.drill.days.*``."""
NAMED = 3
"""Firms that a cell names, and products of each; of more it tells how many there are."""
LONGEST = 10
"""Letters of a measure in the chart."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day on which something changes; ``cells`` in the order of :data:`COLUMNS`, ``begins`` the
    keys of the units that stop on it.
    """

    day: int
    cells: tuple[str, ...]
    begins: tuple[str, ...]


def day_rows(reading: Reading, found: Outage, course: Timeline) -> tuple[DayRow, ...]:
    """The first day, and those on which something changes."""
    kept = [
        day
        for before, day in zip((None, *course.days), course.days, strict=False)
        if before is None or _differs(before, day)
    ]
    return tuple(_row(reading, found, day) for day in kept)


def _differs(before: Day, day: Day) -> bool:
    loss = (before.still, before.loss) != (day.still, day.loss)
    return loss or bool(day.begins or day.measures)


def _row(reading: Reading, found: Outage, day: Day) -> DayRow:
    units = [found.woven.nodes[at] for at in day.begins]
    cells = (
        on_day(day.day),
        _begins(reading, units),
        still(day),
        _loss(day.loss),
        "；".join(_measure(reading.atlas, found.drill, one) for one in day.measures),
    )
    return DayRow(day.day, cells, tuple(f"{n.enterprise}:{n.product}" for n in units))


def on_day(day: int) -> str:
    """``当天``, ``3 天后``."""
    return text("shock.drill.today") if day == 0 else text("shock.drill.after", days=day)


def still(day: Day) -> str:
    """How many units stand still, the least and the most."""
    least, most = day.still
    if least == most:
        return str(most)
    return text("shock.drill.range", low=least, high=most)


def _loss(found: Span) -> str:
    """The share, ``不详`` where anything may be."""
    unknown = found.low <= 0 and found.high >= 1
    return text("shock.drill.unknown") if unknown else words.loss(found)


def _begins(reading: Reading, units: list[Node]) -> str:
    """``中通客车：公路客车、纯电动城市客车；…``: firms with what they stop making."""
    made: dict[str, list[str]] = {}
    for node in units:
        made.setdefault(node.enterprise, []).append(plain_name(reading, node.product))
    told = [
        text("shock.drill.unit_of", firm=plain_firm(reading, firm), products=_named(names))
        for firm, names in list(made.items())[:NAMED]
    ]
    said = "；".join(told)
    more = len(made) > NAMED
    return text("shock.drill.more_firms", words=said, count=len(made)) if more else said


def _named(names: list[str]) -> str:
    shown = "、".join(names[:NAMED])
    more = len(names) > NAMED
    return text("shock.drill.more_units", names=shown, count=len(names)) if more else shown


def _measure(atlas: Atlas, drill: Drill, measure: Measure) -> str:
    """What is done, without the day, in whose row it stands."""
    return measure_words(atlas, drill, replace(measure, day=0))


def course_of(reading: Reading, found: Outage, course: Timeline) -> Course:
    """The chart of what is lost."""
    days = len(course.days)
    return Course(
        title=text("shock.drill.chart"),
        finding=_finding(course),
        note=text("shock.drill.chart.note"),
        days=days,
        stretches=tuple(_stretches(course)),
        flags=tuple(_flags(reading.atlas, found.drill, days)),
        up=text("shock.drill.chart.up"),
        across=text("shock.drill.chart.across"),
    )


def _finding(course: Timeline) -> str:
    worst = max(course.days, key=lambda day: (day.loss.high, day.loss.low), default=None)
    if worst is None or worst.loss.high <= 0:
        return text("shock.drill.chart.nothing")
    unknown = worst.loss.low <= 0 and worst.loss.high >= 1
    partly = "shock.drill.chart.finding" if worst.still[1] else "shock.drill.chart.partial"
    return text(
        "shock.drill.chart.unknown" if unknown else partly,
        day=on_day(worst.day),
        loss=_loss(worst.loss),
        units=still(worst),
    )


def _stretches(course: Timeline) -> Iterator[Stretch]:
    for (loss, _), group in itertools.groupby(course.days, key=lambda d: (d.loss, d.still)):
        days = list(group)
        first, last = days[0], days[-1]
        tip = text(
            "shock.drill.chart.tip",
            first=on_day(first.day),
            last=on_day(last.day),
            loss=_loss(loss),
            units=still(first),
        )
        yield Stretch(
            start=first.day,
            end=last.day + 1,
            low=loss.low,
            high=loss.high,
            tip=tip,
            aim=Aim(at=first.day),
        )


def _flags(atlas: Atlas, drill: Drill, days: int) -> Iterator[Flag]:
    for shock in drill.shocks:
        if shock.start < days:
            name = shock_name(atlas, shock)
            yield Flag(day=shock.start, words=name, tip=name, aim=Aim(at=shock.start), done=False)
    for measure in drill.measures:
        if measure.day < days:
            yield Flag(
                day=measure.day,
                words=_short(measure),
                tip=measure_words(atlas, drill, measure),
                aim=Aim(at=measure.day),
            )


def _short(measure: Measure) -> str:
    if measure.kind is not MeasureKind.NOTE:
        return text(f"scenario.measure.{measure.kind}")
    said = measure.note or measure.who
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"
