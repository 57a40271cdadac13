"""要素统筹 as a paper of one or two pages, and as a workbook that also asks for what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from liantu.analysis.portfolio.answer import Answer
from liantu.analysis.portfolio.plan import Plan
from liantu.analysis.reading import Reading
from liantu.briefing import portfolio_sheets, written
from liantu.briefing.blocks import Block, Figure, Heading, Items, Numbers, Paragraph, Report, Table
from liantu.briefing.prose import as_printed
from liantu.briefing.short import short
from liantu.jobs import Progress
from liantu.render.charts.plot import TEXT_WIDTH, placed
from liantu.render.vector import Picture
from liantu.telling import figures
from liantu.telling.assumed import assumed
from liantu.telling.dates import spoken
from liantu.telling.portfolio import headline, missing, swaps, words
from liantu.telling.portfolio.chart import tradeoff
from liantu.telling.portfolio.projects import Row, State, rows
from liantu.wording import text

SUFFIXES = ("pdf", "docx", "xlsx")
FIRST = 12
"""Projects that a table of the paper lists; all are in the workbook."""
ASKED, DOUBLED = 8, 4
"""Missing figures that the paper asks for, and repetitions that it names."""
CHART = "portfolio"


def write(reading: Reading, answer: Answer, path: Path, progress: Progress | None = None) -> Path:
    """Write an answer as PDF, DOCX or XLSX by the suffix of ``path``.

    Raises ``ExportError``, or ``Cancelled``.
    """
    return written.put(
        path,
        lambda: report(reading, answer),
        lambda: portfolio_sheets.workbook(reading, answer),
        progress,
    )


def report(reading: Reading, answer: Answer) -> Report:
    """The question and its answer, the table, the chart, why, and what is missing."""
    paper = _Paper(reading, answer)
    region = reading.atlas.library.region.name
    blocks = [as_printed(block) for block in paper.blocks()]
    return short(reading, text("portfolio.paper.title", region=region), blocks, paper.pictures)


@dataclass(slots=True)
class _Paper:
    reading: Reading
    answer: Answer
    pictures: dict[str, Picture] = field(default_factory=dict)

    def blocks(self) -> Iterator[Block]:
        """All of the paper from its first sentence."""
        atlas, answer = self.reading.atlas, self.answer
        yield Paragraph(headline.headline(atlas, answer))
        if isinstance(answer.plan, Plan):
            yield Numbers(list(self._numbers(answer.plan)))
        lines = headline.below(answer)
        if lines:
            yield Items(lines)
        found = rows(atlas, answer)
        yield from self._chosen(found)
        yield from self._chart()
        yield from self._explained()
        yield from self._left(found)
        yield from self._missing()
        yield from self._notes()

    def _numbers(self, plan: Plan) -> Iterator[tuple[str, str]]:
        yield text("portfolio.paper.chosen"), str(len(plan.chosen))
        yield text("portfolio.paper.goals"), str(self.answer.problem.count(plan.chosen))
        yield text("portfolio.paper.points"), figures.number(round(plan.value, 1))
        for resource in self.answer.wishes.limited[:1]:
            share = _share(plan.used[resource], plan.budgets[resource])
            yield text("portfolio.paper.share", resource=words.resource(resource)), share

    def _chosen(self, found: Sequence[Row]) -> Iterator[Block]:
        chosen = [row for row in found if row.state is State.CHOSEN]
        if not chosen:
            return
        limited = self.answer.wishes.limited
        heads = [text("portfolio.head.name"), text("portfolio.head.county")]
        heads += [words.figure(r) for r in limited]
        heads += [text("portfolio.head.gains"), text("portfolio.head.regret")]
        told = [
            [row.name, row.county, *(row.needs[r] for r in limited), row.gains, row.why]
            for row in chosen
        ]
        widths = (3.2, 1.1, *(1.2 for _ in limited), 2.8, 3.0)
        yield Table(text("portfolio.paper.table"), heads, told, widths)

    def _chart(self) -> Iterator[Block]:
        if self.answer.front is None:
            return
        found = tradeoff(self.reading.atlas, self.answer)
        yield Paragraph(found.finding)
        if not found.empty:
            edition = self.reading.atlas.library.edition
            self.pictures[CHART] = placed(found, TEXT_WIDTH, edition)
            yield Figure(CHART, found.title, note=found.note)

    def _explained(self) -> Iterator[Block]:
        atlas, answer = self.reading.atlas, self.answer
        lines = [
            *swaps.swaps(atlas, answer),
            *[*swaps.shared(atlas, answer.problem)][:DOUBLED],
            *[*swaps.doubled(atlas, answer)][:DOUBLED],
        ]
        if lines:
            yield Heading(1, text("portfolio.paper.explained"))
            yield Items(lines)

    def _left(self, found: Sequence[Row]) -> Iterator[Block]:
        whole = [row for row in found if row.state in (State.LEFT, State.BARRED)]
        left = [row for row in whole if not row.idle]
        idle = [row.name for row in whole if row.idle]
        if left:
            yield self._left_table(left)
        if idle:
            told = "、".join(text("portfolio.name", name=name) for name in idle[:FIRST])
            yield Paragraph(text("portfolio.paper.idle", count=len(idle), names=told))

    def _left_table(self, left: Sequence[Row]) -> Table:
        heads = [text(f"portfolio.head.{key}") for key in ("name", "gains", "why")]
        told = [[row.name, row.gains or text("ui.none"), row.why] for row in left[:FIRST]]
        return Table(text("portfolio.paper.left"), heads, told, (2.6, 2.2, 4.6), note=_more(left))

    def _missing(self) -> Iterator[Block]:
        atlas, answer = self.reading.atlas, self.answer
        found = missing.missings(atlas, answer.pool, answer.problem)
        yield Heading(1, text("portfolio.paper.missing"))
        yield Paragraph(missing.sentence(found, headline.among(answer)))
        yield Paragraph(missing.known(answer.pool, answer.problem, headline.among(answer)))
        if found:
            heads = [text(f"portfolio.head.{key}") for key in ("name", "figures", "said", "whom")]
            told = [
                [one.name, one.figures, one.said or text("ui.none"), one.whom]
                for one in found[:ASKED]
            ]
            caption, note = text("portfolio.paper.asks"), _more(found, ASKED)
            yield Table(caption, heads, told, (3.2, 2, 2.4, 2.4), note=note)

    def _notes(self) -> Iterator[Block]:
        answer = self.answer
        apart = headline.apart(answer)
        if apart:
            yield Paragraph(apart, quiet=True)
        yield Paragraph(headline.weights(answer.wishes.worth), quiet=True)
        yield Paragraph(text("portfolio.paper.basis", date=spoken(self.reading.date)), quiet=True)
        told = assumed(self.reading)
        if told:
            yield Paragraph(text("portfolio.paper.assumed", words=told), quiet=True)


def _share(used: float, budget: float) -> str:
    return f"{used / budget * 100:.0f}%" if budget > 0 else text("ui.none")


def _more(found: Sequence[object], shown: int = FIRST) -> str:
    if len(found) <= shown:
        return ""
    return text("portfolio.paper.more", shown=shown, count=len(found))
