"""便签 in words, and which of them are about a thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from liantu.model import Atlas
from liantu.model.memos import Memo, MemoState
from liantu.model.target import Target
from liantu.telling.line import Line, Part, folded, joined
from liantu.wording import text


def about(atlas: Atlas, kind: str, id_: str) -> list[Memo]:
    """The notes about a thing, what is still to be talked over first, then the newest. A note that
    names a product or an enterprise is not about its chain as a whole.
    """
    return ordered(m for m in atlas.memos.values() if target(m) == Target(kind, id_))


def ordered(memos: Iterable[Memo]) -> list[Memo]:
    """What is still to be talked over first, then the newest."""
    newest = sorted(memos, key=lambda memo: memo.date, reverse=True)
    return sorted(newest, key=lambda memo: memo.state is not MemoState.OPEN)


def target(memo: Memo) -> Target | None:
    """What a note is about; ``None`` where what it named is gone."""
    named = {"product": memo.product, "enterprise": memo.enterprise, "chain": memo.chain}
    return next((Target(kind, id_) for kind, id_ in named.items() if id_), None)


def by_product(atlas: Atlas) -> Mapping[str, list[Memo]]:
    """The notes that are still to be talked over, by the product that they are about."""
    found: dict[str, list[Memo]] = {}
    for memo in ordered(atlas.memos.values()):
        if memo.product and memo.state is MemoState.OPEN:
            found.setdefault(memo.product, []).append(memo)
    return found


def name(atlas: Atlas, memo: Memo) -> str:
    """What a note is about, in words."""
    if memo.product in atlas.products:
        return atlas.products[memo.product].name
    if memo.enterprise in atlas.enterprises:
        return atlas.enterprises[memo.enterprise].name
    return atlas.chains[memo.chain].name if memo.chain in atlas.chains else text("ui.none")


def told(memo: Memo) -> str:
    """A note with its state, in a line."""
    return text("memo.line", state=text(f"memo.state.{memo.state}"), text=memo.text)


def part(atlas: Atlas, kind: str, id_: str) -> Iterator[Part]:
    """The notes about a thing, where there are any."""
    found = about(atlas, kind, id_)
    if found:
        left = sum(memo.state is MemoState.OPEN for memo in found)
        gist = text("memo.gist", count=len(found), left=left)
        yield folded("ui.part.memos", gist, [_line(memo) for memo in found])


def _line(memo: Memo) -> Line:
    settled = memo.state is MemoState.SETTLED
    words = joined(memo.date, memo.office, memo.result)
    return Line(memo.text, text(f"memo.state.{memo.state}"), words, faded=settled)
