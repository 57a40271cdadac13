"""The briefing: cover, summary, overview, a part for each chain, method, data, sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from liantu.analysis.diagnosis import Diagnosis, diagnose
from liantu.analysis.ranking import Score, ordered, scores
from liantu.analysis.summary import ChainSummary, census, summarise
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
from liantu.briefing.prose import tight
from liantu.diagram.cards import Lens
from liantu.diagram.charts import balance_chart
from liantu.diagram.city import PICTURES
from liantu.diagram.drawing import Drawing
from liantu.diagram.plate import bare
from liantu.diagram.sheet import SheetOptions, draw_sheet, spoken
from liantu.diagram.theme import PRINT
from liantu.diagram.view import arrange, build_view
from liantu.document.figures import year_before
from liantu.document.reasons import reasons
from liantu.document.trust import trust_lines
from liantu.jobs import Progress
from liantu.model import Atlas, Chain, Cluster, Project
from liantu.wording import text

TOP = 10
METHOD = range(1, 6)


@dataclass
class Case:
    """What all parts of a paper need, counted once for all its chains; ``pictures`` fills while
    parts are written.
    """

    atlas: Atlas
    diagnosis: Diagnosis
    chains: Sequence[Chain]
    office: Office
    pictures: dict[str, Drawing] = field(default_factory=dict)
    figures: int = 0
    counted: int = 0

    @property
    def ids(self) -> list[str]:
        """Products of the chosen chains."""
        return list(dict.fromkeys(p for c in self.chains for p in tables.known(self.atlas, c)))

    @cached_property
    def scores(self) -> Mapping[str, Score]:
        """Scores of the gaps of the chosen chains."""
        return scores(self.atlas, self.diagnosis, self.ids)

    @cached_property
    def summaries(self) -> Mapping[str, ChainSummary]:
        """Summaries of the chosen chains."""
        situation = self.diagnosis.situation
        shared = census(self.atlas, situation)
        return {c.id: summarise(self.atlas, situation, c.id, shared=shared) for c in self.chains}

    def ranked(self, chain: Chain) -> tuple[Score, ...]:
        """Gaps of a chain, the best score first."""
        return ordered(self.scores, tables.known(self.atlas, chain))

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
        date = spoken(self.diagnosis.situation.date)
        return text(code, number=number, caption=found.caption, date=date)


def briefing(
    atlas: Atlas,
    diagnosis: Diagnosis,
    chains: Sequence[str],
    office: Office | None = None,
    progress: Progress | None = None,
) -> Report:
    """The whole briefing of these chains; raises ``Cancelled`` between two of them."""
    progress = progress or Progress()
    chosen = [atlas.chains[c] for c in chains]
    case = Case(atlas, diagnosis, chosen, office or Office())
    blocks = list(_front(case))
    for at, chain in enumerate(chosen):
        progress.step(at, len(chosen) + 3, text("brief.step.map"))
        blocks += _chain(case, chain)
    blocks += _back(case)
    progress.step(len(chosen), len(chosen) + 3, text("brief.step.set"))
    title = text("brief.title", region=atlas.library.region.name)
    return paper(case, title, blocks)


def paper(case: Case, title: str, blocks: Sequence[Block], *, contents: bool = True) -> Report:
    """The report of a case with what every cover says."""
    library, diagnosis = case.atlas.library, case.diagnosis
    told = diagnosis.switches.told(case.atlas)
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
        tight(text("diagram.sheet.statement", statement=library.statement)),
        blocks,
        case.pictures,
        contents,
    )


def earlier(case: Case) -> Diagnosis | None:
    """The diagnosis to compare with; ``None`` where no date is known."""
    since = case.office.since or year_before(case.diagnosis.situation.date)
    return diagnose(case.atlas, since, case.diagnosis.switches) if since else None


def chain_map(case: Case, chain: Chain, paper_: str) -> Drawing:
    """The map of a chain under the lens of the diagnosis."""
    atlas, diagnosis = case.atlas, case.diagnosis
    view = build_view(atlas, diagnosis.situation, chain.id, None, diagnosis)
    assumed = diagnosis.switches.told(atlas)
    options = SheetOptions(paper_, lens=Lens.DIAGNOSIS, assumed=assumed)
    summary = case.summaries[chain.id]
    return draw_sheet(atlas, view, arrange(view), diagnosis.situation, options, summary=summary)


def _front(case: Case) -> Iterator[Block]:
    atlas, diagnosis = case.atlas, case.diagnosis
    best = ordered(case.scores)
    yield Heading(1, text("brief.words.summary"))
    for line in findings.summary_lines(atlas, diagnosis, case.chains, best):
        yield Paragraph(line)
    before = earlier(case)
    if before is not None:
        yield Heading(2, text("brief.words.changes"))
        for line in findings.changes(atlas, before, diagnosis, case.chains):
            yield Paragraph(line)
    yield Heading(2, text("brief.words.actions"))
    yield case.table(tables.actions(atlas, diagnosis, best[:TOP]))
    yield Heading(2, text("brief.words.overview"))
    yield case.table(tables.overview(atlas, diagnosis, case.chains, case.summaries))
    if Part.CITY in case.office.parts and len(case.chains) == len(atlas.chains) > 1:
        for name in ("heat", "network", "counties"):
            plate = PICTURES[name](atlas, diagnosis, PRINT)
            drawing = bare(plate, atlas)
            yield case.figure(f"city-{name}", plate.title, drawing, note=plate.note)


def _chain(case: Case, chain: Chain) -> Iterator[Block]:
    atlas, diagnosis = case.atlas, case.diagnosis
    summary = case.summaries[chain.id]
    yield Break()
    yield Heading(1, chain.name)
    yield Numbers(
        (
            (text("ui.coverage"), tables.ratio(summary.coverage)),
            (text("ui.closure"), tables.ratio(summary.closure)),
            (text("brief.head.local"), f"{summary.local}/{summary.products}"),
            (text("brief.head.enterprises"), str(len(summary.enterprises))),
        )
    )
    yield Heading(2, text("brief.words.findings"))
    yield Items(findings.findings(atlas, diagnosis, case.ranked(chain)), ordered=True)
    for part in (_gaps, _balance, _projects, _enterprises, _clusters, _plan, _map):
        yield from part(case, chain)


def _gaps(case: Case, chain: Chain) -> Iterator[Block]:
    if Part.GAPS not in case.office.parts:
        return
    atlas, diagnosis = case.atlas, case.diagnosis
    ids = tables.known(atlas, chain)
    by_id = {s.product: s for s in case.ranked(chain)}
    order = [*by_id, *(p for p in ids if p not in by_id and p in diagnosis.verdicts)]
    for key in tables.WORDS:
        yield Heading(2, text(f"ui.list.{key}"))
        yield case.table(tables.gaps(atlas, diagnosis, chain, key, order, by_id))
    yield Heading(2, text("brief.words.blank"))
    yield case.table(tables.blanks(atlas, diagnosis, chain))


def _balance(case: Case, chain: Chain) -> Iterator[Block]:
    plate = balance_chart(case.atlas, case.diagnosis, chain, PRINT)
    if plate is not None and Part.BALANCE in case.office.parts:
        yield Heading(2, text("ui.list.balance"))
        drawing = bare(plate, case.atlas)
        yield case.figure(f"balance-{chain.id}", plate.title, drawing, note=plate.note)


def _projects(case: Case, chain: Chain) -> Iterator[Block]:
    if Part.PROJECTS in case.office.parts:
        yield Heading(2, text("ui.list.projects"))
        yield case.table(tables.projects(case.atlas, chain))


def _enterprises(case: Case, chain: Chain) -> Iterator[Block]:
    if Part.ENTERPRISES in case.office.parts:
        firms = case.summaries[chain.id].enterprises
        yield Heading(2, text("ui.list.enterprises"))
        yield case.table(tables.enterprises(case.atlas, case.diagnosis, chain, firms))


def _clusters(case: Case, chain: Chain) -> Iterator[Block]:
    found = tables.clusters(case.atlas, chain)
    if Part.ENTERPRISES in case.office.parts and found.rows:
        yield Heading(2, text("ui.part.clusters"))
        yield case.table(found)


def _plan(case: Case, chain: Chain) -> Iterator[Block]:
    if Part.PLAN in case.office.parts:
        summary, found = case.summaries[chain.id], case.ranked(chain)
        yield Heading(2, text("brief.words.plan"))
        yield from findings.plan(case.atlas, case.diagnosis, chain, summary, found)


def _map(case: Case, chain: Chain) -> Iterator[Block]:
    if Part.MAPS in case.office.parts:
        drawing = chain_map(case, chain, "A3" if case.office.fold else "A4")
        caption = text("brief.map", region=case.atlas.library.region.name, chain=chain.label)
        yield case.figure(f"map-{chain.id}", caption, drawing, page=True)


def _back(case: Case) -> Iterator[Block]:
    library = case.atlas.library
    yield Break()
    yield Heading(1, text("brief.words.method"))
    for number in METHOD:
        yield Paragraph(text(f"brief.method.{number}"))
    yield Paragraph(weights_line(case))
    yield Heading(1, text("brief.words.trust"))
    for line in (library.statement, *trust_lines(case.atlas)):
        yield Paragraph(tight(line))
    if Part.SOURCES in case.office.parts:
        yield Heading(1, text("brief.words.sources"))
        yield Items(sources(case), ordered=True)


def weights_line(case: Case) -> str:
    """The weights in use."""
    weights = case.diagnosis.switches.weights
    pairs = (f"{text(f'ui.score.{name}')} {value:g}" for name, value in weights.items())
    return text("brief.weights", pairs="，".join(pairs))


def sources(case: Case) -> list[str]:
    """Every source that the chosen chains rest on, once."""
    atlas, diagnosis = case.atlas, case.diagnosis
    cited: dict[str, None] = {}
    for chain in case.chains:
        cited.update(dict.fromkeys(chain.sources))
    for product in case.ids:
        if product in diagnosis.verdicts:
            for reason in reasons(atlas, diagnosis, product):
                cited.update(dict.fromkeys(reason.sources))
    wanted = {c.id for c in case.chains}
    records: list[Project | Cluster] = [*atlas.projects.values(), *atlas.clusters.values()]
    for record in records:
        if record.chain in wanted:
            cited.update(dict.fromkeys(record.sources))
    found = [atlas.sources[key] for key in cited if key in atlas.sources]
    return ["，".join(filter(None, (s.title, s.publisher, s.date))) for s in found]
