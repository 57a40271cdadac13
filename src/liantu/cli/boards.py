"""The judgement of a chain or of the city as text: numbers, three boards, 摸底 and 短板."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.analysis.asking import FIRST, settled
from liantu.analysis.reading import Reading
from liantu.cli.documents import scope_of, shortlist_document
from liantu.model.boards import Board
from liantu.telling import completeness
from liantu.telling.answer import answer
from liantu.telling.assumed import assumed
from liantu.telling.line import joined
from liantu.telling.lists.boards import board_rows, none_confirmed
from liantu.telling.lists.column import Block
from liantu.telling.lists.row import GapRow, block_of
from liantu.telling.standing import coverage_sentence
from liantu.wording import text

SHOWN = 10
"""Rows of a block that are printed; JSON and the lists have all."""


def told(reading: Reading, chain: str) -> Iterator[str]:
    """Line by line; what is not confirmed stands in a block of its own."""
    atlas = reading.atlas
    name = atlas.chains[chain].name if chain else atlas.library.region.name
    date = text("why.date", date=reading.date or text("ui.unknown"))
    yield joined(name, date, assumed(reading))
    yield coverage_sentence(reading)
    for one in (chain,) if chain else atlas.chains:
        label = "" if chain else atlas.chains[one].label
        yield joined(label, completeness.numbers(reading, one))
    for board in Board:
        yield from _board(reading, board, chain)
    yield from _survey(reading, chain)
    yield from _shortlist(reading, chain)


def _board(reading: Reading, board: Board, chain: str) -> Iterator[str]:
    rows = board_rows(board)(reading, scope_of(chain))
    asked = [row for row in rows if block_of(row) is Block.PENDING]
    sure = [row for row in rows if block_of(row) is not Block.PENDING]
    yield ""
    yield text("cli.board", board=text(f"standing.board.{board}"), count=len(rows))
    none = none_confirmed(rows)
    if none:
        yield none
    yield from _rows(reading, sure)
    if asked:
        yield text("ui.list.pending", count=len(asked))
        yield from _rows(reading, asked)


def _rows(reading: Reading, rows: Sequence[GapRow]) -> Iterator[str]:
    for row in rows[:SHOWN]:
        total = f"{row.score.total:.1f}" if row.score else ""
        yield f"{row.rank}\t{total}\t{answer(reading, row.id)}"
    if len(rows) > SHOWN:
        yield text("cli.board.more", count=len(rows) - SHOWN)


def _survey(reading: Reading, chain: str) -> Iterator[str]:
    wanted = scope_of(chain).listed(reading)
    rows = tuple(q for q in reading.questions if wanted is None or q.product in wanted)
    share = settled(rows)
    yield ""
    yield text("cli.board.survey", count=len(rows))
    if share is not None:
        first = min(FIRST, len(rows))
        yield text("ui.survey.settled", count=first, share=f"{share * 100:.0f} %")


def _shortlist(reading: Reading, chain: str) -> Iterator[str]:
    found = shortlist_document(reading, chain)
    yield ""
    yield text("cli.board.short", count=len(found))
    for at, product in enumerate(found, 1):
        yield f"{at}\t{answer(reading, product)}"
    if not found:
        rows = board_rows(Board.FILL)(reading, scope_of(chain))
        yield none_confirmed(rows) or text("cli.board.nothing")
