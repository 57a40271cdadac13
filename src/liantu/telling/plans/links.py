"""What a plan builds, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liantu.analysis.plans.amounts import Fit, Need
from liantu.analysis.plans.plan import Link, Plan
from liantu.analysis.reading import Reading
from liantu.telling import figures
from liantu.telling.amounts import yearly
from liantu.telling.names import named, plain_firm, plain_name
from liantu.telling.whom import alike
from liantu.wording import text

_FIRMS = 3


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One link in words. ``turn``: 1 can start first; ``makes``: what the plan makes of it;
    ``need``: the local need against the least plant; ``notes``: gates, barriers, other routes.
    """

    product: str
    turn: int
    name: str
    route: str
    makes: str
    need: str
    cost: str
    notes: str
    who: str


HEADS = ("turn", "link", "route", "makes", "need", "cost", "notes", "who")
"""Columns of a table of links, in their order: ``plan.head.<head>``."""


def link_rows(reading: Reading, plan: Plan) -> list[LinkRow]:
    """Every link in the order in which it can start."""
    return [_row(reading, link) for link in plan.links]


def cells(row: LinkRow) -> list[str]:
    """A row under :data:`HEADS`."""
    told = (row.name, row.route, row.makes, row.need, row.cost, row.notes, row.who)
    return [str(row.turn), *told]


def _row(reading: Reading, link: Link) -> LinkRow:
    return LinkRow(
        product=link.product,
        turn=link.turn,
        name=plain_name(reading, link.product),
        route=route_name(reading, link.product, link.route),
        makes=_makes(reading, link),
        need=need_words(link.need),
        cost=text("ui.unknown") if link.cost is None else figures.number(link.cost),
        notes="；".join(_notes(reading, link)) or text("ui.none"),
        who="；".join(_who(reading, link)) or text("plan.who.unknown"),
    )


def route_name(reading: Reading, product: str, route: str) -> str:
    """The name of a route."""
    routes = reading.atlas.products[product].routes
    return next((one.name for one in routes if one.id == route), route)


def _makes(reading: Reading, link: Link) -> str:
    unit = reading.atlas.products[link.product].unit
    words = text("ui.unknown") if link.amount is None else yearly(link.amount, unit)
    if not link.beside:
        return words
    beside = [plain_name(reading, p) for p in link.beside]
    return text("plan.beside", amount=words, names="、".join(beside))


def need_words(need: Need) -> str:
    """The local need against the least scale of a plant."""
    known = yearly(need.known, need.unit, least=bool(need.silent))
    scale = yearly(need.scale, need.unit) if need.scale else ""
    if need.fit is Fit.NO_NEED:
        return text("plan.need.nobody.scale" if scale else "plan.need.nobody", scale=scale)
    if not need.known:
        return text("plan.need.silent.scale" if scale else "plan.need.silent", scale=scale)
    share = "" if need.share is None else f"{need.share:.0%}"
    return text(f"plan.need.{need.fit}", known=known, scale=scale, share=share)


def _notes(reading: Reading, link: Link) -> Iterator[str]:
    for gate in link.gates:
        kind, effect = text(f"standing.gate.{gate.kind}"), text(f"standing.effect.{gate.effect}")
        yield text("plan.gate", kind=kind, effect=effect)
    barrier = reading.atlas.products[link.product].barrier
    if barrier is not None:
        yield text("why.barrier", text=barrier.text)
    if link.others:
        routes = [route_name(reading, link.product, r) for r in link.others]
        yield text("plan.others", routes="、".join(routes))
    if link.need.fit is Fit.TRIFLE:
        yield text("plan.trifle")


def _who(reading: Reading, link: Link) -> Iterator[str]:
    for maker in link.coming:
        firm = plain_firm(reading, maker.enterprise.id)
        status = text(f"ui.status.{maker.capacity.status}")
        yield text("plan.who.coming", firm=firm, status=status)
    firms = [plain_firm(reading, firm) for firm in alike(reading, link.product)]
    if firms:
        yield text("plan.who.sisters", firms=named(firms, _FIRMS))
