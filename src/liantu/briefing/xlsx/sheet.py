"""One sheet of a workbook: what stands in it, and how it is written."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from liantu.briefing.archive import clean
from liantu.briefing.xlsx.fitting import KEPT, MARGIN, fitted, height, lines, pages, squeezed
from liantu.briefing.xlsx.styles import BODY, Head, Styles
from liantu.telling.lists.column import Cell
from liantu.telling.lists.fill import Fill
from liantu.wording import text

MOST = 32_000
"""Characters that a cell can hold."""
SPAN = 110
"""Characters across which a sentence above or below the table runs."""
_FIRST_DAY = datetime.date(2000, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A sheet. Numbers stay numbers, texts stay texts, ``None`` is an empty cell; a row of a single
    text is a heading over the rows below it. ``told`` says date, scope and units; ``lead`` is a
    sentence above the table, ``foot`` one below it, ``purpose`` what the list is for; each may be
    empty. ``pending`` of the rows are still to be verified.
    """

    title: str
    heads: Sequence[Head]
    rows: Sequence[Sequence[Cell | None]]
    told: str = ""
    lead: str = ""
    foot: str = ""
    purpose: str = ""
    pending: int = 0

    @property
    def head(self) -> list[str]:
        """The words over the columns."""
        return [head.words for head in self.heads]

    @property
    def count(self) -> int:
        """Rows without headings and without lines to be filled in."""
        return sum(isinstance(row[0], int) for row in self.rows)


def write(sheet: Any, item: List, styles: Styles, contents: str = "") -> None:
    """Fill an empty sheet; ``contents`` is the name of the sheet to which its first cell leads."""
    heads = [_fitted(item, at) for at in range(len(item.heads))]
    widths = squeezed([head.width for head in heads])
    heads = [replace(head, width=width) for head, width in zip(heads, widths, strict=True)]
    item = replace(item, heads=heads)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width, styles.plain)
    top = _above(sheet, item, styles, contents)
    for column, head in enumerate(item.heads):
        sheet.write_string(top, column, clean(head.words), styles.head)
    sheet.set_row(top, height(max(lines(h.words, h.width - 1) for h in item.heads)))
    last = _body(sheet, item, styles, top + 1)
    sheet.autofilter(top, 0, last, len(item.heads) - 1)
    sheet.freeze_panes(top + 1, min(KEPT, len(item.heads) - 1))
    _checks(sheet, item, styles, top + 1, last)
    if item.foot:
        last += 1
        _sentence(sheet, last, item.foot, styles.said, widths)
    _print(sheet, item, top, last)


def _fitted(item: List, column: int) -> Head:
    """No wider than what stands in it; what an office writes has its room."""
    head = item.heads[column]
    if head.fill is not None:
        return head
    cells = (row[column] for row in item.rows if len(row) > 1)
    told = (value if isinstance(value, str) else _shown(value) for value in cells)
    return replace(head, width=fitted(head.words, told, head.width))


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:,.4f}".rstrip("0").rstrip(".")


def _above(sheet: Any, item: List, styles: Styles, contents: str) -> int:
    """Title, date and units, and the sentence about all rows; returns the row of the head."""
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, clean(item.title), styles.title)
    sheet.set_row(1, 18)
    sheet.write_string(1, 1 if contents else 0, clean(item.told), styles.told)
    if contents:
        words = text("brief.sheet.back")
        sheet.write_url(1, 0, f"internal:'{contents}'!A1", styles.link, words)
    if not item.lead:
        return 2
    _sentence(sheet, 2, item.lead, styles.lead, [head.width for head in item.heads])
    return 3


def _sentence(sheet: Any, row: int, words: str, style: Any, widths: Sequence[float]) -> None:
    """One cell over as many columns as a page is wide, wrapped and as high as it needs."""
    across = 1
    while across < len(widths) and sum(widths[: across + 1]) <= SPAN:
        across += 1
    told = clean(words)[:MOST]
    if across > 1:
        sheet.merge_range(row, 0, row, across - 1, told, style)
    else:
        sheet.write_string(row, 0, told, style)
    sheet.set_row(row, height(lines(told, sum(widths[:across]))))


def _body(sheet: Any, item: List, styles: Styles, first: int) -> int:
    """The rows; returns the last one, that of an empty table included."""
    at = first - 1
    for at, row in enumerate(item.rows or [[text("brief.none")]], first):
        if len(row) == 1:
            sheet.write_string(at, 0, clean(str(row[0])), styles.band)
            for column in range(1, len(item.heads)):
                sheet.write_blank(at, column, None, styles.band)
            sheet.set_row(at, height(1))
            continue
        for column, (value, head) in enumerate(zip(row, item.heads, strict=True)):
            _cell(sheet, at, column, value, styles.of(head, value))
        tall = (
            lines(clean(value), head.width)
            for value, head in zip(row, item.heads, strict=True)
            if isinstance(value, str)
        )
        sheet.set_row(at, height(max(tall, default=1)))
    return max(at, first)


def _cell(sheet: Any, row: int, column: int, value: Cell | None, style: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, clean(value)[:MOST], style)
    else:
        sheet.write_number(row, column, value, style)


def _checks(sheet: Any, item: List, styles: Styles, first: int, last: int) -> None:
    """What may be written into the blank columns, and the tints of the classes."""
    for column, head in enumerate(item.heads):
        place = (first, column, last, column)
        if head.fill is Fill.DAY:
            sheet.data_validation(*place, _day())
        elif head.fill is not None and head.fill.choices:
            sheet.data_validation(*place, _choice(head.fill.choices))
        for words, style in _tints(head, styles):
            rule = {"type": "text", "criteria": "containing", "value": words, "format": style}
            sheet.conditional_format(*place, rule)


def _tints(head: Head, styles: Styles) -> Sequence[tuple[str, Any]]:
    """The words of a column that are tinted, each with its format."""
    if head.classes:
        return styles.classes
    if head.states:
        return styles.states
    return styles.progress if head.fill is Fill.PROGRESS else ()


def _day() -> dict[str, object]:
    return {
        "validate": "date",
        "criteria": ">=",
        "value": _FIRST_DAY,
        "input_message": text("brief.sheet.day"),
        "error_message": text("brief.sheet.day"),
    }


def _choice(choices: Sequence[str]) -> dict[str, object]:
    told = text("brief.sheet.choice", choices="、".join(choices))
    return {"validate": "list", "source": list(choices), "error_message": told}


def _print(sheet: Any, item: List, top: int, last: int) -> None:
    """Paper, scale, repeated rows, and what stands at the head and the foot of each page."""
    paged(sheet, [head.width for head in item.heads], top)
    sheet.print_area(0, 0, last, len(item.heads) - 1)
    sheet.set_header(_small(f"&R{_escaped(item.title)}"))
    sheet.set_footer(_small(f"&L{_escaped(item.told)}&R{text('brief.sheet.pages')}"))


def paged(sheet: Any, widths: Sequence[float], top: int) -> None:
    """The paper on which columns of these widths stay legible, several across where they must be;
    the row ``top`` stands on every page.
    """
    found = pages(widths)
    sheet.set_landscape()
    sheet.set_paper(found.paper)
    sheet.set_margins(left=MARGIN, right=MARGIN, top=0.75, bottom=0.7)
    if found.breaks:
        sheet.set_print_scale(found.scale)
        sheet.set_v_pagebreaks(list(found.breaks))
        sheet.repeat_columns(0, KEPT - 1)
        sheet.print_across()
    else:
        sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)


def _small(words: str) -> str:
    """The head or foot of a page in the face of the sheet; Excel takes 255 characters."""
    for side in ("&L", "&R"):
        words = words.replace(side, f'{side}&"{BODY},Regular"&9 ')
    return words


def _escaped(words: str) -> str:
    return clean(words).replace("&", "&&")[:90]
