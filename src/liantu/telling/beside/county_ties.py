"""What two counties have in common, and what the enterprises of one could take from the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model.target import Target
from liantu.telling import amounts
from liantu.telling.beside.counties import row
from liantu.telling.beside.pair import Pair
from liantu.telling.beside.ties import CHAINS, GIVES, MOST, SHARED, TAKES, Group, Tie, group
from liantu.telling.names import named, of_products, plain_firm, plain_name
from liantu.wording import text


def groups(reading: Reading, pair: Pair) -> tuple[Group, ...]:
    """Products that both make, chains in which both act, then what each has for the other."""
    return (
        group(SHARED, _both(reading, pair)),
        group(CHAINS, _chains(reading, pair)),
        group(GIVES, _given(reading, pair), _is_recorded),
        group(TAKES, _given(reading, pair.swapped), _is_recorded),
    )


# -- common


def _both(reading: Reading, pair: Pair) -> Iterator[Tie]:
    """Products with makers in both; whether there is enough of them says what that means."""
    sides = [row(reading, county) for county in (pair.left, pair.right)]
    made = [found.made if found is not None else () for found in sides]
    for product in made[0]:
        if product not in made[1]:
            continue
        verdict = reading.verdicts[product]
        left, right = (_makers(reading, verdict, c) for c in (pair.left, pair.right))
        code = _meets(verdict)
        yield Tie(
            id=product,
            name=plain_name(reading, product),
            left=_named(reading, left),
            right=_named(reading, right),
            words=text(f"beside.both.{code}"),
            target=Target("product", product),
            rank=(_MEETS.index(code), -len(left) - len(right)),
        )


_MEETS = ("short", "over", "unknown", "outward")


def _meets(verdict: Verdict) -> str:
    """Whether the city has too little of it, enough, or takes none; else it is not known."""
    balance = verdict.balance
    if balance is None or not (balance.need or balance.need_unknown):
        return "unknown" if verdict.uses else "outward"
    if balance.surplus is None:
        return "unknown"
    return "short" if balance.surplus < 0 else "over"


def _chains(reading: Reading, pair: Pair) -> Iterator[Tie]:
    """Chains in which enterprises of both are on record."""
    sides = [row(reading, county) for county in (pair.left, pair.right)]
    counts = [found.chains if found is not None else {} for found in sides]
    for chain in reading.atlas.chains.values():
        here = [found.get(chain.id, 0) for found in counts]
        if all(here):
            whole = len(reading.summary(chain.id).enterprises)
            left, right = (text("beside.firms", count=count) for count in here)
            yield Tie(
                id=chain.id,
                name=chain.label,
                left=left,
                right=right,
                words=text("beside.firms.of", count=sum(here), whole=whole),
                target=Target("chain", chain.id),
                rank=(-sum(here),),
            )


# -- what could pass


def _given(reading: Reading, pair: Pair) -> Iterator[Tie]:
    """Products that enterprises of the first county make and those of the second need."""
    asked, recorded = _wanted(reading, pair), _recorded(reading, pair)
    for product in dict.fromkeys((*recorded, *asked)):
        verdict = reading.verdicts.get(product)
        if verdict is None:
            continue
        known, uses = recorded.get(product, []), asked.get(product, [])
        suppliers, customers = [k[0] for k in known], [k[1] for k in known]
        sourced = [k[2] for k in known]
        makers = _makers(reading, verdict, pair.left)
        users = [e for use in uses for e in _makers(reading, reading.verdicts[use], pair.right)]
        takers = list(dict.fromkeys([*customers, *users]))
        told = of_products(reading.atlas, tuple(dict.fromkeys(uses)))
        yield Tie(
            id=product,
            name=plain_name(reading, product),
            left=_named(reading, list(dict.fromkeys([*suppliers, *makers]))),
            right=_named(reading, takers),
            words=_basis(verdict, sourced),
            target=Target("product", product),
            rank=(_rank(sourced), -len(takers)),
            more=text("beside.uses", names=told) if uses else "",
        )


def _wanted(reading: Reading, pair: Pair) -> dict[str, list[str]]:
    """Product → what enterprises of the second county make of it, where a pair is left."""
    atlas = reading.atlas
    found: defaultdict[str, list[str]] = defaultdict(list)
    for market in reading.markets:
        selling = {e for e in market.suppliers if atlas.enterprises[e].county == pair.left}
        buying = {e for e in market.customers if atlas.enterprises[e].county == pair.right}
        if selling and buying:
            found[market.product].append(market.use)
    return found


def _recorded(reading: Reading, pair: Pair) -> dict[str, list[tuple[str, str, bool]]]:
    """Product → supplier, customer, and whether a source says so: it is deduced else."""
    firms = reading.atlas.enterprises
    found: defaultdict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for supply in reading.atlas.supplies.values():
        ends = (supply.supplier, supply.customer)
        if not all(end in firms for end in ends):
            continue
        if (firms[ends[0]].county, firms[ends[1]].county) == (pair.left, pair.right):
            found[supply.product].append((*ends, not supply.inferred))
    return found


def _rank(told: Sequence[bool]) -> int:
    """What a source says first, then what is deduced, then what could be."""
    return 0 if any(told) else 1 if told else 2


def _basis(verdict: Verdict, told: Sequence[bool]) -> str:
    """``told``: of each supply that is known, whether a source says so."""
    if told:
        return text("beside.basis.recorded" if any(told) else "beside.basis.supposed")
    balance = verdict.balance
    if balance is None or balance.surplus is None:
        return text("beside.match")
    amount = amounts.yearly(balance.surplus, balance.unit)
    return text("beside.match.over", amount=amount)


def _is_recorded(tie: Tie) -> bool:
    return tie.rank[0] == 0


def _makers(reading: Reading, verdict: Verdict, county: str) -> list[str]:
    firms = reading.atlas.enterprises
    return [e for e in verdict.makers if firms[e].county == county]


def _named(reading: Reading, firms: Sequence[str]) -> str:
    return named([plain_firm(reading, firm) for firm in firms], MOST)
