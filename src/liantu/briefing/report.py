"""The briefing: cover, summary, overview, a part for each chain, method, data, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from liantu.analysis.reading import Reading
from liantu.briefing import findings, tables
from liantu.briefing.blocks import (
    Block,
    Break,
    Figure,
    Heading,
    Items,
    Numbers,
    Paragraph,
    Report,
    Table,
)
from liantu.briefing.office import Office, Part
from liantu.briefing.order import Order
from liantu.briefing.prose import tight
from liantu.diagram.charts import balance_chart
from liantu.diagram.city import PICTURES
from liantu.diagram.drawing import Drawing
from liantu.diagram.lenses import DIAGNOSIS
from liantu.diagram.page import SheetOptions
from liantu.diagram.plate import bare
from liantu.diagram.sheet import draw_sheet
from liantu.diagram.theme import PRINT
from liantu.diagram.views.detail import build_view
from liantu.diagram.views.map_view import arrange
from liantu.jobs import Progress
from liantu.model import Chain, Cluster, Project
from liantu.model.classes import SINGLY
from liantu.model.scenario import year_before
from liantu.telling.assumed import assumed
from liantu.telling.dates import spoken
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.places import ratio
from liantu.telling.reasons import reasons
from liantu.telling.trust import trust_lines
from liantu.wording import text

TOP = 10
METHOD = range(1, 6)


@dataclass
class Case:
    """What all parts of a paper need; ``pictures`` fills while parts are written."""

    reading: Reading
    order: Order
    pictures: dict[str, Drawing] = field(default_factory=dict)
    figures: int = 0
    counted: int = 0

    @property
    def office(self) -> Office:
        """The habits of the office."""
        return self.order.office

    @property
    def chains(self) -> list[Chain]:
        """The chosen chains."""
        return [self.reading.atlas.chains[chain] for chain in self.order.chains]

    @property
    def ids(self) -> list[str]:
        """Products of the chosen chains."""
        return list(
            dict.fromkeys(p for c in self.chains for p in tables.known(self.reading.atlas, c))
        )

    def table(self, found: Table) -> Block:
        """The table with its number; an empty one is a sentence."""
        if not found.rows:
            return Paragraph(text("brief.empty", caption=found.caption), quiet=True)
        self.counted += 1
        return replace(found, caption=self.caption("brief.caption.table", self.counted, found))

    def figure(
        self, name: str, caption: str, drawing: Drawing, *, page: bool = False, note: str = ""
    ) -> Figure:
        """A figure with its number; the drawing is kept under ``name``."""
        self.figures += 1
        self.pictures[name] = drawing
        words = self.caption("brief.caption.figure", self.figures, Table(caption, (), (), ()))
        return Figure(name, words, page, note=note)

    def caption(self, code: str, number: int, found: Table) -> str:
        """``表1 …（数据截止…，资料来源…）``, or the bare words where captions are off."""
        if not self.office.captions:
            return found.caption
        date = spoken(self.reading.date)
        return text(code, number=number, caption=found.caption, date=date)


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


def paper(case: Case, title: str, blocks: Sequence[Block], *, contents: bool = True) -> Report:
    """The report of a case with what every cover says."""
    library, diagnosis = case.reading.atlas.library, case.reading.diagnosis
    told = assumed(case.reading)
    lines = [
        text("brief.line.date", date=spoken(diagnosis.situation.date)),
        text("brief.line.edition", date=spoken(library.edition)),
        text("brief.line.assumed", words=tight(told) or text("brief.line.plain")),
    ]
    return Report(
        title,
        library.region.name,
        spoken(diagnosis.situation.date),
        library.edition,
        lines,
        tight(text("diagram.sheet.statement", statement=case.reading.atlas.statement)),
        blocks,
        case.pictures,
        contents,
    )


def earlier(case: Case) -> Reading | None:
    """The reading to compare with; ``None`` where no date is known."""
    since = case.office.since or year_before(case.reading.date)
    return case.reading.at(since) if since else None


def chain_map(case: Case, chain: Chain, paper_: str) -> Drawing:
    """The map of a chain under the lens of the diagnosis."""
    reading = case.reading
    view = build_view(reading, chain.id)
    options = SheetOptions(paper_, lens=DIAGNOSIS)
    return draw_sheet(case.reading, view, arrange(view), options)


def _front(case: Case) -> Iterator[Block]:
    reading = case.reading
    scores = reading.ranking(case.ids)
    yield Heading(1, text("brief.words.summary"))
    if reading.atlas.lacking:
        yield Paragraph(reading.atlas.lacking)
    for line in findings.summary_lines(reading, case.chains, scores):
        yield Paragraph(line)
    before = earlier(case)
    if before is not None:
        yield Heading(2, text("brief.words.changes"))
        for line in findings.changes(before, reading, case.chains):
            yield Paragraph(line)
    yield Heading(2, text("brief.words.actions"))
    yield case.table(tables.actions(reading, [c.id for c in case.chains], TOP))
    yield Heading(2, text("brief.words.overview"))
    yield case.table(tables.overview(reading, case.chains))
    if Part.CITY in case.office.parts and len(case.chains) == len(reading.atlas.chains) > 1:
        for name in ("heat", "network", "counties"):
            plate = PICTURES[name](reading, PRINT)
            drawing = bare(reading, plate)
            yield case.figure(f"city-{name}", plate.title, drawing, note=plate.note)


def _chain(case: Case, chain: Chain) -> Iterator[Block]:
    reading = case.reading
    ids = tables.known(reading.atlas, chain)
    summary = reading.summary(chain.id)
    scores = reading.ranking(ids)
    yield Break()
    yield Heading(1, chain.name)
    yield Numbers(
        (
            (text("ui.coverage"), ratio(summary.coverage)),
            (text("ui.closure"), ratio(summary.closure)),
            (text("ui.column.local"), f"{summary.local}/{summary.products}"),
            (text("ui.column.enterprise"), str(len(summary.enterprises))),
        )
    )
    yield Heading(2, text("brief.words.findings"))
    yield Items(findings.findings(reading, scores), ordered=True)
    for part in (_gaps, _balance, _projects, _enterprises, _clusters, _plan, _map):
        yield from part(case, chain)


def _gaps(case: Case, chain: Chain) -> Iterator[Block]:
    if Part.GAPS not in case.office.parts:
        return
    reading = case.reading
    for key in SINGLY:
        yield Heading(2, find(key).title)
        yield case.table(tables.gaps(reading, chain, key))
    yield Heading(2, find("blank").title)
    yield case.table(tables.blanks(reading, chain))


def _balance(case: Case, chain: Chain) -> Iterator[Block]:
    plate = balance_chart(case.reading, chain, PRINT)
    if plate is not None and Part.BALANCE in case.office.parts:
        yield Heading(2, text("ui.list.balance"))
        drawing = bare(case.reading, plate)
        yield case.figure(f"balance-{chain.id}", plate.title, drawing, note=plate.note)


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
        summary = case.reading.summary(chain.id)
        scores = case.reading.ranking(tables.known(case.reading.atlas, chain))
        yield Heading(2, text("brief.words.plan"))
        yield from findings.plan(case.reading, chain, summary, scores)


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
    yield Paragraph(weights_line(case))
    yield Heading(1, text("brief.words.trust"))
    for line in (case.reading.atlas.statement, *trust_lines(case.reading.atlas)):
        yield Paragraph(tight(line))
    if Part.SOURCES in case.office.parts:
        yield Heading(1, text("brief.words.sources"))
        yield Items(sources(case), ordered=True)


def weights_line(case: Case) -> str:
    """The weights in use."""
    weights = case.reading.switches.weights
    pairs = (f"{text(f'ui.score.{name}')} {value:g}" for name, value in weights.items())
    return text("brief.weights", pairs="，".join(pairs))


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
