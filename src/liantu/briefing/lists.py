"""The lists of an office as one XLSX: a sheet a list, strings that are never formulas."""

from __future__ import annotations

import datetime
import io
import itertools
import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from liantu.analysis.reading import Reading
from liantu.briefing.archive import clean, repacked
from liantu.jobs import Progress
from liantu.model import ListSet, ListSheet
from liantu.render.errors import ExportError
from liantu.render.export import replace_file
from liantu.telling.assumed import assumed
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.lists.column import Block, Cell, Column, Scope, UnknownIdError
from liantu.telling.lists.column import List as Catalogued
from liantu.telling.lists.templates import chosen
from liantu.telling.standing import coverage_sentence
from liantu.wording import text

MOST = 32_000
NUMBER_WIDTH = 6
PIXELS = 7
"""A character of a sheet is as wide as these of a window."""
HEADINGS = {Block.PENDING: "ui.list.pending", Block.SECURED: "ui.list.secured"}
PAPERS = ((9, 185), (8, 270))
"""Excel's numbers of A4 and A3, and how many characters stand across with type of 8 pt."""
TITLE = 31
"""Longest name of a sheet."""
_NAME = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True)
class List:
    """A sheet: ``widths`` in characters; numbers stay numbers, texts stay texts. ``shares`` are the
    places of the columns whose numbers are shares of 1. ``lead`` is a sentence above the table,
    ``foot`` one below it; either may be empty.
    """

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int]
    shares: Collection[int] = ()
    lead: str = ""
    foot: str = ""


def write_lists(
    reading: Reading,
    chains: Sequence[str],
    path: Path,
    progress: Progress | None = None,
    template: str = "",
) -> Path:
    """Write the lists of ``chains`` by a template (empty: the first of the folder).

    Raises ``KeyError`` for an unknown template, ``ExportError``, or ``Cancelled``.
    """
    progress = progress or Progress()
    lists = []
    found = chosen(reading.atlas, template)
    for at, item in enumerate(all_lists(reading, chains, found)):
        progress.step(at, len(found.sheets) + 1)
        lists.append(item)
    data = to_xlsx(reading, lists)
    progress.check()
    replace_file(path, data)
    return path


def write_list(
    reading: Reading,
    item: Catalogued[Any],
    rows: Sequence[Any],
    path: Path,
    lead: str = "",
    columns: Sequence[Column[Any]] = (),
) -> Path:
    """Write these rows of one list alone, in the columns of its sheet where no others are named;
    raises ``ExportError``.
    """
    filled = _filled(item.title, columns or item.on_sheet, item.blocks(rows))
    sheet = replace(filled, lead=lead, foot=coverage_sentence(reading))
    replace_file(path, to_xlsx(reading, [sheet]))
    return path


def all_lists(
    reading: Reading, chains: Sequence[str], template: ListSet | None = None
) -> Iterator[List]:
    """The sheets of a template, filled; raises ``ExportError`` for a column that is not known.

    What goes to a superior holds no row that is not confirmed; its sheets say how many are left.
    """
    scope, found = Scope(chains=tuple(chains)), template or chosen(reading.atlas)
    for sheet in found.sheets:
        item = LISTS[sheet.kind]
        blocks = item.blocks(item.rows(reading, scope))
        shown = {Block.SURE: blocks[Block.SURE]} if found.superior else blocks
        filled = _filled(sheet.title, _columns(sheet), shown)
        lead, foot = item.remarked(reading, scope), coverage_sentence(reading)
        yield replace(filled, lead=lead, foot=foot)


def _columns(sheet: ListSheet) -> Sequence[Column[Any]]:
    item = LISTS[sheet.kind]
    try:
        return item.chosen(sheet.columns) or item.on_sheet
    except UnknownIdError as error:
        near = "、".join(error.near)
        raise ExportError("render.column", sheet=sheet.title, id=error.wrong, near=near) from error


def _filled(
    title: str, columns: Sequence[Column[Any]], blocks: Mapping[Block, Sequence[Any]]
) -> List:
    """The rows, each later block under a heading of its own."""
    rows: list[list[Cell]] = []
    number = itertools.count(1)
    for block, found in blocks.items():
        if found and block in HEADINGS:
            heading = text(HEADINGS[block], count=len(found))
            rows.append(["", heading, *("" for _ in columns[1:])])
        rows += [[next(number), *(column.cell(row) for column in columns)] for row in found]
    return List(
        title,
        [text("brief.lists.number"), *(column.head for column in columns)],
        rows,
        [NUMBER_WIDTH, *(column.width // PIXELS for column in columns)],
        {at for at, column in enumerate(columns, 1) if column.percent},
    )


def to_xlsx(reading: Reading, lists: Sequence[List]) -> bytes:
    """The workbook in memory; the same bytes for the same data."""
    import xlsxwriter  # noqa: PLC0415  only exports need it

    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(target, options)
    title = text("brief.lists.title", region=reading.atlas.library.region.name)
    book.set_properties({"title": title, "created": datetime.datetime(2000, 1, 1)})
    remark = assumed(reading)
    date = text("brief.lists.date", date=reading.date, assumed=remark).strip()
    styles = _Styles(book)
    taken: set[str] = set()
    if reading.atlas.lacking:
        name = text("brief.sheet.lacking")
        lists = [List(name, [name], [[reading.atlas.lacking]], [100]), *lists]
    for item in lists:
        _sheet(book.add_worksheet(_sheet_name(item.title, taken)), item, styles, date)
    book.close()
    return repacked(target.getvalue())


class _Styles:
    """Cell formats of a workbook."""

    def __init__(self, book: Any) -> None:
        line = {"border": 1, "border_color": "#C3CCD6"}
        self.head = book.add_format(
            {"bold": True, "bg_color": "#E4EEFA", "text_wrap": True, "valign": "vcenter", **line}
        )
        self.text = book.add_format({"text_wrap": True, "valign": "top", **line})
        self.said = book.add_format({"italic": True, "valign": "top"})
        self.number = book.add_format({"valign": "top", "num_format": "#,##0.####", **line})
        self.share = book.add_format({"valign": "top", "num_format": "0%", **line})
        self.whole = book.add_format({"valign": "top", "num_format": "0", **line})


def _sheet_name(title: str, taken: set[str]) -> str:
    """A name that Excel accepts and that no other sheet has."""
    base = _NAME.sub("_", clean(title)).strip()[:TITLE] or "_"
    name, at = base, 2
    while name.casefold() in taken:
        name = f"{base[: TITLE - 3]}_{at}"
        at += 1
    taken.add(name.casefold())
    return name


def _paper(sheet: Any, width: int) -> None:
    """The smallest paper on which the type stays legible; a still wider sheet goes over several
    pages beside each other, its first two columns on each.
    """
    sheet.set_landscape()
    number, room = next((paper for paper in PAPERS if width <= paper[1]), PAPERS[-1])
    sheet.set_paper(number)
    across = math.ceil(width / room)
    sheet.fit_to_pages(across, 0)
    if across > 1:
        sheet.repeat_columns(0, 1)


def _sheet(sheet: Any, item: List, styles: _Styles, date: str) -> None:
    _paper(sheet, sum(item.widths))
    top = 1 if item.lead else 0
    sheet.repeat_rows(top)
    sheet.set_header(f"&C{item.title.replace('&', '&&')}"[:250])
    sheet.set_footer(f"&L{date.replace('&', '&&')}&R&P / &N"[:250])
    sheet.freeze_panes(top + 1, 0)
    if item.lead:
        sheet.write_string(0, 0, clean(item.lead), styles.said)
    for column, (words, width) in enumerate(zip(item.head, item.widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, words, styles.head)
    for at, row in enumerate(item.rows, top + 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(at, column, clean(value)[:MOST], styles.text)
            else:
                kind = styles.whole if isinstance(value, int) else styles.number
                kind = styles.share if column in item.shares else kind
                sheet.write_number(at, column, value, kind)
    last = top + max(len(item.rows), 1)
    sheet.autofilter(top, 0, last, len(item.head) - 1)
    if item.foot:
        sheet.write_string(last + 1, 0, clean(item.foot), styles.said)
    sheet.print_area(0, 0, last + bool(item.foot), len(item.head) - 1)
