"""Supply and need that differ between two readings, and what is over or lacking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liantu.analysis.balance import Balance
from liantu.analysis.compare import Pair, share_moved
from liantu.model.standing import LOCAL
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.versions.comparison import Comparison, Version
from liantu.telling.versions.plants import plant_rows
from liantu.wording import text

DIGITS = 4
"""Significant digits: figures of whole plants are no finer."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class BalanceRow:
    """``supply``, ``need`` and ``spare`` are words before and after; ``size`` is by what share of
    the larger side it moved; ``line`` tells what is most to be known of it.
    """

    product: str
    name: str
    chain: str
    supply: tuple[str, str]
    need: tuple[str, str]
    spare: tuple[str, str]
    line: str
    size: float
    utility: bool = False
    target: Target | None = None


def turned(pair: tuple[str, str]) -> str:
    """Both words with what leads from one to the other; one where they are the same."""
    before, after = pair
    return before if before == after else text("version.balance.turn", before=before, after=after)


def balance_rows(found: Comparison) -> list[BalanceRow]:
    """What plants make that begin, end or grow, then their main materials, then the others, and
    what is supplied to every plant (steam, power) last; each with what moved most first.
    """
    made = {row.product for row in plant_rows(found)}
    mains = {main for product in made for main in _mains(found, product)}

    def place(row: BalanceRow) -> tuple[int, float]:
        rank = 0 if row.product in made else 1 if row.product in mains else 2
        return (3 if row.utility else rank), -row.size

    return sorted((_row(found, product, pair) for product, pair in found.moved.items()), key=place)


def _mains(found: Comparison, product: str) -> Iterator[str]:
    for side in (found.before, found.after):
        situation = side.reading.situation
        if product in side.atlas.products:
            for route in situation.routes(product):
                shares = situation.recipes.shares(product, route)
                yield from (key for key, share in shares.items() if share.counts)


def _row(found: Comparison, product: str, pair: Pair) -> BalanceRow:
    new = product in found.after.reading.verdicts
    reading = found.after.reading if new else found.before.reading
    chain = reading.chain_for(product)
    made = _is_made(found.before, product), _is_made(found.after, product)
    supply = _supply(pair[0], made[0]), _supply(pair[1], made[1])
    spare = _spare(pair[0], made[0]), _spare(pair[1], made[1])
    need = _need(pair[0]), _need(pair[1])
    name = found.names.of("product", product)
    return BalanceRow(
        product=product,
        name=name,
        chain=found.names.of("chain", chain) if chain else "",
        supply=supply,
        need=need,
        spare=spare,
        line=_line(name, pair, made, (supply, need, spare)),
        size=share_moved(pair),
        utility=any(
            product in side.atlas.products and side.atlas.products[product].utility
            for side in (found.before, found.after)
        ),
        target=Target("product", product) if new else None,
    )


def _is_made(side: Version, product: str) -> bool:
    """Also of what stands in no chain, as steam and power do."""
    return product in side.atlas.products and side.reading.situation.standing(product) in LOCAL


def _supply(balance: Balance | None, local: bool) -> str:
    """What nobody here is known to make is no supply of zero."""
    if balance is None or not local:
        return text("version.balance.unmade")
    return figures.least(balance.supply, balance.supply_unknown, balance.unit, DIGITS)


def _need(balance: Balance | None) -> str:
    if balance is None or not (balance.need or balance.need_unknown):
        return text("version.balance.unneeded")
    return figures.least(balance.need, balance.need_unknown, balance.unit, DIGITS)


def _spare(balance: Balance | None, local: bool) -> str:
    """``余 1.9 万吨/年``, or 最多余 and 至少缺 where some users did not say how much they take;
    nothing of what nobody here is known to make.
    """
    if not local or balance is None:
        return text("ui.none")
    if balance.supply_unknown or (balance.need_unknown and not balance.need):
        return text("version.unknown")
    more = balance.supply - balance.need
    code = ("most" if balance.need_unknown else "over") if more >= 0 else "lack"
    if code == "lack" and balance.need_unknown:
        code = "least"
    return text(f"version.balance.{code}", amount=_amount(abs(more), balance.unit))


def _amount(value: float, unit: str) -> str:
    return figures.amount(value, unit, DIGITS)


def _line(
    name: str, pair: Pair, made: tuple[bool, bool], words: tuple[tuple[str, str], ...]
) -> str:
    """What is over where that is known, else the need, else the supply; empty where the words are
    the same on both sides.
    """
    supply, need, spare = words
    if all(made) and _is_known(pair[0]) and _is_known(pair[1]):
        return _told("spare", name, spare)
    if made[1] and not made[0] and _is_known(pair[1]):
        return text("version.balance.line.begun", name=name, spare=spare[1])
    return _need_line(name, need, _same(pair, "need")) or (
        "" if _same(pair, "supply") else _told("supply", name, supply)
    )


def _need_line(name: str, need: tuple[str, str], same: bool) -> str:
    """A need that comes, ends or is another; nothing where only how sure it is differs."""
    none, unknown = text("version.balance.unneeded"), text("version.unknown")
    if need[0] == need[1] or none not in need:
        return "" if same else _told("need", name, need)
    code, amount = ("gone", need[0]) if need[1] == none else ("new", need[1])
    if amount == unknown:
        return text(f"version.balance.line.need.{code}.unknown", name=name)
    return text(f"version.balance.line.need.{code}", name=name, amount=amount)


def _same(pair: Pair, code: str) -> bool:
    """Whether the known sum is the same, above nothing, on both sides."""
    old, new = (getattr(side, code) if side else 0.0 for side in pair)
    return bool(old == new and old)


def _is_known(balance: Balance | None) -> bool:
    if balance is None or balance.supply_unknown:
        return False
    return bool(balance.need) or not balance.need_unknown


def _told(code: str, name: str, pair: tuple[str, str]) -> str:
    """``双酚A 余 1.9 → 101.9 万吨/年``: a word and a unit that both have are told once."""
    before, after = pair
    if before == after:
        return ""
    head, _, unit = before.rpartition(" ")
    if head and after.endswith(f" {unit}"):
        before = head
        word, _, rest = after.partition(" ")
        bound = word in (figures.LEAST, figures.MOST)
        after = rest if word and not bound and before.startswith(f"{word} ") else after
    turn = text("version.balance.turn", before=before, after=after)
    return text(f"version.balance.line.{code}", name=name, turn=turn)
