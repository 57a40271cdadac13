"""What a plan is, what it costs, and what was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liantu.analysis.plans.city import Had
from liantu.analysis.plans.integer import Status
from liantu.analysis.plans.plan import Plan, Plans
from liantu.analysis.reading import Reading
from liantu.telling import figures
from liantu.telling.amounts import yearly
from liantu.telling.names import named, plain_name
from liantu.wording import text

GAPS = frozenset({Had.IMPORT, Had.BEYOND, Had.TOLD, Had.SHUT})
"""Purchases that could be, or once were, made here; raw materials and common goods do not count."""
MOST = 8
"""Links or purchases that a sentence names; the table has them all."""
_JUDGED = {True: "plan.judge.local", False: "plan.judge.absent"}
_STEPS = {True: "plan.judge.steps.able", False: "plan.judge.steps"}
FOLD = 15
"""Links above which a plan is a matter of years, and is said to be."""


def bought(plan: Plan) -> tuple[str, ...]:
    """Products that a plan buys although somebody might make them."""
    return tuple(p.product for p in plan.purchases if p.had in GAPS)


def title(plan: Plan) -> str:
    """``自建 2 个环节，外购 3 种``."""
    links, gaps = len(plan.links), len(bought(plan))
    if not links:
        return text("plan.title.bought", bought=gaps) if gaps else text("plan.title.nothing")
    if not gaps:
        return text("plan.title.built", links=links)
    return text("plan.title", links=links, bought=gaps)


def rung(found: Plans, at: int) -> str:
    """What kind of plan it is between buying and making."""
    plan = found.plans[at]
    if not plan.links:
        return text("plan.rung.bought" if plan.imports else "plan.rung.ready")
    if plan.imports:
        return text("plan.rung.part")
    return text("plan.rung.able" if bought(plan) else "plan.rung.built")


def cost(plan: Plan) -> str:
    """What is known of the cost, and of how many links nobody knows it."""
    if not plan.links:
        return text("plan.cost.none")
    unknown = len(plan.unknown)
    if unknown == len(plan.links):
        return text("plan.cost.unknown" if unknown > 1 else "plan.cost.unknown.one", count=unknown)
    amount = figures.number(plan.cost)
    if unknown:
        return text("plan.cost.partly", amount=amount, count=unknown)
    return text("plan.cost", amount=amount)


def judgement(reading: Reading, found: Plans) -> str:
    """In one sentence: the fewest links by which the target is made with its chain here."""
    name, plan = plain_name(reading, found.target), found.whole
    if plan is None:
        return text("plan.judge.none", target=name)
    local = reading.situation.is_local(found.target)
    if not plan.links and plan.imports:
        return text("plan.judge.stuck", target=name, names=names(reading, plan.imports))
    if not plan.links:
        return text("plan.judge.ready" if local else "plan.judge.outside", target=name)
    first = len(found.plans[0].links)
    steps = not local and first < len(plan.links) and found.ladder
    return text(
        _STEPS[bool(bought(plan))] if steps else _JUDGED[local],
        target=name,
        first=first,
        count=len(plan.links),
        names=names(reading, (link.product for link in plan.links)),
        buying=_buying(reading, plan),
        cost=cost(plan),
    )


def sentence(reading: Reading, plan: Plan) -> str:
    """One plan in one sentence."""
    gaps = bought(plan)
    if not plan.links:
        code = "plan.says.bought" if gaps else "plan.says.nothing"
        return text(code, names=names(reading, gaps))
    built = names(reading, (link.product for link in plan.links))
    return text("plan.says", names=built, buying=_buying(reading, plan))


def _buying(reading: Reading, plan: Plan) -> str:
    gaps = bought(plan)
    return text("plan.buying", names=names(reading, gaps)) if gaps else text("plan.buying.none")


def names(reading: Reading, products: Iterable[str]) -> str:
    """The first names and how many there are."""
    found = [plain_name(reading, p) for p in products]
    return named(found, MOST)


def asked(reading: Reading, found: Plans) -> Iterator[str]:
    """What was asked: how far, for how much, at which costs."""
    yield text(f"plan.reach.{found.reach}")
    if found.within:
        yield text("plan.within", chain=reading.atlas.chains[found.within].label)
    name, unit = plain_name(reading, found.target), reading.atlas.products[found.target].unit
    if found.demand is None:
        yield text("plan.demand.unknown", target=name)
    else:
        yield text("plan.demand", amount=yearly(found.demand, unit), target=name)
    yield text("plan.basis.rule")


def notes(reading: Reading, plan: Plan) -> Iterator[str]:
    """What a planner has to know beside the tables."""
    if len(plan.links) > FOLD:
        yield text("plan.note.many", count=len(plan.links))
    if plan.status is not Status.OPTIMAL:
        gap = f"{plan.gap:.1%}"
        yield text("plan.note.stopped", gap=gap) if plan.gap else text("plan.note.unproven")
    for strain in plan.strains:
        yield text(
            "plan.note.strain" if strain.spare > 0 else "plan.note.spent",
            product=plain_name(reading, strain.product),
            taken=yearly(strain.taken, strain.unit),
            spare=yearly(strain.spare, strain.unit),
        )
    for product, missing in plan.still.items():
        name = plain_name(reading, product)
        yield text("plan.note.still", product=name, missing=names(reading, missing))


def ending(found: Plans) -> str:
    """Whether there are other plans."""
    if found.complete:
        return text("plan.complete")
    return text("plan.stopped" if found.stopped else "plan.more")
