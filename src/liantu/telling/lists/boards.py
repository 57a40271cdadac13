"""补链榜, 延链榜, 强链榜 and 短板清单: of what a chain's page lists, or of the whole city."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.jobs import each
from liantu.model.boards import CRITERIA, Board
from liantu.model.standing import Certainty
from liantu.telling.lists import office
from liantu.telling.lists.board_cells import firm_of, why
from liantu.telling.lists.column import Block, List, Scope, listed
from liantu.telling.lists.gap_columns import COLUMNS, parts
from liantu.telling.lists.missed import not_listed
from liantu.telling.lists.row import GapRow, block_of, coproducts
from liantu.wording import text


def board_rows(board: Board) -> Callable[[Reading, Scope], list[GapRow]]:
    """The rows of a board, each product once: what is confirmed first, each block best first."""

    def rows(reading: Reading, scope: Scope) -> list[GapRow]:
        return ranked(reading, reading.boards.of(board, scope.listed(reading)))

    return rows


def ranked(reading: Reading, scores: Sequence[Score]) -> list[GapRow]:
    """Rows of one board with their places; a row that is not confirmed comes after all that are."""
    beside, rivals = coproducts(reading), frozenset(s.product for s in scores)
    known = [s for s in scores if not _is_suspected(reading, s.product)]
    asked = [s for s in scores if _is_suspected(reading, s.product)]
    return [
        GapRow(
            reading=reading,
            chain=reading.atlas.chains.get(reading.chain_for(score.product)),
            stage="",
            verdict=reading.verdicts[score.product],
            score=score,
            rivals=rivals,
            rank=place,
            beside=beside.get(score.product, ()),
        )
        for place, score in enumerate(each((*known, *asked)), 1)
    ]


def _is_suspected(reading: Reading, product: str) -> bool:
    return reading.verdicts[product].certainty is Certainty.SUSPECTED


def _shortlist(reading: Reading, scope: Scope) -> list[GapRow]:
    """短板清单 chain by chain, at most five of each; each product once."""
    atlas = reading.atlas
    chains = tuple(atlas.chains) if scope.city else scope.chains
    wanted = scope.listed(reading)
    rivals = frozenset(s.product for s in reading.boards.of(Board.FILL, wanted))
    found: dict[str, GapRow] = {}
    for chain in chains:
        for product in reading.shortlist(chain):
            if product not in found and (wanted is None or product in wanted):
                found[product] = GapRow(
                    reading=reading,
                    chain=atlas.chains[chain],
                    stage="",
                    verdict=reading.verdicts[product],
                    score=reading.score(product, Board.FILL),
                    rivals=rivals,
                    rank=len(found) + 1,
                )
    return list(found.values())


def none_confirmed(rows: Sequence[GapRow]) -> str:
    """That no row is confirmed while some are to be asked about; empty where one is."""
    asked = sum(block_of(row) is Block.PENDING for row in rows)
    sure = any(row.verdict.certainty is Certainty.CONFIRMED for row in rows)
    return text("standing.no_confirmed", count=asked) if asked and not sure else ""


def _unconfirmed(reading: Reading, scope: Scope) -> str:
    """Of the shortlist: what of 补链榜 still has to be asked about, where nothing is confirmed."""
    return none_confirmed(board_rows(Board.FILL)(reading, scope))


_ABSENT = "uses deficit unit feeds fed_share balance"
_MADE = "uses deficit unit balance main_share makers"
_TAIL = {Board.FILL: _ABSENT, Board.EXTEND: _ABSENT, Board.STRONG: _MADE}


def _ids(board: Board) -> Iterator[str]:
    """Columns of a board; what is made has no certainty."""
    yield "product class"
    if board is not Board.STRONG:
        yield "certainty"
    yield "standing remedy score"
    yield from (f"score_{name}" for name in CRITERIA[board])
    yield "chance gate tags chains county"
    yield _TAIL[board]
    yield office.IDS


_USE = {Board.FILL: "taker", Board.EXTEND: "rest", Board.STRONG: "hold"}


def _screen(board: Board) -> str:
    return f"product home class score {_USE[board]} first state"


def _board(board: Board) -> List[GapRow]:
    rows = board_rows(board)
    made = board is Board.STRONG
    return listed(
        str(board),
        "product",
        (*COLUMNS, *parts(board)),
        rows,
        _screen(board),
        " ".join(_ids(board)),
        "class standing county chains" if made else "class certainty standing county chains",
        titled=f"standing.board.{board}",
        block=None if made else block_of,
        remark=None if made else lambda reading, scope: none_confirmed(rows(reading, scope)),
        why=why,
        firm=firm_of,
        aside=lambda reading, scope: not_listed(reading, scope, board),
    )


_SHORT = "product chain class certainty standing remedy score barrier gate uses deficit unit feeds"

LISTS = (
    *(_board(board) for board in Board),
    listed(
        "shortlist",
        "product",
        COLUMNS,
        _shortlist,
        _screen(Board.FILL),
        f"{_SHORT} county {office.IDS}",
        "chain class certainty standing county",
        remark=_unconfirmed,
        why=why,
        firm=firm_of,
    ),
)
