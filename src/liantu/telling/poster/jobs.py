"""先办三件事 in sentences: what to do, what is known of it with amount and place, whom to ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from liantu.analysis.asking import home_or_key
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.model.standing import OPEN
from liantu.telling.names import plain_firm as firm
from liantu.telling.names import plain_name as name
from liantu.telling.poster import extending, filling, holding
from liantu.telling.poster.draft import Draft
from liantu.telling.poster.model import Job
from liantu.telling.poster.words import county
from liantu.telling.whom import counties_to_ask
from liantu.wording import text

_DRAFTS: Mapping[Board, Callable[[Reading, Score, str], Draft]] = {
    Board.FILL: filling.draft,
    Board.EXTEND: extending.draft,
    Board.STRONG: holding.draft,
}


def told_job(reading: Reading, row: Score, chain: str = "") -> Job:
    """One row of a board as a job; of its users those of ``chain`` are told first."""
    draft = _DRAFTS[row.board](reading, row, chain)
    asked = draft.firm
    where = county(reading, asked) if asked else draft.county
    return Job(
        product=row.product,
        board=row.board,
        title=draft.title,
        why=draft.why,
        action=draft.action,
        verify=_verify(reading, row.product),
        who=firm(reading, asked) if asked else where,
        county=where,
        firm=asked,
        chains=_chains(reading, row),
    )


def told_jobs(reading: Reading, chain: str) -> tuple[Job, ...]:
    """先办三件事 of a chain; what is to be asked as before is only pointed to."""
    found = [told_job(reading, row, chain) for row in reading.jobs(chain)]
    first: dict[str, list[int]] = {}
    for at, job in enumerate(found):
        first.setdefault(job.action, []).append(at)
    for places in first.values():
        for seen, at in enumerate(places[1:], start=1):
            numbers = "".join(text("poster.numbers")[p] for p in places[:seen])
            found[at] = replace(found[at], action=text("poster.job.same", numbers=numbers))
    return tuple(found)


def _verify(reading: Reading, product: str) -> str:
    """That its absence is not confirmed, and by whom it would be."""
    verdict = reading.verdicts[product]
    if verdict.standing not in OPEN:
        return ""
    counties = text("poster.and").join(counties_to_ask(reading, verdict))
    where = counties or text("answer.counties")
    return text("poster.job.verify", county=where, name=name(reading, product))


def _chains(reading: Reading, row: Score) -> tuple[str, ...]:
    """Labels of the chains whose own products or key links take it; without users, of those that
    own it or call it a key link.
    """
    uses = reading.verdicts[row.product].uses
    wanted = {row.product} if row.board is Board.EXTEND or not uses else set(uses)
    chains = reading.atlas.chains
    return tuple(
        c.label for c in chains.values() if wanted.intersection(home_or_key(reading.atlas, c.id))
    )
