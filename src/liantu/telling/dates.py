"""Dates in words, and how old a statement is: each told in this one place."""

from __future__ import annotations

from liantu.model import Atlas, Capacity, Enterprise
from liantu.wording import text


def spoken(date: str) -> str:
    """``2022-10-26`` as 2022年10月26日; as exact as it was given."""
    parts = [str(int(part)) for part in date.split("-") if part.isdecimal()]
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
