"""What a briefing says in sentences: findings, what has changed, and 一链一策."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.analysis.asking import home_or_key
from liantu.analysis.compare import compare
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Block, Heading, Paragraph
from liantu.briefing.heads import head_lines, weak_line
from liantu.briefing.prose import tight
from liantu.briefing.tables import known
from liantu.model import Chain
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.standing import Certainty, Remedy
from liantu.telling.answer import answer
from liantu.telling.dates import spoken
from liantu.telling.grounds import names
from liantu.wording import text

TOLD = {Board.FILL: 2, Board.EXTEND: 1, Board.STRONG: 1}
"""Rows of each board that are findings of a chain."""


def found_first(reading: Reading, chain: str) -> list[Score]:
    """The rows that are told first, each product once."""
    rows: dict[str, Score] = {}
    for board, most in TOLD.items():
        left = [row for row in reading.rows(board, chain) if row.product not in rows]
        rows.update((row.product, row) for row in left[:most])
    return list(rows.values())


def findings(reading: Reading, chain: str) -> list[str]:
    """The first findings of a chain, each the one sentence that answers for its product."""
    found = [
        text(
            "brief.finding",
            board=text(f"standing.board.{row.board}"),
            answer=tight(answer(reading, row.product)),
        )
        for row in found_first(reading, chain)
    ]
    return found or [text("brief.nofinding")]


def changes(before: Reading, after: Reading, chosen: Sequence[Chain]) -> list[str]:
    """What is different from an earlier date, for the chosen chains."""
    atlas = after.atlas
    inside = {p for c in chosen for p in known(atlas, c)}
    found = [c for c in compare(before.diagnosis, after.diagnosis) if c.product in inside]
    date = spoken(before.date)
    if not found:
        return [text("brief.change.none", date=date)]
    lines = [text("brief.change.head", date=date, count=len(found))]
    for kind, hits in (
        ("gained", [c.product for c in found if c.gained]),
        ("lost", [c.product for c in found if c.lost]),
        ("turned", [c.product for c in found if not (c.gained or c.lost)]),
    ):
        if hits:
            words = names(atlas, hits)
            lines.append(text(f"brief.change.{kind}", count=len(hits), names=words))
    return lines


def plan(reading: Reading, chain: Chain) -> Iterator[Block]:
    """一链一策: where the chain stands, what to do remedy by remedy, what to verify, free text."""
    summary = reading.summary(chain.id)
    yield Heading(3, text("brief.plan.state"))
    state = text(
        "brief.plan.state.text",
        products=summary.products,
        local=summary.local,
        enterprises=len(summary.enterprises),
    )
    yield Paragraph(tight(state + "".join(head_lines(reading, summary))))
    ids = _in_order(reading, chain)
    for remedy in Remedy:
        hits = [p for p in ids if reading.verdicts[p].remedy is remedy]
        if hits or remedy is Remedy.STRENGTHEN:
            yield Heading(3, text(f"standing.remedy.{remedy}"))
            yield Paragraph(_remedy(reading, remedy, hits, ids))
    yield from _hold(reading, chain)
    open_ = sum(Word.OPEN in reading.verdicts[p].words for p in ids)
    if open_:
        yield Paragraph(text("brief.plan.open", count=open_), quiet=True)
    yield from _verify(reading, ids)
    for part in chain.plan:
        yield Heading(3, part.title)
        yield Paragraph(part.text)


def _hold(reading: Reading, chain: Chain) -> Iterator[Block]:
    """What only one maker on record has and others take."""
    rows = (row.product for row in reading.rows(Board.STRONG, chain.id))
    sole = [p for p in rows if reading.verdicts[p].lost]
    if sole:
        told = tight(names(reading.atlas, sole))
        yield Heading(3, text("brief.remedy.hold"))
        yield Paragraph(text("brief.plan.hold", count=len(sole), names=told))


def _remedy(reading: Reading, remedy: Remedy, hits: Sequence[str], ids: Sequence[str]) -> str:
    """How many products a remedy is for, and what it is; 弱链 tells of the others too."""
    if remedy is Remedy.STRENGTHEN:
        line = weak_line(reading, ids)
        return line + text("brief.plan.strengthen") if hits else line
    asked = sum(reading.verdicts[p].certainty is Certainty.SUSPECTED for p in hits)
    if remedy is Remedy.SUPPLY:
        asked = 0
    code = "brief.plan.both" if asked else "brief.plan.count"
    if asked and asked == len(hits):
        code = "brief.plan.asked"
    told = text(code, count=len(hits), names=tight(names(reading.atlas, hits)), asked=asked)
    after = text("brief.plan.first") if asked else ""
    return told + text(f"brief.plan.{remedy}") + after


def _in_order(reading: Reading, chain: Chain) -> list[str]:
    """Products that the chain's page lists: by the boards, then as filed; and what it secures."""
    shown = home_or_key(reading.atlas, chain.id)
    secured = {p: v for p, v in reading.verdicts.items() if v.remedy is Remedy.SUPPLY}
    ranked = [row.product for board in Board for row in reading.rows(board, chain.id)]
    filed = [p for p in known(reading.atlas, chain) if p in shown or p in secured]
    return [p for p in dict.fromkeys([*ranked, *filed]) if p in reading.verdicts]


def _verify(reading: Reading, ids: Sequence[str]) -> Iterator[Block]:
    """Amounts that nobody stated and that a verdict would need."""
    silent = [
        p
        for p in ids
        if (verdict := reading.verdicts[p]).local
        and verdict.balance is not None
        and verdict.balance.supply_unknown
    ]
    if silent:
        yield Heading(3, text("brief.plan.verify"))
        words = {"count": len(silent), "names": tight(names(reading.atlas, silent))}
        yield Paragraph(text("brief.plan.verify.text", **words))
