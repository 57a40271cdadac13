"""Numbers and amounts as text, with what is unknown said aloud."""

from __future__ import annotations

from liantu.analysis.state import Amount
from liantu.analysis.summary import Ratio
from liantu.model import Capacity
from liantu.wording import text


def number(value: float, digits: int = 6) -> str:
    """At most six significant digits, without an exponent or trailing zeros."""
    shown = f"{value:.{digits}g}"
    if "e" in shown:
        shown = f"{value:.0f}" if abs(value) >= 1 else f"{value:.9f}".rstrip("0").rstrip(".")
    return shown


def ratio(value: Ratio) -> str:
    """``12/27``; a ratio of nothing is said to be unknown."""
    return f"{value.part}/{value.whole}" if value.whole else text("ui.unknown")


def percent(value: Ratio) -> str:
    """``44%``, or unknown for a ratio of nothing."""
    share = value.value
    return text("ui.unknown") if share is None else f"{share * 100:.0f}%"


def supply(amount: Amount | None) -> str:
    """A sum with its unit; unknown terms make it a lower bound and are counted."""
    if amount is None:
        return ""
    if not amount.unknown_makers:
        return text("ui.amount", number=number(amount.known), unit=amount.unit)
    if amount.known == 0:
        return text("ui.amount.unknown")
    shown = number(amount.known)
    return text("ui.amount.least", number=shown, unit=amount.unit, makers=amount.unknown_makers)


def capacity(item: Capacity) -> str:
    """One capacity with its unit, or that it is unknown."""
    if item.amount is None:
        return text("ui.amount.unknown")
    return text("ui.amount", number=number(item.amount), unit=item.unit)


def bare(amount: Amount | None) -> str:
    """A sum without its unit, for a column that names it; ``≥`` marks a lower bound."""
    if amount is None:
        return text("ui.none")
    if amount.unknown_makers and not amount.known:
        return text("ui.unknown")
    return f"≥ {number(amount.known)}" if amount.unknown_makers else number(amount.known)
