"""Charts beside the map, from the same shapes, so that paper, screen and clipboard agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.analysis.balance import Balance
from liantu.analysis.diagnosis import Diagnosis
from liantu.analysis.reading import Reading
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Label, Shape
from liantu.diagram.plate import Plate
from liantu.diagram.theme import Theme
from liantu.model import Atlas, Chain
from liantu.model.classes import Word
from liantu.telling import figures
from liantu.wording import text

MOST_BARS = 16
DIGITS = 4
"""Significant digits of a sum: a chart shows proportions."""
NAME, BAR, FIGURES, ROW = 190.0, 300.0, 250.0, 22.0
FULL = 1.5
"""Cover ratio at the end of a bar; more is cut and marked."""


def balance_chart(reading: Reading, chain: Chain, theme: Theme) -> Plate | None:
    """Cover ratio of what local units need, worst first, unknown ones hatched at the end;
    ``None`` if nothing in the chain is needed.
    """
    found = _needed(reading.diagnosis, chain)
    shapes = list(_axis(len(found), theme))
    for row, balance in enumerate(found):
        shapes += _bar(reading.atlas, balance, reading.switches.thin, theme, 24 + row * ROW)
    if not found:
        return None
    title = text("diagram.chart.balance", chain=chain.label)
    note = text("diagram.chart.balance.note")
    height = 24 + len(found) * ROW + 6
    return Plate(title, note, NAME + BAR + FIGURES, height, tuple(shapes))


def _needed(diagnosis: Diagnosis, chain: Chain) -> Sequence[Balance]:
    members = dict.fromkeys(m.product for m in chain.members() if m.product in diagnosis.verdicts)
    balances = [diagnosis.balances[p] for p in members if p in diagnosis.balances]
    needed = [b for b in balances if b.need > 0 or b.need_unknown]
    known = sorted((b for b in needed if b.cover is not None), key=lambda b: b.cover or 0.0)
    unknown = [b for b in needed if b.cover is None and b.supply]
    return [*known, *unknown][:MOST_BARS]


def _axis(rows: int, theme: Theme) -> Iterator[Shape]:
    for share in (0.0, 0.5, 1.0, 1.5):
        x = NAME + BAR * share / FULL
        strong = share == 1.0
        color = theme.text if strong else theme.line
        yield Box(x, 18, 1.2 if strong else 0.8, rows * ROW + 6, color, "")
        yield Label(x, 12, f"{share * 100:.0f}%", 10, theme.secondary, anchor="middle")
    end = NAME + BAR + FIGURES
    yield Label(end, 12, text("diagram.chart.columns"), 10, theme.secondary, anchor="end")


def _bar(atlas: Atlas, balance: Balance, thin: float, theme: Theme, y: float) -> Iterator[Shape]:
    name = measure.cut(atlas.products[balance.product].name, 11.5, NAME - 12)
    yield Label(NAME - 8, y + 14, name, 11.5, theme.text, anchor="end")
    cover = balance.cover
    if cover is None:
        for step in range(int(BAR / 12)):
            yield Box(NAME + step * 12, y + 6, 6, 9, theme.edge, "", opacity=0.6)
    else:
        tone = theme.tones[Word.THIN].color if cover < thin else theme.local
        yield Box(NAME, y + 5, BAR * min(cover / FULL, 1.0), 11, tone, "", radius=2)
        if cover > FULL:
            mark = f"{cover * 100:.0f}% →"
            yield Label(NAME + BAR - 6, y + 14, mark, 9.5, theme.paper, True, "end")
    yield Label(NAME + BAR + FIGURES, y + 14, _sums(balance), 10.5, theme.text, anchor="end")


def _sums(balance: Balance) -> str:
    return text("diagram.chart.sums", **figures.sums(balance, DIGITS))
