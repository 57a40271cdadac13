"""The lists of an office as sheets: filled by a template, or one list as the window shows it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from liantu.analysis.reading import Reading
from liantu.briefing.xlsx.sheet import List
from liantu.briefing.xlsx.styles import Head
from liantu.briefing.xlsx.workbook import to_xlsx
from liantu.jobs import Progress
from liantu.model import ListSet, ListSheet
from liantu.render.errors import ExportError
from liantu.render.export import replace_file
from liantu.telling.assumed import assumed
from liantu.telling.dates import spoken
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.lists.column import Block, Cell, Column, Scope, UnknownIdError
from liantu.telling.lists.column import List as Catalogued
from liantu.telling.lists.templates import chosen
from liantu.telling.standing import coverage_sentence
from liantu.wording import text

NUMBER_WIDTH = 6
REMARK_WIDTH = 26
PIXELS = 7
"""A character of a sheet is as wide as these of a window."""
HEADINGS = {Block.PENDING: "ui.list.pending", Block.SECURED: "ui.list.secured"}
NAMED = 3
"""Chains that are named above a table; more are counted."""


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
    title = text("brief.lists.set", region=reading.atlas.library.region.name, name=found.name)
    data = to_xlsx(reading, lists, title, _told(reading, chains))
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
    replace_file(path, to_xlsx(reading, [sheet_of(reading, item, rows, lead, columns)]))
    return path


def sheet_of(
    reading: Reading,
    item: Catalogued[Any],
    rows: Sequence[Any],
    lead: str = "",
    columns: Sequence[Column[Any]] = (),
) -> List:
    """Rows of one list as a sheet, in the columns of its own where no others are named."""
    found = columns or item.on_sheet
    filled = _filled(item.title, found, item.blocks(rows))
    told = "　".join(filter(None, (_told(reading), _units(found))))
    return replace(filled, lead=lead, foot=coverage_sentence(reading), told=told)


def all_lists(
    reading: Reading, chains: Sequence[str], template: ListSet | None = None
) -> Iterator[List]:
    """The sheets of a template, filled; raises ``ExportError`` for a column that is not known.

    What goes to a superior holds no row that is not confirmed; its sheets say how many are left.
    """
    scope, found = Scope(chains=tuple(chains)), template or chosen(reading.atlas)
    for sheet in found.sheets:
        item, columns = LISTS[sheet.kind], _columns(sheet)
        blocks = item.blocks(item.rows(reading, scope))
        shown = {Block.SURE: blocks[Block.SURE]} if found.superior else blocks
        yield replace(
            _filled(sheet.title, columns, shown, item.room),
            told="　".join(filter(None, (_told(reading, chains), _units(columns)))),
            lead=item.remarked(reading, scope),
            foot=coverage_sentence(reading),
            purpose=text(f"brief.purpose.{sheet.kind}"),
        )


def _columns(sheet: ListSheet) -> Sequence[Column[Any]]:
    item = LISTS[sheet.kind]
    try:
        return item.chosen(sheet.columns) or item.on_sheet
    except UnknownIdError as error:
        near = "、".join(error.near)
        raise ExportError("render.column", sheet=sheet.title, id=error.wrong, near=near) from error


def _told(reading: Reading, chains: Sequence[str] = ()) -> str:
    """Date, scope and assumptions."""
    names = [reading.atlas.chains[chain].label for chain in chains]
    every = len(names) == len(reading.atlas.chains)
    code = "brief.lists.all" if every else "brief.lists.some"
    few = "、".join(names) if len(names) <= NAMED else text(code, count=len(names))
    date = spoken(reading.date) or text("ui.unknown")
    found = [text("brief.lists.date", date=date)]
    found += [text("brief.lists.scope", scope=few)] if names else []
    remark = assumed(reading)
    found += [text("brief.line.assumed", words=remark)] if remark else []
    return "　".join(found)


def _units(columns: Sequence[Column[Any]]) -> str:
    """In what the numbers are given, where there are any."""
    told = [text("brief.lists.unit")] if any(c.id == "unit" for c in columns) else []
    told += [text("brief.lists.percent")] if any(c.percent for c in columns) else []
    return text("brief.lists.units", units="；".join(told)) if told else ""


def _filled(
    title: str,
    columns: Sequence[Column[Any]],
    blocks: Mapping[Block, Sequence[Any]],
    room: tuple[str, int] = ("", 0),
) -> List:
    """The rows, each later block under a heading of its own; what numbers alone do not say stands
    in a column of its own; ``room``: a heading with so many empty rows below.
    """
    heads = [Head(words=text("brief.lists.number"), width=NUMBER_WIDTH)]
    heads += _heads(columns)
    number = itertools.count(1)
    remarked = any(_remark(columns, row) for rows in blocks.values() for row in rows)
    if remarked:
        heads.append(Head(words=text("brief.lists.remark"), width=REMARK_WIDTH))
    rows: list[list[Cell | None]] = []
    for block, found in blocks.items():
        if found and block in HEADINGS:
            rows.append([text(HEADINGS[block], count=len(found))])
        for row in found:
            rows.append([next(number), *(_cell(column, row) for column in columns)])
            rows[-1] += [_remark(columns, row)] if remarked else []
    if room[1]:
        rows.append([text(room[0])])
        rows += [["" for _ in heads] for _ in range(room[1])]
    return List(title=title, heads=heads, rows=rows, pending=len(blocks.get(Block.PENDING, ())))


def _heads(columns: Sequence[Column[Any]]) -> Iterator[Head]:
    """No two columns have the same words above them."""
    taken: dict[str, int] = {}
    for column in columns:
        taken[column.head] = taken.get(column.head, 0) + 1
        again = taken[column.head] > 1
        yield Head(
            words=f"{column.head}（{taken[column.head]}）" if again else column.head,
            width=column.width // PIXELS,
            numeric=column.numeric,
            share=column.percent,
            classes=column.marks is not None,
            states=column.id == "state" and column.pill is not None,
            fill=column.fill,
        )


def _cell(column: Column[Any], row: Any) -> Cell | None:
    """A number or nothing where numbers stand, so that sums are right; else words."""
    return column.amount(row) if column.numeric else column.cell(row)


def _remark(columns: Sequence[Column[Any]], row: Any) -> str:
    told = ((column.head, column.remark(row)) for column in columns)
    return "；".join(
        text("brief.lists.told", head=head, words=words) for head, words in told if words
    )
