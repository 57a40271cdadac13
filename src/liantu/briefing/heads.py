"""The head of a chain in figures and in words: key links, coverage, main materials."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from liantu.analysis.boards import confirmed
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.analysis.summary import ChainSummary, Mains
from liantu.briefing.blocks import Numbers
from liantu.briefing.prose import tight
from liantu.briefing.tables import known
from liantu.model import Atlas, Chain
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.standing import LOCAL, Standing
from liantu.telling import completeness, figures
from liantu.telling.grounds import names
from liantu.wording import text

FIRST = 3
"""Rows of a board that are named in a sentence."""


def numbers(summary: ChainSummary) -> Numbers:
    """关键环节, 环节覆盖, 主材本地保障率 and what lacks, as large figures."""
    keys = sum(summary.keys.values())
    mains = summary.mains
    seen = f"{seen_keys(summary.keys)}/{keys}" if keys else text("brief.none")
    lacking = text("brief.head.lacking", materials=len(mains.materials), parts=len(mains.parts))
    return Numbers(
        (
            (text("brief.head.keys"), seen),
            (text("brief.head.span"), completeness.span(summary.span)),
            (text("brief.head.mains"), tight(completeness.secured(mains))),
            (text("brief.head.lacks"), lacking),
        )
    )


def seen_keys(keys: Mapping[Standing, int]) -> int:
    """How many key links are made here."""
    return sum(keys.get(standing, 0) for standing in LOCAL)


def head_lines(reading: Reading, summary: ChainSummary) -> Iterator[str]:
    """The same in sentences that name what they count."""
    keys = sum(summary.keys.values())
    if keys:
        told = standings_told(summary.keys)
        yield text("brief.head.keys.text", count=keys, standings=told)
    if summary.span.own:
        yield text(
            "brief.head.span.text",
            own=summary.span.own,
            seen=summary.span.seen,
            most=summary.span.most,
        )
    if summary.mains.made:
        yield _mains_told(reading.atlas, summary.mains)


def standings_told(counts: Mapping[Standing, int]) -> str:
    """``在产5个，未见记录7个``, in the order of the standings."""
    return "，".join(
        text("brief.counted", word=text(f"standing.standing.{s}"), count=counts[s])
        for s in Standing
        if counts.get(s)
    )


def _mains_told(atlas: Atlas, mains: Mains) -> str:
    code = "brief.head.mains.text" if mains.tells else "brief.head.mains.few"
    told = text(code, share=figures.share(mains.share), made=mains.made, full=mains.full)
    groups = (("materials", mains.materials), ("parts", mains.parts), ("secured", mains.secured))
    for name, products in groups:
        if products:
            told += text(f"brief.head.{name}", count=len(products), names=names(atlas, products))
    return told


# -- over all chosen chains


def summary_lines(reading: Reading, chosen: Sequence[Chain]) -> list[str]:
    """Size, key links, what is confirmed and what is to be asked, over all chosen chains."""
    ids = list(dict.fromkeys(p for c in chosen for p in known(reading.atlas, c)))
    standings = Counter(reading.situation.standing(p) for p in ids)
    local = sum(standings[s] for s in LOCAL)
    told = standings_told(standings)
    lines = [
        text("brief.summary.size", chains=len(chosen), products=len(ids), local=local, told=told)
    ]
    keys = dict.fromkeys(k.product for c in chosen for k in c.key)
    if keys:
        counts = Counter(reading.situation.standing(p) for p in keys)
        told = standings_told(counts)
        lines.append(text("brief.summary.keys", count=len(keys), standings=told))
    lines += (_board_line(reading, chosen, board) for board in Board)
    lines.append(weak_line(reading, ids))
    return lines


def of_board(reading: Reading, chosen: Sequence[Chain], board: Board) -> tuple[Score, ...]:
    """Rows of a board that the pages of the chosen chains list, each once, best first; those of
    the city where all are chosen.
    """
    rows = reading.rows(board)
    if len(chosen) == len(reading.atlas.chains):
        return rows
    inside = {row.product for c in chosen for row in reading.rows(board, c.id)}
    return tuple(row for row in rows if row.product in inside)


def _board_line(reading: Reading, chosen: Sequence[Chain], board: Board) -> str:
    rows = of_board(reading, chosen, board)
    sure = [s.product for s in confirmed(rows, reading.verdicts)]
    asked = [s.product for s in rows if s.product not in set(sure)]
    name = text(f"standing.board.{board}")
    if sure:
        first = "、".join(reading.atlas.products[p].name for p in sure[:FIRST])
        code = "brief.summary.both" if asked else "brief.summary.sure"
        return text(code, board=name, count=len(sure), names=first, asked=len(asked))
    if not asked:
        return text("brief.summary.noboard", board=name)
    first = "、".join(reading.atlas.products[p].name for p in asked[:FIRST])
    none = text("standing.no_confirmed", count=len(asked))
    return text("brief.summary.asked", board=name, none=none, names=first)


def weak_line(reading: Reading, ids: Sequence[str]) -> str:
    """How many made products are weak by evidence, and that nothing can be said of the others."""
    made = [v for p in ids if (v := reading.verdicts.get(p)) and v.standing is Standing.MADE]
    weak = [v.product for v in made if Word.WEAK in v.words]
    code = "brief.weak.some" if weak else "brief.weak.none"
    rest = len(made) - len(weak)
    return text(code, count=len(weak), names=names(reading.atlas, weak), rest=rest)
