"""What all parts of a paper need, and what every paper has around its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Block, Figure, Paragraph, Report, Table
from liantu.briefing.cited import Cited
from liantu.briefing.office import Office
from liantu.briefing.order import Order
from liantu.briefing.prose import as_printed, official, tight
from liantu.briefing.worth import coverage, statement
from liantu.diagram.drawing import Drawing
from liantu.diagram.lenses import DIAGNOSIS
from liantu.diagram.page import SheetOptions
from liantu.diagram.segment.sheet import Seen, draw_segments
from liantu.model import Chain
from liantu.model.gates import Gate
from liantu.model.scenario import year_before
from liantu.render.vector import Picture
from liantu.telling.assumed import assumed
from liantu.telling.dates import spoken
from liantu.wording import text

FULL = 5
"""Up to so many chains are told in full; the lists of more are in the spreadsheet."""


@dataclass
class Case:
    """What all parts of a paper need; ``pictures`` fills while parts are written.

    ``told``: product → where its finding stands in full, ``listed``: products that a table of gaps
    has, ``rules``: gates that a note has explained, ``held``: sentences of 守住: nothing is said
    twice. ``cited`` numbers the sources.
    """

    reading: Reading
    order: Order
    pictures: dict[str, Picture] = field(default_factory=dict)
    figures: int = 0
    counted: int = 0
    told: dict[str, str] = field(default_factory=dict)
    listed: set[str] = field(default_factory=set)
    rules: set[Gate] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    cited: Cited = field(init=False)

    def __post_init__(self) -> None:
        self.cited = Cited(self.reading)

    @property
    def office(self) -> Office:
        """The habits of the office."""
        return self.order.office

    @property
    def chains(self) -> list[Chain]:
        """The chosen chains."""
        return [self.reading.atlas.chains[chain] for chain in self.order.chains]

    @property
    def whole(self) -> bool:
        """Whether it is the paper of the city: all of several chains."""
        return len(self.chains) == len(self.reading.atlas.chains) > 1

    @property
    def full(self) -> bool:
        """Whether each chain has all its lists; with many chains it has one page."""
        return len(self.chains) <= FULL

    @property
    def sheet(self) -> str:
        """The paper of what has a page of its own."""
        return "A3" if self.office.fold else "A4"

    def table(self, found: Table) -> Block:
        """The table with its number; an empty one is a sentence."""
        if not found.rows:
            return Paragraph(text("brief.empty", caption=found.caption), quiet=True)
        self.counted += 1
        return replace(found, caption=self.caption("brief.caption.table", self.counted, found))

    def figure(
        self, name: str, caption: str, drawing: Picture, *, page: bool = False, note: str = ""
    ) -> Figure:
        """A figure with its number; the drawing is kept under ``name``."""
        self.figures += 1
        self.pictures[name] = drawing
        words = self.caption("brief.caption.figure", self.figures, Table(caption, (), (), ()))
        return Figure(name, words, page, note=note)

    def page(self, name: str, caption: str, drawing: Picture) -> Figure:
        """A drawing that is a page with margins, head and foot of its own."""
        self.pictures[name] = drawing
        return Figure(name, official(caption), page=True, whole=True)

    def caption(self, code: str, number: int, found: Table) -> str:
        """``表1 …（数据截止…，资料来源…）``, or the bare words where captions are off."""
        caption = official(found.caption)
        if not self.office.captions:
            return caption
        return text(code, number=number, caption=caption, date=spoken(self.reading.date))


def paper(case: Case, title: str, blocks: Sequence[Block], *, contents: bool = True) -> Report:
    """The report of a case with what every cover and every foot says."""
    library, diagnosis = case.reading.atlas.library, case.reading.diagnosis
    told = assumed(case.reading)
    lines = [
        text("brief.line.date", date=spoken(diagnosis.situation.date)),
        text("brief.line.edition", date=spoken(library.edition)),
        text("brief.line.assumed", words=tight(told) or text("brief.line.plain")),
    ]
    return Report(
        title=official(title),
        region=library.region.name,
        date=spoken(diagnosis.situation.date),
        edition=library.edition,
        lines=lines,
        statement=statement(case.reading),
        blocks=[as_printed(block) for block in blocks],
        pictures=case.pictures,
        contents=contents,
        foot=coverage(case.reading),
    )


def earlier(case: Case) -> Reading | None:
    """The reading to compare with; ``None`` where no date is known."""
    since = case.office.since or year_before(case.reading.date)
    return case.reading.at(since) if since else None


def chain_map(case: Case, chain: Chain, paper_: str) -> Drawing:
    """The segment map of a chain under the lens of the diagnosis."""
    return draw_segments(case.reading, Seen(chain.id), SheetOptions(paper_, lens=DIAGNOSIS))
