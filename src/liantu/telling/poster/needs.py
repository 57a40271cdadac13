"""供需: what is made against what is needed, where both are known enough to be told."""

from __future__ import annotations

from liantu.analysis.asking import home_or_key
from liantu.analysis.balance import Balance
from liantu.analysis.reading import Reading
from liantu.model.standing import Remedy, Standing
from liantu.telling.figures import compact, number
from liantu.telling.names import plain_name as name
from liantu.telling.poster.model import Need, Panel
from liantu.telling.poster.stations import is_here
from liantu.telling.poster.words import WEIGHED, balance, need, needed
from liantu.wording import text

HEARD, SILENT = 0.2, 0.02
"""Shares of the supply that the known need must reach, where a user did not say, before what is
left is told; and before there is a row at all.
"""
BOUGHT = 1000.0
"""Tonnes a year from which a material from outside is named."""
NAMED = 4
_DIGITS = 3


def needs(reading: Reading, chain: str) -> Panel[Need]:
    """The rows: what is lacking first, the largest first; tonnes before pieces."""
    found = [row for p in _shown(reading, chain) if (row := _row(reading, p)) is not None]
    found.sort(key=lambda row: (not row.short, row.unit not in WEIGHED, -row.need, row.product))
    return Panel(tuple(found), text("poster.need.note") if found else "")


def _shown(reading: Reading, chain: str) -> list[str]:
    """Own products, key links and stations of the lines, in file order."""
    item = reading.atlas.chains[chain]
    listed = home_or_key(reading.atlas, chain) | {p for line in item.lines for p in line.trunk}
    members = dict.fromkeys(m.product for m in item.members())
    return [p for p in members if p in listed and p in reading.verdicts]


def _row(reading: Reading, product: str) -> Need | None:
    """The bar of a product; ``None`` where too little is known."""
    found = balance(reading, product)
    if found is None or found.supply_unknown or not need(reading, product):
        return None
    if _is_bought(reading, product) or (not found.supply and is_here(reading, product)):
        return None
    if found.need_unknown and found.need < SILENT * found.supply:
        return None
    item = reading.atlas.products[product]
    short = found.need > found.supply
    return Need(
        product=product,
        name=name(reading, product),
        need=found.need * item.base_per_unit,
        supply=found.supply * item.base_per_unit,
        unit=item.base_unit,
        told=_told(found),
        both=_both(found),
        short=short,
    )


def _is_bought(reading: Reading, product: str) -> bool:
    """Whether it comes from outside by its nature, by policy or by choice."""
    outside = reading.situation.standing(product) is Standing.EXTERNAL
    return outside or reading.verdicts[product].remedy is Remedy.SUPPLY


def _told(found: Balance) -> str:
    """``缺17.7万吨``, ``至少缺…``, ``余…``, ``余≤…`` or that what is left is not known."""
    rest = found.supply - found.need
    amount = compact(abs(rest), found.unit)
    least = found.carried or bool(found.need_unknown)
    if rest < 0:
        return text("poster.need.lack.least" if least else "poster.need.lack", amount=amount)
    if found.need_unknown and found.need < HEARD * found.supply:
        return text("poster.left.unknown")
    return text("poster.need.left.most" if least else "poster.need.left", amount=amount)


def _both(found: Balance) -> str:
    if not found.supply:
        return ""
    need_, supply = (number(v, _DIGITS) for v in (found.need, found.supply))
    return text("poster.need.both", need=need_, supply=supply)


def bought(reading: Reading, chain: str) -> str:
    """``年需调入：铝土矿1720万吨、…``: raw and secured materials with the known need; or empty."""
    found: dict[str, float] = {}
    for product in _shown(reading, chain):
        item = reading.atlas.products[product]
        amount = need(reading, product) * item.base_per_unit * WEIGHED.get(item.base_unit, 0.0)
        if _is_bought(reading, product) and amount >= BOUGHT:
            found[product] = amount
    order = sorted(found, key=lambda p: (-found[p], p))
    told = [name(reading, p) + needed(reading, p) for p in order[:NAMED]]
    if not told:
        return ""
    names = text("poster.and").join(told)
    if len(order) > NAMED:
        names = text("poster.more", names=names, count=len(order))
    return text("poster.bought", names=names)
