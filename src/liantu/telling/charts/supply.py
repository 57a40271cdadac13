"""供需对比: what local units need of a product over against what is made here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from liantu.analysis.balance import Balance
from liantu.analysis.reading import Reading
from liantu.model.standing import Certainty, Standing
from liantu.telling.charts.model import Aim, Chart, product_aim
from liantu.telling.charts.names import labels, shown
from liantu.telling.figures import compact
from liantu.wording import text

MOST = 20
"""Bars of a chart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A product with known need and supply a year, both in one unit. ``told``: what lacks or is
    left; ``suspected``: nobody has looked whether it is made here; ``policy``: no plant for it may
    be built, so that what lacks is no gap but bought.
    """

    product: str
    name: str
    need: float
    supply: float
    needed: str
    supplied: str
    told: str
    tip: str
    aim: Aim
    suspected: bool = False
    policy: bool = False

    @property
    def short(self) -> bool:
        """Whether less is made than is needed and more might be."""
        return self.supply < self.need and not self.policy

    @property
    def cover(self) -> float:
        """Supply ÷ need."""
        return self.supply / self.need


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplies(Chart):
    """Bars, the shortest first."""

    bars: tuple[Bar, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing can be compared."""
        return not self.bars


def supplies(reading: Reading, chain: str) -> Supplies:
    """Needs of the products of a chain that are to be made, not brought, with known supply."""
    atlas = reading.atlas
    needed = [b for b in _balances(reading, chain) if b.need > 0 or b.need_unknown]
    known = sorted((b for b in needed if _is_known(b)), key=lambda b: _place(reading, b))
    names = labels(atlas, (b.product for b in known))
    bars = tuple(_bar(reading, b, names[b.product], chain) for b in known[:MOST])
    return Supplies(
        title=text("chart.balance.title", chain=atlas.chains[chain].label),
        finding=_finding(bars),
        note=_note(len(needed) - len(known), len(known) - len(bars)),
        bars=bars,
    )


def _balances(reading: Reading, chain: str) -> list[Balance]:
    """Of what comes from outside by its nature nothing lacks."""
    found = (p for p in shown(reading.atlas, chain) if p in reading.diagnosis.balances)
    brought = (Standing.EXTERNAL, Standing.CAPTIVE)
    return [
        reading.diagnosis.balances[p]
        for p in found
        if p in reading.verdicts and reading.situation.standing(p) not in brought
    ]


def _is_known(balance: Balance) -> bool:
    """Whether the sums tell something: a lower bound of the supply only where it suffices."""
    if balance.need <= 0:
        return False
    return not balance.supply_unknown or balance.supply >= balance.need


def _place(reading: Reading, balance: Balance) -> tuple[bool, float, float]:
    base = reading.atlas.products[balance.product].base_per_unit
    policy = reading.situation.standing(balance.product) is Standing.SHUT
    return policy, balance.supply / balance.need, -balance.need * base


def _bar(reading: Reading, balance: Balance, name: str, chain: str) -> Bar:
    verdict = reading.verdicts[balance.product]
    least = bool(balance.need_unknown) or balance.carried
    needed = compact(balance.need, balance.unit, least=least)
    some = bool(balance.supply_unknown)
    suspected = verdict.certainty is Certainty.SUSPECTED
    policy = verdict.certainty is Certainty.POLICY
    none = f"chart.balance.{_none(verdict.certainty)}"
    supplied = compact(balance.supply, balance.unit, least=some) if balance.supply else text(none)
    told = text("chart.balance.bought", amount=needed) if policy else _told(balance, least)
    return Bar(
        product=balance.product,
        name=name,
        need=balance.need,
        supply=balance.supply,
        needed=needed,
        supplied=supplied,
        told=told,
        tip=text("chart.balance.tip", name=name, need=needed, supply=supplied, told=told),
        aim=product_aim(balance.product, chain),
        suspected=suspected,
        policy=policy,
    )


def _none(certainty: Certainty | None) -> str:
    """How it is said that there is no supply."""
    found = {Certainty.SUSPECTED: "unseen", Certainty.POLICY: "policy"}
    return found.get(certainty, "none") if certainty else "none"


def _told(balance: Balance, least: bool) -> str:
    left = balance.supply - balance.need
    if left < 0:
        return text("chart.balance.lack", amount=compact(-left, balance.unit, least=least))
    if least and balance.supply_unknown:
        return text("chart.balance.open")
    if not left:
        return text("chart.balance.even")
    some = bool(balance.supply_unknown)
    return text(
        "chart.balance.left",
        amount=compact(left, balance.unit, least=some, most=least and not some),
    )


def _finding(bars: Sequence[Bar]) -> str:
    if not bars:
        return text("chart.balance.empty")
    short = [b for b in bars if b.short]
    bought = [b.name for b in bars if b.policy]
    closed = text("chart.balance.closed", names="、".join(bought)) if bought else ""
    if not short:
        code = "chart.balance.covered" if not bought else "chart.balance.covered.else"
        return text(code, rows=len(bars) - len(bought)) + closed
    first = "、".join(text("chart.balance.named", name=b.name, told=b.told) for b in short[:3])
    if len(short) == len(bars) and not bought:
        code = "chart.balance.one" if len(bars) == 1 else "chart.balance.all"
    else:
        code = "chart.balance.single" if len(short) == 1 else "chart.balance.finding"
    words = text(code, rows=len(bars), short=len(short), names=first)
    return words + _doubt(sum(b.suspected for b in short), len(short)) + closed


def _doubt(doubtful: int, short: int) -> str:
    """How many of those that lack nobody has looked into."""
    if not doubtful:
        return ""
    if doubtful < short:
        return text("chart.balance.doubtful", count=doubtful)
    return text("chart.balance.doubtful.one" if short == 1 else "chart.balance.doubtful.all")


def _note(unknown: int, more: int) -> str:
    words = [text("chart.balance.note")]
    if unknown:
        words.append(text("chart.balance.unknown", count=unknown))
    if more:
        words.append(text("chart.more", count=more))
    return "".join(words)
