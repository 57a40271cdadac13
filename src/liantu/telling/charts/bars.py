"""What a Gantt chart shows: rows of spans over the years, and the day asked."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.model import Status
from liantu.telling.charts.model import Aim, Chart

MONTHS, DAYS = 12, 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """``status`` holds from ``start`` to ``end`` (years with their parts, ``None``: still);
    ``told`` says so, ``words`` in it how much.
    """

    status: Status
    start: float
    end: float | None
    told: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A capacity or project. Without ``spans`` only ``seen`` is known: the year in which the source
    told the ``status`` (``None``: not even that). ``later``: told only after the date asked.
    ``due``: the last day, ``late`` where it was missed.
    """

    name: str
    told: str
    tip: str
    aim: Aim
    status: Status
    spans: tuple[Span, ...] = ()
    seen: float | None = None
    later: bool = False
    due: float | None = None
    late: bool = False

    @property
    def first(self) -> float:
        """Where the row begins."""
        return min((s.start for s in self.spans), default=self.seen or self.due or 0.0)

    @property
    def is_dated(self) -> bool:
        """Whether there is a place for it in time."""
        return bool(self.spans) or self.seen is not None or self.due is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gantt(Chart):
    """Rows, what goes on first; ``date`` as a year with its part, ``day`` in words. ``whole``: the
    rows of the chart of which this is a part, which share its years.
    """

    rows: tuple[Row, ...]
    date: float
    day: str
    whole: tuple[Row, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing has a date."""
        return not self.rows


def year_of(date: str) -> float | None:
    """An ISO date of any exactness as a year with its part: 2022-07 is 2022.5; ``None`` for none.

    A year alone is its middle.
    """
    parts = [int(part) for part in date.split("-") if part.isdecimal()]
    if not parts:
        return None
    if len(parts) == 1:
        return parts[0] + 0.5
    day = parts[2] if len(parts) > 2 else 1
    return parts[0] + (parts[1] - 1) / MONTHS + (day - 1) / DAYS
