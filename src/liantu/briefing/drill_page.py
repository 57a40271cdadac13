"""断供演练单: one page of what fails, what stops by it, and what is done, by whom, on which day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Outage
from liantu.analysis.shocks.timeline import timeline
from liantu.briefing import drill_rows
from liantu.briefing.blocks import Block, Figure, Heading, Items, Paragraph, Report, Table
from liantu.briefing.cited import Cited
from liantu.briefing.prose import as_printed, official
from liantu.briefing.short import short
from liantu.diagram.failing import failure_of
from liantu.diagram.lenses import failing
from liantu.diagram.segment.captioned import captioned
from liantu.diagram.segment.sheet import Seen
from liantu.render.vector import Picture
from liantu.telling.assumed import named
from liantu.telling.dates import spoken
from liantu.telling.drills import shock_words
from liantu.telling.shocks.summary import basis, headline
from liantu.wording import text

HITS, DAYS, BACKUPS, ASKS = 8, 5, 3, 4
"""Units, days, products and questions on the page; all of them are in the workbook."""
MAP = "outage"
SIZE = (673.0, 345.0)
"""The map in drawing units: as wide as the text of an A4 sheet."""
PAPER = "A4"
_HIT_WIDTHS = (1.6, 1.9, 0.9, 2.6, 1.3, 1.5, 1.1)
_HIT_HEADS = ("firm", "product", "step", "lack", "days", "loss", "ground")
_DAY_WIDTHS = (0.8, 4.6, 3.6, 1.6)
_DAY_HEADS = ("day", "state", "measure", "who")


def title(reading: Reading, found: Outage) -> str:
    """The name of the paper: what fails, and that it is a drill."""
    names = [shock_words(reading.atlas, shock) for shock in found.drill.shocks]
    many = text("shock.paper.title.many", name=names[0], count=len(names)) if names[1:] else ""
    return text("shock.paper.title", name=many or names[0])


def chain_of(reading: Reading, found: Outage) -> str:
    """The chain that is hit most, by main materials first, else one that shows what fails; empty
    if there is none.
    """
    order = list(reading.atlas.chains)
    hits, of = found.chains(reading.atlas), reading.atlas.chains_of
    mains = Counter(chain for hit in found.mains for chain in of.get(hit.product, ()))
    if hits:
        return min(hits, key=lambda chain: (-mains[chain], -hits[chain], order.index(chain)))
    shown = (reading.chain_for(node.product) for node in found.stopped)
    return next(filter(None, shown), "")


def drill_paper(reading: Reading, found: Outage, chain: str = "") -> Report:
    """The paper; ``chain`` is the one whose map is shown (empty: the one that is hit most)."""
    if reading.scenario.drill != found.drill:  # the map shows that of the scenario
        reading = reading.under(replace(reading.scenario, drill=found.drill))
    paper = _Paper(reading, found, chain or chain_of(reading, found))
    blocks = [as_printed(block) for block in paper.blocks()]
    return short(
        reading,
        official(title(reading, found)),
        blocks,
        paper.pictures,
        lines=[official(line) for line in paper.lines()],
    )


@dataclass(slots=True)
class _Paper:
    reading: Reading
    found: Outage
    chain: str
    pictures: dict[str, Picture] = field(default_factory=dict)
    cited: Cited = field(init=False)

    def __post_init__(self) -> None:
        self.cited = Cited(self.reading)

    def lines(self) -> Iterator[str]:
        """Below the title: place, date, scenario, what fails where it is several, day 0."""
        reading, drill = self.reading, self.found.drill
        place, date = reading.atlas.library.region.name, spoken(reading.date)
        yield text("shock.paper.place", region=place, date=date)
        yield text("shock.paper.scenario", name=named(reading))
        if drill.shocks[1:]:
            yield from (shock_words(reading.atlas, shock) for shock in drill.shocks)
        made = [node for node in self.found.stopped if node.enterprise]
        if made[1:]:
            firms = len({node.enterprise for node in made})
            yield text("shock.paper.stopped", firms=firms, units=len(made))
        yield text("shock.paper.ahead", days=drill.days)

    def blocks(self) -> Iterator[Block]:
        """All of the page from its judgement on."""
        yield Paragraph(text("brief.sentence", words=headline(self.reading, self.found)))
        if self.chain:
            yield self._map()
        if self.found.hits:
            yield self._hits()
        yield from self._days()
        yield from self._listed("backup", drill_rows.backups(self.reading, self.found), BACKUPS)
        yield from self._listed("asks", drill_rows.asks(self.reading, self.found), ASKS)
        yield Paragraph(basis(self.found), quiet=True)
        if lines := self.cited.lines():
            yield Items(lines, ordered=True, quiet=True)

    def _map(self) -> Figure:
        lens, seen = failing(failure_of(self.reading)), Seen(self.chain, size=SIZE)
        self.pictures[MAP] = captioned(self.reading, seen, PAPER, lens)
        label = self.reading.atlas.chains[self.chain].label
        return Figure(MAP, text("shock.paper.map", chain=label))

    def _hits(self) -> Table:
        rows = drill_rows.hit_rows(self.reading, self.found, self.cited)
        told = [
            [r.firm, r.product, str(r.step), r.lack, r.days, r.loss, r.ground] for r in rows[:HITS]
        ]
        heads = [text(f"shock.paper.head.{key}") for key in _HIT_HEADS]
        return Table(text("shock.paper.hits"), heads, told, _HIT_WIDTHS, (), self._note(rows))

    def _note(self, rows: list[drill_rows.HitRow]) -> str:
        parts = [text("shock.paper.more", count=len(rows) - HITS)] if len(rows) > HITS else []
        if self.found.short:
            parts.append(text("shock.paper.short", count=len(self.found.short)))
        if self.found.demand:
            parts.append(text("shock.paper.demand", count=len(self.found.demand)))
        return "".join(parts)

    def _days(self) -> Iterator[Block]:
        course = timeline(self.reading.atlas, self.found)
        rows = drill_rows.day_rows(self.reading, self.found, course)
        if rows:
            none = text("shock.paper.none")
            told = [
                [text("shock.paper.day", day=r.day), r.state, r.measures or none, r.who or none]
                for r in rows[:DAYS]
            ]
            heads = [text(f"shock.paper.head.{key}") for key in _DAY_HEADS]
            more = text("shock.paper.more.days", count=len(rows) - DAYS)
            note = more if len(rows) > DAYS else ""
            yield Table(text("shock.paper.days"), heads, told, _DAY_WIDTHS, note=note)

    def _listed(self, code: str, lines: Sequence[str], most: int) -> Iterator[Block]:
        if lines:
            yield Heading(1, text(f"shock.paper.{code}"))
            more = [text("shock.paper.more", count=len(lines) - most)]
            yield Items([*lines[:most], *(more if len(lines) > most else [])])
