"""Pictures of the whole city: tiles of the chains, heat map, counties, and the network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from liantu.analysis.boards import confirmed
from liantu.analysis.certain import Tally, chain_tallies, gaps
from liantu.analysis.reading import Reading
from liantu.analysis.summary import ChainSummary
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Label, Shape
from liantu.diagram.network import network
from liantu.diagram.plate import Plate, Spot
from liantu.diagram.theme import Theme, Tone
from liantu.model import Chain
from liantu.model.boards import Board
from liantu.model.classes import ACTED_ON, Word
from liantu.telling import classes, completeness
from liantu.wording import text

Maker = Callable[[Reading, Theme], Plate]

BODY, SMALL = 12.0, 10.5
"""Type of names and numbers, and of what stands beside them."""

TILE = (252.0, 164.0)
TILE_COLUMNS = 5
GAP = 12.0
TILE_PAD = 12.0
TILE_TITLE = 14.0
TILE_BAR = (86.0, 66.0)
"""Where the bar of a number begins behind its name, and its length."""
TILE_ROWS = (22.0, 34.0, 84.0)
"""Baseline of the title, top of the bars, baseline of the words below the top of a tile."""
PITCH = 18.0
"""From one bar to the next, and from line to line below them."""
MAYBE = 0.35
"""Opacity of the part of a bar that is only possible."""
FIRST = 2
"""Products named as what comes first."""


def tiles(reading: Reading, theme: Theme) -> Plate:
    """A tile a chain: its numbers, key links, gaps that are confirmed and not, what comes first."""
    shapes: list[Shape] = []
    for at, chain in enumerate(reading.atlas.chains.values()):
        x = (at % TILE_COLUMNS) * (TILE[0] + GAP)
        y = (at // TILE_COLUMNS) * (TILE[1] + GAP)
        shapes += _tile(chain, reading.summary(chain.id), theme, x, y)
        shapes += _lines(reading, chain, theme, x + TILE_PAD, y + TILE_ROWS[2])
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
    shares = summary.span.shares or (None, None)
    share = summary.mains.share if summary.mains.tells else None
    rows = (
        (text("ui.coverage"), shares, completeness.span(summary.span), theme.local),
        (text("ui.mains"), (share, None), completeness.secured(summary.mains), theme.accent),
    )
    for row, (name, found, words, color) in enumerate(rows):
        spot = (left, y + TILE_ROWS[1] + row * PITCH)
        yield from _share(name, found, words, color, theme, spot)


def _share(
    name: str,
    shares: tuple[float | None, float | None],
    words: str,
    color: str,
    theme: Theme,
    spot: tuple[float, float],
) -> Iterator[Shape]:
    """A bar with its name and words: what is known, and pale what is possible."""
    (x, y), (start, length) = spot, TILE_BAR
    known, most = shares
    yield Label(x, y + 9, name, SMALL, theme.secondary)
    yield Box(x + start, y + 2, length, 6, theme.line, "", radius=3)
    if most:
        yield Box(x + start, y + 2, length * most, 6, color, "", radius=3, opacity=MAYBE)
    if known:
        yield Box(x + start, y + 2, length * known, 6, color, "", radius=3)
    yield Label(x + TILE[0] - 2 * TILE_PAD, y + 9, words, SMALL, theme.text, anchor="end")


def _lines(reading: Reading, chain: Chain, theme: Theme, x: float, y: float) -> Iterator[Shape]:
    """What lacks, key links, gaps, what comes first, and the size of the chain."""
    summary = reading.summary(chain.id)
    firms = text("diagram.city.firms", count=len(summary.enterprises))
    sizes = text("diagram.city.sizes", products=summary.products, local=summary.local)
    found = gaps(reading, chain.id)
    lines = (
        (completeness.lacking(summary.mains) or text("ui.mains.nothing"), theme.secondary),
        (completeness.keys(summary), theme.text),
        (completeness.found_gaps(found), theme.text),
        (_first(reading, chain.id), theme.text),
        (f"{sizes} · {firms}", theme.secondary),
    )
    for row, (words, ink) in enumerate(lines):
        shown = measure.cut(words, SMALL, TILE[0] - 2 * TILE_PAD)
        yield Label(x, y + row * PITCH, shown, SMALL, ink, bold=row == 2 and found.known > 0)


def _first(reading: Reading, chain: str) -> str:
    """What to do first where a gap is confirmed, else what to ask about first."""
    rows = reading.rows(Board.FILL, chain)
    sure = confirmed(rows, reading.verdicts)
    names = "、".join(reading.atlas.products[s.product].name for s in (sure or rows)[:FIRST])
    code = "first" if sure else "ask"
    return text(f"diagram.city.{code}", names=names or text("diagram.sheet.none"))


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
    """Chains × five words: what is sure shaded by its share of the chain's products, what is only
    suspected as a number in an outline.
    """
    shapes: list[Shape] = []
    spots: list[Spot] = []
    for column, code in enumerate(ACTED_ON):
        x = HEAT_NAME + column * HEAT_CELL + HEAT_CELL / 2
        words = classes.word(code)
        shapes.append(Label(x, 16, words, BODY, theme.text, bold=True, anchor="middle"))
    for row, chain in enumerate(reading.atlas.chains.values()):
        y = 26 + row * HEAT_ROW
        name = measure.cut(chain.label, BODY, HEAT_NAME - 12)
        shapes.append(Label(HEAT_NAME - 10, y + HEAT_BASE, name, BODY, theme.text, anchor="end"))
        counts = chain_tallies(reading, chain.id)
        whole = max(len(chain.members()), 1)
        spots.append(_name_spot(chain, y))
        for column, code in enumerate(ACTED_ON):
            x = HEAT_NAME + column * HEAT_CELL
            shapes += _cell(counts[code], whole, theme.tones[code], theme, (x, y))
            spots.append(_heat_spot(chain, code, counts[code], x, y))
    width = HEAT_NAME + len(ACTED_ON) * HEAT_CELL
    height = 30 + len(reading.atlas.chains) * HEAT_ROW
    title = text("diagram.city.heat", region=reading.atlas.library.region.name)
    note = text("diagram.city.heat.note")
    return Plate(title, note, width, height, tuple(shapes), tuple(spots))


def _name_spot(chain: Chain, y: float) -> Spot:
    """The name of a chain, which opens its map."""
    return Spot(x=0, y=y, width=HEAT_NAME, height=HEAT_ROW, tip=chain.name, chain=chain.id)


def _heat_spot(chain: Chain, code: Word, count: Tally, x: float, y: float) -> Spot:
    tip = text(
        "diagram.city.cell",
        chain=chain.label,
        word=classes.word(code),
        known=count.known,
        suspected=count.suspected,
    )
    return Spot(
        x=x,
        y=y,
        width=HEAT_CELL,
        height=HEAT_ROW,
        tip=tip,
        chain=chain.id,
        list="products",
        word=code,
    )


def _cell(
    count: Tally, whole: int, tone: Tone, theme: Theme, spot: tuple[float, float]
) -> Iterator[Shape]:
    x, y = spot
    box = (x + 1, y + 1, HEAT_CELL - 2, HEAT_ROW - 2)
    yield Box(*box, theme.band, "", radius=3)
    dark = min(count.known / whole / DARKEST, 1.0)
    if count.known:
        shade = PALEST + (1 - PALEST) * dark
        yield Box(*box, tone.color, "", radius=3, opacity=shade)
    if count.suspected:
        inner = (x + 1.6, y + 1.6, HEAT_CELL - 3.2, HEAT_ROW - 3.2)
        yield Box(*inner, "", tone.color, 1.2, 3)
    ink = tone.letter if count.known and dark > INVERTED else theme.text
    at = x + HEAT_CELL / 2
    strong = bool(count.known)
    yield Label(at, y + HEAT_BASE, _counted(count), BODY, ink, bold=strong, anchor="middle")


def _counted(count: Tally) -> str:
    if not count.whole:
        return "·"
    if not count.suspected:
        return str(count.known)
    doubtful = text("diagram.city.suspected", count=count.suspected)
    return f"{count.known} · {doubtful}" if count.known else doubtful


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
    spots: list[Spot] = []
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
        if chains:
            spots.append(_county_spot(county, words, names, chains.most_common(1)[0][0], y))
    width = COUNTY_NAME + COUNTY_BAR + 140
    title = text("diagram.city.counties", region=reading.atlas.library.region.name)
    height = max(len(rows) * COUNTY_ROW, 1.0)
    note = text("diagram.city.counties.note")
    return Plate(title, note, width, height, tuple(shapes), tuple(spots))


def _county_spot(county: str, words: str, names: str, chain: str, y: float) -> Spot:
    """A bar leads to the enterprises of its county, in the chain that most of them belong to."""
    return Spot(
        x=0,
        y=y,
        width=COUNTY_NAME + COUNTY_BAR + 140,
        height=COUNTY_ROW,
        tip=text("diagram.city.county.tip", county=county, counts=words, names=names),
        chain=chain,
        list="enterprises",
        county=county,
    )


PICTURES: dict[str, Maker] = {
    "tiles": tiles,
    "heat": heat,
    "network": network,
    "counties": counties,
}
"""Every picture of the city by its name on the command line."""
