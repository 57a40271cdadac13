"""Charts in papers: the sentence with the finding, then the figure with its note."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.briefing.blocks import Block, Paragraph
from liantu.briefing.case import Case
from liantu.briefing.prose import tight
from liantu.render.charts.plot import embedded
from liantu.telling.charts.catalogue import ChartName, chart


def figure(case: Case, name: ChartName, chain: str = "") -> Iterator[Block]:
    """The finding of a chart and its figure as wide as the text; where there is nothing to draw,
    only the sentence that says so.
    """
    found = chart(case.reading, name, chain)
    yield Paragraph(tight(found.finding))
    drawn = embedded(case.reading, name, chain)
    if drawn is not None:
        note = tight(found.note)
        yield case.figure(f"{name}-{chain}" if chain else name, found.title, drawn, note=note)
