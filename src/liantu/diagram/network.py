"""Who feeds whom: the chains of the city as a table, makers at the left and users above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from liantu.analysis.feeding import Feed
from liantu.analysis.reading import Reading
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Label, Shape
from liantu.diagram.plate import Plate, Spot
from liantu.diagram.theme import Theme
from liantu.wording import text

NAME, CELL, ROW, HEAD = 170.0, 40.0, 26.0, 24.0
"""Room of a chain's name, width and height of a cell, height of the row of heads."""
SENDS = 90.0
"""Room for the sum at the end of a row."""
BODY, SMALL = 12.0, 11.0
BASE = 17.0
"""Baseline in a row."""
PALEST, DARKEST = 0.12, 8
"""Shade of a cell with one product, and how many make it darkest."""
INVERTED = 0.55
"""Shade from which a pale number reads better."""
NAMED = 8
"""Products that the tip of a cell names."""
BRIEF = (2, 3, 4)
"""Letters of a chain's name above a column: as few as tell the chains apart."""


def network(reading: Reading, theme: Theme) -> Plate:
    """A row a chain: how many of its products that are made here each other chain uses."""
    chains = reading.atlas.chains
    order = {key: at for at, key in enumerate(chains)}
    shapes: list[Shape] = []
    spots: list[Spot] = []
    heads = _heads([chain.label for chain in chains.values()])
    for at, (key, head) in enumerate(zip(chains, heads, strict=True)):
        x = NAME + at * CELL
        shapes.append(Label(x + CELL / 2, BASE - 2, head, SMALL, theme.secondary, anchor="middle"))
        spots.append(_spot((x, 0, CELL, HEAD), chains[key].name, key))
    sent = Counter(feed.source for feed in reading.feeds for _ in feed.local)
    for key, at in order.items():
        shapes += _row(chains[key].label, key, at, len(order), sent, theme)
        spots.append(_spot((0, HEAD + at * ROW, NAME, ROW), chains[key].name, key))
    for feed in reading.feeds:
        spot = (NAME + order[feed.target] * CELL, HEAD + order[feed.source] * ROW)
        shapes += _cell(feed, spot, theme)
        spots.append(_spot((*spot, CELL, ROW), _tip(reading, feed), feed.target))
    width, height = NAME + len(order) * CELL + SENDS, HEAD + len(order) * ROW + 2
    title = text("diagram.city.network", region=reading.atlas.library.region.name)
    note = text("diagram.city.network.note")
    return Plate(title, note, width, max(height, 1.0), tuple(shapes), tuple(spots))


def _heads(names: list[str]) -> list[str]:
    """The beginning of each name, longer where two begin alike."""
    for letters in BRIEF:
        found = [name[:letters] for name in names]
        if len(set(found)) == len(found):
            break
    return found if names else []


def _row(
    name: str, key: str, at: int, columns: int, sent: Mapping[str, int], theme: Theme
) -> Iterator[Shape]:
    y = HEAD + at * ROW
    shown = measure.cut(name, BODY, NAME - 12)
    yield Label(NAME - 8, y + BASE, shown, BODY, theme.text, anchor="end")
    yield Box(NAME, y + ROW - 0.6, columns * CELL, 0.6, theme.line, "")
    yield Box(NAME + at * CELL + 1, y + 1, CELL - 2, ROW - 3, theme.band, "", radius=2)
    words = text("diagram.city.sends", count=sent[key])
    end = NAME + columns * CELL + 10
    yield Label(end, y + BASE, words, SMALL, theme.secondary)


def _cell(feed: Feed, spot: tuple[float, float], theme: Theme) -> Iterator[Shape]:
    """The number of products that are made here; a hollow point where none of them is."""
    x, y = spot
    count = len(feed.local)
    if not count:
        yield Box(x + CELL / 2 - 2.5, y + ROW / 2 - 3, 5, 5, "", theme.edge, 1.0, 2.5)
        return
    shade = PALEST + (1 - PALEST) * min(count / DARKEST, 1.0)
    yield Box(x + 1, y + 1, CELL - 2, ROW - 3, theme.local, "", radius=2, opacity=shade)
    ink = theme.paper if shade > INVERTED else theme.text
    yield Label(x + CELL / 2, y + BASE, str(count), BODY, ink, bold=True, anchor="middle")


def _tip(reading: Reading, feed: Feed) -> str:
    products, chains = reading.atlas.products, reading.atlas.chains
    shown = feed.local or feed.products
    return text(
        "diagram.city.feed" if feed.local else "diagram.city.feed.none",
        source=chains[feed.source].label,
        target=chains[feed.target].label,
        count=len(shown),
        names="、".join(products[p].label for p in shown[:NAMED]),
    )


def _spot(box: tuple[float, float, float, float], tip: str, chain: str) -> Spot:
    x, y, width, height = box
    return Spot(x=x, y=y, width=width, height=height, tip=tip, chain=chain)
