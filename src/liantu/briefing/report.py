"""The briefing: cover, summary, overview, a part for each chain, method, data, sources."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.briefing import beside, boards, charts, findings, heads, tables
from liantu.briefing.blocks import Block, Break, Heading, Items, Paragraph, Report
from liantu.briefing.case import Case, chain_map, earlier, paper
from liantu.briefing.office import Part
from liantu.briefing.order import Order
from liantu.briefing.overview import overview
from liantu.briefing.prose import tight
from liantu.jobs import Progress
from liantu.model import Chain, Cluster, Project
from liantu.model.boards import CRITERIA, Board
from liantu.telling import figures
from liantu.telling.charts.catalogue import ChartName
from liantu.telling.reasons import reasons
from liantu.telling.standing import coverage_sentence
from liantu.telling.trust import trust_lines
from liantu.wording import text

METHOD = range(1, 9)


def briefing(reading: Reading, order: Order, progress: Progress | None = None) -> Report:
    """The whole briefing of the ordered chains; raises ``Cancelled`` between two of them."""
    progress = progress or Progress()
    case = Case(reading, order)
    chosen = case.chains
    blocks = list(_front(case))
    for at, chain in enumerate(chosen):
        progress.step(at, len(chosen) + 3, text("brief.step.map"))
        blocks += _chain(case, chain)
    blocks += _back(case)
    progress.step(len(chosen), len(chosen) + 3, text("brief.step.set"))
    title = text("brief.title", region=reading.atlas.library.region.name)
    return paper(case, title, blocks)


def _front(case: Case) -> Iterator[Block]:
    reading = case.reading
    yield Heading(1, text("brief.words.summary"))
    if reading.atlas.lacking:
        yield Paragraph(reading.atlas.lacking)
    for line in heads.summary_lines(reading, case.chains):
        yield Paragraph(tight(line))
    before = earlier(case)
    if before is not None:
        yield Heading(2, text("brief.words.changes"))
        for line in findings.changes(before, reading, case.chains):
            yield Paragraph(tight(line))
    yield Heading(2, text("brief.words.overview"))
    yield case.table(overview(reading, case.chains))
    if len(case.chains) == len(reading.atlas.chains) > 1:
        yield from boards.boards(case, None)
        yield from beside.shortlist(case, case.chains)
        yield from beside.survey(case, None)
        yield from beside.supplies(case, case.chains)
    if Part.CITY in case.office.parts and len(case.chains) == len(reading.atlas.chains) > 1:
        for name in (ChartName.HEAT, ChartName.NETWORK, ChartName.MATRIX, ChartName.COUNTIES):
            yield from charts.figure(case, name)


def _chain(case: Case, chain: Chain) -> Iterator[Block]:
    summary = case.reading.summary(chain.id)
    yield Break()
    yield Heading(1, chain.name)
    yield heads.numbers(summary)
    for line in heads.head_lines(case.reading, summary):
        yield Paragraph(tight(line))
    yield Heading(2, text("brief.words.findings"))
    yield Items(findings.findings(case.reading, chain.id), ordered=True)
    for part in (_gaps, _balance, _projects, _enterprises, _clusters, _plan, _map):
        yield from part(case, chain)


def _gaps(case: Case, chain: Chain) -> Iterator[Block]:
    if Part.GAPS not in case.office.parts:
        return
    yield from boards.boards(case, chain)
    yield from beside.shortlist(case, [chain])
    yield from beside.survey(case, chain)
    yield from beside.supplies(case, [chain])
    yield from beside.blanks(case, chain)


def _balance(case: Case, chain: Chain) -> Iterator[Block]:
    if Part.BALANCE in case.office.parts:
        yield Heading(2, text("ui.list.balance"))
        yield from charts.figure(case, ChartName.BALANCE, chain.id)


def _projects(case: Case, chain: Chain) -> Iterator[Block]:
    if Part.PROJECTS in case.office.parts:
        yield Heading(2, text("ui.list.projects"))
        yield case.table(tables.projects(case.reading, chain))


def _enterprises(case: Case, chain: Chain) -> Iterator[Block]:
    if Part.ENTERPRISES in case.office.parts:
        yield Heading(2, text("ui.list.enterprises"))
        yield case.table(tables.enterprises(case.reading, chain))


def _clusters(case: Case, chain: Chain) -> Iterator[Block]:
    found = tables.clusters(case.reading, chain)
    if Part.ENTERPRISES in case.office.parts and found.rows:
        yield Heading(2, text("ui.part.clusters"))
        yield case.table(found)


def _plan(case: Case, chain: Chain) -> Iterator[Block]:
    if Part.PLAN in case.office.parts:
        yield Heading(2, text("brief.words.plan"))
        yield from findings.plan(case.reading, chain)


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
    for line in (case.reading.atlas.statement, *trust_lines(case.reading.atlas)):
        yield Paragraph(tight(line))
    if Part.SOURCES in case.office.parts:
        yield Heading(1, text("brief.words.sources"))
        yield Items(sources(case), ordered=True)


def weights_line(case: Case, board: Board) -> str:
    """The weights of a board that are in use."""
    weights = case.reading.switches.weights[board]
    pairs = (
        f"{text(f'standing.criterion.{board}.{name}')} {weights.get(name, 0.0):g}"
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


def sources(case: Case) -> list[str]:
    """Every source that the chosen chains rest on, once."""
    reading = case.reading
    cited: dict[str, None] = {}
    for chain in case.chains:
        cited.update(dict.fromkeys(chain.sources))
    for product in case.ids:
        if product in reading.verdicts:
            for reason in reasons(reading, product):
                cited.update(dict.fromkeys(reason.sources))
            for gate in reading.verdicts[product].gates:
                cited.update(dict.fromkeys(gate.sources))
    wanted = {c.id for c in case.chains}
    records: list[Project | Cluster] = [
        *reading.atlas.projects.values(),
        *reading.atlas.clusters.values(),
    ]
    for record in records:
        if record.chain in wanted:
            cited.update(dict.fromkeys(record.sources))
    found = [reading.atlas.sources[key] for key in cited if key in reading.atlas.sources]
    return ["，".join(filter(None, (s.title, s.publisher, s.date))) for s in found]
