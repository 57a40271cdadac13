"""The briefing: cover, summary, overview, a part for each chain, method, data, sources."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.briefing import charts
from liantu.briefing.blocks import Block, Break, Heading, Items, Paragraph, Report
from liantu.briefing.case import Case, chain_map, paper
from liantu.briefing.front import summary
from liantu.briefing.office import Part
from liantu.briefing.order import Order
from liantu.briefing.prose import tight
from liantu.briefing.sections import sections
from liantu.briefing.told import of_chain
from liantu.jobs import Progress
from liantu.model import Atlas, Chain
from liantu.model.boards import CRITERIA, Board
from liantu.numerals import plain
from liantu.telling import figures
from liantu.telling.charts.catalogue import ChartName
from liantu.telling.standing import coverage_sentence
from liantu.telling.trust import percent, whole_trust
from liantu.wording import text

METHOD = range(1, 9)


def briefing(reading: Reading, order: Order, progress: Progress | None = None) -> Report:
    """The whole briefing of the ordered chains; raises ``Cancelled`` between two of them."""
    progress = progress or Progress()
    case = Case(reading, order)
    chosen = case.chains
    blocks = list(summary(case))
    for at, chain in enumerate(chosen):
        progress.step(at, len(chosen) + 3, text("brief.step.map"))
        blocks += _chain(case, chain)
    blocks += _back(case)
    progress.step(len(chosen), len(chosen) + 3, text("brief.step.set"))
    title = text("brief.title", region=reading.atlas.library.region.name)
    return paper(case, title, blocks)


def _chain(case: Case, chain: Chain) -> Iterator[Block]:
    one = len(case.chains) == 1
    if not one:
        yield Break()
        yield Heading(1, chain.name)
    yield from sections(case, chain, of_chain(case.reading, chain), 1 if one else 2)
    if case.full:
        yield from _balance(case, chain)
    yield from _map(case, chain)


def _balance(case: Case, chain: Chain) -> Iterator[Block]:
    if Part.BALANCE in case.office.parts:
        yield Heading(2, text("ui.list.balance"))
        yield from charts.figure(case, ChartName.BALANCE, chain.id)


def _map(case: Case, chain: Chain) -> Iterator[Block]:
    if Part.MAPS in case.office.parts:
        drawing = chain_map(case, chain, "A3" if case.office.fold else "A4")
        caption = text(
            "brief.map", region=case.reading.atlas.library.region.name, chain=chain.label
        )
        yield case.figure(f"map-{chain.id}", caption, drawing, page=True)


def _back(case: Case) -> Iterator[Block]:
    yield Break()
    yield Heading(1, text("brief.words.method"))
    for number in METHOD:
        yield Paragraph(text(f"brief.method.{number}"))
    yield Paragraph(closure_line(case))
    yield Items([weights_line(case, board) for board in Board])
    yield Paragraph(tight(coverage_sentence(case.reading)))
    yield Heading(1, text("brief.words.trust"))
    for line in (case.reading.atlas.statement, *_trust(case.reading.atlas)):
        yield Paragraph(line)
    if Part.SOURCES in case.office.parts:
        yield Heading(1, text("brief.words.sources"))
        yield Items(case.cited.lines(), ordered=True)


def _trust(atlas: Atlas) -> Iterator[str]:
    """How far the data can be trusted: what adds up to all, and what overlaps."""
    found = whole_trust(atlas)
    if found.capacities:
        yield text(
            "brief.trust.capacities",
            rows=found.capacities,
            sourced=percent(found.sourced, found.capacities),
            inferred=percent(found.inferred, found.capacities),
            stale=percent(found.stale, found.capacities),
            unknown=percent(found.unknown, found.capacities),
        )
    if found.coefficients:
        yield text(
            "brief.trust.bases",
            rows=found.coefficients,
            source=found.measured,
            theory=found.theory,
            estimate=found.estimates,
        )
    yield text("brief.trust.sources", count=len(atlas.sources))


def weights_line(case: Case, board: Board) -> str:
    """The weights of a board that are in use."""
    weights = case.reading.switches.weights[board]
    pairs = (
        f"{text(f'standing.criterion.{board}.{name}')} {plain(weights.get(name, 0.0))}"
        for name in CRITERIA[board]
    )
    return tight(
        text("brief.weights", board=text(f"standing.board.{board}"), pairs="，".join(pairs))
    )


def closure_line(case: Case) -> str:
    """严格闭合 of each chain: a detail that stands only here."""
    pairs = (
        f"{chain.label}{figures.ratio(case.reading.summary(chain.id).closure)}"
        for chain in case.chains
    )
    return text("brief.closure", pairs="，".join(pairs))
