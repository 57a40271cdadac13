"""Numbers as people write them: no exponent, and 万 or 亿 before a unit instead of many zeros."""

from __future__ import annotations

DIGITS = 6
"""Significant digits of a number where nothing else is said."""
SMALL = 0.1
"""What is smaller has less than six significant digits within six after the point."""
STEP = 10_000
_UP = {"万": "亿", "": "万"}
_DOWN = {"亿": "万", "万": ""}


def plain(value: float, digits: int = DIGITS) -> str:
    """``value`` with ``digits`` significant digits at most, without an exponent or trailing zeros;
    what has :data:`DIGITS` is exact before the point.
    """
    if digits >= DIGITS and abs(value) >= 10**digits:
        return f"{value:.0f}"
    shown = f"{value:.{digits}g}"
    if "e" in shown or "n" in shown:  # an exponent, or no number
        from decimal import Decimal  # noqa: PLC0415  the start of the window has no such number

        shown = f"{Decimal(shown):f}"
    return (shown.rstrip("0").rstrip(".") if "." in shown else shown) if float(shown) else "0"


def scaled(value: float, unit: str) -> tuple[float, str]:
    """The same amount in a unit of which there are 1 to 9999: 17290 吨 is 1.729 万吨, and 0.3 万台
    is 3000 台. What has no unit stays as it is.
    """
    mark = unit[:1] if unit[:1] in _DOWN else ""
    rest = unit.removeprefix(mark)
    if not rest or not value:
        return value, unit
    while abs(value) >= STEP and mark in _UP:
        value, mark = value / STEP, _UP[mark]
    while abs(value) < 1 and mark in _DOWN:
        value, mark = value * STEP, _DOWN[mark]
    return value, mark + rest


_CIRCLED = ((1, 0x2460), (21, 0x3251), (36, 0x32B1))
"""From which number on circled ones begin with which character."""
_MOST_CIRCLED = 50


def circled(number: int) -> str:
    """``①``; what has no such character stands in brackets."""
    if not 0 < number <= _MOST_CIRCLED:
        return f"（{number}）"
    start, code = next(pair for pair in reversed(_CIRCLED) if pair[0] <= number)
    return chr(code + number - start)


def rounded(value: float, digits: int = DIGITS) -> float:
    """``value`` to ``digits`` after the point; what is small keeps as many significant ones where
    that is :data:`DIGITS`, as it is shown with them.
    """
    small = digits == DIGITS and abs(value) < SMALL
    return float(f"{value:.{DIGITS}g}") if small else round(value, digits)
