"""The tables of a briefing: columns chosen by id from the lists, the first rows of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Table
from liantu.briefing.prose import spoken_dates, tight
from liantu.model import Atlas, Chain
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import List, Scope
from liantu.wording import text

MOST_ROWS = 15
HEADS = {"trust": "brief.head.trust", "makes": "brief.head.makes"}
"""Heads that read otherwise on paper."""
PROSE: Mapping[str, Callable[[str], str]] = {
    "ground": tight,
    "makes": lambda words: tight(spoken_dates(words)),
    "content": lambda words: tight(spoken_dates(words)),
}
"""Columns whose words are set as prose."""


def known(atlas: Atlas, chain: Chain) -> list[str]:
    """Ids of the chain's members that the atlas knows."""
    return [m.product for m in chain.members() if m.product in atlas.products]


def _table(caption: str, item: List[Any], rows: Sequence[Any], most: int = MOST_ROWS) -> Table:
    """The first rows of a list with its columns for paper. What is left out is counted."""
    columns = item.chosen(item.paper)
    cells = [
        [PROSE.get(column.id, str)(column.text(row)) for column in columns] for row in rows[:most]
    ]
    return Table(
        caption,
        [text(HEADS[column.id]) if column.id in HEADS else column.head for column in columns],
        cells,
        list(item.paper.values()),
        [at for at, column in enumerate(columns) if column.numeric],
        text("brief.more", count=len(rows) - most) if len(rows) > most else "",
    )


def _of(reading: Reading, chain: Chain, key: str) -> tuple[List[Any], Sequence[Any]]:
    """A list and what it has of a chain."""
    item = find(key)
    return item, item.rows(reading, Scope(chains=(chain.id,)))


def projects(reading: Reading, chain: Chain) -> Table:
    """The projects recorded for a chain."""
    caption = text("brief.table.projects", chain=chain.label)
    return _table(caption, *_of(reading, chain, "projects"))


def clusters(reading: Reading, chain: Chain) -> Table:
    """The industrial clusters of a chain as sources describe them."""
    item, rows = _of(reading, chain, "clusters")
    return _table(text("brief.table.clusters", chain=chain.label), item, rows, len(rows))


def enterprises(reading: Reading, chain: Chain) -> Table:
    """Enterprises by tier: the highest honour first, those without a record last."""
    item, rows = _of(reading, chain, "tiers")
    return _table(text("brief.table.enterprises", chain=chain.label), item, rows, len(rows))
