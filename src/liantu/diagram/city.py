"""Pictures of the whole city: tiles of the chains, heat map, counties, and the network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from liantu.analysis.reading import Reading
from liantu.analysis.summary import ChainSummary, Ratio
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Label, Shape
from liantu.diagram.network import network
from liantu.diagram.plate import Plate
from liantu.diagram.theme import Theme
from liantu.model import Chain
from liantu.model.classes import ACTED_ON, Word
from liantu.telling import classes
from liantu.wording import text

Maker = Callable[[Reading, Theme], Plate]

BODY, SMALL = 12.0, 10.5
"""Type of names and numbers, and of what stands beside them."""

TILE = (244.0, 146.0)
TILE_COLUMNS = 5
GAP = 12.0
TILE_PAD = 12.0
TILE_TITLE = 14.0
TILE_BAR = (52.0, 116.0)
"""Where the bar of a ratio begins behind its name, and its length."""
TILE_ROWS = (22.0, 38.0, 88.0)
"""Baseline of the title, top of the ratios, baseline of the counts below the top of a tile."""
PITCH = 18.0
"""From one ratio to the next."""


def tiles(reading: Reading, theme: Theme) -> Plate:
    """A tile a chain: the two completeness numbers, counts of the five words, enterprises."""
    shapes: list[Shape] = []
    for at, chain in enumerate(reading.atlas.chains.values()):
        x = (at % TILE_COLUMNS) * (TILE[0] + GAP)
        y = (at // TILE_COLUMNS) * (TILE[1] + GAP)
        shapes += _tile(chain, reading.summary(chain.id), theme, x, y)
        shapes += _faults(reading, chain, theme, x + TILE_PAD, y + TILE_ROWS[2])
    rows = -(-len(reading.atlas.chains) // TILE_COLUMNS)
    width = TILE_COLUMNS * (TILE[0] + GAP) - GAP
    title = text(
        "diagram.city.tiles",
        region=reading.atlas.library.region.name,
        count=len(reading.atlas.chains),
    )
    note = text("diagram.city.tiles.note")
    return Plate(title, note, width, max(rows * (TILE[1] + GAP) - GAP, 1.0), tuple(shapes))


def _tile(chain: Chain, summary: ChainSummary, theme: Theme, x: float, y: float) -> Iterator[Shape]:
    width, height = TILE
    yield Box(x, y, width, height, theme.paper, theme.card_line, 1.0, 6)
    left, right = x + TILE_PAD, x + width - TILE_PAD
    room = right - left - measure.width(chain.field, SMALL) - 8
    title = measure.cut(chain.label, TILE_TITLE, room, bold=True)
    top = y + TILE_ROWS[0]
    yield Label(left, top, title, TILE_TITLE, theme.text, bold=True)
    yield Label(right, top - 1, chain.field, SMALL, theme.secondary, anchor="end")
    pairs = ((summary.coverage, theme.local), (summary.closure, theme.accent))
    for row, (ratio, color) in enumerate(pairs):
        name = text(f"diagram.city.{('coverage', 'closure')[row]}")
        yield from _ratio(name, ratio, color, theme, left, y + TILE_ROWS[1] + row * PITCH)
    firms = text("diagram.city.firms", count=len(summary.enterprises))
    sizes = text("diagram.city.sizes", products=summary.products, local=summary.local)
    yield Label(left, y + height - TILE_PAD, f"{sizes} · {firms}", SMALL, theme.secondary)


def _faults(reading: Reading, chain: Chain, theme: Theme, x: float, y: float) -> Iterator[Shape]:
    """Counts of the five words, and below them what comes first."""
    counts = reading.chain_counts(chain.id)
    at = x
    for code in ACTED_ON:
        words = classes.letter(code) + f" {counts[code]}"
        color = theme.tones[code].color if counts[code] else theme.secondary
        yield Label(at, y, words, SMALL, color, bold=bool(counts[code]))
        at += measure.width(words, SMALL, bold=True) + 8
    first = reading.ranking([m.product for m in chain.members()])[:2]
    names = "、".join(reading.atlas.products[score.product].name for score in first)
    words = text("diagram.city.first", names=names or text("diagram.sheet.none"))
    yield Label(x, y + 22, measure.cut(words, SMALL, TILE[0] - 2 * TILE_PAD), SMALL, theme.text)


def _ratio(
    name: str, ratio: Ratio, color: str, theme: Theme, x: float, y: float
) -> Iterator[Shape]:
    start, length = TILE_BAR
    yield Label(x, y + 9, name, SMALL, theme.secondary)
    yield Box(x + start, y + 2, length, 6, theme.line, "", radius=3)
    if ratio.value:
        yield Box(x + start, y + 2, length * ratio.value, 6, color, "", radius=3)
    shown = f"{ratio.part}/{ratio.whole}" if ratio.whole else text("diagram.sheet.none")
    yield Label(x + TILE[0] - 2 * TILE_PAD, y + 9, shown, SMALL, theme.text, anchor="end")


HEAT_NAME, HEAT_CELL, HEAT_ROW = 190.0, 92.0, 26.0
HEAT_BASE = 17.0
"""Baseline in a row."""
DARKEST = 0.5
"""Share of a chain's products from which a cell is darkest, as the note says."""
PALEST = 0.15
"""Shade of a cell that counts anything at all."""
INVERTED = 0.45
"""Part of the way to the darkest from which the letter's own colour reads better than black."""


def heat(reading: Reading, theme: Theme) -> Plate:
    """Chains × five words: the number in each cell, shaded by the share of the chain's products."""
    shapes: list[Shape] = []
    for column, code in enumerate(ACTED_ON):
        x = HEAT_NAME + column * HEAT_CELL + HEAT_CELL / 2
        words = classes.word(code)
        shapes.append(Label(x, 16, words, BODY, theme.text, bold=True, anchor="middle"))
    for row, chain in enumerate(reading.atlas.chains.values()):
        y = 26 + row * HEAT_ROW
        name = measure.cut(chain.label, BODY, HEAT_NAME - 12)
        shapes.append(Label(HEAT_NAME - 10, y + HEAT_BASE, name, BODY, theme.text, anchor="end"))
        counts = reading.chain_counts(chain.id)
        whole = max(len(chain.members()), 1)
        for column, code in enumerate(ACTED_ON):
            x = HEAT_NAME + column * HEAT_CELL
            shapes += _cell(counts[code], counts[code] / whole, code, theme, x, y)
    width = HEAT_NAME + len(ACTED_ON) * HEAT_CELL
    height = 30 + len(reading.atlas.chains) * HEAT_ROW
    title = text("diagram.city.heat", region=reading.atlas.library.region.name)
    return Plate(title, text("diagram.city.heat.note"), width, height, tuple(shapes))


def _cell(
    count: int, share: float, code: Word, theme: Theme, x: float, y: float
) -> Iterator[Shape]:
    tone = theme.tones[code]
    yield Box(x + 1, y + 1, HEAT_CELL - 2, HEAT_ROW - 2, theme.band, "", radius=3)
    dark = min(share / DARKEST, 1.0)
    if count:
        shade = PALEST + (1 - PALEST) * dark
        box = (x + 1, y + 1, HEAT_CELL - 2, HEAT_ROW - 2)
        yield Box(*box, tone.color, "", radius=3, opacity=shade)
    ink = tone.letter if count and dark > INVERTED else theme.text
    shown = str(count) if count else "·"
    yield Label(
        x + HEAT_CELL / 2, y + HEAT_BASE, shown, BODY, ink, bold=bool(count), anchor="middle"
    )


COUNTY_NAME, COUNTY_BAR, COUNTY_ROW = 90.0, 420.0, 40.0


def counties(reading: Reading, theme: Theme) -> Plate:
    """Enterprises by county, those with operating capacity dark, and the chains they belong to."""
    operating = {
        m.enterprise.id
        for p in reading.atlas.makers
        for m in reading.situation.makers(p)
        if m.operating
    }
    order = [*reading.atlas.library.region.counties]
    order += sorted({e.county for e in reading.atlas.enterprises.values()} - set(order))
    rows = [(c, [e for e in reading.atlas.enterprises.values() if e.county == c]) for c in order]
    rows = [(county, firms) for county, firms in rows if firms]
    most = max((len(firms) for _, firms in rows), default=1)
    shapes: list[Shape] = []
    for row, (county, firms) in enumerate(rows):
        y = row * COUNTY_ROW
        running = sum(e.id in operating for e in firms)
        chains = Counter(c for e in firms for c in e.chains if c in reading.atlas.chains)
        names = "、".join(f"{reading.atlas.chains[c].label} {n}" for c, n in chains.most_common(6))
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
    title = text("diagram.city.counties", region=reading.atlas.library.region.name)
    height = max(len(rows) * COUNTY_ROW, 1.0)
    return Plate(title, text("diagram.city.counties.note"), width, height, tuple(shapes))


PICTURES: dict[str, Maker] = {
    "tiles": tiles,
    "heat": heat,
    "network": network,
    "counties": counties,
}
"""Every picture of the city by its name on the command line."""
