"""What a packed workbook would grow to, found before anything reads it as one.

The reader of spreadsheets lays a sheet out as a full rectangle: one cell far away, or a bomb of
zeros, would end the program for want of memory, without an exception.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from liantu.library.importing.cells import MAX_UNPACKED, TableError, checked_size

_CHUNK = 1 << 20
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,9})"[^>]*(?<!/)>')
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_ODS = re.compile(
    rb"<table:(table-row|table-cell|covered-table-cell|table)\b([^>]*)>|</table:table-row>"
)
_DIMENSIONS = re.compile(rb"\x00\x02\x0e\x00(.{12})\x00\x00", re.DOTALL)
"""The record of old workbooks that tells which rows and columns a sheet uses."""
_OLD_ROWS, _OLD_COLUMNS = 65_536, 256
_REPEATED = re.compile(rb'table:number-(?:rows|columns)-repeated="(\d{1,9})"')


def check_old(data: bytes) -> None:
    """Raise where a sheet of an old workbook claims a size that none can have: the reader asks for
    the memory at once.
    """
    for found in _DIMENSIONS.finditer(data):
        _, height, _, width = struct.unpack("<IIHH", found[1])
        if height > _OLD_ROWS or width > _OLD_COLUMNS:
            raise TableError("damaged")


def check_zip(data: bytes) -> str:
    """What kind of file a zip is: ``xlsx``, ``ods`` or what else. Raises :class:`TableError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            kind = _kind(packed.namelist())
            if kind in ("xlsx", "ods"):
                _check(packed, kind)
            return kind
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError) as error:
        if isinstance(error, TableError):
            raise
        raise TableError("damaged") from error
    except (NotImplementedError, RuntimeError, OSError) as error:  # unusual packing, a password
        raise TableError("packed_oddly") from error


def _kind(names: list[str]) -> str:
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if "content.xml" in names:
        return "ods"
    marks = {"word/": "word", "ppt/": "slides"}
    return next((k for m, k in marks.items() if any(n.startswith(m) for n in names)), "packed")


def _check(packed: zipfile.ZipFile, kind: str) -> None:
    """Unpack everything within the limit; its declared size may be a lie."""
    left = MAX_UNPACKED
    for info in packed.infolist():
        looked_at = (
            info.filename == "content.xml" if kind == "ods" else _SHEET.fullmatch(info.filename)
        )
        kept: list[bytes] = []
        for piece in _pieces(packed, info):
            left -= len(piece)
            if left < 0:
                raise TableError("bomb", limit=MAX_UNPACKED // 1_000_000)
            if looked_at:
                kept.append(piece)
        if looked_at:
            (_check_ods if kind == "ods" else _check_sheet)(b"".join(kept))


def _pieces(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    if info.file_size > MAX_UNPACKED:
        raise TableError("bomb", limit=MAX_UNPACKED // 1_000_000)
    with packed.open(info) as file:
        while piece := file.read(_CHUNK):
            yield piece


def _check_sheet(xml: bytes) -> None:
    """Raise where the rectangle around the cells that hold something is too large."""
    width = height = 0
    for letters, digits in _CELL.findall(xml):
        height = max(height, int(digits))
        width = max(width, _column(letters))
    checked_size("", height, width)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _check_ods(xml: bytes) -> None:
    """The same of a sheet in which rows and cells may be repeated any number of times."""
    row = height = column = width = 0
    times, filled = 1, False
    for found in _ODS.finditer(xml):
        tag, attributes = found[1], found[2] or b""
        repeated = _REPEATED.search(attributes)
        count = int(repeated[1]) if repeated else 1
        if tag is None or (tag == b"table-row" and attributes.endswith(b"/")):
            row += times if tag is None else count
            height = row if filled and tag is None else height
            filled = False
            checked_size("", height, width)
        elif tag == b"table":
            row = height = width = 0
        elif tag == b"table-row":
            times, column = count, 0
        else:
            column += count
            if b"office:value-type" in attributes:
                filled, width = True, max(width, column)
