"""Workbooks to be filled in and imported again: headings as the importer knows them, words to
choose from, an example that is not read, and instructions.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from liantu.briefing.archive import clean, repacked
from liantu.briefing.xlsx.fitting import fitted, height, lines
from liantu.briefing.xlsx.sheet import paged
from liantu.briefing.xlsx.styles import BODY, Styles
from liantu.library.importing import readers
from liantu.library.importing.cells import Cell
from liantu.library.importing.filled import filled
from liantu.library.importing.lookups import Lookups, lookups
from liantu.library.importing.targets import Column, Target
from liantu.library.importing.trouble import listed
from liantu.model import Atlas
from liantu.wording import text

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
SPARE = 500
"""Empty rows that are ready to be filled in, beyond those that are filled."""
_WIDE, _USUAL, _NARROW = 34, 18, 12
_INLINE = 250
"""Characters of a list of choices that a cell can hold by itself, less than the 255 of Excel."""
_LINES = 10
_WHOLE = 48
"""Widest column of the words to choose from: names are read whole there."""
_TOLD = 100
"""Width of the sheet that says how to fill in."""
_FRONT = frozenset(("name", "firm", "text", "title", "claim", "item"))


@dataclass(slots=True)
class _Pages:
    """The sheets while they are written."""

    book: Any
    styles: Styles
    look: Lookups
    choices: list[tuple[str, ...]]


def template_book(atlas: Atlas, target: Target, *, full: bool = False) -> bytes:
    """A workbook for rows of a target, with what is on record where ``full``; the same bytes for
    the same atlas.
    """
    import xlsxwriter  # noqa: PLC0415  only exports need it

    output = io.BytesIO()
    book = xlsxwriter.Workbook(output, _OPTIONS)
    book.formats[0].set_font_name(BODY)
    book.set_properties({"created": datetime.datetime(2000, 1, 1), "title": target.name})
    pages = _Pages(book, Styles(book), lookups(atlas), [])
    columns = tuple(target.columns.values())
    rows = list(filled(pages.look, target)) if full else []
    sheet = book.add_worksheet(target.name)
    words = book.add_worksheet(text("brief.template.words"))
    _instruct(book.add_worksheet(text("brief.template.told")), pages, target)
    _head(sheet, pages, columns)
    _example(sheet, pages, columns)
    for at, row in enumerate(rows, 2):
        _write(sheet, pages, columns, at, row)
    _offer(sheet, words, pages, columns, len(rows) + SPARE)
    paged(sheet, [_width(column) for column in columns], 0)
    sheet.autofilter(0, 0, 0, max(len(columns) - 1, 0))
    book.close()
    return repacked(output.getvalue())


def _head(sheet: Any, pages: _Pages, columns: Sequence[Column]) -> None:
    for at, column in enumerate(columns):
        star = "*" if column.required else ""
        sheet.write_string(0, at, column.label + star, pages.styles.head)
        sheet.set_column(at, at, _width(column), _style(pages, column))
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 1)


def _width(column: Column) -> int:
    if isinstance(column.reader, readers.Words) and column.reader.limit > 200:
        return _WIDE
    long = column.key in _FRONT or isinstance(column.reader, readers.Firm | readers.Many)
    return _WIDE if long else _NARROW if isinstance(column.reader, readers.Flag) else _USUAL


def _style(pages: _Pages, column: Column) -> Any:
    numeric = isinstance(column.reader, readers.Number)
    return pages.styles.number if numeric else pages.styles.text


def _example(sheet: Any, pages: _Pages, columns: Sequence[Column]) -> None:
    """A row that shows how each column is filled in, marked as such in its first cell."""
    for at, column in enumerate(columns):
        told = _sample(pages.look, column)
        if at == 0:
            told = text("brief.template.example", value=told or "")
        _put(sheet, 1, at, told, pages.styles.said)


def _sample(look: Lookups, column: Column) -> Cell:
    """What a column could hold."""
    own = listed(f"brief.template.sample.{column.key}")
    if own:
        return own[0]
    if isinstance(column.reader, readers.Number):
        return 20.0
    if isinstance(column.reader, readers.Flag):
        return column.reader.choices(look)[-1]
    if isinstance(column.reader, readers.Day):
        return text("brief.template.sample.day")
    if column.key.endswith("unit"):
        return next(iter(look.atlas.products.values())).unit if look.atlas.products else None
    found = _choices(look, column)
    return found[0] if found else None


def _choices(look: Lookups, column: Column) -> tuple[str, ...]:
    if column.key.endswith("unit"):
        return tuple(look.atlas.library.units)
    inner = column.reader.one if isinstance(column.reader, readers.Many) else column.reader
    return inner.choices(look)


def _write(
    sheet: Any, pages: _Pages, columns: Sequence[Column], at: int, row: Sequence[Cell]
) -> None:
    """A row as high as its longest text needs."""
    most = 1
    for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
        _put(sheet, at, place, cell, _style(pages, column))
        if isinstance(cell, str):
            most = max(most, lines(cell, _width(column) - 1))
    sheet.set_row(at, height(most))


def _put(sheet: Any, at: int, column: int, cell: Cell, style: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(at, column, clean(cell), style)
    elif cell is not None:
        sheet.write(at, column, cell, style)


def _offer(sheet: Any, words: Any, pages: _Pages, columns: Sequence[Column], rows: int) -> None:
    """Let cells be chosen where there are words for them; other words are still let in where
    several may stand in one cell.
    """
    for at, column in enumerate(columns):
        found = _choices(pages.look, column)
        if not found:
            continue
        place = _listed(words, pages, column, found)
        several = isinstance(column.reader, readers.Many) or column.key.endswith("unit")
        sheet.data_validation(
            2,
            at,
            rows + 2,
            at,
            {
                "validate": "list",
                "source": place,
                "ignore_blank": True,
                "error_type": "information" if several else "warning",
                "error_title": text("brief.template.error"),
                "error_message": text("brief.template.choose"),
                "show_error": not several,
            },
        )
    widths = [max(fitted("", found, _WHOLE), _USUAL) for found in pages.choices]
    for at, wide in enumerate(widths):
        words.set_column(at, at, wide)
    paged(words, widths or [_USUAL], 0)
    words.set_portrait()


def _listed(words: Any, pages: _Pages, column: Column, found: tuple[str, ...]) -> Any:
    """The words themselves where they are few, else where they stand on the sheet of words."""
    at = len(pages.choices)
    pages.choices.append(found)
    words.write_string(0, at, column.label, pages.styles.head)
    for row, word in enumerate(found, 1):
        words.write_string(row, at, clean(word), pages.styles.text)
    if sum(len(word) + 1 for word in found) < _INLINE and not any("," in word for word in found):
        return list(found)
    letter = chr(ord("A") + at)
    return f"='{text('brief.template.words')}'!${letter}$2:${letter}${len(found) + 1}"


def _instruct(sheet: Any, pages: _Pages, target: Target) -> None:
    sheet.set_column(0, 0, _TOLD)
    paged(sheet, [_TOLD], 0)
    sheet.write_string(0, 0, text("brief.template.title", name=target.name), pages.styles.title)
    sheet.set_row(0, 32)
    needed = "\u3001".join(column.label for column in target.required)
    lines = [text(f"brief.template.line.{at}", needed=needed) for at in range(1, _LINES + 1)]
    for at, line in enumerate(lines, 1):
        sheet.write_string(at, 0, line, pages.styles.text)
