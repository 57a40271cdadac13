"""Plain text from tables and workbooks, without knowing where they come from."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.etree import ElementTree

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def tsv(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A titled table, a row a line; tabs and line ends in cells are spelt."""
    lines = ["\t".join(_cell(words) for words in row) for row in (head, *rows)]
    return "\n".join([f"## {title} ({len(lines) - 1})", *lines, ""]) + "\n"


def _cell(words: str) -> str:
    return words.replace("\t", "\\t").replace("\n", "\\n")


def workbook(path: Path) -> list[tuple[str, list[list[str]]]]:
    """The sheets of an XLSX: title and rows as they stand in the file, without blank cells at
    the end; ``#`` marks a number.
    """
    with zipfile.ZipFile(path) as archive:
        shared = [
            "".join(node.itertext())
            for node in _root(archive, "sharedStrings.xml").iter(_SHEET + "si")
        ]
        links = {
            node.get("Id"): node.get("Target") for node in _root(archive, "_rels/workbook.xml.rels")
        }
        return [
            (str(sheet.get("name")), _rows(_root(archive, str(links[sheet.get(_RELATED)])), shared))
            for sheet in _root(archive, "workbook.xml").iter(_SHEET + "sheet")
        ]


def _root(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(f"xl/{name}"))


def _rows(sheet: ElementTree.Element, shared: Sequence[str]) -> list[list[str]]:
    rows = ([_value(cell, shared) for cell in row] for row in sheet.iter(_SHEET + "row"))
    return [row[: max((at for at, cell in enumerate(row, 1) if cell), default=0)] for row in rows]


def _value(cell: ElementTree.Element, shared: Sequence[str]) -> str:
    value = cell.findtext(_SHEET + "v", "")
    if cell.get("t") == "s":
        return shared[int(value)]
    return f"#{float(value):.12g}" if value else ""


def footers(path: Path) -> list[str]:
    """What is printed below each sheet."""
    with zipfile.ZipFile(path) as archive:
        names = sorted(n for n in archive.namelist() if re.match(r"xl/worksheets/sheet", n))
        roots = [ElementTree.fromstring(archive.read(name)) for name in names]
    return [root.findtext(f".//{_SHEET}oddFooter", "") for root in roots]
