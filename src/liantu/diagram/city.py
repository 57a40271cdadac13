"""Pictures of the whole city: tiles of the chains, heat map, network of chains, counties."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from liantu.analysis.diagnosis import CODES, Diagnosis
from liantu.analysis.feeding import Feed, feeds
from liantu.analysis.ranking import Score, ordered, scores
from liantu.analysis.summary import ChainSummary, Ratio, summarise_all
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Curve, Label, Point, Shape
from liantu.diagram.plate import Plate
from liantu.diagram.theme import Theme
from liantu.model import Atlas, Chain
from liantu.wording import text

WORDS = ("broken", "short_up", "short_down", "thin", "weak", "blank")
Maker = Callable[[Atlas, Diagnosis, Theme], Plate]

TILE = (244.0, 146.0)
TILE_COLUMNS = 5
GAP = 12.0


def word_counts(atlas: Atlas, diagnosis: Diagnosis, chain: Chain) -> Counter[str]:
    """Products of a chain by the code of each of their classes; one may count in two."""
    found: Counter[str] = Counter()
    for member in chain.members():
        verdict = diagnosis.verdicts.get(member.product)
        found.update(CODES[word] for word in (verdict.words if verdict else ()))
    return found


def tiles(atlas: Atlas, diagnosis: Diagnosis, theme: Theme) -> Plate:
    """A tile a chain: the two completeness numbers, counts of the five words, enterprises."""
    summaries = summarise_all(atlas, diagnosis.situation)
    best = scores(atlas, diagnosis)
    shapes: list[Shape] = []
    for at, chain in enumerate(atlas.chains.values()):
        x = (at % TILE_COLUMNS) * (TILE[0] + GAP)
        y = (at // TILE_COLUMNS) * (TILE[1] + GAP)
        shapes += _tile(chain, summaries[chain.id], theme, x, y)
        first = ordered(best, [m.product for m in chain.members()])[:2]
        shapes += _faults(atlas, word_counts(atlas, diagnosis, chain), first, theme, x + 12, y + 88)
    rows = -(-len(atlas.chains) // TILE_COLUMNS)
    width = TILE_COLUMNS * (TILE[0] + GAP) - GAP
    title = text("diagram.city.tiles", region=atlas.library.region.name, count=len(atlas.chains))
    note = text("diagram.city.tiles.note")
    return Plate(title, note, width, max(rows * (TILE[1] + GAP) - GAP, 1.0), tuple(shapes))


def _tile(chain: Chain, summary: ChainSummary, theme: Theme, x: float, y: float) -> Iterator[Shape]:
    width, height = TILE
    yield Box(x, y, width, height, theme.paper, theme.card_line, 1.0, 6)
    room = width - 24 - measure.width(chain.field, 10.5) - 8
    title = measure.cut(chain.label, 14, room, bold=True)
    yield Label(x + 12, y + 22, title, 14, theme.text, bold=True)
    yield Label(x + width - 12, y + 21, chain.field, 10.5, theme.secondary, anchor="end")
    pairs = ((summary.coverage, theme.local), (summary.closure, theme.accent))
    for row, (ratio, color) in enumerate(pairs):
        name = text(f"diagram.city.{('coverage', 'closure')[row]}")
        yield from _ratio(name, ratio, color, theme, x + 12, y + 38 + row * 18)
    firms = text("diagram.city.firms", count=len(summary.enterprises))
    sizes = text("diagram.city.sizes", products=summary.products, local=summary.local)
    yield Label(x + 12, y + height - 12, f"{sizes} · {firms}", 10.5, theme.secondary)


def _faults(
    atlas: Atlas, counts: Counter[str], first: Sequence[Score], theme: Theme, x: float, y: float
) -> Iterator[Shape]:
    """Counts of the five words, and below them what comes first."""
    at = x
    for code in WORDS:
        words = text(f"diagram.letter.{code}") + f" {counts[code]}"
        color = theme.tones[code].color if counts[code] else theme.secondary
        yield Label(at, y, words, 10.5, color, bold=bool(counts[code]))
        at += measure.width(words, 10.5, bold=True) + 8
    names = "、".join(atlas.products[score.product].name for score in first)
    words = text("diagram.city.first", names=names or text("diagram.sheet.none"))
    yield Label(x, y + 22, measure.cut(words, 10.5, TILE[0] - 24), 10.5, theme.text)


def _ratio(
    name: str, ratio: Ratio, color: str, theme: Theme, x: float, y: float
) -> Iterator[Shape]:
    yield Label(x, y + 9, name, 10.5, theme.secondary)
    yield Box(x + 52, y + 2, 116, 6, theme.line, "", radius=3)
    if ratio.value:
        yield Box(x + 52, y + 2, 116 * ratio.value, 6, color, "", radius=3)
    shown = f"{ratio.part}/{ratio.whole}" if ratio.whole else text("diagram.sheet.none")
    yield Label(x + TILE[0] - 24, y + 9, shown, 10.5, theme.text, anchor="end")


HEAT_NAME, HEAT_CELL, HEAT_ROW = 190.0, 92.0, 26.0


def heat(atlas: Atlas, diagnosis: Diagnosis, theme: Theme) -> Plate:
    """Chains × five words: the number in each cell, shaded by the share of the chain's products."""
    shapes: list[Shape] = []
    for column, code in enumerate(WORDS):
        x = HEAT_NAME + column * HEAT_CELL + HEAT_CELL / 2
        words = text(f"diagram.class.{code}")
        shapes.append(Label(x, 16, words, 12, theme.text, bold=True, anchor="middle"))
    for row, chain in enumerate(atlas.chains.values()):
        y = 26 + row * HEAT_ROW
        name = measure.cut(chain.label, 12, HEAT_NAME - 12)
        shapes.append(Label(HEAT_NAME - 10, y + 17, name, 12, theme.text, anchor="end"))
        counts = word_counts(atlas, diagnosis, chain)
        whole = max(len(chain.members()), 1)
        for column, code in enumerate(WORDS):
            x = HEAT_NAME + column * HEAT_CELL
            shapes += _cell(counts[code], counts[code] / whole, code, theme, x, y)
    width = HEAT_NAME + len(WORDS) * HEAT_CELL
    height = 30 + len(atlas.chains) * HEAT_ROW
    title = text("diagram.city.heat", region=atlas.library.region.name)
    return Plate(title, text("diagram.city.heat.note"), width, height, tuple(shapes))


def _cell(count: int, share: float, code: str, theme: Theme, x: float, y: float) -> Iterator[Shape]:
    tone = theme.tones[code]
    yield Box(x + 1, y + 1, HEAT_CELL - 2, HEAT_ROW - 2, theme.band, "", radius=3)
    dark = min(share / 0.5, 1.0)
    if count:
        shade = 0.15 + 0.85 * dark
        box = (x + 1, y + 1, HEAT_CELL - 2, HEAT_ROW - 2)
        yield Box(*box, tone.color, "", radius=3, opacity=shade)
    ink = tone.letter if count and dark > 0.45 else theme.text
    shown = str(count) if count else "·"
    yield Label(x + HEAT_CELL / 2, y + 17, shown, 12, ink, bold=bool(count), anchor="middle")


RING, NODE = 300.0, (124.0, 40.0)


def network(atlas: Atlas, diagnosis: Diagnosis, theme: Theme) -> Plate:
    """Chains on a ring; a line from maker to user, as wide as the number of local products."""
    found = feeds(atlas, diagnosis.situation)
    spots = _ring(list(atlas.chains))
    shapes: list[Shape] = [
        _feed(feed, spots, theme) for feed in sorted(found, key=lambda f: len(f.local))
    ]
    local = Counter(feed.source for feed in found for _ in feed.local)
    for key, (x, y) in spots.items():
        chain = atlas.chains[key]
        shapes.append(
            Box(x - NODE[0] / 2, y - NODE[1] / 2, *NODE, theme.paper, theme.local, 1.2, 6)
        )
        name = measure.cut(chain.label, 12, NODE[0] - 12, bold=True)
        shapes.append(Label(x, y - 2, name, 12, theme.text, bold=True, anchor="middle"))
        sent = text("diagram.city.sends", count=local[key])
        shapes.append(Label(x, y + 13, sent, 10, theme.secondary, anchor="middle"))
    width, height = 2 * RING * 1.5 + NODE[0] + 20, 2 * RING + NODE[1] + 20
    title = text("diagram.city.network", region=atlas.library.region.name)
    return Plate(title, text("diagram.city.network.note"), width, height, tuple(shapes))


def _ring(chains: list[str]) -> dict[str, Point]:
    """An ellipse, clockwise from the top, wide enough that names do not touch."""
    spots = {}
    for at, chain in enumerate(chains):
        angle = 2 * math.pi * at / max(len(chains), 1) - math.pi / 2
        x = RING * 1.5 * math.cos(angle) + RING * 1.5 + NODE[0] / 2 + 10
        y = RING * math.sin(angle) + RING + NODE[1] / 2 + 10
        spots[chain] = (x, y)
    return spots


def _feed(feed: Feed, spots: dict[str, Point], theme: Theme) -> Curve:
    start, end = spots[feed.source], spots[feed.target]
    centre = (RING * 1.5 + NODE[0] / 2 + 10, RING + NODE[1] / 2 + 10)
    start, end = _edge(start, centre), _edge(end, centre)
    first, second = _towards(start, centre, 0.45), _towards(end, centre, 0.45)
    strong = bool(feed.local)
    return Curve(
        (start, first, second, end),
        theme.accent if strong else theme.edge,
        0.8 + 0.9 * math.sqrt(len(feed.local)),
        () if strong else (4.0, 3.0),
        opacity=0.8 if strong else 0.45,
    )


def _edge(spot: Point, centre: Point) -> Point:
    """Where the way to the centre leaves the box of a chain."""
    dx, dy = centre[0] - spot[0], centre[1] - spot[1]
    reach = min(
        NODE[0] / 2 / abs(dx) if dx else math.inf,
        NODE[1] / 2 / abs(dy) if dy else math.inf,
    )
    return spot[0] + dx * reach, spot[1] + dy * reach


def _towards(spot: Point, other: Point, share: float) -> Point:
    return spot[0] + (other[0] - spot[0]) * share, spot[1] + (other[1] - spot[1]) * share


COUNTY_NAME, COUNTY_BAR, COUNTY_ROW = 90.0, 420.0, 40.0


def counties(atlas: Atlas, diagnosis: Diagnosis, theme: Theme) -> Plate:
    """Enterprises by county, those with operating capacity dark, and the chains they belong to."""
    operating = {
        m.enterprise.id for p in atlas.makers for m in diagnosis.situation.makers(p) if m.operating
    }
    order = [*atlas.library.region.counties]
    order += sorted({e.county for e in atlas.enterprises.values()} - set(order))
    rows = [(c, [e for e in atlas.enterprises.values() if e.county == c]) for c in order]
    rows = [(county, firms) for county, firms in rows if firms]
    most = max((len(firms) for _, firms in rows), default=1)
    shapes: list[Shape] = []
    for row, (county, firms) in enumerate(rows):
        y = row * COUNTY_ROW
        running = sum(e.id in operating for e in firms)
        chains = Counter(c for e in firms for c in e.chains if c in atlas.chains)
        names = "、".join(f"{atlas.chains[c].label} {n}" for c, n in chains.most_common(6))
        shapes.append(Label(COUNTY_NAME - 10, y + 18, county, 13, theme.text, True, "end"))
        scale = COUNTY_BAR / most
        shapes.append(Box(COUNTY_NAME, y + 6, len(firms) * scale, 16, theme.line, "", radius=2))
        if running:
            shapes.append(Box(COUNTY_NAME, y + 6, running * scale, 16, theme.local, "", radius=2))
        words = text("diagram.city.county", running=running, firms=len(firms))
        at = COUNTY_NAME + len(firms) * scale + 8
        shapes.append(Label(at, y + 18, words, 12, theme.text))
        shapes.append(Label(COUNTY_NAME, y + 34, names, 10, theme.secondary))
    width = COUNTY_NAME + COUNTY_BAR + 140
    title = text("diagram.city.counties", region=atlas.library.region.name)
    height = max(len(rows) * COUNTY_ROW, 1.0)
    return Plate(title, text("diagram.city.counties.note"), width, height, tuple(shapes))


PICTURES: dict[str, Maker] = {
    "tiles": tiles,
    "heat": heat,
    "network": network,
    "counties": counties,
}
"""Every picture of the city by its name on the command line."""
