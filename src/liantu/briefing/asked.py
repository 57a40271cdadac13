"""What the chief may ask on a visit: what is not known is a question, never a statement."""

from __future__ import annotations

from collections.abc import Sequence

from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.briefing.findings import found_first
from liantu.briefing.grounds import product_name
from liantu.briefing.tables import known
from liantu.model import Chain
from liantu.model.boards import Board
from liantu.model.standing import Certainty
from liantu.telling.names import brief
from liantu.wording import text

FIRST = 3
"""Firms that are named in a question."""


def questions(reading: Reading, chain: Chain) -> list[str]:
    """About the rows told first, the first link that runs thin, and an unknown amount."""
    rows = found_first(reading, chain.id)
    lines = [_question(reading, row) for row in rows]
    return lines + _unknown(reading, known(reading.atlas, chain))


def _question(reading: Reading, row: Score) -> str:
    verdict = reading.verdicts[row.product]
    name = product_name(reading, row.product)
    if row.board is Board.STRONG:
        firms = _named(reading, verdict.makers)
        code = "brief.ask.sole" if verdict.lost else f"brief.ask.{verdict.worst}"
        return text(code, firms=firms, product=name)
    sure = "sure" if verdict.certainty is Certainty.CONFIRMED else "asked"
    makers = _makers(reading, verdict.needed_by) or _makers(reading, verdict.fed_by)
    if row.board is Board.EXTEND:
        makers = _makers(reading, [str(row.facts.get("base") or "")]) or makers
    firms = _named(reading, makers) or text("brief.ask.firms")
    return text(f"brief.ask.{row.board}.{sure}", firms=firms, product=name)


def _makers(reading: Reading, products: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(e for p in products for e in reading.situation.firms(p)))


def _named(reading: Reading, firms: Sequence[str]) -> str:
    return "、".join(brief(reading.atlas.enterprises[e]) for e in firms[:FIRST])


def _unknown(reading: Reading, ids: Sequence[str]) -> list[str]:
    """The first amount that a maker did not state."""
    for product in ids:
        if product not in reading.verdicts:
            continue
        for maker in reading.situation.makers(product):
            if maker.operating and maker.capacity.amount is None:
                name = reading.atlas.products[product].name
                return [text("brief.ask.unknown", firm=maker.enterprise.name, product=name)]
    return []
