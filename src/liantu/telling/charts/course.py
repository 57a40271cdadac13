"""A drill day by day: how much is lost, the least and the most, and what is done on which day."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.telling.charts.model import Aim, Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days on which the same is lost: from the morning of ``start`` to that of ``end``; ``low`` and
    ``high`` are shares, 0 to 1.
    """

    start: int
    end: int
    low: float
    high: float
    tip: str
    aim: Aim


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something that is done from the morning of ``day`` on, or (not ``done``) that fails."""

    day: int
    words: str
    tip: str
    aim: Aim
    done: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Chart):
    """``stretches`` follow one another without a gap over ``days`` days."""

    days: int
    stretches: tuple[Stretch, ...]
    flags: tuple[Flag, ...]
    up: str
    across: str

    @property
    def empty(self) -> bool:
        """Whether nothing is lost on any day."""
        return not any(one.high > 0 for one in self.stretches)
