"""项目推进情况 as a paper of a few pages, and as a workbook of all its lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from liantu.analysis.pool.changing import work_out
from liantu.analysis.pool.rates import Rate, rates
from liantu.analysis.pool.standing import OVER, Standing
from liantu.analysis.reading import Reading
from liantu.briefing import written
from liantu.briefing.blocks import Block, Heading, Items, Paragraph, Report, Table
from liantu.briefing.lists import sheet_of
from liantu.briefing.prose import as_printed
from liantu.briefing.short import short
from liantu.briefing.xlsx.workbook import to_xlsx
from liantu.jobs import Progress
from liantu.telling import figures
from liantu.telling.assumed import assumed
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.project_columns import ProjectRow
from liantu.telling.lists.projects import is_conferred, is_watched, pool_list, pressing
from liantu.telling.lists.projects import rows as project_rows
from liantu.telling.pool import changes, words
from liantu.telling.pool.rates import groups, summary, told
from liantu.wording import text

SUFFIXES = ("xlsx", "docx", "pdf")
MOST = 40
"""Rows of a table on paper; the workbook has all."""


def write(
    reading: Reading, projects: Sequence[str], path: Path, progress: Progress | None = None
) -> Path:
    """Write projects as XLSX, DOCX or PDF by the suffix of ``path``; raises ``ExportError``, or
    ``Cancelled``.
    """
    progress = progress or Progress()
    rows = rows_of(reading, projects)
    work_out(reading, [row.project for row in rows], progress)
    return written.put(
        path, lambda: report(reading, rows), lambda: workbook(reading, rows), progress
    )


def rows_of(reading: Reading, projects: Sequence[str]) -> list[ProjectRow]:
    """The rows of some projects in the given order."""
    scope = Scope(chains=tuple(reading.atlas.chains), city=True)
    found = {row.project.id: row for row in project_rows(reading, scope)}
    return [found[id_] for id_ in projects if id_ in found]


def report(reading: Reading, rows: Sequence[ProjectRow]) -> Report:
    """Rates first, then what presses, what is to be settled, and what the projects change."""
    return short(
        reading,
        text("pool.paper.title", region=reading.atlas.library.region.name),
        [as_printed(block) for block in _blocks(reading, rows)],
        lines=list(_basis_lines(reading)),
    )


def _basis_lines(reading: Reading) -> Iterator[str]:
    """Under which assumptions everything is told, where there are any."""
    if told_ := assumed(reading):
        yield text("brief.line.assumed", words=told_)


def _blocks(reading: Reading, rows: Sequence[ProjectRow]) -> Iterator[Block]:
    found = [row.standing for row in rows]
    yield Paragraph(summary(reading, found))
    for way, parted in groups(reading, found).items():
        yield _rates(text(f"pool.paper.by.{way}"), parted)
    yield Heading(1, text("ui.list.supervision"))
    watched = pressing([row for row in rows if is_watched(row.standing)])
    yield _pressing(watched) if watched else Paragraph(text("pool.watched.none"))
    yield Heading(1, text("ui.list.consultation"))
    settled = pressing([row for row in rows if is_conferred(row)])
    yield _settled(settled) if settled else Paragraph(text("pool.conferred.none"))
    yield Heading(1, text("pool.part.changes"))
    yield Items(list(_changes(reading, rows)) or [text("pool.paper.unchanged")])


def _rates(by: str, parted: Mapping[str, Sequence[Standing]]) -> Table:
    """A line a group: its projects, then each rate with what it is counted over."""
    heads = [by, text("pool.paper.count"), *(text(f"pool.rate.{key}") for key in _RATES)]
    lines = []
    for name, found in parted.items():
        counted = rates(found)
        shares = [one.value for one in told(counted)]
        bases = [_basis(rate) for rate in (counted.begun, counted.finished, counted.spent)]
        cells = [share + basis for share, basis in zip(shares, bases, strict=True)]
        lines.append([name, str(len(found)), *cells])
    note = text("pool.paper.rates.note")
    return Table(text("pool.paper.rates", by=by), heads, lines, (2.6, 0.8, 2, 2, 2), (1,), note)


_RATES = ("begun", "finished", "spent")


def _basis(rate: Rate) -> str:
    return text("pool.paper.basis", known=rate.known, of=rate.of)


def _pressing(rows: Sequence[ProjectRow]) -> Table:
    heads = [text(f"pool.paper.head.{key}") for key in ("project", "who", "term", "stuck", "share")]
    lines = [
        [
            row.project.name,
            row.project.department or text("ui.unknown"),
            words.term(row.standing),
            words.stuck(row.standing),
            figures.share(words.share(row.standing), "ui.unknown"),
        ]
        for row in rows[:MOST]
    ]
    return Table(text("ui.list.supervision"), heads, lines, (3.2, 1.6, 1.8, 2, 1), note=_more(rows))


def _settled(rows: Sequence[ProjectRow]) -> Table:
    heads = [text(f"pool.paper.head.{key}") for key in ("project", "who", "problem", "matters")]
    lines = [
        [
            row.project.name,
            row.project.department or text("ui.unknown"),
            row.project.problem or words.stuck(row.standing),
            str(row.matters),
        ]
        for row in rows[:MOST]
    ]
    caption = text("ui.list.consultation")
    return Table(caption, heads, lines, (3, 1.6, 4, 1), (3,), _more(rows))


def _more(rows: Sequence[ProjectRow]) -> str:
    if len(rows) <= MOST:
        return ""
    return text("pool.paper.more", shown=MOST, count=len(rows))


def _changes(reading: Reading, rows: Sequence[ProjectRow]) -> Iterator[str]:
    """A line for each that is worked out; the others are named together."""
    ahead = [row for row in rows if row.standing.term not in OVER]
    known = [row for row in ahead if changes.found(reading, row.standing) is not None]
    for row in known:
        words_ = changes.sentence(reading, row.standing)
        yield text("pool.paper.change", name=row.project.name, words=words_)
    rest = [row.project.name for row in ahead if row not in known]
    if rest:
        yield text("pool.paper.unknown", count=len(rest), names="、".join(rest))


def workbook(reading: Reading, rows: Sequence[ProjectRow]) -> bytes:
    """项目库, 项目督导 and 项目会商, a sheet each."""
    lead = summary(reading, [row.standing for row in rows])
    sheets = [
        sheet_of(reading, pool_list(), rows, lead),
        sheet_of(
            reading,
            find("supervision"),
            pressing([row for row in rows if is_watched(row.standing)]),
        ),
        sheet_of(
            reading, find("consultation"), pressing([row for row in rows if is_conferred(row)])
        ),
    ]
    title = text("pool.paper.title", region=reading.atlas.library.region.name)
    return to_xlsx(reading, sheets, title)
