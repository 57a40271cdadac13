"""The briefing: cover, summary, overview, a part for each chain, method, data, sources."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Block, Break, Heading, Items, Paragraph, Report
from liantu.briefing.case import Case, paper
from liantu.briefing.front import summary
from liantu.briefing.office import Part
from liantu.briefing.order import Order
from liantu.briefing.prose import tight
from liantu.briefing.sections import sections
from liantu.briefing.told import of_chain
from liantu.briefing.views import chain_views, city_views
from liantu.jobs import Progress
from liantu.model import Atlas, Chain
from liantu.model.boards import CRITERIA, Board
from liantu.numerals import plain
from liantu.telling import figures
from liantu.telling.trust import percent, whole_trust
from liantu.wording import text

METHOD = range(1, 9)


def briefing(reading: Reading, order: Order, progress: Progress | None = None) -> Report:
    """The whole briefing of the ordered chains; raises ``Cancelled`` between two of them."""
    progress = progress or Progress()
    case = Case(reading, order)
    chosen = case.chains
    blocks = [*_first(case), *summary(case)]
    for at, chain in enumerate(chosen):
        progress.step(at, len(chosen) + 3, text("brief.step.map"))
        blocks += _chain(case, chain)
    blocks += _back(case)
    progress.step(len(chosen), len(chosen) + 3, text("brief.step.set"))
    return paper(case, _title(case), blocks)


def _title(case: Case) -> str:
    """Of the chain alone where it is the only one."""
    region = case.reading.atlas.library.region.name
    if len(case.chains) == 1:
        return text("brief.title.chain", region=region, chain=case.chains[0].label)
    return text("brief.title", region=region)


def _first(case: Case) -> Iterator[Block]:
    """The drawn pages that stand before the summary."""
    if len(case.chains) == 1:
        yield from chain_views(case, case.chains[0])
    else:
        yield from city_views(case)


def _chain(case: Case, chain: Chain) -> Iterator[Block]:
    several = len(case.chains) > 1
    if several:
        yield Break()
        yield from chain_views(case, chain)
        yield Heading(1, chain.name)
    told = of_chain(case.reading, chain)
    yield from sections(case, chain, told, 2 if several else 1)


def _back(case: Case) -> Iterator[Block]:
    yield Heading(1, text("brief.words.method"))
    for number in METHOD:
        yield Paragraph(text(f"brief.method.{number}"), quiet=True)
    yield Paragraph(closure_line(case), quiet=True)
    yield Items([weights_line(case, board) for board in Board], quiet=True)
    yield Heading(1, text("brief.words.trust"))
    for line in (case.reading.atlas.statement, *_trust(case.reading.atlas)):
        yield Paragraph(line)
    if Part.SOURCES in case.office.parts:
        yield Heading(1, text("brief.words.sources"))
        yield Items(case.cited.lines(), ordered=True, quiet=True)


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
