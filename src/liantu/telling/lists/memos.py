"""便签 as a list: what is to be talked over first."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model.memos import Memo
from liantu.model.target import Target
from liantu.telling import memos
from liantu.telling.lists.column import Column, List, Scope
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class MemoRow:
    """A note with what it is about."""

    reading: Reading
    memo: Memo


def _rows(reading: Reading, scope: Scope) -> list[MemoRow]:
    """All of the city, or those about the chains and what belongs to them."""
    products, firms = set(scope.products(reading)), set(scope.firms(reading))
    found = [
        memo
        for memo in reading.base.memos.values()
        if scope.city
        or memo.product in products
        or (not memo.product and memo.enterprise in firms)
        or (not memo.product and not memo.enterprise and memo.chain in scope.chains)
    ]
    return [MemoRow(reading=reading, memo=memo) for memo in memos.ordered(found)]


def _chain(row: MemoRow) -> str:
    found = row.reading.atlas.chains.get(row.memo.chain)
    return found.label if found else text("ui.none")


COLUMNS: tuple[Column[MemoRow], ...] = (
    Column("memo_about", lambda r: memos.name(r.reading.atlas, r.memo), width=200),
    Column("memo_text", lambda r: r.memo.text, edit="text", width=420),
    Column(
        "state",
        lambda r: text(f"memo.state.{r.memo.state}"),
        code=lambda r: str(r.memo.state),
        title="ui.column.memo_state",
        edit="state",
        width=72,
    ),
    Column("chain", _chain, edit="chain"),
    Column("date", lambda r: r.memo.date or text("ui.unknown"), edit="date", width=88),
    Column("memo_office", lambda r: r.memo.office or text("ui.none"), edit="office", width=160),
    Column("memo_result", lambda r: r.memo.result or text("ui.none"), edit="result", width=240),
    Column("id", lambda r: r.memo.id, width=70),
)
LISTS = (
    List(
        id="memos",
        columns=COLUMNS,
        rows=_rows,
        key=lambda row: row.memo.id,
        target=lambda row: memos.target(row.memo),
        screen="memo_about memo_text state chain date memo_office memo_result",
        filters="state chain",
        aside=lambda reading, scope: "" if _rows(reading, scope) else text("memo.empty"),
        record=lambda row: Target("memo", row.memo.id),
        kind="memo",
    ),
)
