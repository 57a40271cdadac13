"""What a project changes, in sentences: links closed, needs that come, and balances."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.balance import Balance
from liantu.analysis.pool.changing import changed, is_known
from liantu.analysis.pool.standing import Standing, Term
from liantu.analysis.portfolio.effects import Effect, Effects, Kind
from liantu.analysis.reading import Reading
from liantu.model.standing import Certainty
from liantu.telling import classes, figures
from liantu.wording import text

NAMED = 4
"""Products that a clause names; the others are counted."""
SUMS = 3
"""Balances that are told in full."""
_LEAST = 0.005
"""A change smaller than this share of what there was is no news."""


def sentence(reading: Reading, one: Standing) -> str:
    """All clauses in one line, or why nothing can be said."""
    return "；".join(clauses(reading, one))


def known(reading: Reading, one: Standing) -> str:
    """:func:`sentence` where it is worked out already, else that it is being."""
    told = bool(_refused(reading, one)) or is_known(reading, one.project)
    return sentence(reading, one) if told else text("pool.change.waiting")


def clauses(reading: Reading, one: Standing) -> list[str]:
    """One clause a kind of change, the good first, then sums; where no class changes, that."""
    refused = _refused(reading, one)
    found = None if refused else changed(reading, one.project)
    if found is None:
        told = any(phase.product for phase in one.project.phases)
        return [text(refused or ("pool.change.nothing" if told else "pool.change.unknown"))]
    classes_, sums = list(_kinds(reading, found)), list(_sums(reading, found))
    if classes_:
        return [*classes_, *(sums or [text("pool.change.unsaid")])]
    return [*sums, text("pool.change.none")] if sums else [text("pool.change.none.unsaid")]


def found(reading: Reading, one: Standing) -> Effects | None:
    """What :func:`clauses` tells of; ``None`` where it only says why there is nothing."""
    return None if _refused(reading, one) else changed(reading, one.project)


def _refused(reading: Reading, one: Standing) -> str:
    """Why nothing is worked out: it is over, or the scenario looked at has decided; else empty."""
    if one.term in _BUILT:
        return f"pool.change.{one.term}"
    for choice in reading.scenario.projects:
        if choice.project == one.project.id and choice.phase is None:
            return f"pool.change.{'on' if choice.on else 'off'}"
    return ""


_BUILT = (Term.DONE, Term.ENDED)


def _kinds(reading: Reading, found: Effects) -> Iterator[str]:
    for kind in Kind:
        here = [effect for effect in found.changes if effect.kind is kind]
        if here:
            told = "、".join(_product(reading, effect) for effect in here[:NAMED])
            more = text("pool.change.more", count=len(here)) if len(here) > NAMED else ""
            yield text(f"pool.change.{kind}", products=told + more)


def _product(reading: Reading, effect: Effect) -> str:
    """The name; of a gap that is closed, which it was."""
    name = reading.atlas.products[effect.product].name
    if effect.kind not in (Kind.CLOSED, Kind.NARROWED, Kind.UNLOCKED) or not effect.before:
        return name
    word = classes.word(effect.before[0])
    if effect.certainty is Certainty.SUSPECTED:
        word = text("standing.suspected", word=word)
    return text("pool.change.was", name=name, word=word)


# -- sums


def _sums(reading: Reading, found: Effects) -> Iterator[str]:
    """What the plants make, then what they take most of."""
    told = 0
    for product in (*found.products, *_taken(reading, found)):
        words = _sum(reading, product, *found.balances.get(product, (None, None)))
        if words and told < SUMS:
            told += 1
            yield words


def _taken(reading: Reading, found: Effects) -> list[str]:
    """What the plants take, the largest share of what was needed before first."""
    grown = {
        product: _growth(before.need if before else 0.0, after.need)
        for product, (before, after) in found.balances.items()
        if after is not None and product not in found.products
    }
    taken = {key for made in found.products for key in _inputs(reading, made)}
    return sorted(
        (key for key, more in grown.items() if more > _LEAST and key in taken),
        key=lambda key: -grown[key],
    )


def _inputs(reading: Reading, product: str) -> Iterator[str]:
    for route in reading.atlas.products[product].routes:
        yield from (item.product for item in route.inputs)


def _growth(before: float, after: float) -> float:
    return (after - before) / before if before > 0 else float(after > 0)


def _sum(reading: Reading, product: str, before: Balance | None, after: Balance | None) -> str:
    """``双酚A 供给由 20 增至 120 万吨/年，余 97 万吨/年``; empty where no known sum grows."""
    if after is None or reading.atlas.products[product].utility:
        return ""
    made = _grown(before, after, "supply") or _grown(before, after, "need")
    if not made:
        return ""
    name = reading.atlas.products[product].name
    return text("pool.change.sum", name=name, words="，".join(filter(None, (made, _rest(after)))))


def _grown(before: Balance | None, after: Balance, side: str) -> str:
    known, held = getattr(after, side), getattr(before, side) if before else 0.0
    if known <= 0 or _growth(held, known) <= _LEAST:
        return ""
    unsure = before is not None and getattr(before, f"{side}_unknown")
    if held <= 0 or unsure:
        more = figures.amount(known - held, after.unit)
        return text(f"pool.change.{side}.more", amount=more)
    was, now = figures.amount(held, after.unit), figures.amount(known, after.unit)
    return text(f"pool.change.{side}", before=was, after=now)


def _rest(after: Balance) -> str:
    """What is left over or lacking then; where a part is unknown, that it cannot be said."""
    left = after.surplus
    if not (after.need or after.need_unknown):
        return text("pool.change.rest.unused")
    if left is None:
        return text("pool.change.rest.unknown")
    if abs(left) <= _LEAST * max(after.supply, after.need):
        return text("pool.change.rest.even")
    code = "pool.change.rest.over" if left > 0 else "pool.change.rest.short"
    return text(code, amount=figures.amount(abs(left), after.unit))
