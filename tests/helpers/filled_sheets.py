"""A 摸底任务单 filled in as a clerk does: words typed into the cells of the workbook itself."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

ANSWERS = "HIJKL"
"""Columns of 答复, 企业全称, 产品与年产量, 年份 and 依据."""
FIRST = 5
"""Row of the first line."""
_SHEET = "xl/worksheets/sheet1.xml"


def fill(path: Path, target: Path, rows: Mapping[int, Sequence[str]], office: str = "") -> Path:
    """A copy of the workbook at ``path`` with ``rows``: place from 1 → words of the answers."""
    cells = {
        f"{column}{FIRST - 1 + place}": words
        for place, told in rows.items()
        for column, words in zip(ANSWERS, told, strict=False)
        if words
    }
    if office:
        cells["D3"] = office
    return type_in(path, target, cells)


def type_in(path: Path, target: Path, cells: Mapping[str, str]) -> Path:
    """A copy of the workbook with these words in these cells, whatever stood there."""
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    sheet = parts[_SHEET].decode("utf-8")
    for cell, words in cells.items():
        sheet = _typed(sheet, cell, words)
    parts[_SHEET] = sheet.encode("utf-8")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return target


def _typed(sheet: str, cell: str, words: str) -> str:
    pattern = re.compile(rf'<c r="{cell}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
    told = f't="inlineStr"><is><t xml:space="preserve">{escape(words)}</t></is></c>'
    found, count = pattern.subn(lambda m: f'<c r="{cell}"{m[1] or ""} {told}', sheet)
    assert count == 1, cell
    return found
