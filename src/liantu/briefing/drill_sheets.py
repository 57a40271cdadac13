"""断供演练 as a workbook: who stands still with bounds as numbers, each day, measures."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Hit, Outage, Span
from liantu.analysis.shocks.timeline import STILL, Timeline, timeline
from liantu.briefing.drill_page import title
from liantu.briefing.drill_rows import asks, done, hit_rows
from liantu.briefing.xlsx.sheet import List
from liantu.briefing.xlsx.styles import Head
from liantu.briefing.xlsx.workbook import to_xlsx
from liantu.telling.dates import spoken
from liantu.telling.lists.column import Cell
from liantu.telling.names import plain_firm, plain_name
from liantu.telling.shocks import backup, words
from liantu.telling.shocks.summary import basis, headline
from liantu.wording import text

_Rows = list[list[Cell | None]]
_HITS = {
    **{"firm": 18, "county": 10, "product": 20, "chain": 18, "step": 8, "lack": 26},
    **{"days_low": 10, "days_high": 10, "loss_low": 10, "loss_high": 10},
    **{"role": 12, "ground": 10, "path": 46, "sources": 46},
}
_SHORT = {"firm": 18, "county": 10, "product": 20, "chain": 18, "loss_low": 10, "loss_high": 10}
_DAYS = {"day": 8, "still_low": 12, "still_high": 12, "mean_low": 12, "mean_high": 12, "names": 60}
_MEASURES = {"day": 8, "measure": 46, "who": 20}
_BACKUP = {
    **{"product": 20, "who_could": 22, "county": 10, "trust": 10, "spare": 12},
    **{"why": 46, "missing": 26, "whom": 20},
}
_ASKS = {"ask": 90}
_SHARES = {"loss_low", "loss_high", "mean_low", "mean_high"}
_NUMBERS = _SHARES | {"step", "days_low", "days_high", "day", "still_low", "still_high", "spare"}


def workbook(reading: Reading, found: Outage) -> bytes:
    """The workbook in memory. An empty cell is a bound that nobody knows."""
    book = _Book(reading, found, timeline(reading.atlas, found))
    return to_xlsx(reading, list(book.sheets()), title(reading, found), book.told)


class _Book:
    def __init__(self, reading: Reading, found: Outage, course: Timeline) -> None:
        self._reading, self._found, self._course = reading, found, course
        shocks = words.shocks(reading, found.drill.shocks)
        self.told = text("shock.paper.told", shocks=shocks, date=spoken(reading.date))

    def sheets(self) -> Iterator[List]:
        yield self._sheet("hits", _HITS, self._hits(), headline(self._reading, self._found))
        if self._found.short:
            yield self._sheet("short", _SHORT, self._short())
        yield self._sheet("days", _DAYS, self._days())
        yield self._sheet("measures", _MEASURES, self._measures())
        yield self._sheet("backup", _BACKUP, list(self._backups()))
        yield self._sheet("asks", _ASKS, [[line] for line in asks(self._reading, self._found)])

    def _sheet(self, code: str, heads: dict[str, int], rows: _Rows, lead: str = "") -> List:
        number = Head(words=text("brief.lists.number"), width=6)
        made = [
            Head(
                words=text(f"shock.paper.head.{key}"),
                width=width,
                numeric=key in _NUMBERS,
                share=key in _SHARES,
            )
            for key, width in heads.items()
        ]
        return List(
            title=text(f"shock.paper.sheet.{code}"),
            heads=[number, *made],
            rows=[[at, *row] for at, row in enumerate(rows, 1)],
            told=self.told,
            lead=lead,
            foot=basis(self._found) if code == "hits" else "",
            purpose=text(f"shock.paper.sheet.{code}.for"),
        )

    # -- rows

    def _hits(self) -> _Rows:
        return [
            [
                row.firm,
                self._reading.atlas.enterprises[row.hit.enterprise].county,
                row.product,
                self._chain(row.hit.product),
                row.step,
                row.lack,
                row.hit.days.low,
                row.hit.days.high,
                *_bounds(row.hit.loss, structural=row.hit.structural),
                words.lacking(row.hit),
                row.ground,
                words.path(self._reading, row.hit),
                self._sources(row.hit),
            ]
            for row in hit_rows(self._reading, self._found)
        ]

    def _short(self) -> _Rows:
        rows: _Rows = []
        for at, span in self._found.short.items():
            node = self._found.woven.nodes[at]
            firm = self._reading.atlas.enterprises[node.enterprise]
            name, product = plain_firm(self._reading, firm.id), node.product
            place = [name, firm.county, plain_name(self._reading, product), self._chain(product)]
            rows.append([*place, span.low, span.high])
        return rows

    def _days(self) -> _Rows:
        found, hits = self._found, {hit.node for hit in self._found.hits}
        rows: _Rows = []
        for day in self._course.days:
            spans = [self._course.losses[at][day.day] for at in hits if at in self._course.losses]
            still = (sum(s.low >= STILL for s in spans), sum(s.high >= STILL for s in spans))
            begun = [found.woven.nodes[h.node] for h in found.hits if h.node in day.begins]
            names = "、".join(words.node(self._reading, node) for node in begun)
            rows.append([day.day, *still, day.loss.low, day.loss.high, names or None])
        return rows

    def _measures(self) -> _Rows:
        measures = sorted(self._found.drill.measures, key=lambda one: one.day)
        return [[m.day, done(self._reading, self._found.drill, m), m.who or None] for m in measures]

    def _backups(self) -> Iterator[list[Cell | None]]:
        """Everybody who could step in, for each product that is lacking."""
        reading = self._reading
        for product, failing in backup.concerned(self._found).items():
            name = plain_name(reading, product)
            for each in reading.backups(product, failing):
                told = backup.line(reading, each)
                firm = reading.atlas.enterprises.get(each.enterprise)
                county = firm.county if firm else None
                who = plain_firm(reading, firm.id) if firm else told.words
                why, lack = backup.reason(reading, each), backup.missing(reading, each)
                ask = backup.whom(reading, each)
                yield [name, who, county, told.figure, each.spare, why, lack or None, ask or None]

    # -- cells

    def _chain(self, product: str) -> str:
        chain = self._reading.atlas.chains.get(self._reading.chain_for(product))
        return chain.label if chain else ""

    def _sources(self, hit: Hit) -> str | None:
        atlas = self._reading.atlas
        keys = (key for s in hit.path if s.supply for key in atlas.supplies[s.supply].sources)
        titles = [atlas.sources[key].title for key in dict.fromkeys(keys) if key in atlas.sources]
        return "；".join(titles) or None


def _bounds(span: Span, *, structural: bool) -> tuple[float | None, float | None]:
    """The least and the most; neither where volumes on the way are unknown."""
    return (None, None) if structural else (span.low, span.high)
