"""Dates in words, and how old a statement is: each told in this one place."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from liantu.wording import text

if TYPE_CHECKING:
    from liantu.model import Atlas, Capacity, Enterprise


def spoken(told: str) -> str:
    """``2022-10-26`` as 2022年10月26日; as exact as it was given."""
    parts = [str(int(part)) for part in told.split("-") if part.isdecimal()]
    names = ("year", "month", "day")[: len(parts)]
    if not names:
        return text("diagram.sheet.none")
    return text(f"diagram.date.{names[-1]}", **dict(zip(names, parts, strict=True)))


def is_stale(atlas: Atlas, as_of: str) -> bool:
    """Whether a statement of the year ``as_of`` is older than the library accepts."""
    year = as_of[:4]
    return year.isdecimal() and int(year) < atlas.library.stale_before


def stated(firm: Enterprise, item: Capacity) -> str:
    """When a capacity was stated: its own year, else that of its enterprise; empty if unknown."""
    return item.as_of or firm.as_of


def last_of(told: str) -> str:
    """The last day of a date that may be told by the month or the year; itself if it is no date."""
    day = _day(told)
    if day is None or len(told) == 10:
        return told
    if len(told) == 4:
        return f"{told}-12-31"
    following = day.replace(day=28) + timedelta(days=4)
    return (following - timedelta(days=following.day)).isoformat()


def eve(day: str) -> str:
    """The day before a whole day; empty if it is none."""
    found = _day(day)
    return (found - timedelta(days=1)).isoformat() if found and found > date.min else ""


def years_from(day: str, years: int) -> str:
    """The same day so many years later (or earlier, if less than 0): the last of February for a
    leap day; the day itself where there is no such year.
    """
    found = _day(day)
    if found is None or not date.min.year <= found.year + years <= date.max.year:
        return day
    year = found.year + years
    try:
        return found.replace(year=year).isoformat()
    except ValueError:  # 29 February
        return date(year, 2, 28).isoformat()


def _day(told: str) -> date | None:
    """The first day of a date; ``None`` if it is none."""
    try:
        return date.fromisoformat(told + {4: "-01-01", 7: "-01"}.get(len(told), ""))
    except ValueError:
        return None
