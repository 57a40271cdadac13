"""产品线 as a network: stations once, ways between them once, what goes over a live way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from liantu.analysis.reading import Reading
from liantu.model import Supply
from liantu.model.standing import Standing
from liantu.telling.figures import compact
from liantu.telling.mark import mark
from liantu.telling.names import plain_firm as firm
from liantu.telling.poster.model import Joint, Network, Way
from liantu.telling.poster.stations import is_here, station
from liantu.telling.poster.trunk import trunks
from liantu.telling.poster.words import balance, is_told, makers
from liantu.wording import text

WAYS = 4
"""Lines that a page has room for."""


def network(reading: Reading, chain: str) -> Network:
    """The lines of a chain, or the ways found in its recipes where its file has none."""
    ways = tuple(_ways(reading, chain))[:WAYS]
    order = dict.fromkeys(p for way in ways for p in way.stations)
    pairs = dict.fromkeys(pair for way in ways for pair in pairwise(way.stations))
    taken = {source for source, target in pairs if is_here(reading, target)}
    return Network(
        ways=ways,
        stations=tuple(station(reading, product, taken=product in taken) for product in order),
        joints=tuple(_joint(reading, source, target) for source, target in pairs),
    )


def _ways(reading: Reading, chain: str) -> Iterator[Way]:
    item = reading.atlas.chains[chain]
    for line in item.lines:
        stations = tuple(p for p in line.trunk if p in reading.atlas.products)
        if len(stations) > 1:
            yield Way(line.id, line.name, score(reading, stations), stations)
    if not item.lines:
        for at, (lead, stations) in enumerate(trunks(reading, chain)):
            told = text("poster.way.lead", firm=firm(reading, lead)) if lead else ""
            name = told or text("poster.way", number=at + 1)
            yield Way(f"way{at + 1}", name, score(reading, stations), stations)


def score(reading: Reading, stations: tuple[str, ...]) -> str:
    """``8站通5站，另调入1站``: what comes from outside by its nature is no station to be made."""
    standing = reading.situation.standing
    foreign = sum(standing(p) is Standing.EXTERNAL for p in stations)
    through = sum(is_here(reading, p) for p in stations)
    code = "poster.way.score.foreign" if foreign else "poster.way.score"
    return text(code, count=len(stations) - foreign, through=through, foreign=foreign)


def _joint(reading: Reading, source: str, target: str) -> Joint:
    if is_here(reading, source) and is_here(reading, target):
        return Joint(source, target, live=True, words=_carried(reading, source, target))
    broken = source if is_here(reading, target) else target
    return Joint(source, target, live=False, mark=mark(reading, broken))


def _carried(reading: Reading, source: str, target: str) -> str:
    """How goods go and how much a year, where a record says that they do."""
    found = [s for s in reading.atlas.supplies.values() if _says(reading, s, source, target)]
    if not found:
        return ""
    mode = text(f"poster.mode.{found[0].mode}")
    amount = _amount(reading, source, target, found[0].customer)
    return text("poster.carried", mode=mode, amount=amount).strip() if amount else mode


def _amount(reading: Reading, source: str, target: str, customer: str) -> str:
    """What the customer takes a year for the next station; empty where it did not say."""
    known = balance(reading, source)
    taken = [
        t.amount
        for t in (known.terms if known else ())
        if t.kind == "use" and t.other == target and t.enterprise == customer
    ]
    amount = sum(t for t in taken if t is not None)
    silent = None in taken or not is_told(reading.atlas.products[source], amount)
    return "" if known is None or silent else compact(amount, known.unit)


def _says(reading: Reading, supply: Supply, source: str, target: str) -> bool:
    """Whether a record of not later than the date names maker and user of the two."""
    years = [
        reading.atlas.sources[s].date[:4] for s in supply.sources if s in reading.atlas.sources
    ]
    first = min((year for year in years if year), default="")
    return (
        supply.product == source
        and first <= reading.situation.day[:4]
        and supply.supplier in makers(reading, source)
        and supply.customer in makers(reading, target)
    )
