"""What the page of a chain says, as far as a paper repeats it."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model import Chain
from liantu.telling.poster.chain import chain_poster
from liantu.telling.poster.city import city_poster
from liantu.telling.poster.model import Job


@dataclass(frozen=True, slots=True)
class Told:
    """总体判断, 先办三件事, 守住, and the line of what is brought in from outside."""

    overall: str
    jobs: tuple[Job, ...]
    holds: tuple[str, ...] = ()
    bought: str = ""


def of_chain(reading: Reading, chain: Chain) -> Told:
    """The sentences of a chain."""
    page = chain_poster(reading, chain.id)
    holds = tuple(said.words for said in page.holds.rows)
    return Told(page.overall, page.jobs, holds, page.bought)


def of_city(reading: Reading) -> Told:
    """The sentences of the city."""
    page = city_poster(reading)
    return Told(page.overall, page.jobs)
