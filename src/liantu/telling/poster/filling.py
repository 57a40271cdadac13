"""A job of 补链: what is lacking, who needs how much of it, what of it is at hand."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.model.classes import Word
from liantu.model.standing import Remedy, Standing
from liantu.telling import records
from liantu.telling.amounts import sums_of_users
from liantu.telling.figures import number
from liantu.telling.names import plain_firm as firm
from liantu.telling.names import plain_name as name
from liantu.telling.poster.draft import Draft, coming, key_link, watch, watched
from liantu.telling.poster.words import county, maker, makers, names, needed, placed, sentence
from liantu.wording import text

_Rank = tuple[float, bool, bool, float]

WHOLE = 0.995
"""Share of the mains from which all of them are said to be local."""
_RATE = 0.01
"""Tonnes for a tonne from which consumption is told."""
_NAMED = 2
_KINDS = (Remedy.UPSTREAM, Remedy.CONNECT, Remedy.PARTS, Remedy.BARRIER)


def draft(reading: Reading, row: Score, chain: str) -> Draft:
    """The job of a row of 补链榜."""
    verdict = reading.verdicts[row.product]
    users = takers(reading, verdict, chain)
    asked = _to_ask(reading, users)
    action, title = _action(reading, verdict, asked), _title(reading, verdict)
    if records.first(reading, row.product):
        title = watch(reading, row.product)
        action, asked = watched(reading, row.product, asked)
    return Draft(title, sentence(*_why(reading, verdict, users, chain)), action, asked)


def together(reading: Reading, verdict: Verdict) -> list[Verdict]:
    """The product and what would come only beside it."""
    beside = [v for v in reading.verdicts.values() if v.merged == verdict.product]
    return [verdict, *beside]


def takers(reading: Reading, verdict: Verdict, chain: str = "") -> list[str]:
    """Made products that take it or what comes beside it: by known amounts, then those of
    the chain, then those of which the place is known, then by weight. Who takes much of it counts
    even where it is no main of his.
    """
    inside = {m.product for m in reading.atlas.chains[chain].members()} if chain else set()
    order: dict[str, _Rank] = {}
    for one in together(reading, verdict):
        sums = sums_of_users(one.balance)
        for user in dict.fromkeys((*one.uses, *(u for u, amount in sums.items() if amount > 0))):
            if reading.situation.standing(user) is Standing.MADE:
                nowhere = not any(county(reading, e) for e in makers(reading, user))
                weight = one.uses[user].weight if user in one.uses else 0.0
                rank = (-sums[user], user not in inside, nowhere, -weight)
                order[user] = min(rank, order.get(user, rank))
    return sorted(order, key=lambda user: (order[user], user))


def _to_ask(reading: Reading, users: list[str]) -> str:
    """The first maker of the first user whose county is known, else its first at all."""
    firms = makers(reading, users[0]) if users else ()
    return next((e for e in firms if county(reading, e)), next(iter(firms), ""))


def _title(reading: Reading, verdict: Verdict) -> str:
    told = name(reading, verdict.product)
    beside = [v.product for v in together(reading, verdict)[1:]]
    if beside:
        told = text("poster.job.beside", name=told, others=names(reading, beside))
    kind = verdict.remedy if verdict.remedy in _KINDS else Remedy.UPSTREAM
    return text(f"poster.job.title.{kind}", name=told)


def _action(reading: Reading, verdict: Verdict, asked: str) -> str:
    if not asked:
        return text("poster.job.do.nobody", name=name(reading, verdict.product))
    kind = verdict.remedy if verdict.remedy in _KINDS else Remedy.UPSTREAM
    first = text("poster.job.do.ask", firm=placed(reading, asked))
    return text(f"poster.job.do.{kind}", ask=first, main=_giver(reading, verdict, asked))


def _giver(reading: Reading, verdict: Verdict, asked: str) -> str:
    """Who else could give the heaviest local main of it."""
    main = next(iter(verdict.fed_by), "")
    found = [e for e in makers(reading, main) if e != asked] if main else []
    if not found:
        return text("poster.job.giver.none")
    return text("poster.job.giver", firm=firm(reading, found[0]), main=name(reading, main))


# -- reasons


def _why(reading: Reading, verdict: Verdict, users: list[str], chain: str) -> Iterator[str]:
    yield _taken(reading, verdict, users)
    under_way = coming(reading, verdict.product)
    if under_way:
        yield under_way
        return
    amount = any(needed(reading, v.product) for v in together(reading, verdict))
    opened = reading.diagnosis.locks.get(verdict.product, ())
    barrier = reading.atlas.products[verdict.product].barrier
    connects = verdict.remedy is Remedy.CONNECT
    if connects:
        yield _at_hand(reading, verdict)
    if opened:
        yield text("poster.why.opens", names=names(reading, opened))
    if barrier is not None:
        yield text("poster.why.barrier", text=barrier.text)
    if not (amount or opened or connects or barrier):
        yield key_link(reading, verdict.product, chain)


def _taken(reading: Reading, verdict: Verdict, users: list[str]) -> str:
    """Who takes it, how much a year, and that nobody here is known to make it."""
    absent = "none" if verdict.standing is Standing.NONE else "unseen"
    told = text(f"poster.why.{absent}")
    needs = list(_needs(reading, verdict))
    user = _users(reading, users, firms=not needs)
    if not user:
        return told
    if needs:
        return text("poster.why.need", user=user, needs=text("poster.and").join(needs), absent=told)
    rate = _rate(reading, verdict, users[0])
    return text("poster.why.unknown", user=user, rate=rate, absent=told)


def _rate(reading: Reading, verdict: Verdict, user: str) -> str:
    """``，每吨约耗0.53吨``: where no sum is known, what a tonne of the user takes."""
    share = verdict.uses.get(user)
    weighed = reading.atlas.products[user].base_unit == "t"
    if share is None or share.unit != "t" or not weighed or share.per_unit < _RATE:
        return ""
    return text("poster.why.rate", amount=number(share.per_unit, 2))


def _needs(reading: Reading, verdict: Verdict) -> Iterator[str]:
    for at, one in enumerate(together(reading, verdict)):
        amount = needed(reading, one.product)
        if amount:
            code = "poster.why.amount.beside" if at else "poster.why.amount"
            yield text(code, name=name(reading, one.product), amount=amount)


def _users(reading: Reading, users: list[str], *, firms: bool) -> str:
    """``双酚A（鲁西集团，20万吨）等2个产品``; without an amount the second and how many firms."""
    if not users:
        return ""
    who = maker(reading, users[0])
    told = name(reading, users[0])
    if who:
        told = text("poster.noted", name=told, note=who)
    if len(users) == 1:
        return told
    if not firms:
        return text("poster.why.products", user=told, count=len(users))
    told = text("poster.and").join((told, name(reading, users[1])))
    count = len({e for user in users for e in makers(reading, user)})
    if len(users) == _NAMED:
        return told
    return text("poster.why.products.firms", user=told, count=len(users), firms=count)


def _at_hand(reading: Reading, verdict: Verdict) -> str:
    """The local main of it with its maker."""
    main = verdict.fed_by[0]
    who = maker(reading, main)
    told = name(reading, main)
    if who:
        told = text("poster.noted", name=told, note=who)
    under = reading.verdicts.get(main)
    if under is not None and Word.THIN in under.words:
        return text("poster.why.hand.tight", main=told)
    if verdict.fed_share > WHOLE:
        return text("poster.why.hand.all", main=told)
    return text("poster.why.hand", main=told, share=f"{verdict.fed_share:.0%}")
