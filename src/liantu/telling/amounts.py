"""Who needs how much of a product, and what is left of what it rests on, in few words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from liantu.analysis.balance import Balance
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model import Atlas
from liantu.model.boards import Board
from liantu.telling import figures
from liantu.telling.names import brief, of_products
from liantu.wording import text

DIGITS = 3
"""Significant digits of an amount in a sentence; the sums beside it have all."""
_TWO = 2
"""Steps from what is local to what follows only through another absent product."""


def yearly(value: float, unit: str, *, least: bool = False) -> str:
    """``≥ 17.7 万吨``: an amount of one year."""
    return figures.least(value, int(least), unit.removesuffix(text("answer.per_year")), DIGITS)


def needed(reading: Reading, verdict: Verdict) -> str:
    """Who takes it, and how much a year; what is known of it, or that it is not known."""
    users = _users(reading, verdict)
    amount = need(verdict.balance)
    if not amount:
        return text("answer.need.unknown", users=users)
    return text("answer.need", users=users, amount=amount)


def taken(reading: Reading, verdict: Verdict) -> str:
    """``双酚A（鲁西集团），年需 17 万吨``: :func:`needed` without capacities, for a cell."""
    order = _weightiest(verdict)
    if not order:
        return text("answer.unneeded")
    makers = [m for m in reading.situation.makers(order[0]) if m.operating]
    code = "answer.cell.firm" if makers else "answer.user.group"
    firm = brief(makers[0].enterprise) if makers else ""
    first = text(code, product=reading.atlas.products[order[0]].label, firm=firm)
    users = text("answer.users", user=first, count=len(order)) if len(order) > 1 else first
    amount = need(verdict.balance)
    if not amount:
        return text("answer.cell.unknown", users=users)
    return text("answer.cell", users=users, amount=amount)


def need(balance: Balance | None) -> str:
    """The known need a year; a lower bound where users did not say; empty if nothing is known."""
    if balance is None or balance.need <= 0:
        return ""
    bound = balance.carried or bool(balance.need_unknown)
    shown = yearly(balance.need, balance.unit, least=bound)
    return text("answer.carried", amount=shown) if balance.carried else shown


def _users(reading: Reading, verdict: Verdict) -> str:
    order = _weightiest(verdict)
    if not order:
        return text("answer.unneeded")
    first = user(reading, order[0])
    return text("answer.users", user=first, count=len(order)) if len(order) > 1 else first


def _weightiest(verdict: Verdict) -> list[str]:
    """Its users, those that take most first."""
    found = sums_of_users(verdict.balance)
    return sorted(verdict.uses, key=lambda u: (-found[u], -verdict.uses[u].weight))


def sums_of_users(balance: Balance | None) -> Mapping[str, float]:
    """Product that takes it → the known amounts; 0 for any other."""
    found: defaultdict[str, float] = defaultdict(float)
    for term in balance.terms if balance else ():
        if term.kind == "use":
            found[term.other] += term.amount or 0.0
    return found


def user(reading: Reading, product: str) -> str:
    """``双酚A（鲁西集团，20 万吨/年）``: what takes it, with its largest maker."""
    name = reading.atlas.products[product].label
    makers = [m for m in reading.situation.makers(product) if m.operating]
    if not makers:
        return text("answer.user.group", product=name)
    return text(
        "answer.user",
        product=name,
        firm=brief(makers[0].enterprise),
        amount=figures.capacity(makers[0].capacity),
    )


def beside(reading: Reading, verdict: Verdict) -> Iterator[str]:
    """What would come only beside it, with the need for that."""
    for other in reading.verdicts.values():
        if other.merged == verdict.product:
            name = reading.atlas.products[other.product].label
            amount = need(other.balance) or text("ui.unknown")
            yield text("answer.beside", product=name, amount=amount)


def base(reading: Reading, verdict: Verdict) -> str:
    """The local main that it can be made of, with what is left of that."""
    below, row = base_of(reading, verdict), reading.score(verdict.product, Board.EXTEND)
    if row is not None and not row.facts["base"]:
        names = of_products(reading.atlas, verdict.fed_by)
        return text("answer.base.several", names=names, share=f"{verdict.fed_share:.0%}")
    firms = reading.situation.firms(below)
    name = reading.atlas.products[below].label
    kin = is_kin(reading, verdict)
    if firms:
        firm = brief(reading.atlas.enterprises[firms[0]])
        words = text("answer.base.kin" if kin else "answer.base", product=name, firm=firm)
    else:
        words = text("answer.base.plain", product=name)
    if kin:
        return words
    if not is_machine(reading.atlas, below):
        found = reading.verdicts.get(below)
        words += spare(found.balance if found else None)
    return text("answer.two", base=words) if row and row.facts["step"] == _TWO else words


def base_of(reading: Reading, verdict: Verdict) -> str:
    """The heaviest local main under a product, or its like that is made here."""
    row = reading.score(verdict.product, Board.EXTEND)
    told = row.facts.get("base") if row else None
    return told if isinstance(told, str) and told else verdict.fed_by[0]


def is_machine(atlas: Atlas, product: str) -> bool:
    """Whether it is built to order: nobody asks how many buses are left over."""
    return atlas.products[product].base_unit in text("poster.machines").split()


def is_kin(reading: Reading, verdict: Verdict) -> bool:
    """Whether a product follows from its like that is made here, and not from a main."""
    row = reading.score(verdict.product, Board.EXTEND)
    return row is not None and bool(row.facts.get("kin"))


def spare(balance: Balance | None) -> str:
    """What is left of a local product, as far as supply and need are known."""
    left = balance.spare if balance else None
    if balance is None or left is None:
        return text("answer.spare.unknown")
    if left <= 0:
        return text("answer.spare.unknown" if balance.supply_unknown else "answer.spare.gone")
    code = _SPARE[bool(balance.supply_unknown), bool(balance.need_unknown)]
    return text(code, amount=yearly(left, balance.unit), count=balance.need_unknown)


_SPARE = {
    (False, False): "answer.spare",
    (False, True): "answer.spare.most",
    (True, False): "answer.spare.least",
    (True, True): "answer.spare.partly",
}
