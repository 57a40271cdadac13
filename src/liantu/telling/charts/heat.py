"""热力图: chains × classes, what is sure apart from what nobody has looked into."""

from __future__ import annotations

from collections.abc import Mapping

from liantu.analysis.certain import Tally, chain_tallies, tallies
from liantu.analysis.reading import Reading
from liantu.model import Chain
from liantu.model.classes import ACTED_ON, Word
from liantu.telling import classes
from liantu.telling.charts.first import first, told
from liantu.telling.charts.model import Aim, Cell, Grid, Head
from liantu.wording import text

DARKEST = 0.5
"""Share of a chain's products from which a cell is darkest, as the note says."""
PALEST = 0.15
"""Shade of a cell that counts anything at all."""
DOUBTFUL = 0.5
"""What is only suspected is half as dark."""
NAMED = 2


def heat(reading: Reading, _chain: str = "") -> Grid:
    """A row a chain, a column a class that asks for action."""
    atlas = reading.atlas
    counts = {key: chain_tallies(reading, key) for key in atlas.chains}
    shown = first(counts, lambda key: counts[key][Word.BROKEN].whole)
    chains = [atlas.chains[key] for key in shown]
    cells = [
        _cell(chain, word, counts[chain.id][word], row, column)
        for row, chain in enumerate(chains)
        for column, word in enumerate(ACTED_ON)
        if counts[chain.id][word].whole
    ]
    return Grid(
        title=text("chart.heat.title", region=atlas.library.region.name),
        finding=_finding(reading, {atlas.chains[key].label: counts[key] for key in counts}),
        note=text("chart.heat.note") + told(len(shown), len(counts)),
        rows=tuple(Head(words=c.label, tip=c.name, aim=Aim(chain=c.id)) for c in chains),
        columns=tuple(
            Head(words=classes.word(w), tip=text(f"class.meaning.{w}")) for w in ACTED_ON
        ),
        cells=tuple(cells),
        corner=text("chart.heat.corner"),
    )


def _cell(chain: Chain, word: Word, count: Tally, row: int, column: int) -> Cell:
    counted = count.known or count.suspected * DOUBTFUL
    share = min(counted / max(len(chain.members()), 1) / DARKEST, 1.0)
    tip = text(
        "chart.heat.tip",
        chain=chain.label,
        word=classes.word(word),
        known=count.known,
        suspected=count.suspected,
    )
    return Cell(
        row=row,
        column=column,
        words=_counted(count),
        tip=tip,
        aim=Aim(chain=chain.id, list="products", word=word),
        shade=PALEST + (1 - PALEST) * share,
        word=word,
        hollow=bool(count.suspected),
    )


def _counted(count: Tally) -> str:
    if not count.suspected:
        return str(count.known)
    doubtful = text("chart.suspected", count=count.suspected)
    return f"{count.known} · {doubtful}" if count.known else doubtful


def _finding(reading: Reading, counts: Mapping[str, Mapping[Word, Tally]]) -> str:
    if not counts:
        return text("chart.nothing")
    found = tallies(reading, reading.verdicts)[Word.BROKEN]
    order = sorted(counts, key=lambda name: -counts[name][Word.BROKEN].whole)
    first = "、".join(
        text("chart.counted", name=n, count=counts[n][Word.BROKEN].whole)
        for n in order[:NAMED]
        if counts[n][Word.BROKEN].whole
    )
    if not first:
        return text("chart.heat.none")
    return text(
        "chart.heat.finding" if found.known else "chart.heat.suspected",
        count=found.whole,
        sure=found.known,
        rest=found.suspected,
        names=first,
    )
