"""What the map marks and a board of its chain does not list, and why: else a reader who counts both
takes the board for wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.standing import Remedy
from liantu.telling.lists.column import Scope
from liantu.wording import text

_OF = {
    Board.FILL: {Word.BROKEN, Word.SHORT_UP},
    Board.EXTEND: {Word.SHORT_DOWN},
    Board.STRONG: {Word.THIN, Word.WEAK},
}
"""Classes of which a board is expected to hold all."""
NAMED = 8
"""Products that are named; the others are counted."""


def missed(reading: Reading, scope: Scope, board: Board) -> Iterator[Verdict]:
    """The marked products of the one chain that stand in no row of its board."""
    if len(scope.chains) != 1 or scope.city:
        return
    listed = {row.product for row in reading.rows(board, scope.chains[0])}
    for product in scope.products(reading):
        verdict = reading.verdicts[product]
        if _OF[board].intersection(verdict.words) and product not in listed:
            yield verdict


def not_listed(reading: Reading, scope: Scope, board: Board) -> str:
    """``图上另有 2 个不在此列：丙酮（并入苯酚）…``; empty where the board holds all."""
    found = [_told(reading, scope.chains[0], v, board) for v in missed(reading, scope, board)]
    if not found:
        return ""
    names = "、".join(found[:NAMED])
    code = "ui.list.missed.more" if len(found) > NAMED else "ui.list.missed"
    return text(code, count=len(found), names=names)


def _told(reading: Reading, chain: str, verdict: Verdict, board: Board) -> str:
    name = reading.atlas.products[verdict.product].label
    return text("ui.list.missed.one", name=name, why=_why(reading, chain, verdict, board))


def _why(reading: Reading, chain: str, verdict: Verdict, board: Board) -> str:
    products, chains = reading.atlas.products, reading.atlas.chains
    product = products[verdict.product]
    if verdict.merged:
        return text("ui.missed.merged", product=products[verdict.merged].label)
    if verdict.remedy is Remedy.SUPPLY:
        return text("ui.missed.supply")
    if product.generic:
        return text("ui.missed.generic")
    if board is Board.EXTEND and verdict.product in reading.boards.groundless:
        return text("ui.missed.ground")
    if reading.score(verdict.product, board) is None:
        return text("ui.missed.users" if board is Board.FILL else "ui.missed.rule")
    elsewhere = product.home in chains and product.home != chain
    return text("ui.missed.home", chain=chains[product.home].label) if elsewhere else ""
