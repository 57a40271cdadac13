"""A file of a spreadsheet program, or a text file with columns → its tables."""

from __future__ import annotations

from pathlib import Path

from liantu import files
from liantu.library.importing.books import book_tables
from liantu.library.importing.cells import MAX_BYTES, Cell, Table, TableError
from liantu.library.importing.separated import separated_table
from liantu.wording import reason

__all__ = ["SUFFIXES", "Cell", "Table", "TableError", "read_tables"]

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".tsv", ".txt")
"""Ends of the names of files that may hold tables."""
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"Rar!", "packed"),
    (b"7z\xbc\xaf", "packed"),
)
_MARKED = (
    (b"<html", "html"),
    (b"<table", "html"),
    (b"<!doctype", "html"),
    (b"mime-version", "html"),
)
_XML = b"urn:schemas-microsoft-com:office:spreadsheet"


def read_tables(path: Path) -> tuple[Table, ...]:
    """The sheets of a file in their order, hidden ones last; the values of formulas, never code.

    What the file is shows in its bytes, whatever its name says. Raises :class:`TableError`.
    """
    try:
        data = files.read(path, MAX_BYTES)
    except files.TooBigError as error:
        raise TableError("big", limit=MAX_BYTES // 1_000_000) from error
    except OSError as error:
        raise TableError("unreadable", reason=reason(error)) from error
    found = tables_of(data, path.stem)
    if not any(item.rows for item in found):
        raise TableError("empty")
    return found


def tables_of(data: bytes, name: str) -> tuple[Table, ...]:
    """The tables in ``data``; ``name``: what one of a text file is called."""
    if not data.strip():
        raise TableError("empty")
    if data.startswith((_ZIP, _OLE)):
        return book_tables(data)
    if kind := _foreign(data):
        raise TableError(kind)
    return (separated_table(data, name),)


def _foreign(data: bytes) -> str:
    """What no table is read from, or an empty text; platforms call pages of HTML ``.xls``."""
    head = data[:4096].lower().replace(b"\0", b"")
    if kind := next((kind for mark, kind in _FOREIGN if data.startswith(mark)), ""):
        return kind
    if _XML in head:
        return "xml"
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    return next((kind for mark, kind in _MARKED if _is_marked(start, mark)), "")


def _is_marked(start: bytes, mark: bytes) -> bool:
    if mark == b"mime-version":
        return start.startswith(mark)
    return start.startswith((b"<", b"<?xml")) and mark in start
