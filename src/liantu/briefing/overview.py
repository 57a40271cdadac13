"""The chains side by side: their numbers, and how many rows each board has of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from liantu.analysis.boards import confirmed
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Table
from liantu.briefing.heads import of_board, seen_keys
from liantu.briefing.prose import tight
from liantu.briefing.tables import known
from liantu.model import Chain
from liantu.model.boards import Board
from liantu.telling import completeness
from liantu.wording import text

HEADS = (
    *("chain", "products", "local", "keyed", "own_short", "mains_short"),
    *("materials_short", "parts_short", "fill", "extend", "strong", "firms"),
)
WIDTHS = (2.6, 0.78, 0.78, 1.3, 1.3, 1.56, 1.04, 1.04, 1.02, 1.05, 0.78, 0.78)
"""On a plain page every head and every chain of the city stands in one line."""


def overview(reading: Reading, chosen: Sequence[Chain]) -> Table:
    """One row a chain, then all together, where what several chains share counts once.

    Of 补链 and 延链 the count of confirmed rows stands before that of rows to be asked about.
    """
    rows = [_chain(reading, chain) for chain in chosen]
    several = len(rows) > 1
    if several:
        rows.append(_together(reading, chosen))
    return Table(
        text("brief.table.overview"),
        [text(f"brief.head.{head}") for head in HEADS],
        rows,
        WIDTHS,
        range(1, len(HEADS)),
        text("brief.overview.note") if several else text("brief.overview.counts"),
    )


def _chain(reading: Reading, chain: Chain) -> list[str]:
    summary = reading.summary(chain.id)
    return [
        chain.label,
        str(summary.products),
        str(summary.local),
        f"{seen_keys(summary.keys)}/{sum(summary.keys.values())}",
        f"{summary.span.seen}/{summary.span.own}",
        tight(completeness.secured(summary.mains)),
        str(len(summary.mains.materials)),
        str(len(summary.mains.parts)),
        *(_counted(reading, board, reading.rows(board, chain.id)) for board in Board),
        str(len(summary.enterprises)),
    ]


def _counted(reading: Reading, board: Board, rows: Sequence[Score]) -> str:
    """``0+12``: confirmed and to be asked about; what is made here is one count."""
    sure = len(confirmed(rows, reading.verdicts))
    return str(sure) if board is Board.STRONG else f"{sure}+{len(rows) - sure}"


def _together(reading: Reading, chosen: Sequence[Chain]) -> list[str]:
    ids = dict.fromkeys(p for c in chosen for p in known(reading.atlas, c))
    firms = {e for c in chosen for e in reading.summary(c.id).enterprises}
    keys = Counter(
        reading.situation.standing(p)
        for p in dict.fromkeys(k.product for c in chosen for k in c.key)
    )
    mains = [reading.summary(c.id).mains for c in chosen]
    none = text("ui.none")
    return [
        text("brief.overview.together"),
        str(len(ids)),
        str(sum(reading.situation.is_local(p) for p in ids)),
        f"{seen_keys(keys)}/{sum(keys.values())}",
        none,
        none,
        _distinct(m.materials for m in mains),
        _distinct(m.parts for m in mains),
        *(_counted(reading, board, of_board(reading, chosen, board)) for board in Board),
        str(len(firms)),
    ]


def _distinct(found: Iterable[Sequence[str]]) -> str:
    return str(len({product for products in found for product in products}))
