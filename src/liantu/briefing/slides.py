"""Boards, jobs, lists and charts as PPTX: native shapes, tables and text."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from liantu.analysis.reading import Reading
from liantu.briefing import beside, boards, heads, tables
from liantu.briefing.archive import describe, repacked
from liantu.briefing.blocks import Table
from liantu.briefing.case import Case
from liantu.briefing.jobs import MARKS, jobs_table
from liantu.briefing.order import Order
from liantu.briefing.overview import overview
from liantu.briefing.pptx.deck import Deck
from liantu.briefing.prose import tight
from liantu.briefing.worth import coverage, statement
from liantu.diagram.poster.city_page import city_pages
from liantu.diagram.poster.pages import chain_pages
from liantu.jobs import Progress
from liantu.model import Chain
from liantu.model.boards import Board
from liantu.render.charts.plot import embedded
from liantu.render.errors import ExportError
from liantu.telling.assumed import assumed
from liantu.telling.charts.catalogue import ChartName, chart
from liantu.telling.dates import spoken
from liantu.telling.overall import overall
from liantu.telling.poster.chain import chain_poster
from liantu.telling.poster.city import city_poster
from liantu.telling.poster.model import Job
from liantu.telling.standing import coverage_sentence
from liantu.wording import text

WIDE = "16:9"
MOST = 8
"""Rows of a board in a deck; the spreadsheet has all."""
CHART = 260.0
"""Width for which a chart is laid out, mm: its type is then as large as that of the body."""
OF_CHAIN = (ChartName.BALANCE, ChartName.SANKEY, ChartName.GANTT)


def to_pptx(reading: Reading, order: Order, progress: Progress | None = None) -> bytes:
    """The presentation in memory, the same bytes for the same data.

    Raises ``ExportError`` where PowerPoint's or Qt's libraries are missing, or ``Cancelled``.
    """
    try:
        from liantu.render.headless import prepare  # noqa: PLC0415  pictures need Qt

        prepare()
        plain = replace(order, office=replace(order.office, captions=False))
        return _shown(Case(reading, plain), progress or Progress())
    except ImportError as error:
        raise ExportError("render.slides", reason=error) from error


def _shown(case: Case, progress: Progress) -> bytes:
    from pptx import Presentation  # noqa: PLC0415  only exports need it

    show: Any = Presentation()
    reading = case.reading
    foot = " ".join(filter(None, (reading.atlas.lacking, coverage_sentence(reading))))
    mark = f"（{text('brief.mark')}）" if case.office.mark else ""
    deck = Deck(show, tight(foot), mark)
    if len(case.chains) > 1:
        _front(deck, case)
    for at, chain in enumerate(case.chains):
        progress.step(at, len(case.chains), text("brief.step.map"))
        _chain(deck, case, chain)
    deck.points(text("brief.words.trust"), _grounds(reading))
    _properties(show, case)
    target = io.BytesIO()
    show.save(target)
    return repacked(target.getvalue())


def _properties(show: Any, case: Case) -> None:
    library = case.reading.atlas.library
    author = case.office.issuer or library.region.name
    describe(show.core_properties, _title(case), author, library.edition)


def _title(case: Case) -> str:
    region = case.reading.atlas.library.region.name
    if len(case.chains) == 1:
        return region + chain_poster(case.reading, case.chains[0].id).head.title
    return text("brief.title", region=region)


def _front(deck: Deck, case: Case) -> None:
    """What several chains have together; boards of the city only where all of it is asked for."""
    reading = case.reading
    every = len(case.chains) == len(reading.atlas.chains)
    if every:
        _city(deck, case)
    lines = [tight(line) for line in heads.summary_lines(reading, case.chains)]
    deck.points(_title(case), [text("brief.line.date", date=spoken(reading.date)), *lines], lines)
    deck.table(text("brief.table.overview"), overview(reading, case.chains))
    if every:
        _chart(deck, case, ChartName.HEAT)
        for board in Board:
            _board(deck, case, _board_name(board), board, None)


def _city(deck: Deck, case: Case) -> None:
    """The page of the city, and its three jobs."""
    reading = case.reading
    poster, region = city_poster(reading), reading.atlas.library.region.name
    told = tight(poster.overall)
    (page,) = city_pages(reading, WIDE)
    deck.board(poster.head.title, page.drawing, told, [told, *map(_spoken, poster.jobs)])
    _jobs(deck, case, region, poster.jobs, chains=True)


def _chain(deck: Deck, case: Case, chain: Chain) -> None:
    """The board, three jobs, how the chain stands, its three lists, charts, whom to ask."""
    reading = case.reading
    told = tight(overall(reading, chain.id))
    jobs = chain_poster(reading, chain.id).jobs
    (page,) = chain_pages(reading, chain.id, WIDE)
    deck.board(chain.name, page.drawing, told, [told, *map(_spoken, jobs)])
    _jobs(deck, case, chain.label, jobs, chains=False)
    if case.full:
        _details(deck, case, chain, told)
    else:
        _chart(deck, case, ChartName.BALANCE, chain)


def _details(deck: Deck, case: Case, chain: Chain, told: str) -> None:
    """How the chain stands, its lists and charts; many chains together have their boards only."""
    reading = case.reading
    lines = [told, *(tight(line) for line in heads.head_lines(reading, reading.summary(chain.id)))]
    deck.points(text("brief.slide.state", chain=chain.label), lines, lines)
    for board in Board:
        title = text("brief.slide.board", chain=chain.label, board=_board_name(board))
        _board(deck, case, title, board, chain)
    for name in OF_CHAIN:
        _chart(deck, case, name, chain)
    survey = text("brief.slide.survey", chain=chain.label)
    deck.blocks(survey, beside.survey(case, chain, headed=False))


def _board(deck: Deck, case: Case, title: str, board: Board, chain: Chain | None) -> None:
    """The rows of a board that no slide has told; without any it has no slide."""
    found = list(boards.board(case, board, chain, MOST))
    if any(isinstance(block, Table) for block in found):
        deck.blocks(title, found)


def _jobs(deck: Deck, case: Case, whose: str, jobs: Sequence[Job], *, chains: bool) -> None:
    """One row a job; who answers for it is written by the office."""
    if jobs:
        title = text("brief.slide.jobs", chain=whose)
        table = jobs_table(case, title, jobs, chains=chains)
        deck.table(title, table, notes=[tight(_spoken(job)) for job in jobs])
        fresh = ((at, job) for at, job in enumerate(jobs) if job.product in table.about)
        for at, job in fresh:
            case.told[job.product] = text("brief.slide.place", title=title, at=MARKS[at])


def _spoken(job: Job) -> str:
    return " ".join(filter(None, (job.title, job.why, job.action, job.verify)))


def _chart(deck: Deck, case: Case, name: ChartName, chain: Chain | None = None) -> None:
    """A chart with its finding; one with nothing to draw makes no slide."""
    reading, key = case.reading, chain.id if chain else ""
    found, drawn = chart(reading, name, key), embedded(reading, name, key, CHART)
    if drawn is None:
        return
    finding, notes = tight(found.finding), [tight(found.note)]
    if deck.fits(drawn, finding):
        deck.picture(found.title, drawn, finding, notes)
    elif name is ChartName.GANTT and chain:
        deck.table(
            found.title, _uncited(tables.projects(reading, chain, case.cited)), [finding], notes
        )


def _grounds(reading: Reading) -> list[str]:
    """What the deck rests on."""
    return list(filter(None, _said(reading)))


def _uncited(found: Table) -> Table:
    """A table without its last column, the numbers of sources: a deck does not list them."""
    return replace(
        found,
        head=found.head[:-1],
        rows=[row[:-1] for row in found.rows],
        widths=found.widths[:-1],
    )


def _said(reading: Reading) -> Iterator[str]:
    library = reading.atlas.library
    yield text("brief.line.date", date=spoken(reading.date))
    yield text("brief.line.edition", date=spoken(library.edition))
    words = tight(assumed(reading)) or text("brief.line.plain")
    yield text("brief.line.assumed", words=words)
    yield coverage(reading)
    if reading.atlas.statement:
        yield statement(reading)


def _board_name(board: Board) -> str:
    return text(f"standing.board.{board}")
