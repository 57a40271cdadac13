"""Text files with columns: UTF-8, GB18030 or UTF-16; comma, tab, semicolon or bar between."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter

from liantu.library.importing.cells import (
    MAX_CELLS,
    MAX_ROWS,
    MAX_TEXT,
    Cell,
    Table,
    TableError,
    table,
)

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = "\t,;|"
_SAMPLE = 50
"""Lines that are looked at to find the delimiter."""
_TOLD = re.compile(r"sep=([\t,;|])\r?\n", re.IGNORECASE)
"""First line with which Excel is told the delimiter."""
_GUARDED = re.compile(r"'(?=[=+\-@])")
"""The mark before what a spreadsheet program would take for a formula."""


def separated_table(data: bytes, name: str) -> Table:
    """The table in ``data``, all cells texts. Raises :class:`TableError`."""
    words = _decoded(data)
    if "\0" in words:
        raise TableError("binary")
    told = _TOLD.match(words)
    body = words[told.end() :] if told else words
    rows = _rows(body, told[1] if told else _delimiter(body), name)
    return table(name, rows)


def _decoded(data: bytes) -> str:
    """The text; what no encoding reads whole is refused with the line of the first doubt."""
    mark = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), "") or _bare(data)
    for encoding in (mark,) if mark else ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
    raise TableError("encoding", line=line)


def _bare(data: bytes) -> str:
    """UTF-16 without a mark at its start: NULs at every second place."""
    head = data[:4000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) <= len(head) // 10 or min(even, odd):
        return ""
    return "utf-16-le" if odd else "utf-16-be"


def _delimiter(words: str) -> str:
    """The sign that stands equally often in most lines; a comma where none does."""
    lines = [line for line in words.splitlines()[:_SAMPLE] if line.strip()]
    return max(_DELIMITERS, key=lambda sign: _evenness(sign, lines), default=",")


def _evenness(sign: str, lines: list[str]) -> tuple[int, int]:
    counts = Counter(line.count(sign) for line in lines if sign in line)
    return max(((lines_, each) for each, lines_ in counts.items()), default=(0, 0))


def _rows(words: str, delimiter: str, name: str) -> list[list[Cell]]:
    csv.field_size_limit(MAX_TEXT)
    rows: list[list[Cell]] = []
    cells = 0
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            rows.append([_cell(value) for value in row])
            cells += len(row)
            if len(rows) > MAX_ROWS:
                raise TableError("rows", sheet=name, count=words.count("\n"), limit=MAX_ROWS)
            if cells > MAX_CELLS:
                raise TableError("cells", sheet=name, limit=MAX_CELLS)
    except csv.Error as error:
        raise TableError("quotes", line=reader.line_num) from error
    return rows


def _cell(value: str) -> Cell:
    return _GUARDED.sub("", value.strip(), count=1) or None
