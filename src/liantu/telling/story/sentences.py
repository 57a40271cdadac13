"""The sentences that a step asks for, computed of the city as it is shown in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from liantu.analysis.asking import home_or_key
from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.focus import CHARTS, COMPARE, PLAN, SIDES
from liantu.model.story import Tell
from liantu.telling import changes as differing
from liantu.telling.amounts import base_of
from liantu.telling.answer import answer
from liantu.telling.charts.catalogue import CHARTS as CATALOGUE
from liantu.telling.charts.catalogue import ChartName, chart
from liantu.telling.dossiers.describe import describe
from liantu.telling.names import named, plain_name
from liantu.telling.overall import overall
from liantu.telling.plans.heading import judgement
from liantu.telling.poster.chain import chain_poster
from liantu.telling.poster.city import city_poster
from liantu.telling.poster.model import Job
from liantu.telling.shocks.summary import sentences as drilled
from liantu.telling.story.beside import sides
from liantu.telling.story.closing import closing
from liantu.telling.story.facing import facing
from liantu.telling.story.shown import Shown
from liantu.telling.story.sourced import sourced
from liantu.telling.whom import counties_to_ask
from liantu.wording import text

ASKED = 3
"""Sentences of what to verify first."""
MOVED = 4
"""Products that are named beside the count of those that changed."""
EXTENDED = 5
"""What could follow that is named."""


def sentences(scene: Shown) -> tuple[str, ...]:
    """What the step asks for, in the order in which it asks; what says nothing is left out."""
    lines = [line for tell in scene.step.tells for line in _TELL[tell](scene)]
    return tuple(line for line in dict.fromkeys((*_finding(scene), *lines)) if line)


def _finding(scene: Shown) -> Iterator[str]:
    """What the chart of the step shows, or how the two of it differ, asked for or not: without it
    they are only a picture.
    """
    step = scene.step
    if step.page == CHARTS and step.picture in CATALOGUE:
        kind = CATALOGUE[ChartName(step.picture)]
        if step.chain or not kind.of_chain:
            yield chart(scene.reading, ChartName(step.picture), step.chain).finding
    if (step.page, step.plan) == (PLAN, SIDES):
        found = facing(scene)
        yield found.sentence if found is not None else text("beside.alone")


def _judgement(scene: Shown) -> Iterator[str]:
    chain = scene.step.chain
    yield overall(scene.reading, chain) if chain else city_poster(scene.reading).overall


def _jobs(scene: Shown) -> Iterator[str]:
    numbers = text("poster.numbers")
    for at, job in enumerate(_poster_jobs(scene)):
        chains = "" if scene.step.chain else text("poster.and").join(job.chains)
        title = text("story.job.chains", title=job.title, chains=chains) if chains else job.title
        yield numbers[at] + text("story.job", title=title, action=job.action)


def _poster_jobs(scene: Shown) -> tuple[Job, ...]:
    chain, reading = scene.step.chain, scene.reading
    return chain_poster(reading, chain).jobs if chain else city_poster(reading).jobs


def _why(scene: Shown) -> Iterator[str]:
    step, reading = scene.step, scene.reading
    if step.product in reading.verdicts:
        yield answer(reading, step.product)
    elif step.enterprise or step.chain:
        yield describe(reading, step.target, step.chain).conclusion


def _changes(scene: Shown) -> Iterator[str]:
    """Since the step before, else since what the step compares with; each product is named where no
    table below does so.
    """
    before, _ = sides(scene)
    found = differing.changes(before.reading, scene.reading)
    if found is None:
        yield text("story.changes.none")
        return
    yield found.words
    rows = [row for _, row in found.rows]
    step = scene.step
    if rows and (step.page, step.plan) != (PLAN, COMPARE):
        lines = text("story.and").join(rows[:MOVED])
        code = "story.changes.more" if len(rows) > MOVED else "story.changes.all"
        yield text(code, lines=lines, count=len(rows))


def _extend(scene: Shown) -> Iterator[str]:
    """What rests on the selected product; of a chain or the city the first rows of 延链榜."""
    step, reading = scene.step, scene.reading
    shown = home_or_key(reading.atlas, step.chain) if step.chain else set(reading.verdicts)
    rows = [r.product for r in reading.rows(Board.EXTEND, step.chain) if r.product in shown]
    if not step.product:
        names = named([plain_name(reading, p) for p in rows], EXTENDED)
        yield text("story.extend", names=names) if names else text("story.extend.none")
        return
    found = [p for p in reading.verdicts if _rests(reading, p, step.product)]
    found.sort(key=lambda p: rows.index(p) if p in rows else len(rows))
    name = plain_name(reading, step.product)
    names = named([plain_name(reading, p) for p in found], EXTENDED)
    code = "story.extend.on" if names else "story.extend.on.none"
    yield text(code, name=name, names=names)


def _rests(reading: Reading, product: str, base: str) -> bool:
    verdict = reading.verdicts[product]
    return verdict.worst is Word.SHORT_DOWN and base_of(reading, verdict) == base


def _plan(scene: Shown) -> Iterator[str]:
    found = closing(scene)
    if found is not None:
        yield judgement(scene.reading, found)


def _drill(scene: Shown) -> Iterator[str]:
    outage = scene.reading.outage
    lines = () if outage is None else drilled(scene.reading, outage)
    yield from (line if line.endswith("。") else f"{line}。" for line in lines)


def _verify(scene: Shown) -> Iterator[str]:
    """Whom to ask first of what; of the city what its jobs rest on."""
    chain, reading = scene.step.chain, scene.reading
    if chain:
        yield from (said.words for said in chain_poster(reading, chain).asks.rows[:ASKED])
        return
    for question in reading.questions[:ASKED]:
        counties = counties_to_ask(reading, reading.verdicts[question.product])
        names = plain_name(reading, question.product)
        told = text("poster.and").join(counties) or text("answer.counties")
        yield text("poster.ask.county", counties=told, names=names)


def _sources(scene: Shown) -> Iterator[str]:
    yield from sourced(scene.reading, scene.step)


_TELL: Mapping[Tell, Callable[[Shown], Iterator[str]]] = {
    Tell.JUDGEMENT: _judgement,
    Tell.JOBS: _jobs,
    Tell.WHY: _why,
    Tell.CHANGES: _changes,
    Tell.EXTEND: _extend,
    Tell.PLAN: _plan,
    Tell.DRILL: _drill,
    Tell.VERIFY: _verify,
    Tell.SOURCES: _sources,
}
