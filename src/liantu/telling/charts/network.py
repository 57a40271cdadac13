"""链与链供应矩阵: which chain gives to which, recorded apart from what routes tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from liantu.analysis.feeding import Feed
from liantu.analysis.reading import Reading
from liantu.telling.charts.first import first, told
from liantu.telling.charts.model import Aim, Cell, Grid, Head, Ink
from liantu.wording import text

PALEST, DARK, MOST = 0.12, 0.5, 8
"""Shades of what is deduced: of one product, of the most, and how many that are."""
RECORDED = 1.0
NAMED = 8

Pair = tuple[str, str]


def network(reading: Reading, _chain: str = "") -> Grid:
    """Rows give, columns take."""
    chains = reading.atlas.chains
    noted = {p: found for p, found in _recorded(reading).items() if set(p) <= chains.keys()}
    known = [f for f in reading.feeds if f.local or (f.source, f.target) in noted]
    fed = {(feed.source, feed.target) for feed in known}
    feeds = [*known, *(Feed(*pair, found, ()) for pair, found in noted.items() if pair not in fed)]
    sent = Counter(dict.fromkeys(chains, 0))
    for feed in feeds:
        sent[feed.source] += len(feed.local)
    tied = Counter(sent)
    for feed in feeds:
        tied[feed.target] += len(feed.local)
    shown = first(chains, tied.__getitem__)
    order = {key: at for at, key in enumerate(shown)}
    heads = tuple(
        Head(
            words=chain.label,
            tip=chain.name,
            aim=Aim(chain=chain.id),
            end=text("chart.network.sends", count=sent[chain.id]) if sent[chain.id] else "",
        )
        for chain in map(chains.__getitem__, shown)
    )
    cells = [
        _cell(reading, feed, order, noted.get((feed.source, feed.target), ()))
        for feed in feeds
        if feed.source in order and feed.target in order
    ]
    return Grid(
        title=text("chart.network.title", region=reading.atlas.library.region.name),
        finding=_finding(reading, feeds, sent, noted),
        note=text("chart.network.note") + told(len(shown), len(chains)),
        rows=heads,
        columns=heads,
        cells=tuple(cells),
        upright=True,
        corner=text("chart.network.corner"),
        own=True,
    )


def _recorded(reading: Reading) -> Mapping[Pair, tuple[str, ...]]:
    """Chains between which a supply is on record → its products."""
    atlas = reading.atlas
    found: defaultdict[Pair, dict[str, None]] = defaultdict(dict)
    for supply in atlas.supplies.values():
        known = supply.product and supply.supplier and supply.customer and not supply.inferred
        if not known or supply.product not in atlas.products:
            continue
        makes = (c.product for c in atlas.enterprises[supply.customer].capacities)
        takes = [p for p in makes if supply.product in atlas.inputs_of(p)]
        for user in takes:
            found[atlas.products[supply.product].home, atlas.products[user].home][
                supply.product
            ] = None
    return {pair: tuple(products) for pair, products in found.items() if pair[0] != pair[1]}


def _cell(reading: Reading, feed: Feed, order: Mapping[str, int], noted: tuple[str, ...]) -> Cell:
    products = dict.fromkeys([*noted, *feed.local])
    atlas = reading.atlas
    tip = text(
        "chart.network.tip",
        source=atlas.chains[feed.source].label,
        target=atlas.chains[feed.target].label,
        count=len(products),
        noted=len(noted),
        names="、".join(atlas.products[p].label for p in list(products)[:NAMED]),
    )
    share = min(len(products) / MOST, 1.0)
    return Cell(
        row=order[feed.source],
        column=order[feed.target],
        words=str(len(products)),
        tip=tip,
        aim=Aim(chain=feed.target),
        shade=RECORDED if noted else PALEST + (DARK - PALEST) * share,
        ink=Ink.HERE,
    )


def _finding(
    reading: Reading, feeds: list[Feed], sent: Mapping[str, int], noted: Mapping[Pair, object]
) -> str:
    if not feeds:
        return text("chart.network.empty")
    label = {key: chain.label for key, chain in reading.atlas.chains.items()}
    main = max(feeds, key=lambda feed: len(feed.local))
    first = max(sent, key=lambda key: sent[key])
    silent = [label[key] for key in label if not sent[key]]
    words = text(
        "chart.network.finding",
        pairs=len(feeds),
        noted=len(noted),
        first=label[first],
        sent=sent[first],
        source=label[main.source],
        target=label[main.target],
        count=len(main.local),
    )
    return words + (
        text("chart.network.silent", names="、".join(silent[:4]), count=len(silent))
        if silent
        else ""
    )
