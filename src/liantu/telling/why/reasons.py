"""Why a product has its class: the facts, what is unknown, and what would change the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.balance import Balance, Term
from liantu.analysis.concentration import Concentration, concentration
from liantu.analysis.diagnosis import Diagnosis, Verdict
from liantu.analysis.needs import FED, SLIP
from liantu.analysis.reading import Reading
from liantu.analysis.state import Maker
from liantu.model import Atlas, Basis, Capacity, Status
from liantu.model.classes import Word
from liantu.model.standing import OPEN, SOLE, Standing, Tag
from liantu.telling import figures
from liantu.telling.dates import is_stale, stated
from liantu.telling.names import named
from liantu.telling.why.reason import Reason
from liantu.telling.why.statements import gate_reasons, statement_reasons
from liantu.telling.why.taking import use_reasons
from liantu.wording import text


def reasons(reading: Reading, product: str) -> tuple[Reason, ...]:
    """Everything that decided the verdict on ``product``; raises ``KeyError`` if unknown."""
    verdict = reading.verdicts[product]
    found = list(_makers(reading, verdict))
    found += statement_reasons(reading, product)
    found += _absence(reading, verdict)
    found += gate_reasons(verdict.gates)
    found += use_reasons(reading, verdict)
    if not verdict.local:
        found += _feeds(reading.atlas, verdict)
    if verdict.balance is not None:
        found += _balance(verdict.balance)
    found += _weakness(reading.atlas, verdict)
    found += (Reason(line) for line in changes(reading.diagnosis, verdict))
    return tuple(found)


def _makers(reading: Reading, verdict: Verdict) -> Iterator[Reason]:
    makers = reading.situation.makers(verdict.product)
    for maker in makers:
        if maker.operating:
            yield _maker(reading.atlas, maker, "why.maker.late" if maker.late else "why.maker")
    for maker in makers:
        if not maker.operating:
            yield _maker(reading.atlas, maker, _not_counted(maker.capacity))
    for other in reading.situation.by_product_of(verdict.product):
        yield Reason(text("why.byproduct", product=reading.atlas.products[other].name))


def _absence(reading: Reading, verdict: Verdict) -> Iterator[Reason]:
    """How it stands where nobody is on record."""
    if not verdict.local:
        date = reading.date or text("ui.unknown")
        yield Reason(text(f"why.absent.{verdict.standing}", date=date))


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
    if item.supposed:
        words = text("why.supposed", words=words.rstrip(), why=item.why)
    sources = item.sources or maker.enterprise.sources
    doubt = item.contested or item.inferred or is_stale(atlas, stated(maker.enterprise, item))
    return Reason(words.rstrip(), sources, doubt=doubt)


def _feeds(atlas: Atlas, verdict: Verdict) -> Iterator[Reason]:
    """Which of its mains and parts are local, with their weights."""
    item = atlas.products[verdict.product]
    if verdict.fed:
        names = "、".join(
            text("why.weighed", name=atlas.products[p].name, share=figures.share(verdict.fed[p]))
            for p in verdict.fed_by
        )
        code = "why.fed" if verdict.fed_share >= FED - SLIP else "why.fed.little"
        yield Reason(text(code, names=names, share=figures.share(verdict.fed_share)))
    elif any(route.inputs for route in item.routes):
        yield Reason(text("why.unfed"))
    else:
        yield Reason(text("why.noroute"))
    if verdict.readiness is not None:
        yield Reason(text("why.readiness", share=figures.share(verdict.readiness)))
    if item.barrier is not None:
        yield Reason(text("why.barrier", text=item.barrier.text), item.barrier.sources)


MOST_STOPS = 8
"""Products that a stop leaves without, by name."""
_SUPPLY = frozenset({"maker", "byproduct", "group"})
"""Kinds of terms that make up a supply: without any, nothing is known of it, which is not 0."""


def _balance(found: Balance) -> Iterator[Reason]:
    estimate = any(t.basis is Basis.ESTIMATE for t in found.terms if t.kind == "use")
    supply, need = figures.number(found.supply), figures.number(found.need)
    sources = tuple(dict.fromkeys(s for t in found.terms for s in t.sources))
    if not any(t.kind in _SUPPLY for t in found.terms):
        if found.need or found.need_unknown:
            words = text("why.sums.unseen", need=_least(found.need, found.need_unknown, found.unit))
            yield Reason(words, sources, doubt=estimate or bool(found.need_unknown))
    elif found.surplus is not None and found.need:
        words = text(
            "why.balance",
            supply=supply,
            need=need,
            surplus=figures.signed(found.surplus),
            unit=found.unit,
            cover=f"{(found.cover or 0) * 100:.0f}%",
        )
        yield Reason(words, sources, doubt=estimate)
    elif found.need or found.need_unknown:
        short = not found.supply_unknown and found.need > found.supply
        words = text(
            "why.sums.lack" if short else "why.sums",
            supply=_least(found.supply, found.supply_unknown, found.unit),
            need=_least(found.need, found.need_unknown, found.unit),
            lack=figures.deficit(found),
        )
        yield Reason(words, sources)
    if found.carried:
        yield Reason(text("why.carried"), doubt=True)
    if estimate and found.need:
        yield Reason(text("why.estimate"), doubt=True)
    if found.supply_unknown:
        yield Reason(text("why.supply_unknown", count=found.supply_unknown), doubt=True)
    if found.need_unknown:
        yield Reason(text("why.need_unknown", count=found.need_unknown), doubt=True)


def _least(known: float, unknown: int, unit: str) -> str:
    """A sum with its unit; nobody says ``不详 万吨/年``."""
    told = figures.least(known, unknown)
    return told if unknown and not known else f"{told} {unit}"


def _weakness(atlas: Atlas, verdict: Verdict) -> Iterator[Reason]:
    """How supply is spread, the evidence of 弱链, and what hangs on a sole maker."""
    spread = concentration(verdict.balance) if verdict.local else None
    if spread is not None and spread.makers > 1:
        yield Reason(_spread(spread))
    if verdict.weakness is not None:
        yield Reason(text("why.weak", evidence=text(f"standing.weakness.{verdict.weakness}")))
    sole = sole_text(atlas, verdict)
    if sole:
        yield Reason(sole)
    if verdict.stops and (sole or verdict.weakness is not None):
        names = named([atlas.products[p].name for p in verdict.stops], MOST_STOPS)
        yield Reason(text("why.stops", count=len(verdict.stops), names=names))


def sole_text(atlas: Atlas, verdict: Verdict) -> str:
    """独家 or 资料内独家 with the maker; empty where the tag does not stand."""
    tag = next((t for t in verdict.tags if t in SOLE), None)
    if tag is None:
        return ""
    firm = atlas.enterprises[verdict.makers[0]].name
    return text("why.sole", tag=text(f"standing.tag.{tag}"), enterprise=firm)


def _spread(found: Concentration) -> str:
    if found.hhi is None or found.largest is None:
        return text("why.spread.unknown", makers=found.makers)
    share = f"{found.largest * 100:.0f}%"
    return text("why.spread", makers=found.makers, hhi=f"{found.hhi:.2f}", share=share)


def changes(diagnosis: Diagnosis, verdict: Verdict) -> Iterator[str]:
    """The nearest changes of facts that would change the class."""
    if verdict.standing in (Standing.SHUT, Standing.NONE) or verdict.standing in OPEN:
        yield text(f"why.change.{verdict.standing}")
    for word in verdict.words:
        if word is Word.OPEN:
            yield text("why.change.open")
        elif word is not Word.STEADY and verdict.standing is not Standing.SHUT:
            yield text(f"class.change.{word}")
    if Tag.BELOW_SCALE in verdict.tags:
        yield text("why.change.scale")
    balance = verdict.balance
    thin = Word.THIN in verdict.words
    if verdict.local and balance is not None and balance.need and not thin and balance.supply:
        limit = balance.supply / diagnosis.switches.thin
        yield text("why.change.limit", need=figures.amount(limit, balance.unit))


def term_text(atlas: Atlas, term: Term, unit: str) -> str:
    """One contribution to a balance in words; what is carried is marked 推算."""
    amount = text("ui.unknown")
    if term.amount is not None:
        amount = f"{figures.number(term.amount)} {unit}"
        if term.carried:
            amount = text("why.term.carried", amount=amount)
    firm = atlas.enterprises[term.enterprise].name if term.enterprise else ""
    other = atlas.products[term.other].name if term.other else ""
    return text(f"why.term.{term.kind}", enterprise=firm, product=other, amount=amount)
