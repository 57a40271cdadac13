"""先核实: the first rows of 摸底任务单 of a chain, a sentence for each who is to be asked."""

from __future__ import annotations

from liantu.analysis.asking import Question, home_or_key
from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.model.target import Target
from liantu.telling import records
from liantu.telling.names import plain_name as name
from liantu.telling.poster.model import Panel, Said
from liantu.telling.poster.words import county, makers, placed
from liantu.telling.whom import counties_to_ask, knowing, sisters
from liantu.telling.whom import users as takers_of
from liantu.wording import text

FIRST = 6
"""Rows of 摸底任务单 that are told."""


def asks(reading: Reading, chain: str) -> Panel[Said]:
    """A sentence for each firm, or counties where no firm is known, in the order of the rows."""
    shown = home_or_key(reading.atlas, chain)
    rows = [q for q in reading.questions if q.product in shown][:FIRST]
    found: dict[tuple[str, str], list[str]] = {}
    own = {e for product in sorted(shown) for e in makers(reading, product)}
    for row in rows:
        found.setdefault(_whom(reading, row, own), []).append(row.product)
    said = tuple(_said(reading, *whom, products) for whom, products in found.items())
    return Panel(said, text("poster.ask.note", count=len(rows)) if rows else "")


def _whom(reading: Reading, row: Question, own: set[str]) -> tuple[str, str]:
    """(firm, counties), one of them empty: who builds it, else who buys it, one that makes the like
    first, else who is likeliest to know where it follows from something made here, else one of the
    same kind, those of the chain first; each with a known county if any.
    """
    coming = records.first(reading, row.product)
    if coming is not None:
        return coming.enterprise.id, ""
    verdict = reading.verdicts[row.product]
    takers = takers_of(reading, verdict)
    follows = not takers and reading.score(row.product, Board.EXTEND) is not None
    alike = (
        knowing(reading, verdict)
        if follows
        else sorted(sisters(reading, row.product), key=lambda e: e not in own)
    )

    def rank(firm: str) -> tuple[bool, bool, bool]:
        return firm not in takers, not county(reading, firm), firm not in alike

    order = sorted([*takers, *alike], key=rank)
    if order:
        return order[0], ""
    counties = counties_to_ask(reading, verdict)
    return "", text("poster.and").join(counties) or text("answer.counties")


def _said(reading: Reading, enterprise: str, counties: str, products: list[str]) -> Said:
    told = text("poster.and").join(name(reading, p) for p in products)
    if enterprise:
        words = text("poster.ask.firm", firm=placed(reading, enterprise), names=told)
        return Said(words, Target("enterprise", enterprise))
    target = Target("product", products[0])
    return Said(text("poster.ask.county", counties=counties, names=told), target)
