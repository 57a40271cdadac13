"""摘要: the judgement, what to do first, and the numbers that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.briefing import beside, boards, heads, ledgers
from liantu.briefing.blocks import Block, Heading, Paragraph
from liantu.briefing.case import Case, earlier
from liantu.briefing.changed import changes
from liantu.briefing.jobs import jobs_table
from liantu.briefing.overview import overview
from liantu.briefing.told import Told, of_chain, of_city
from liantu.model import Chain
from liantu.wording import text


def summary(case: Case) -> Iterator[Block]:
    """The summary of a chain, of the city, or of several chains."""
    yield Heading(1, text("brief.words.summary"))
    if case.reading.atlas.lacking:
        yield Paragraph(case.reading.atlas.lacking)
    if len(case.chains) == 1:
        yield from _one(case, case.chains[0])
    else:
        yield from _several(case)


def _one(case: Case, chain: Chain) -> Iterator[Block]:
    told = of_chain(case.reading, chain)
    yield Paragraph(told.overall)
    yield from _first(case, told)
    yield heads.numbers(case.reading.summary(chain.id))
    yield from _changed(case)


def _several(case: Case) -> Iterator[Block]:
    reading = case.reading
    if case.whole:
        told = of_city(reading)
        if told.overall:
            yield Paragraph(told.overall)
        yield from _first(case, told, chains=True)
    yield heads.city_numbers(reading, case.chains)
    for line in heads.summary_lines(reading, case.chains):
        yield Paragraph(line)
    yield from _changed(case)
    yield case.table(overview(reading, case.chains))
    if case.whole:
        yield Heading(1, text("brief.words.lists"))
        yield from boards.boards(case, None)
        yield from beside.shortlist(case, case.chains)
        yield from beside.survey(case, None)
        yield from beside.supplies(case, case.chains)
        yield from ledgers.work(case, 1)


def _first(case: Case, told: Told, *, chains: bool = False) -> Iterator[Block]:
    if told.jobs:
        caption = text("brief.table.jobs")
        yield case.table(jobs_table(case, caption, told.jobs, chains=chains))


def _changed(case: Case) -> Iterator[Block]:
    before = earlier(case)
    if before is not None:
        yield Heading(2, text("brief.words.changes"))
        for line in changes(before, case.reading, case.chains):
            yield Paragraph(line)
