"""The workbook of 要素统筹: the choice, and a sheet that asks for the missing figures.

The heads of what is asked for are those by which 导入 knows the fields of a project, so that a
filled sheet can be taken in as it comes back.
"""

from __future__ import annotations

from collections.abc import Sequence

from liantu.analysis.portfolio.answer import Answer
from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.units import unit
from liantu.analysis.reading import Reading
from liantu.briefing.xlsx.sheet import List
from liantu.briefing.xlsx.styles import Head
from liantu.briefing.xlsx.workbook import to_xlsx
from liantu.telling.dates import spoken
from liantu.telling.lists.column import Cell
from liantu.telling.lists.fill import Fill
from liantu.telling.portfolio import headline, missing, swaps, words
from liantu.telling.portfolio.projects import rows
from liantu.wording import text

_Rows = list[list[Cell | None]]


def workbook(reading: Reading, answer: Answer) -> bytes:
    """The choice, what asks for figures, and how it was come by."""
    found = [_projects(reading, answer)]
    asks = asking(reading, answer)
    found += [asks] if asks.rows else []
    return to_xlsx(reading, found, _title(reading), _told(reading))


def asks(reading: Reading, answer: Answer) -> bytes:
    """The sheet alone that asks for what is missing."""
    return to_xlsx(reading, [asking(reading, answer)], _title(reading), _told(reading))


def _title(reading: Reading) -> str:
    return text("portfolio.paper.title", region=reading.atlas.library.region.name)


def _told(reading: Reading) -> str:
    return text("portfolio.paper.basis", date=spoken(reading.date))


def _projects(reading: Reading, answer: Answer) -> List:
    heads = (
        _head("number", 6, numeric=True),
        _head("state", 8),
        _head("id", 8),
        _head("name", 34),
        _head("chain", 12),
        _head("county", 10),
        *(Head(words=_figure(r), width=14) for r in Resource),
        _head("gains", 36),
        _head("points", 8, numeric=True),
        _head("why", 60),
    )
    told: _Rows = [
        [
            at,
            row.told,
            row.project,
            row.name,
            row.chain,
            row.county,
            *(row.needs[r] for r in Resource),
            row.gains,
            round(row.points, 1),
            row.why,
        ]
        for at, row in enumerate(rows(reading.atlas, answer), 1)
    ]
    notes = (
        *swaps.swaps(reading.atlas, answer),
        *swaps.doubled(reading.atlas, answer),
        headline.apart(answer),
        headline.weights(answer.wishes.worth),
    )
    return List(
        title=text("portfolio.sheet.projects"),
        heads=heads,
        rows=told,
        told=_told(reading),
        lead=headline.headline(reading.atlas, answer),
        foot="".join(notes),
        purpose=text("portfolio.sheet.projects.for"),
    )


def asking(reading: Reading, answer: Answer) -> List:
    """A row a project that lacks figures, with room for them; none where none is missing."""
    found = missing.missings(reading.atlas, answer.pool, answer.problem)
    heads = (
        _head("number", 6, numeric=True),
        _head("id", 8),
        _head("name", 34),
        _head("chain", 12),
        _head("county", 10),
        _head("whom", 24),
        _head("figures", 20),
        _head("said", 24),
        *(Head(words=_asked(r), width=14, fill=Fill.WORDS) for r in Resource),
        Head(words=text("portfolio.head.product"), width=18, fill=Fill.WORDS),
        Head(words=text("portfolio.head.proof"), width=20, fill=Fill.WORDS),
    )
    blank: Sequence[None] = [None] * (len(Resource) + 2)
    told: _Rows = [
        [
            at,
            one.project,
            one.name,
            one.chain,
            one.county,
            one.whom,
            one.figures,
            one.said,
            *blank,
        ]
        for at, one in enumerate(found, 1)
    ]
    return List(
        title=text("portfolio.sheet.asks"),
        heads=heads,
        rows=told,
        told=_told(reading),
        lead=missing.sentence(found, headline.among(answer)) + text("portfolio.sheet.asks.how"),
        purpose=text("portfolio.sheet.asks.for"),
    )


def _figure(resource: Resource) -> str:
    return text("portfolio.head.figure", figure=words.figure(resource), unit=unit(resource))


def _asked(resource: Resource) -> str:
    """As 导入 knows it, with the unit in which it is to be written."""
    name = text(f"portfolio.head.asked.{resource}")
    return text("portfolio.head.figure", figure=name, unit=unit(resource))


def _head(key: str, width: float, *, numeric: bool = False) -> Head:
    return Head(words=text(f"portfolio.head.{key}"), width=width, numeric=numeric)
