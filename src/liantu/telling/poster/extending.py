"""A job of 延链: what could follow from a local main, what is left of that, what else it takes."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.model.standing import LOCAL, Standing
from liantu.model.verification import UNPLACED
from liantu.telling import records
from liantu.telling.amounts import base_of, is_kin, is_machine
from liantu.telling.figures import compact
from liantu.telling.local import told_of
from liantu.telling.names import plain_name as name
from liantu.telling.poster.draft import Draft, coming, key_link, watch, watched
from liantu.telling.poster.words import (
    balance,
    is_told,
    maker,
    makers,
    names,
    needed,
    placed,
    sentence,
)
from liantu.wording import text

HEARD = 0.2
"""Share of the supply of which the need must be known before what is left of it is told."""
_NAMED = 2


def draft(reading: Reading, row: Score, chain: str) -> Draft:
    """The job of a row of 延链榜."""
    verdict = reading.verdicts[row.product]
    base = base_of(reading, verdict)
    asked = giver(reading, base)
    code = "poster.job.title.kin" if is_kin(reading, verdict) else "poster.job.title.extend"
    title = text(code, main=name(reading, base), name=name(reading, row.product))
    where = "" if asked else group_county(reading, base)
    action = _action(reading, verdict, base, asked, where)
    if records.first(reading, row.product):
        title = watch(reading, row.product)
        action, asked = watched(reading, row.product)
    why = sentence(*_why(reading, verdict, base, chain))
    return Draft(title, why, action, asked, where)


def giver(reading: Reading, base: str) -> str:
    """Who makes the main, or that beside which it comes; empty where no firm is on record."""
    parents = reading.situation.by_product_of(base)
    firms = (e for product in (base, *parents) for e in makers(reading, product))
    return next(firms, "")


def group_county(reading: Reading, base: str) -> str:
    """The county of the cluster that says the main is made here; empty where none does."""
    found = (getattr(t, "county", "") for t in told_of(reading, base))
    return next((c for c in found if c and c != UNPLACED), "")


def lacking(reading: Reading, product: str) -> tuple[tuple[str, ...], bool]:
    """Mains and parts that must be had from elsewhere, fewest over its routes, heaviest first; and
    whether one of the others comes from outside the city by its nature.
    """
    recipes, standing = reading.situation.recipes, reading.situation.standing
    best: tuple[tuple[str, ...], bool] | None = None
    for route in recipes.own(product):
        shares = recipes.shares(product, route)
        counted = [q for q, s in shares.items() if s.counts]
        foreign = [q for q in counted if standing(q) is Standing.EXTERNAL]
        found = [q for q in counted if standing(q) not in LOCAL and q not in foreign]
        if best is None or len(found) < len(best[0]):
            found.sort(key=lambda q: (-shares[q].weight, q))
            best = tuple(found), bool(foreign)
    return best or ((), False)


def _action(reading: Reading, verdict: Verdict, base: str, asked: str, where: str) -> str:
    if not asked:
        county = where or text("answer.counties")
        return text("poster.job.do.group", county=county, main=name(reading, base))
    told = is_kin(reading, verdict) or _left(reading, base) or is_machine(reading.atlas, base)
    code = "poster.job.do.offer" if told else "poster.job.do.offer.unknown"
    first = text(code, firm=placed(reading, asked), main=name(reading, base))
    missing, foreign = lacking(reading, verdict.product)
    if not missing:
        code = "poster.job.do.ready.foreign" if foreign else "poster.job.do.ready"
        return text(code, ask=first)
    if len(missing) > _NAMED:
        return text("poster.job.do.lacking.many", ask=first, count=len(missing))
    return text("poster.job.do.lacking", ask=first, names=names(reading, missing))


# -- reasons


def _why(reading: Reading, verdict: Verdict, base: str, chain: str) -> Iterator[str]:
    kin = is_kin(reading, verdict)
    yield _alike(reading, base) if kin else _made(reading, base)
    product = verdict.product
    amount = needed(reading, product)
    told = name(reading, product)
    absent = text("poster.why.absent", name=told)
    yield text("poster.why.absent.need", name=told, amount=amount) if amount else absent
    under_way = coming(reading, product)
    if under_way:
        yield under_way
        return
    following = _following(reading, product)
    if following:
        yield text("poster.why.leads", names=names(reading, following))
    elif kin or not _left(reading, base):
        yield key_link(reading, product, chain)
    if any(gate.favours for gate in verdict.gates):
        yield text("poster.why.favoured")


def _alike(reading: Reading, base: str) -> str:
    """Who makes its like: nothing of that goes into it, so nobody asks what is left."""
    told = {"main": name(reading, base), "firm": maker(reading, base)}
    return text("poster.why.base.machine", **told)


def _made(reading: Reading, base: str) -> str:
    """Who makes the main, and what is left of it."""
    told, who = name(reading, base), maker(reading, base)
    parents = reading.situation.by_product_of(base)
    if who and is_machine(reading.atlas, base):
        return text("poster.why.base.machine", main=told, firm=who)
    left = _left(reading, base) or text("poster.left.unknown")
    if who:
        return text("poster.why.base", main=told, firm=who, left=left)
    if parents:
        who = maker(reading, parents[0])
        parent = name(reading, parents[0])
        return text("poster.why.base.beside", main=told, parent=parent, firm=who, left=left)
    return text("poster.why.base.group", main=told)


def _left(reading: Reading, base: str) -> str:
    """What is left of a main a year; empty where too little is known to say."""
    found = balance(reading, base)
    if found is None or found.spare is None:
        return ""
    item = reading.atlas.products[base]
    if found.spare <= 0 or not is_told(item, found.spare):
        return "" if found.supply_unknown else text("poster.left.none")
    if not found.need_unknown:
        amount = compact(found.spare, found.unit, least=bool(found.supply_unknown))
        return text("poster.left", amount=amount)
    if found.supply_unknown or found.need < HEARD * found.supply:
        return ""
    amount = compact(found.spare, found.unit)
    return text("poster.left.most", amount=amount, count=found.need_unknown)


def _following(reading: Reading, product: str) -> list[str]:
    """Products of its chains that are made of it: local ones first, then key links."""
    situation, wanted = reading.situation, reading.diagnosis.wanted
    recipes = situation.recipes
    found = [
        user
        for user in reading.atlas.consumers.get(product, ())
        if user in wanted or situation.is_local(user)
        if any(
            (share := recipes.shares(user, route).get(product)) and share.counts
            for route in recipes.own(user)
        )
    ]
    return sorted(found, key=lambda user: (not situation.is_local(user), user))
