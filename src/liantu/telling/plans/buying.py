"""What a plan buys, as rows: gaps first, then what is bought as a rule."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.plans.plan import Plan, Purchase
from liantu.analysis.reading import Reading
from liantu.telling.amounts import yearly
from liantu.telling.names import named, plain_name
from liantu.telling.plans.heading import GAPS
from liantu.wording import text

_USERS = 3


@dataclass(frozen=True, slots=True)
class BuyRow:
    """One purchase in words; ``gap``: it might be made here, and a plan leaves it to be bought."""

    product: str
    gap: bool
    name: str
    amount: str
    users: str
    why: str


HEADS = ("product", "amount", "users", "why")
"""Columns of a table of purchases, in their order: ``plan.head.<head>``."""


def buy_rows(reading: Reading, plan: Plan) -> list[BuyRow]:
    """Gaps first."""
    rows = [_row(reading, one) for one in plan.purchases]
    return sorted(rows, key=lambda row: not row.gap)


def cells(row: BuyRow) -> list[str]:
    """A row under :data:`HEADS`."""
    return [row.name, row.amount, row.users, row.why]


def _row(reading: Reading, one: Purchase) -> BuyRow:
    unit = reading.atlas.products[one.product].unit
    return BuyRow(
        product=one.product,
        gap=one.had in GAPS,
        name=plain_name(reading, one.product),
        amount=text("ui.unknown") if one.amount is None else yearly(one.amount, unit),
        users=named([plain_name(reading, user) for user in one.users], _USERS),
        why=why(one),
    )


def why(one: Purchase) -> str:
    """Why it is bought."""
    if one.gate is not None:
        kind = text(f"standing.gate.{one.gate.kind}")
        return text("plan.had.shut.gate", kind=kind)
    return text(f"plan.had.{one.had}")
