"""One list as it is shown, as a paper: landscape pages with the columns that are seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Block, Paragraph, Report, Table
from liantu.briefing.office import Sheet
from liantu.briefing.short import short
from liantu.telling.assumed import assumed
from liantu.telling.lists.column import Column, List
from liantu.wording import text

LANDSCAPE = Sheet(15, 14, 14, 14, 10, 8, 15, 18, 0, False, flipped=True)
MOST = 12
"""Columns that a page has room for."""


def list_paper(
    reading: Reading,
    item: List[Any],
    rows: Sequence[Any],
    columns: Sequence[Column[Any]],
    lead: str,
) -> Report:
    """These rows in these columns; what there is no room for is named below the table."""
    region = reading.atlas.library.region.name
    told = assumed(reading)
    return short(
        reading,
        text("print.list.title", region=region, name=item.title),
        list(_blocks(item, rows, columns or item.on_screen, lead)),
        lines=[text("brief.line.assumed", words=told)] if told else [],
    )


def _blocks(
    item: List[Any], rows: Sequence[Any], columns: Sequence[Column[Any]], lead: str
) -> Iterator[Block]:
    if lead:
        yield Paragraph(lead)
    shown, left = columns[:MOST], columns[MOST:]
    names = "、".join(column.head for column in left)
    yield Table(
        item.title,
        [column.head for column in shown],
        [[column.text(row) for column in shown] for row in rows],
        [max(column.width, 1) for column in shown],
        [at for at, column in enumerate(shown) if column.numeric],
        text("print.list.left", names=names) if left else "",
    )
