"""Amounts of a year in the unit that reads best: 万 and 亿, three digits, never an exponent."""

from __future__ import annotations

from liantu.telling import figures
from liantu.wording import text

DIGITS = 3
SCALES = ("yi", "wan")
"""Words of the large numbers (亿, 万) in the wording, the larger first."""
FACTORS = {"yi": 1e8, "wan": 1e4}


def yearly(value: float, unit: str, *, least: bool = False, most: bool = False) -> str:
    """``17.7万吨``, ``≥1.73万吨``, ``≤3.35万吨`` for a value in ``unit`` (万吨/年, 套/年)."""
    shown, plain = scaled(value, unit)
    sign = text("chart.least") if least else text("chart.most") if most else ""
    return text("chart.amount", sign=sign, number=shown, unit=plain)


def scaled(value: float, unit: str) -> tuple[str, str]:
    """The number as text and its unit without the year."""
    base, factor = plain(unit)
    whole = value * factor
    for name in SCALES:
        if abs(whole) >= FACTORS[name]:
            return figures.number(whole / FACTORS[name], DIGITS), text(f"chart.{name}") + base
    return figures.number(whole, DIGITS), base


def plain(unit: str) -> tuple[str, float]:
    """The unit without year and large number, and the factor of that number."""
    base = unit.removesuffix(text("answer.per_year"))
    for name in SCALES:
        word = text(f"chart.{name}")
        if base.startswith(word):
            return base.removeprefix(word), FACTORS[name]
    return base, 1.0
