"""Who makes and who uses a product, and in which chains it stands: what is asked of it first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liantu.analysis.balance import Balance
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.analysis.state import Maker
from liantu.model import Atlas
from liantu.model.standing import Standing
from liantu.model.target import Target
from liantu.telling import amounts, figures, making
from liantu.telling.line import Amend, Line, Part, amend, counted, joined, parts
from liantu.telling.local import statements
from liantu.telling.mark import mark
from liantu.telling.names import brief
from liantu.wording import text

MOST = 6
"""Makers and users that are named at once; the rest is in the folded parts."""
NAMED = 3
"""Users without a maker here that are named."""


def near_parts(reading: Reading, product: str) -> tuple[Part, ...]:
    """谁做, 谁用（本地）, 在哪些链."""
    verdict = reading.verdicts.get(product)
    uses = len(verdict.uses) if verdict else 0
    chains = reading.atlas.chains_of.get(product, ())
    found = [*parts(("ui.part.who", _makers(reading, product)))]
    if verdict is not None:
        found.append(counted("ui.part.users", _users(reading, verdict), uses))
    found.append(counted("ui.part.where", _pills(reading.atlas, product), len(chains), pills=True))
    return tuple(part for part in found if part.lines)


def _makers(reading: Reading, product: str) -> Iterator[Line]:
    """What runs first; else how the product stands without a firm on record."""
    makers = reading.situation.makers(product)
    running = [maker for maker in makers if maker.operating]
    if not running:
        yield from _without_firm(reading, product)
    others = [maker for maker in makers if not maker.operating]
    shown = [*running, *others][:MOST]
    for maker in shown:
        yield _maker(reading, maker)
    if len(makers) > len(shown):
        yield Line(text("ui.who.more", count=len(makers) - len(shown)))


def amends(reading: Reading, product: str) -> Iterator[tuple[str, Amend]]:
    """Every capacity of a product that a file tells, as it can be named and changed."""
    for maker in reading.situation.makers(product):
        line = _maker(reading, maker)
        if line.amend is not None:
            yield joined(line.words, figures.capacity(maker.capacity)), line.amend


def _maker(reading: Reading, maker: Maker) -> Line:
    item, firm = maker.capacity, maker.enterprise
    name = brief(firm)
    if not maker.operating:
        status = making.standing(reading, item)
        name = text("ui.who.other", status=status, firm=name)
    return Line(
        name,
        joined(firm.county, figures.capacity(item)),
        target=Target("enterprise", firm.id),
        doubt=item.contested or item.inferred,
        faded=not maker.operating,
        amend=amend(reading.base, firm.id, item),
    )


def _without_firm(reading: Reading, product: str) -> Iterator[Line]:
    standing = reading.situation.standing(product)
    words = text(f"ui.who.{standing}")
    if standing is Standing.BYPRODUCT:
        yield Line(words)
        yield from links(reading, reading.situation.by_product_of(product))
    elif standing is Standing.GROUP:
        told = "、".join(f"{name}（{year}）" for name, year in statements(reading, product))
        yield Line(words, remark=told)
    else:
        yield Line(words)


def _users(reading: Reading, verdict: Verdict) -> Iterator[Line]:
    sums = amounts.sums_of_users(verdict.balance)
    order = sorted(verdict.uses, key=lambda u: (-sums[u], -verdict.uses[u].weight))
    for user in order[:MOST]:
        yield _user(reading, verdict, user)
    if len(order) > MOST:
        yield Line(text("ui.users.more", count=len(order) - MOST))
    away = [
        p
        for p in reading.atlas.consumers.get(verdict.product, ())
        if p not in verdict.uses and not reading.situation.is_local(p)
    ]
    if away:
        names = "、".join(reading.atlas.products[p].label for p in away[:NAMED])
        code = "ui.users.away" if len(away) <= NAMED else "ui.users.away.some"
        yield Line(text(code, count=len(away), names=names), faded=True)
    elif not order:
        yield Line(text("ui.users.none"))


def _user(reading: Reading, verdict: Verdict, user: str) -> Line:
    firms = [brief(reading.atlas.enterprises[e]) for e in reading.situation.firms(user)]
    more = text("ui.users.firms", count=len(firms)) if len(firms) > NAMED else ""
    return Line(
        joined(reading.atlas.products[user].label, "、".join(firms[:NAMED]) + more),
        _need(verdict.balance, user),
        target=Target("product", user),
        mark=mark(reading, user),
    )


def _need(balance: Balance | None, user: str) -> str:
    """What one product takes a year: a lower bound where one of its makers did not say."""
    terms = [t for t in balance.terms if t.kind == "use" and t.other == user] if balance else []
    known = sum(t.amount or 0.0 for t in terms)
    unknown = sum(t.amount is None or t.carried for t in terms)
    if balance is None or known <= 0:
        return text("ui.unknown")
    return amounts.yearly(known, balance.unit, least=bool(unknown))


def _pills(atlas: Atlas, product: str) -> Iterator[Line]:
    """Chains that open with the product selected."""
    for chain in atlas.chains_of.get(product, ()):
        yield Line(atlas.chains[chain].label, target=Target("product", product), chain=chain)


def links(reading: Reading, products: Iterable[str]) -> list[Line]:
    """One marked line that leads to each product."""
    return [
        Line(
            reading.atlas.products[p].name,
            target=Target("product", p),
            mark=mark(reading, p),
        )
        for p in products
        if p in reading.atlas.products
    ]
