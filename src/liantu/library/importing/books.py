"""Workbooks of Excel, WPS and LibreOffice → tables, through calamine."""

from __future__ import annotations

import datetime
import io
import math
from typing import Any

from liantu.library.importing.cells import (
    MAX_SHEETS,
    MAX_TEXT,
    Cell,
    Table,
    TableError,
    checked_size,
    table,
)
from liantu.library.importing.guards import check_old, check_zip

_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_SLIDES = "PowerPoint Document".encode("utf-16-le")


def book_tables(data: bytes) -> tuple[Table, ...]:
    """The sheets of a workbook, hidden ones last. Raises :class:`TableError` only."""
    try:
        kind = check_zip(data) if data.startswith(b"PK") else _old_kind(data)
        if kind == "xls":
            check_old(data)
        elif kind not in ("xlsx", "ods"):
            raise TableError(kind)
        return _tables(data)
    except (TableError, KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # a panic of the reader is no Exception
        raise TableError(_reason(error)) from None


def _old_kind(data: bytes) -> str:
    """What a container of old Office files holds."""
    marks = {_PASSWORD: "password", _WORD: "word", _SLIDES: "slides"}
    return next((kind for mark, kind in marks.items() if mark in data), "xls")


def _reason(error: BaseException) -> str:
    return "password" if type(error).__name__ == "PasswordError" else "damaged"


def _tables(data: bytes) -> tuple[Table, ...]:
    # Only imports need it, and it is machine code.
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415

    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        sheets = [m for m in book.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
        if len(sheets) > MAX_SHEETS:
            raise TableError("sheets", count=len(sheets), limit=MAX_SHEETS)
        found = [
            _sheet(book.get_sheet_by_name(m.name), m.visible != SheetVisibleEnum.Visible)
            for m in sheets
        ]
    return tuple(sorted(found, key=lambda item: item.hidden))


def _sheet(sheet: Any, hidden: bool) -> Table:
    if sheet.end is None:
        return table(sheet.name.strip(), [], hidden=hidden)
    checked_size(sheet.name, sheet.end[0] + 1, sheet.end[1] + 1)
    raw = sheet.to_python(skip_empty_area=False)
    rows = [[_cell(value) for value in row] for row in raw]
    _fill_merged(rows, sheet.merged_cell_ranges or ())
    return table(sheet.name.strip(), rows, hidden=hidden)


def _fill_merged(rows: list[list[Cell]], ranges: Any) -> None:
    """Put into every cell of a merged range what is seen in it."""
    for (top, left), (bottom, right) in ranges:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        value = rows[top][left]
        for row in rows[top : bottom + 1] if value is not None else ():
            width = min(right + 1, len(row))
            row[left:width] = [value] * max(width - left, 0)


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return _words(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    return str(value) or None


def _words(value: str) -> Cell:
    """A text as it is seen: Excel writes the line ends of other systems as ``_x000D_``."""
    return value[:MAX_TEXT].replace("_x000D_", "").strip() or None
