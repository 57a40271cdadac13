"""Lists as one XLSX: a contents sheet that leads to every list, strings that are never formulas."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

from liantu.analysis.reading import Reading
from liantu.briefing.archive import clean, moment, repacked
from liantu.briefing.xlsx.sheet import List, write
from liantu.briefing.xlsx.styles import BODY, Head, Styles
from liantu.wording import text

TITLE = 31
"""Longest name of a sheet."""
_NAME = re.compile(r"[\[\]:*?/\\']")
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_column_width": 72,
    "default_row_height": 20,
}


def to_xlsx(reading: Reading, lists: Sequence[List], title: str = "", told: str = "") -> bytes:
    """The workbook in memory; the same bytes for the same data. ``title`` and ``told`` stand above
    the contents, which several lists have.
    """
    import xlsxwriter  # noqa: PLC0415  only exports need it

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, _OPTIONS)
    book.formats[0].set_font_name(BODY)
    book.set_properties(_properties(reading))
    styles = Styles(book)
    if reading.atlas.lacking:
        lists = [_lacking(reading), *lists]
    several = len(lists) > 1
    contents = text("brief.sheet.contents") if several else ""
    taken = {contents.casefold()} if several else set[str]()
    names = [_sheet_name(item.title, taken) for item in lists]
    if several:
        told = told or lists[-1].told
        _contents(book.add_worksheet(contents), _index(lists, title, told), names, styles)
    for item, name in zip(lists, names, strict=True):
        write(book.add_worksheet(name), item, styles, contents)
    book.close()
    return repacked(target.getvalue())


def _properties(reading: Reading) -> dict[str, object]:
    region = reading.atlas.library.region.name
    return {
        "title": text("brief.lists.title", region=region),
        "author": region,
        "company": region,
        "comments": reading.atlas.library.statement,
        "created": moment(reading.atlas.library.edition).replace(tzinfo=None),
    }


def _lacking(reading: Reading) -> List:
    """The sheet that says which files could not be read."""
    name = text("brief.sheet.lacking")
    number = text("brief.lists.number")
    heads = (Head(words=number, width=6), Head(words=name, width=100))
    return List(title=name, heads=heads, rows=[[1, reading.atlas.lacking]])


def _index(lists: Sequence[List], title: str, told: str) -> List:
    """What the workbook holds: each list with its rows and what it is for."""
    widths = {"number": 6, "name": 26, "count": 8, "pending": 10, "purpose": 60}
    heads = [
        Head(words=text(f"brief.contents.{key}"), width=width, numeric=key in ("count", "pending"))
        for key, width in widths.items()
    ]
    rows = [
        [at, item.title, item.count, item.pending or None, item.purpose]
        for at, item in enumerate(lists, 1)
    ]
    foot = text("brief.contents.foot")
    title = title or text("brief.sheet.contents")
    return List(title=title, heads=heads, rows=rows, told=told, foot=foot)


def _contents(sheet: Any, item: List, names: Sequence[str], styles: Styles) -> None:
    """The contents, in which each name leads to its sheet."""
    write(sheet, item, styles)
    for row, name in enumerate(names, 3):
        sheet.write_url(
            row, 1, f"internal:'{name}'!A1", styles.jump, clean(str(item.rows[row - 3][1]))
        )


def _sheet_name(title: str, taken: set[str]) -> str:
    """A name that Excel accepts and that no other sheet has."""
    base = _NAME.sub("_", clean(title)).strip()[:TITLE] or "_"
    name, at = base, 2
    while name.casefold() in taken:
        name = f"{base[: TITLE - 3]}_{at}"
        at += 1
    taken.add(name.casefold())
    return name
