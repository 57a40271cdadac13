"""What the chains of the city give each other: supplies on record, and what processes imply."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from liantu.analysis.reading import Reading
from liantu.model import Supply
from liantu.model.standing import LOCAL
from liantu.telling.poster.city_rows import by_field
from liantu.telling.poster.model import Give
from liantu.wording import text


def gives(reading: Reading) -> tuple[Give, ...]:
    """Pairs of chains, of which the first makes what a local product of the other takes. A product
    counts once a pair: as recorded where a supply says so, else as deduced.
    """
    deduced, recorded = deduced_pairs(reading), recorded_pairs(reading)
    order = {chain.id: at for at, chain in enumerate(by_field(reading))}
    pairs = sorted({*deduced, *recorded}, key=lambda pair: (order[pair[0]], order[pair[1]]))
    return tuple(
        Give(*pair, len(recorded[pair]), len(deduced[pair] - recorded[pair])) for pair in pairs
    )


def apart(reading: Reading, found: Sequence[Give]) -> str:
    """The chains that neither give nor take, in one sentence; empty where there is none."""
    linked = {chain for give in found for chain in (give.giver, give.taker)}
    names = [short_label(chain.label) for chain in by_field(reading) if chain.id not in linked]
    return text("poster.city.apart", names="、".join(names)) if names else ""


def short_label(label: str) -> str:
    """The head of a chain's label, 农机 of 农机与高端装备, where it stands upright or in a row."""
    for joint in text("poster.city.joints"):
        label = label.partition(joint)[0] or label
    return label


Pairs = defaultdict[tuple[str, str], set[str]]


def deduced_pairs(reading: Reading) -> Pairs:
    """What is made here and a local product of another chain takes as main, part or key input."""
    found: Pairs = defaultdict(set)
    for product, verdict in reading.verdicts.items():
        if verdict.standing in LOCAL:
            for user in verdict.uses:
                for pair in _pair(reading, product, user):
                    found[pair].add(product)
    return found


def _pair(reading: Reading, product: str, user: str) -> Iterator[tuple[str, str]]:
    atlas = reading.atlas
    giver, taker = atlas.products[product].home, atlas.products[user].home
    if giver != taker and giver in atlas.chains and taker in atlas.chains:
        yield giver, taker


def recorded_pairs(reading: Reading) -> Pairs:
    """Supplies on record at the date whose customer makes something of what it is supplied with."""
    found: Pairs = defaultdict(set)
    for supply in reading.atlas.supplies.values():
        if supply.supplier and not supply.inferred and _is_known(reading, supply):
            for user in _users(reading, supply):
                for pair in _pair(reading, supply.product, user):
                    found[pair].add(supply.product)
    return found


def _is_known(reading: Reading, supply: Supply) -> bool:
    """Whether a source of the year of the date or before tells it; one without a date does."""
    sources = (reading.atlas.sources[s] for s in supply.sources if s in reading.atlas.sources)
    dates = [source.date for source in sources if source.date]
    return not dates or min(dates)[:4] <= reading.situation.day[:4]


def _users(reading: Reading, supply: Supply) -> Iterator[str]:
    """What the customer makes of it, whatever role the routes give it."""
    for user in reading.atlas.consumers.get(supply.product, ()):
        if supply.customer in reading.situation.firms(user):
            yield user
