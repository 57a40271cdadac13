"""What changed between two diagnoses (two dates, two scenarios, or two versions of the data)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from liantu.analysis.balance import Balance
from liantu.analysis.diagnosis import Diagnosis
from liantu.model.classes import Word

Pair = tuple[Balance | None, Balance | None]


@dataclass(frozen=True, slots=True)
class Change:
    """A product whose classes or locality differ."""

    product: str
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    gained: bool
    lost: bool


def compare(before: Diagnosis, after: Diagnosis) -> tuple[Change, ...]:
    """Changes in the order of the atlas; products known to only one side are left out."""
    found = []
    for product, new in after.verdicts.items():
        old = before.verdicts.get(product)
        if old is not None and (old.words, old.local) != (new.words, new.local):
            gained, lost = new.local and not old.local, old.local and not new.local
            found.append(Change(product, old.words, new.words, gained, lost))
    return tuple(found)


def balance_changes(before: Diagnosis, after: Diagnosis) -> Mapping[str, Pair]:
    """The balances before and after of each product whose supply or need differs; ``None`` on the
    side where nobody makes or needs it.
    """
    old, new = before.balances, after.balances
    pairs = {product: (old.get(product), new.get(product)) for product in {**new, **old}}
    return {product: pair for product, pair in pairs.items() if _sums(pair[0]) != _sums(pair[1])}


def share_moved(pair: Pair) -> float:
    """By what share of the larger side the known supply or need moved, 0 to 1."""
    shares = [0.0]
    for code in ("supply", "need"):
        old, new = (getattr(side, code) if side else 0.0 for side in pair)
        most = max(old, new)
        shares.append(abs(new - old) / most if most else 0.0)
    return max(shares)


def _sums(balance: Balance | None) -> tuple[float, ...]:
    if balance is None:
        return ()
    return balance.supply, balance.supply_unknown, balance.need, balance.need_unknown
