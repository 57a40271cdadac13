"""The one thing a chain is to do first, in the words of its row; and the three of the city."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from liantu.analysis.asking import Question, home_or_key
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.telling.names import plain_firm, plain_name
from liantu.telling.poster import words
from liantu.telling.poster.city_picks import city_picks, picks, using_chains
from liantu.telling.poster.jobs import told_job
from liantu.telling.poster.model import Job
from liantu.telling.whom import counties_to_ask, likely
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Errand:
    """``title`` says what is to be done, ``ask`` whom to ask first. ``board`` is ``None`` where
    nothing is sure enough to be done: ``title`` then says what is to be verified.
    """

    product: str
    title: str
    ask: str
    board: Board | None = None


def errands(reading: Reading) -> Mapping[str, Errand]:
    """Chain id → its errand, no product twice; chains without any question have none."""
    rows = picks(reading)
    found = {chain: _errand(reading, row) for chain, row in rows.items()}
    taken = {errand.product for errand in found.values()}
    for chain in reading.atlas.chains:
        question = None if chain in found else _question(reading, chain, taken)
        if question is not None:
            taken.add(question.product)
            found[chain] = _asked(reading, question)
    return found


def _errand(reading: Reading, row: Score) -> Errand:
    job = told_job(reading, row)
    return Errand(row.product, job.title, _ask(reading, row, job), row.board)


def _ask(reading: Reading, row: Score, job: Job) -> str:
    """``年需1500吨，先问中通客车``; as much of it as is known."""
    code = "poster.city.ask" if job.firm else "poster.city.ask.county"
    first = text(code, who=job.who) if job.who else ""
    amount = words.needed(reading, row.product) if row.board is Board.FILL else ""
    if not amount:
        return first
    told = text("poster.city.need", amount=amount)
    return text("poster.city.need.ask", need=told, ask=first) if first else told


def _question(reading: Reading, chain: str, taken: Collection[str]) -> Question | None:
    """What is most worth asking about what the chain shows of its own."""
    own = home_or_key(reading.atlas, chain)
    rows = (q for q in reading.questions if q.product in own and q.product not in taken)
    return next(rows, None)


def _asked(reading: Reading, question: Question) -> Errand:
    title = text("poster.city.verify", name=plain_name(reading, question.product))
    return Errand(question.product, title, _whom(reading, question))


def _whom(reading: Reading, question: Question) -> str:
    """The firm that most likely makes it, else the counties that may know."""
    verdict = reading.verdicts[question.product]
    firm = next(iter(likely(reading, verdict)), "")
    if firm:
        return text("poster.city.ask", who=plain_firm(reading, firm))
    counties = counties_to_ask(reading, verdict)
    return text("poster.city.ask", who="、".join(counties) or text("poster.city.counties"))


def city_jobs(reading: Reading) -> tuple[Job, ...]:
    """全市先办三件事, each with the chains that take what is lacking, or its home chain."""
    return tuple(_city_job(reading, row) for row in city_picks(reading))


def _city_job(reading: Reading, row: Score) -> Job:
    home = reading.atlas.products[row.product].home
    users = using_chains(reading, row.product) if row.board is Board.FILL else ()
    chains = [reading.atlas.chains[c].label for c in users or (home,) if c in reading.atlas.chains]
    return replace(told_job(reading, row), chains=tuple(chains))
