"""What the page of a chain says, as far as a paper repeats it."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.model import Chain
from liantu.telling.answer import answer
from liantu.telling.overall import overall
from liantu.telling.poster.model import Job
from liantu.telling.whom import counties_to_ask
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Told:
    """总体判断, 先办三件事, 守住, and the line of what is brought in from outside."""

    overall: str
    jobs: tuple[Job, ...]
    holds: tuple[str, ...] = ()
    bought: str = ""


def of_chain(reading: Reading, chain: Chain) -> Told:
    """The sentences of a chain."""
    jobs = tuple(_job(reading, row) for row in reading.jobs(chain.id))
    return Told(overall(reading, chain.id), jobs)


def of_city(reading: Reading) -> Told:
    """The sentences of the city."""
    rows = {row.product: row for chain in reading.atlas.chains for row in reading.jobs(chain)[:1]}
    return Told("", tuple(_job(reading, row) for row in list(rows.values())[:3]))


def _job(reading: Reading, row: Score) -> Job:
    verdict = reading.verdicts[row.product]
    counties = counties_to_ask(reading, verdict, 1)
    sentence = answer(reading, row.product).split("。", 1)[1]
    return Job(
        product=row.product,
        board=row.board,
        title=text(f"brief.job.{row.board}", product=reading.atlas.products[row.product].label),
        why=sentence,
        action="",
        county="".join(counties),
    )
