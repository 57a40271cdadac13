"""The profile of a firm that is sought, and of a technology that is to be solved together."""

from __future__ import annotations

from liantu.model import Scale
from liantu.telling import amounts, figures, records
from liantu.telling.lists.column import Column, amount
from liantu.telling.lists.fill import Fill
from liantu.telling.lists.office import blank
from liantu.telling.lists.row import GapRow
from liantu.telling.names import brief
from liantu.wording import text

MOST = 3
"""Makers of one product, and users, that are named."""


def _partner(row: GapRow) -> str:
    """What kind of partner suits what is to be done: nobody brings in a second works before the
    first that is being built has opened, and what has its like here is best taken up by that.
    """
    under_way = records.first(row.reading, row.id)
    if under_way is not None:
        code = f"ui.partner.{under_way.capacity.status}"
        return text(code, firm=brief(under_way.enterprise))
    if amounts.is_kin(row.reading, row.verdict):
        return text("ui.partner.kin")
    return text(f"ui.partner.{row.verdict.remedy}") if row.verdict.remedy else text("ui.none")


def _found(row: GapRow) -> str:
    """The local mains and parts that it would find, with who makes them and its share of them;
    what a works makes for its own products only is told as that.
    """
    atlas, verdict, situation = row.reading.atlas, row.verdict, row.reading.situation
    told = []
    for product in verdict.fed_by:
        sellers, makers = situation.sellers(product), situation.firms(product)
        firms = [brief(atlas.enterprises[e]) for e in (sellers or makers)[:MOST]]
        code = "found" if sellers else "own" if makers else "plain"
        told.append(
            text(
                f"ui.profile.{code}",
                product=atlas.products[product].name,
                firms="、".join(firms),
                share=figures.share(verdict.fed[product]),
            )
        )
    return "；".join(told) or text("ui.none")


def _waiting(row: GapRow) -> str:
    """The local users that wait for it, those that take most first, with the amount a year."""
    reading, verdict = row.reading, row.verdict
    sums = amounts.sums_of_users(verdict.balance)
    order = sorted(verdict.uses, key=lambda u: (-sums[u], -verdict.uses[u].weight))
    told = []
    for user in order[:MOST]:
        taken = sums[user]
        unit = verdict.balance.unit if verdict.balance else ""
        amount_ = amounts.yearly(taken, unit) if taken else text("ui.profile.unknown")
        told.append(text("ui.profile.waiting", user=amounts.user(reading, user), amount=amount_))
    left = len(order) - MOST
    told += [text("ui.profile.more", count=left)] if left > 0 else []
    return "；".join(told) or text("ui.none")


def _scale(row: GapRow) -> Scale | None:
    return row.product.scale_min


def _hard(row: GapRow) -> str:
    """The barrier that a source names, else the weakness of what is made here."""
    if row.product.barrier is not None:
        return row.product.barrier.text
    weakness = row.verdict.weakness
    return text(f"standing.weakness.{weakness}") if weakness else text("ui.none")


def _sources(row: GapRow) -> str:
    barrier = row.product.barrier
    sources = row.reading.atlas.sources
    cited = [sources[s].title for s in barrier.sources if s in sources] if barrier else []
    return "；".join(cited) or text("ui.none")


COLUMNS: tuple[Column[GapRow], ...] = (
    Column("partner", _partner, width=190),
    Column("found", _found, title="ui.column.local_inputs", width=280),
    Column("waiting", _waiting, width=320),
    amount(
        "least",
        lambda r: figures.number(s.amount) if (s := _scale(r)) else text("ui.none"),
        lambda r: s.amount if (s := _scale(r)) else None,
        width=90,
    ),
    Column("least_unit", lambda r: s.unit if (s := _scale(r)) else "", width=90),
    Column("hard", _hard, title="ui.column.barrier", width=320),
    Column("barrier_source", _sources, width=260),
    blank("target_firm", width=170),
    blank("target_seat", width=100),
    blank("target_intent", Fill.INTENT, 90),
    blank("tech_gap", width=170),
    blank("tech_unit", width=150),
)
