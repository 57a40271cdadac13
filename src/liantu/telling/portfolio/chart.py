"""The front as a chart: portfolios by what they take (or the gaps they close) and their points."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from liantu.analysis.portfolio.answer import Answer
from liantu.analysis.portfolio.front import Point
from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.units import unit
from liantu.model import Atlas
from liantu.telling import figures
from liantu.telling.charts.model import Aim, Chart
from liantu.telling.portfolio import words
from liantu.wording import text

DEAREST = 2.0
"""A step is dear where a point of it takes so many times as much as on the whole way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A portfolio: ``aim`` is what it takes of the resource, or the gaps that it closes; ``at``:
    its place in the front; ``seen``: the one that is looked at.
    """

    aim: float
    points: float
    words: str
    tip: str
    to: Aim
    seen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tradeoff(Chart):
    """The dots from left to right; ``across`` and ``up`` say what the scales count. ``falling``:
    more of ``aim`` costs points.
    """

    dots: tuple[Dot, ...]
    across: str
    up: str
    falling: bool

    @property
    def empty(self) -> bool:
        """Whether there is nothing to choose between."""
        return len(self.dots) < 2


def tradeoff(atlas: Atlas, answer: Answer) -> Tradeoff:
    """The front of an answer; a single portfolio says so in its finding."""
    front = answer.front
    found = [] if front is None else [p for p in front.points if p.plan.chosen]
    against = None if front is None else front.against
    ordered = sorted(found, key=lambda p: p.aim)
    places = {id(p): at for at, p in enumerate(front.points if front else ())}
    dots = tuple(_dot(atlas, answer, p, against, places[id(p)]) for p in ordered)
    name = _axis(against)
    note = "portfolio.chart.note" if front is None or front.whole else "portfolio.chart.note.part"
    return Tradeoff(
        title=text("portfolio.chart.title", axis=name),
        finding=_finding(ordered, against),
        note=text(note, axis=name),
        dots=dots,
        across=_unit(against),
        up=text("portfolio.chart.up"),
        falling=against is None,
    )


def _axis(against: Resource | None) -> str:
    return text("portfolio.chart.goals") if against is None else words.resource(against)


def _unit(against: Resource | None) -> str:
    if against is None:
        return text("portfolio.chart.across.goals")
    name = words.resource(against)
    return text("portfolio.chart.across", resource=name, unit=unit(against))


def _dot(atlas: Atlas, answer: Answer, point: Point, against: Resource | None, at: int) -> Dot:
    plan = point.plan
    tip = text(
        "portfolio.chart.tip",
        points=words.points(plan.value),
        aim=_aim(point, against),
        count=len(plan.chosen),
        names=words.names(atlas, plan.chosen),
    )
    return Dot(
        aim=point.aim,
        points=plan.value,
        words=figures.number(round(plan.value, 1)),
        tip=tip,
        to=Aim(at=at),
        seen=answer.plan == plan,
    )


def _aim(point: Point, against: Resource | None) -> str:
    if against is None:
        return text("portfolio.gains.closed", count=round(point.aim))
    used = words.amount(against, point.aim)
    return text("portfolio.chart.takes", resource=words.resource(against), amount=used)


def _finding(points: Sequence[Point], against: Resource | None) -> str:
    """From where to where it goes, and which step of it is the dearest."""
    if len(points) < 2:
        return text("portfolio.chart.single")
    first, last = points[0], points[-1]
    told = text(
        "portfolio.chart.finding",
        first=_aim(first, against),
        low=words.points(first.plan.value),
        last=_aim(last, against),
        high=words.points(last.plan.value),
        count=len(points),
    )
    return told + (_dearest(points, against) if against is not None else "")


def _dearest(points: Sequence[Point], against: Resource) -> str:
    """The step that takes most for a point, where that is much more than on the whole way."""
    steps = [(b.aim - a.aim, b.plan.value - a.plan.value, a) for a, b in itertools.pairwise(points)]
    costly = max((s for s in steps if s[1] > 0), key=lambda s: s[0] / s[1], default=None)
    whole = points[-1].aim - points[0].aim, points[-1].plan.value - points[0].plan.value
    if costly is None or whole[1] <= 0 or len(points) < 3:
        return ""
    more, gained, start = costly
    if more / gained < DEAREST * whole[0] / whole[1]:
        return ""
    return text(
        "portfolio.chart.dearest",
        start=words.amount(against, start.aim),
        more=words.amount(against, more),
        points=words.points(gained),
    )
