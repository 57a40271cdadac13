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
from collections.abc import Callable, Iterator
from xml.parsers import expat

from liantu.library.importing.cells import MAX_UNPACKED, TableError, checked_size

_CHUNK = 1 << 20
_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br=["']\$?([A-Za-z]+)\$?(\d+)["'][^>]*(?<!/)>""")
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\br=["'](\d+)["']""")
_STRINGS = re.compile(rb"""<(?:\w+:)?sst\b[^>]*>""")
_COUNT = re.compile(rb"""\b(?:uniqueC|c)ount=["'](\d+)["']""")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
"""Of any sheet of today's programs."""
_ODS = re.compile(
    rb"<table:(table-row|table-cell|covered-table-cell|table)\b([^>]*)>|</table:table-row>"
)
_DIMENSIONS = re.compile(rb"\x00\x02\x0e\x00(.{12})\x00\x00", re.DOTALL)
"""The record of old workbooks that tells which rows and columns a sheet uses."""
_OLD_ROWS, _OLD_COLUMNS = 65_536, 256
_REPEATED = re.compile(rb'table:number-(?:rows|columns)-repeated="(\d+)"')


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
                _check(packed)
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


def _check(packed: zipfile.ZipFile) -> None:
    """Unpack everything within the limit; its declared size may be a lie."""
    left = MAX_UNPACKED
    for info in packed.infolist():
        look = next((check for name, check in _LOOKED_AT if name.fullmatch(info.filename)), None)
        kept: list[bytes] = []
        for piece in _pieces(packed, info):
            left -= len(piece)
            if left < 0:
                raise TableError("bomb", limit=MAX_UNPACKED // 1_000_000)
            if look is not None:
                kept.append(piece)
        if look is not None:
            look(b"".join(kept))


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
        height = max(height, _number(digits))
        width = max(width, _column(letters))
    last = max(map(_number, _ROW.findall(xml)), default=0)
    if max(height, last) > _LAST_ROW or width > _LAST_COLUMN:
        raise TableError("damaged")
    checked_size("", height, width)


def _check_strings(xml: bytes) -> None:
    """Raise where the table of texts claims more of them than there is room for."""
    head = _STRINGS.search(xml)
    counts = map(_number, _COUNT.findall(head[0])) if head else ()
    if max(counts, default=0) > MAX_UNPACKED // 8:
        raise TableError("damaged")


def _number(digits: bytes) -> int:
    """The number, but of a long row of digits only that it is too large."""
    return int(digits) if len(digits) < 12 else 10**12


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:6].upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _check_ods(xml: bytes) -> None:
    """The same of a sheet in which rows and cells may be repeated any number of times; of XML that
    breaks off the reader would look for the end for ever.
    """
    try:
        expat.ParserCreate().Parse(xml, True)
    except expat.ExpatError as error:
        raise TableError("damaged") from error
    row = height = column = width = 0
    times, filled = 1, False
    for found in _ODS.finditer(xml):
        tag, attributes = found[1], found[2] or b""
        repeated = _REPEATED.search(attributes)
        count = _number(repeated[1]) if repeated else 1
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


_LOOKED_AT: tuple[tuple[re.Pattern[str], Callable[[bytes], None]], ...] = (
    (re.compile(r"/?xl/worksheets/.+\.xml", re.IGNORECASE), _check_sheet),
    (re.compile(r"/?xl/sharedstrings\.xml", re.IGNORECASE), _check_strings),
    (re.compile(r"content\.xml"), _check_ods),
)
"""Parts of packed workbooks that say how large something is."""
