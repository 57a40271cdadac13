"""The picture of the whole city: a tile a chain."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from liantu.analysis.boards import confirmed
from liantu.analysis.certain import gaps
from liantu.analysis.reading import Reading
from liantu.analysis.summary import ChainSummary
from liantu.diagram import measure
from liantu.diagram.cards import plain
from liantu.diagram.drawing import Box, Label, Shape
from liantu.diagram.plate import Plate
from liantu.diagram.theme import Theme
from liantu.model import Chain
from liantu.model.boards import Board
from liantu.telling import completeness
from liantu.wording import text

Maker = Callable[[Reading, Theme], Plate]

SMALL = 11.5
"""Type of what stands in a tile."""

TILE = (252.0, 164.0)
TILE_COLUMNS = 5
GAP = 12.0
TILE_PAD = 12.0
ROOM = TILE[0] - 2 * TILE_PAD
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
        shown = measure.cut(_narrow(words), SMALL, ROOM)
        yield Label(x, y + row * PITCH, shown, SMALL, ink, bold=row == 2 and found.known > 0)


def _first(reading: Reading, chain: str) -> str:
    """What to do first where a gap is confirmed, else what to ask about first."""
    rows = reading.rows(Board.FILL, chain)
    sure = confirmed(rows, reading.verdicts)
    names = [reading.atlas.products[s.product].name for s in (sure or rows)[:FIRST]]
    code = "first" if sure else "ask"
    tries = (names, [plain(name) for name in names], names[:1])
    told = [
        text(f"diagram.city.{code}", names="、".join(some) or text("diagram.sheet.none"))
        for some in tries
    ]
    return next((words for words in told if measure.width(words, SMALL) <= ROOM), told[-1])


def _narrow(words: str) -> str:
    """Without blanks where they would leave no room for all of it."""
    return words if measure.width(words, SMALL) <= ROOM else words.replace(" ", "")


PICTURES: dict[str, Maker] = {"tiles": tiles}
"""Every picture of the city that is no chart, by its name on the command line."""
