"""The drawn pages and charts of a briefing: 看板 before the words, charts and the map by lines
behind them.
"""

from __future__ import annotations

from collections.abc import Iterator

from liantu.briefing import charts
from liantu.briefing.blocks import Block
from liantu.briefing.case import Case
from liantu.briefing.office import Part
from liantu.diagram.poster.city_page import city_pages
from liantu.diagram.poster.pages import chain_pages
from liantu.model import Chain
from liantu.telling.charts.catalogue import ChartName, chart
from liantu.telling.charts.model import Grid
from liantu.wording import text

ROWS = 3
"""Of fewer products the matrix of sole suppliers is told by the tables alone."""


def city_views(case: Case) -> Iterator[Block]:
    """看板 of the city on one sheet to be folded, or on several pages."""
    if Part.CITY not in case.office.parts or not case.whole:
        return
    caption = text("brief.view.city", region=case.reading.atlas.library.region.name)
    for at, page in enumerate(city_pages(case.reading, case.sheet, bound=True), 1):
        yield case.page(f"city-{at}", caption, page.drawing)


def chain_views(case: Case, chain: Chain) -> Iterator[Block]:
    """看板 of a chain, the page that tells the whole."""
    yield from _board(case, chain)[:1]


def chain_plates(case: Case, chain: Chain) -> list[Block]:
    """What a small paper splits off 看板 of a chain: the map, line by line."""
    return _board(case, chain)[1:] if case.full else []


def _board(case: Case, chain: Chain) -> list[Block]:
    if Part.MAPS not in case.office.parts:
        return []
    caption = text("brief.view.chain", chain=chain.label)
    pages = chain_pages(case.reading, chain.id, case.sheet, first=not case.full, bound=True)
    return [
        case.page(f"board-{chain.id}-{at}", caption, page.drawing)
        for at, page in enumerate(pages, 1)
    ]


def chain_charts(case: Case, chain: Chain) -> Iterator[Block]:
    """Who alone makes what others here take, what a chain needs and has, and its projects in time,
    each under its finding.
    """
    if Part.GAPS in case.office.parts and _has_matrix(case, chain):
        yield from charts.figure(case, ChartName.SOLE, chain.id)
    if Part.BALANCE in case.office.parts:
        yield from charts.figure(case, ChartName.BALANCE, chain.id)
    if Part.PROJECTS in case.office.parts:
        yield from charts.figure(case, ChartName.GANTT, chain.id)


def _has_matrix(case: Case, chain: Chain) -> bool:
    found = chart(case.reading, ChartName.SOLE, chain.id)
    return isinstance(found, Grid) and len(found.rows) >= ROWS
