"""What the chief may ask on a visit: what is not known is a question, never a statement."""

from __future__ import annotations

from collections.abc import Sequence

from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.briefing.grounds import product_name
from liantu.briefing.tables import known
from liantu.model import Chain
from liantu.model.boards import Board
from liantu.model.standing import Certainty
from liantu.telling.names import brief
from liantu.telling.poster.jobs import told_job
from liantu.wording import text

FIRST = 2
"""Firms that are named in a question."""
MOST = 5


def questions(reading: Reading, chain: Chain) -> list[str]:
    """About the jobs, a maker that others hang on, and an amount that a leading firm left open."""
    rows = list(reading.jobs(chain.id))
    told = {row.product for row in rows}
    sole = [r for r in reading.rows(Board.STRONG, chain.id) if r.product not in told]
    lines = [_question(reading, row) for row in [*rows, *sole[:1]]]
    return [*dict.fromkeys(lines), *_unknown(reading, chain)][:MOST]


def _question(reading: Reading, row: Score) -> str:
    verdict = reading.verdicts[row.product]
    name = product_name(reading, row.product)
    if row.board is Board.STRONG:
        firms = _named(reading, verdict.makers) or text("brief.ask.firms")
        code = "brief.ask.sole" if verdict.lost else f"brief.ask.{verdict.worst}"
        return text(code, firms=firms, product=name)
    if _coming(reading, row):
        builder = brief(reading.atlas.enterprises[told_job(reading, row).firm])
        return text("brief.ask.watch", firms=builder, product=name)
    sure = "sure" if verdict.certainty is Certainty.CONFIRMED else "asked"
    base = str(row.facts.get("base") or "")
    firms = _asked(reading, row) or text("brief.ask.firms")
    main = reading.atlas.products[base].label if base in reading.atlas.products else ""
    code = f"brief.ask.{'kin' if row.facts.get('kin') else row.board}.{sure}"
    return text(code, firms=firms, product=name, main=main)


def _coming(reading: Reading, row: Score) -> bool:
    """Whether the firm to be asked first is building it, and is no user that buys it today."""
    first = told_job(reading, row).firm
    users = reading.verdicts[row.product].needed_by
    if any(first in reading.situation.firms(user) for user in users):
        return False
    makers = reading.situation.makers(row.product)
    return any(m.enterprise.id == first and not m.operating for m in makers)


def _asked(reading: Reading, row: Score) -> str:
    """Whom the job says to ask first, with the next one that uses it or makes its main."""
    verdict, first = reading.verdicts[row.product], told_job(reading, row).firm
    base = str(row.facts.get("base") or "")
    below = (base,) if row.board is Board.EXTEND else verdict.needed_by
    others = (e for p in below for e in reading.situation.firms(p))
    return _named(reading, [e for e in dict.fromkeys((first, *others)) if e])


def _named(reading: Reading, firms: Sequence[str]) -> str:
    return "、".join(brief(reading.atlas.enterprises[e]) for e in firms[:FIRST])


def _unknown(reading: Reading, chain: Chain) -> list[str]:
    """The first amount that a maker did not state: of a key link and a leading firm first."""
    keys = [key.product for key in chain.key]
    silent = [
        (maker.enterprise.id not in chain.leads, product, brief(maker.enterprise))
        for product in dict.fromkeys([*keys, *known(reading.atlas, chain)])
        if product in reading.verdicts
        for maker in reading.situation.makers(product)
        if maker.operating and maker.capacity.amount is None
    ]
    for _, product, firm in sorted(silent, key=lambda row: row[0])[:1]:
        name = reading.atlas.products[product].label
        return [text("brief.ask.unknown", firm=firm, product=name)]
    return []
