"""Why a product has its class: the facts, what is unknown, and what would change the verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liantu.analysis.balance import Balance, Term, route_of
from liantu.analysis.concentration import Concentration, concentration
from liantu.analysis.diagnosis import Diagnosis, Verdict
from liantu.analysis.reading import Reading
from liantu.analysis.state import Maker
from liantu.analysis.tiers import only_low
from liantu.model import Atlas, Basis, Capacity, Input, Route, Status
from liantu.model.classes import Word
from liantu.telling import figures
from liantu.telling.dates import is_stale, stated
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence with the sources behind it; ``basis`` where a coefficient is involved."""

    text: str
    sources: tuple[str, ...] = ()
    basis: Basis | None = None
    doubt: bool = False


def reasons(reading: Reading, product: str) -> tuple[Reason, ...]:
    """Everything that decided the verdict on ``product``; raises ``KeyError`` if unknown."""
    verdict = reading.verdicts[product]
    found = list(_makers(reading, verdict))
    found += _uses(reading, verdict)
    if not verdict.local:
        found += _feeds(reading.atlas, verdict)
    if verdict.balance is not None:
        found += _balance(reading.diagnosis, verdict, verdict.balance)
    found += _weakness(reading.atlas, verdict)
    found += (Reason(line) for line in changes(reading.diagnosis, verdict))
    return tuple(found)


def _makers(reading: Reading, verdict: Verdict) -> Iterator[Reason]:
    makers = reading.situation.makers(verdict.product)
    running = [m for m in makers if m.operating]
    for maker in running:
        yield _maker(reading.atlas, maker, "why.maker")
    for maker in makers:
        if not maker.operating:
            yield _maker(reading.atlas, maker, _not_counted(maker.capacity))
    for other in reading.situation.by_product_of(verdict.product):
        yield Reason(text("why.byproduct", product=reading.atlas.products[other].name))
    if not verdict.local:
        date = reading.date or text("ui.unknown")
        yield Reason(text("why.absent", date=date))


def _not_counted(item: Capacity) -> str:
    if item.contested:
        return "why.contested"
    return "why.not_then" if item.status is Status.OPERATING else "why.plan"


def _maker(atlas: Atlas, maker: Maker, code: str) -> Reason:
    item = maker.capacity
    since = text("ui.since", date=item.since) if item.since else ""
    words = text(
        code,
        enterprise=maker.enterprise.name,
        status=text(f"ui.status.{item.status}"),
        amount=figures.capacity(item),
        since=since,
    )
    sources = item.sources or maker.enterprise.sources
    doubt = item.contested or item.inferred or is_stale(atlas, stated(maker.enterprise, item))
    return Reason(words.rstrip(), sources, doubt=doubt)


def _uses(reading: Reading, verdict: Verdict) -> Iterator[Reason]:
    for key in verdict.needed_by:
        user = reading.atlas.products[key]
        for maker in reading.situation.makers(key):
            route = route_of(user, maker) if maker.operating else None
            flow = _flow(route, verdict.product)
            if route is not None and flow is not None:
                yield Reason(
                    text(
                        "why.use",
                        enterprise=maker.enterprise.name,
                        product=user.name,
                        route=route.name,
                        number=figures.number(flow.per_unit),
                        unit=flow.unit,
                        per=user.base_unit,
                        basis=text(f"ui.basis.{flow.basis}"),
                    ),
                    flow.sources,
                    flow.basis,
                    flow.basis is Basis.ESTIMATE,
                )
    if not verdict.needed_by:
        yield Reason(text("why.unneeded"))


def _flow(route: Route | None, product: str) -> Input | None:
    inputs = route.inputs if route else ()
    return next((item for item in inputs if item.product == product), None)


def _feeds(atlas: Atlas, verdict: Verdict) -> Iterator[Reason]:
    if verdict.fed_by:
        names = "、".join(atlas.products[p].name for p in verdict.fed_by)
        yield Reason(text("why.fed", names=names))
    elif any(route.inputs for route in atlas.products[verdict.product].routes):
        yield Reason(text("why.unfed"))
    else:
        yield Reason(text("why.noroute"))
    if verdict.readiness is not None:
        yield Reason(text("why.readiness", share=f"{verdict.readiness * 100:.0f}%"))


def _balance(diagnosis: Diagnosis, verdict: Verdict, found: Balance) -> Iterator[Reason]:
    estimate = any(t.basis is Basis.ESTIMATE for t in found.terms if t.kind == "use")
    supply, need = figures.number(found.supply), figures.number(found.need)
    sources = tuple(dict.fromkeys(s for t in found.terms for s in t.sources))
    if found.surplus is not None and found.need:
        words = text(
            "why.balance",
            supply=supply,
            need=need,
            surplus=f"{found.surplus:+.6g}",
            unit=found.unit,
            cover=f"{(found.cover or 0) * 100:.0f}%",
        )
        yield Reason(words, sources, doubt=estimate)
    elif found.need or found.need_unknown:
        yield Reason(
            text(
                "why.sums",
                supply=figures.least(found.supply, found.supply_unknown),
                need=figures.least(found.need, found.need_unknown),
                unit=found.unit,
            ),
            sources,
        )
    if estimate and found.need:
        yield Reason(text("why.estimate"), doubt=True)
    if found.supply_unknown:
        yield Reason(text("why.supply_unknown", count=found.supply_unknown), doubt=True)
    if found.need_unknown:
        yield Reason(text("why.need_unknown", count=found.need_unknown), doubt=True)


def _weakness(atlas: Atlas, verdict: Verdict) -> Iterator[Reason]:
    spread = concentration(verdict.balance) if verdict.local else None
    if spread is not None and spread.makers > 1:
        yield Reason(_spread(spread))
    if Word.WEAK not in verdict.words:
        return
    if only_low(atlas, verdict.makers):
        yield Reason(text("why.low_tier"))
    if len(verdict.makers) == 1:
        yield Reason(text("why.sole", enterprise=atlas.enterprises[verdict.makers[0]].name))
    if verdict.stops:
        names = "、".join(atlas.products[p].name for p in verdict.stops[:8])
        yield Reason(text("why.stops", count=len(verdict.stops), names=names))


def _spread(found: Concentration) -> str:
    if found.hhi is None or found.largest is None:
        return text("why.spread.unknown", makers=found.makers)
    share = f"{found.largest * 100:.0f}%"
    return text("why.spread", makers=found.makers, hhi=f"{found.hhi:.2f}", share=share)


def changes(diagnosis: Diagnosis, verdict: Verdict) -> Iterator[str]:
    """The nearest changes of facts that would change the class."""
    for word in verdict.words:
        if word is not Word.STEADY:
            yield text(f"class.change.{word}")
    balance = verdict.balance
    thin = Word.THIN in verdict.words
    if verdict.local and balance is not None and balance.need and not thin and balance.supply:
        limit = balance.supply / diagnosis.switches.thin
        yield text("why.change.limit", need=figures.number(limit), unit=balance.unit)


def term_text(atlas: Atlas, term: Term, unit: str) -> str:
    """One contribution to a balance in words."""
    amount = text("ui.unknown") if term.amount is None else f"{figures.number(term.amount)} {unit}"
    firm = atlas.enterprises[term.enterprise].name
    other = atlas.products[term.other].name if term.other else ""
    return text(f"why.term.{term.kind}", enterprise=firm, product=other, amount=amount)
