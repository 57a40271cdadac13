"""The facts of the one sentence about what is made here or comes from outside by its nature."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from liantu.analysis.balance import Balance
from liantu.analysis.diagnosis import Verdict, scale_of
from liantu.analysis.reading import Reading
from liantu.analysis.state import Maker, told_by
from liantu.model import Cluster, Figure, Status
from liantu.model.standing import Standing, Tag, Weakness
from liantu.model.verification import Answer
from liantu.telling import amounts, figures
from liantu.telling.names import brief, of_products
from liantu.telling.whom import replies
from liantu.wording import text


def local_facts(reading: Reading, verdict: Verdict) -> Iterator[str]:
    """What a product that is not absent rests on."""
    yield from _FACTS[verdict.standing](reading, verdict)


def _made(reading: Reading, verdict: Verdict) -> Iterator[str]:
    yield _makers(reading, verdict)
    if verdict.weakness is not None:
        yield from _weakness(reading, verdict)
    yield from _balance(reading, verdict)
    if lacking := _lacking(reading, verdict):
        yield text("answer.lacking", names=of_products(reading.atlas, lacking))
    if verdict.lost:
        yield text("answer.lost", names=of_products(reading.atlas, verdict.lost))


def _lacking(reading: Reading, verdict: Verdict) -> tuple[str, ...]:
    """Mains and parts that nobody here is known to make, the weightiest first; 稳供 is no lack."""
    standing = reading.situation.standing
    found = [p for p in verdict.missing if standing(p) is not Standing.SHUT]
    return tuple(sorted(found, key=lambda p: (-verdict.missing[p], p)))


def _makers(reading: Reading, verdict: Verdict) -> str:
    firms = verdict.makers
    supply = reading.situation.supply(verdict.product)
    first = brief(reading.atlas.enterprises[firms[0]])
    several = len(firms) > 1
    if supply is None or supply.known <= 0:
        code = "answer.makers.unknown" if several else "answer.maker.unknown"
        return text(code, firm=first, count=len(firms))
    amount = figures.least(supply.known, supply.unknown_makers, supply.unit, amounts.DIGITS)
    code = "answer.makers" if several else "answer.maker"
    return text(code, firm=first, count=len(firms), amount=amount)


def _weakness(reading: Reading, verdict: Verdict) -> Iterator[str]:
    if verdict.weakness is Weakness.STOPPED:
        for maker in stops(reading, verdict.product):
            item = maker.capacity
            code = "answer.weak.paused" if item.until else "answer.weak.stopped"
            firm = brief(maker.enterprise)
            yield text(code, firm=firm, since=item.since, until=item.until)
    elif verdict.weakness is Weakness.LIMITED and verdict.gate is not None:
        yield verdict.gate.text
    else:
        yield text("answer.weak.tier", count=len(verdict.makers))


def stops(reading: Reading, product: str) -> Iterator[Maker]:
    """Records of dated stops of a product."""
    for maker in reading.situation.makers(product):
        if maker.capacity.status is Status.STOPPED and maker.capacity.since:
            yield maker


def _balance(reading: Reading, verdict: Verdict) -> Iterator[str]:
    balance = verdict.balance
    if Tag.BELOW_SCALE in verdict.tags:
        yield from _scale(reading, verdict)
    if balance is None or not (balance.need or balance.need_unknown):
        if not verdict.uses:
            yield text("answer.need.none")
        return
    need = amounts.need(balance)
    if not need:
        yield text("answer.need.some")
        return
    yield "，".join(part for part in (text("answer.taken", need=need), _rest(balance)) if part)


def _scale(reading: Reading, verdict: Verdict) -> Iterator[str]:
    item = reading.atlas.products[verdict.product]
    least = scale_of(reading.atlas, item, reading.situation.day)
    if least is not None:
        amount = figures.least(least, 0, item.unit, amounts.DIGITS)
        yield text("answer.scale", amount=amount)


def _rest(balance: Balance) -> str:
    """What is lacking or left, where the known figures say so."""
    if balance.supply_unknown:
        return ""
    rest = balance.supply - balance.need
    bound = balance.carried or bool(balance.need_unknown)
    if rest < 0:
        return text("answer.short", amount=amounts.yearly(-rest, balance.unit, least=bound))
    return "" if bound else text("answer.over", amount=amounts.yearly(rest, balance.unit))


def _byproduct(reading: Reading, verdict: Verdict) -> Iterator[str]:
    parents = reading.situation.by_product_of(verdict.product)
    yield text("answer.byproduct", products=of_products(reading.atlas, parents))
    yield from _balance(reading, verdict)


def _group(reading: Reading, verdict: Verdict) -> Iterator[str]:
    names = [
        text("answer.statement", name=title, year=year)
        for title, year in statements(reading, verdict.product)
    ]
    names += [
        text("answer.reply", county=reply.county, date=reply.date)
        for reply in replies(reading, verdict.product)
        if reply.answer is Answer.MADE
    ]
    yield text("answer.group", names="、".join(names[:_NAMED]))


_NAMED = 2


def statements(reading: Reading, product: str) -> Iterator[tuple[str, str]]:
    """Clusters and figures that say a product is made here at the date, with their years."""
    for told in told_of(reading, product):
        yield told.name if isinstance(told, Cluster) else told.item, told_by(reading.atlas, told)


def told_of(reading: Reading, product: str) -> list[Cluster | Figure]:
    """The clusters and figures themselves."""
    atlas, year = reading.atlas, reading.situation.day[:4]
    every: list[Cluster | Figure] = [*atlas.clusters.values(), *atlas.figures.values()]
    return [t for t in every if product in t.products and told_by(atlas, t) <= year]


def _captive(reading: Reading, verdict: Verdict) -> Iterator[str]:
    """Local products of which a route takes it as captive."""
    situation = reading.situation
    users = [
        user
        for user in reading.atlas.consumers.get(verdict.product, ())
        if situation.is_local(user)
    ]
    yield text("answer.captive", products=of_products(reading.atlas, users))


def _external(reading: Reading, verdict: Verdict) -> Iterator[str]:
    raw = reading.atlas.products[verdict.product].raw
    yield text("answer.raw" if raw else "answer.switched")


_FACTS: Mapping[Standing, Callable[[Reading, Verdict], Iterator[str]]] = {
    Standing.MADE: _made,
    Standing.BYPRODUCT: _byproduct,
    Standing.GROUP: _group,
    Standing.CAPTIVE: _captive,
    Standing.EXTERNAL: _external,
}
