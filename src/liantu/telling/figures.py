"""Numbers and amounts as text, with what is unknown said aloud."""

from __future__ import annotations

from liantu.analysis.balance import Balance
from liantu.analysis.state import Amount
from liantu.analysis.summary import Ratio
from liantu.model import Capacity
from liantu.numerals import DIGITS, plain, scaled
from liantu.wording import table, text

LEAST, MOST = "≥", "≤"
"""Stand before a lower and an upper bound."""


def number(value: float, digits: int = DIGITS) -> str:
    """At most six significant digits, without an exponent or trailing zeros."""
    return plain(value, digits)


def signed(value: float | None) -> str:
    """``+2``: a difference; ``None`` is unknown."""
    if value is None:
        return text("ui.unknown")
    return f"{'+' if value >= 0 else ''}{plain(value)}"


def amount(value: float, unit: str, digits: int = DIGITS) -> str:
    """``1.729 万吨/年``: a number with the unit in which it is easily read."""
    value, unit = scaled(value, unit)
    return text("ui.amount", number=plain(value, digits), unit=unit)


def ratio(value: Ratio) -> str:
    """``12/27``; a ratio of nothing is said to be unknown."""
    return f"{value.part}/{value.whole}" if value.whole else text("ui.unknown")


def percent(value: Ratio) -> str:
    """``44%``, or unknown for a ratio of nothing."""
    return share(value.value, "ui.unknown")


def supply(found: Amount | None) -> str:
    """A sum with its unit; unknown terms make it a lower bound and are counted. A sum of nothing
    (who makes it told so only later, without an amount) is unknown, never 0.
    """
    if found is None:
        return ""
    if found.known == 0:
        return text("ui.amount.unknown")
    shown = amount(found.known, found.unit)
    if not found.unknown_makers:
        return shown
    return text("ui.amount.least", amount=shown, makers=found.unknown_makers)


def capacity(item: Capacity) -> str:
    """One capacity with its unit, or that it is unknown."""
    if item.amount is None:
        return text("ui.amount.unknown")
    return amount(item.amount, item.unit)


def least(known: float, unknown: int, unit: str = "", digits: int = DIGITS) -> str:
    """A sum of which ``unknown`` terms are not known: ``≥`` marks a lower bound, and a sum of which
    nothing is known is unknown.
    """
    if unknown and not known:
        return text("ui.unknown")
    bound = f"{LEAST} " if unknown else ""
    return bound + (amount(known, unit, digits) if unit else plain(known, digits))


def sums(balance: Balance, digits: int) -> dict[str, str]:
    """``supply`` and ``need`` in one ``unit``, that in which the larger is easily read."""
    most = max(balance.supply, balance.need)
    value, unit = scaled(most, balance.unit)
    factor = value / most if most else 1.0
    return {
        "supply": least(balance.supply * factor, balance.supply_unknown, digits=digits),
        "need": least(balance.need * factor, balance.need_unknown, digits=digits),
        "unit": unit,
    }


def bare(found: Amount | None) -> str:
    """A sum without its unit, for a column that names it; ``≥`` marks a lower bound."""
    if found is None:
        return text("ui.none")
    return least(found.known, found.unknown_makers or not found.known)


def share(value: float | None, missing: str = "ui.none") -> str:
    """``44%``; ``missing`` is the wording where there is none."""
    return text(missing) if value is None else f"{round(value * 100)}%"


def deficit(balance: Balance | None) -> str:
    """Need minus supply with its unit, a lower bound or unknown where amounts are."""
    if balance is None or not (balance.need or balance.need_unknown):
        return text("ui.none")
    if balance.supply_unknown or (balance.need_unknown and not balance.need):
        return text("ui.unknown")
    lack = balance.need - balance.supply
    return least(lack, balance.need_unknown, balance.unit) if lack > 0 else text("ui.none")


COMPACT = 3
"""Significant digits where there is little room."""


def compact(value: float, unit: str = "", *, least: bool = False, most: bool = False) -> str:
    """``17.7万吨``, ``30辆``, ``≥1.2亿只``: for cards, charts and pages of one look.

    ``unit`` is a capacity unit (万吨/年) or a base unit (t); a year's amount is told without 年. At
    most three significant digits, no blank, no exponent.
    """
    held, shown = scaled(float(f"{value:.{COMPACT}g}"), _counted(unit))
    bound = LEAST if least else MOST if most else ""
    return f"{bound}{number(held, COMPACT)}{shown}"


def _counted(unit: str) -> str:
    """The thing that is counted, in Chinese, without 年 and what stands in brackets."""
    plain = unit.removesuffix(text("answer.per_year")).partition("(")[0]
    known = f"answer.unit.{plain.lower()}"
    return text(known) if known in table() else plain
