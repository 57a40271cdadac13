"""How the local supply of a product is spread over its makers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from liantu.analysis.balance import Balance


@dataclass(frozen=True, slots=True)
class Concentration:
    """Suppliers of a product: ``hhi`` is the Herfindahl–Hirschman index from 1/``makers`` to 1
    (sum of squared shares; Hirschman 1945), ``largest`` the first maker's share.

    Both are ``None`` where an amount is unknown, but for a sole maker, whose share is 1.
    """

    makers: int
    hhi: float | None
    largest: float | None


def concentration(balance: Balance | None) -> Concentration | None:
    """The concentration of what enterprises supply; ``None`` if nobody does."""
    amounts: defaultdict[str, float] = defaultdict(float)
    unknown = False
    for term in balance.terms if balance else ():
        if term.kind in ("maker", "byproduct"):
            unknown = unknown or term.amount is None
            amounts[term.enterprise] += term.amount or 0.0
    whole = sum(amounts.values())
    if not amounts:
        return None
    if len(amounts) == 1:
        return Concentration(1, 1.0, 1.0)
    if unknown or whole <= 0:
        return Concentration(len(amounts), None, None)
    shares = [amount / whole for amount in amounts.values()]
    return Concentration(len(amounts), sum(s * s for s in shares), max(shares))
