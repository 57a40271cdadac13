"""The sections of a chain: 基本情况, 主要问题, 建议, 请求支持事项, and its plates and tables behind
them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from liantu.analysis.asking import FIRST, home_or_key, settled
from liantu.analysis.reading import Reading
from liantu.briefing import beside, boards, heads, ledgers, risks, tables
from liantu.briefing.blocks import Blank, Block, Heading, Items, Paragraph, Table
from liantu.briefing.case import Case
from liantu.briefing.grounds import gate_words, told_gates
from liantu.briefing.jobs import MARKS, duty, how, of_jobs
from liantu.briefing.office import Part
from liantu.briefing.told import Told
from liantu.briefing.views import chain_charts, chain_plates
from liantu.model import Chain
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.gates import Gate
from liantu.telling.poster.model import Job
from liantu.wording import text

HOLDS, FEW_HOLDS = 4, 1
"""Sentences of 守住, and where each chain has one page."""
GATES = 3
"""Rules that are told; the others are in the spreadsheet."""


_Part = Callable[[Case, Chain, Told, int], Iterator[Block]]
"""A section; the number is the level of its headings."""


def sections(case: Case, chain: Chain, told: Told, level: int) -> Iterator[Block]:
    """All sections of a chain, headed at ``level``."""
    parts: dict[str, _Part] = {"state": _state, "problems": _problems}
    if Part.PLAN in case.office.parts:
        parts |= {"advice": _advice, "support": _support}
    for name, part in parts.items():
        yield Heading(level, text(f"brief.part.{name}"))
        yield from part(case, chain, told, level + 1)
    if case.full:
        yield from ledgers.work(case, level, chain.id)
        yield from _plates(case, chain, level)
        found = list(_annex(case, chain))
        if found:
            yield Heading(level, text("brief.part.annex"))
            yield from found


# -- 基本情况


def _state(case: Case, chain: Chain, told: Told, level: int) -> Iterator[Block]:
    summary = case.reading.summary(chain.id)
    if len(case.chains) > 1:
        yield Paragraph(told.overall)
        yield heads.numbers(summary)
    lines = heads.head_lines if case.full else heads.short_lines
    for line in lines(case.reading, summary):
        yield Paragraph(line)
    if case.full:
        yield Blank(text("brief.blank.state"))


# -- 主要问题


def _problems(case: Case, chain: Chain, told: Told, level: int) -> Iterator[Block]:
    if told.jobs and all(job.product in case.told for job in told.jobs):
        marks = MARKS[: len(told.jobs)]
        yield Paragraph(text("brief.problem.all", count=len(told.jobs), marks=marks))
    elif not told.jobs:
        yield Paragraph(text("brief.nofinding"))
    else:
        yield from (_finding(case, chain, at, job) for at, job in enumerate(told.jobs))
    holds = [words for words in told.holds if words not in case.held]
    holds = holds[: HOLDS if case.full else FEW_HOLDS]
    if holds:
        case.held.update(holds)
        yield Paragraph(text("brief.holds", words="".join(holds)))
    if case.full:
        yield from (Paragraph(words) for words in filter(None, (told.bought,)))
        yield Paragraph(heads.weak_line(case.reading, _own(case.reading, chain)))
        yield from _unplanned(case.reading, chain)


def _finding(case: Case, chain: Chain, at: int, job: Job) -> Paragraph:
    """What is wrong, in full the first time; later with its place."""
    place = case.told.get(job.product)
    here = text("brief.job.place.chain", chain=chain.label, at=MARKS[at])
    case.told.setdefault(job.product, here)
    why = text("brief.job.told", place=place) if place else job.why
    words = text("brief.problem", at=MARKS[at], title=job.title, why=why)
    return Paragraph(words, about=() if place else (job.product,))


def _unplanned(reading: Reading, chain: Chain) -> Iterator[Block]:
    """How many products neither have a user here nor anything to be made of."""
    open_ = sum(
        Word.OPEN in verdict.words
        for p in _own(reading, chain)
        if (verdict := reading.verdicts.get(p)) is not None
    )
    if open_:
        yield Paragraph(text("brief.plan.open", count=open_), quiet=True)


def _own(reading: Reading, chain: Chain) -> list[str]:
    shown = home_or_key(reading.atlas, chain.id)
    return [p for p in tables.known(reading.atlas, chain) if p in shown]


# -- 建议


def _advice(case: Case, chain: Chain, told: Told, level: int) -> Iterator[Block]:
    if case.full:
        yield Heading(level, text("brief.part.goal"))
        yield Blank(text("brief.blank.goal"))
        yield Heading(level, text("brief.part.tasks"))
    yield case.table(_tasks(case, chain, told))
    if case.full:
        for name in ("means", "policy"):
            yield Heading(level, text(f"brief.part.{name}"))
            yield from _means(case, chain) if name == "policy" else ()
            yield Blank(text(f"brief.blank.{name}"))
    if case.full:
        yield from _risk(case, chain, told, level)
        yield Heading(level, text("brief.part.peers"))
        yield Blank(text("brief.blank.peers"))
    for part in chain.plan:
        yield Heading(level, part.title)
        yield Paragraph(part.text)


def _tasks(case: Case, chain: Chain, told: Told) -> Table:
    """What is to be done, with lines for who answers for it and until when."""
    rows = [
        [MARKS[at], job.title, _how(case, job), duty(job), text("brief.until")]
        for at, job in enumerate(told.jobs)
    ]
    rows += ([MARKS[at], *row] for at, row in enumerate(_standing(case, chain), len(rows)))
    return Table(
        text("brief.table.tasks", chain=chain.label),
        [text(f"brief.head.{head}") for head in ("rank", "job", "action", "duty", "until")],
        rows,
        (0.4, 1.9, 3.9, 2.4, 0.9),
    )


def _how(case: Case, job: Job) -> str:
    """How it is done; what the summary has told is not said again."""
    place = case.told[job.product]
    if len(case.chains) == 1:
        return text("brief.job.told", place=place)
    return how(job) if case.full else job.action


def _standing(case: Case, chain: Chain) -> Iterator[list[str]]:
    """What every chain has to do: find out what is not known."""
    reading = case.reading
    asked = beside.asked_of(reading, chain)
    if asked:
        share = f"{settled(asked) or 0.0:.0%}"
        names = heads.first_names(reading.atlas, [row.product for row in asked], 3)
        code = "brief.task.survey.how" if len(asked) > FIRST else "brief.task.survey.all"
        action = text(code, count=len(asked), names=names, share=share)
        yield [text("brief.task.survey"), action, text("brief.duty.counties"), text("brief.until")]
    silent = _silent(reading, chain)
    if silent:
        names = heads.first_names(reading.atlas, silent, 3)
        action = text("brief.task.amounts.how", count=len(silent), names=names)
        yield [text("brief.task.amounts"), action, text("brief.duty"), text("brief.until")]


def _silent(reading: Reading, chain: Chain) -> list[str]:
    """Products made here whose amount nobody stated and that a verdict would need."""
    return [
        p
        for p in _own(reading, chain)
        if (verdict := reading.verdicts.get(p))
        and verdict.local
        and verdict.balance is not None
        and verdict.balance.supply_unknown
    ]


def _means(case: Case, chain: Chain) -> Iterator[Block]:
    """Policies of support, and what the catalogue encourages."""
    yield from ledgers.supports(case, chain.id)
    yield from _favours(case, chain)


def _favours(case: Case, chain: Chain) -> Iterator[Block]:
    """Entries of the catalogue that encourage what the chain has."""
    found: dict[Gate, list[str]] = {}
    for product in _own(case.reading, chain):
        verdict = case.reading.verdicts.get(product)
        for gate in verdict.gates if verdict else ():
            if gate.favours:
                found.setdefault(gate, []).append(product)
    lines = [_gate(case, gate, products) for gate, products in found.items()]
    if lines:
        yield Items(lines[:GATES])


def _risk(case: Case, chain: Chain, told: Told, level: int) -> Iterator[Block]:
    """The rules that bind the jobs and the first rows of the boards, each once."""
    reading, found = case.reading, dict[Gate, list[str]]()
    rows = [row.product for board in Board for row in reading.rows(board, chain.id)[: boards.MOST]]
    for product in dict.fromkeys([*of_jobs(told.jobs), *rows]):
        for gate in told_gates(reading.verdicts[product]):
            found.setdefault(gate, []).append(product)
    case.rules.update(found)
    if found:
        yield Heading(level, text("brief.part.risk"))
        yield Items([_gate(case, gate, products) for gate, products in found.items()])


def _gate(case: Case, gate: Gate, products: Sequence[str]) -> str:
    names = heads.first_names(case.reading.atlas, products, 3)
    cited = case.cited.marks(gate.sources)
    return text("brief.gate.line", names=names, words=gate_words(gate), cited=cited)


# -- 请求支持事项


def _support(case: Case, chain: Chain, told: Told, level: int) -> Iterator[Block]:
    yield Blank(text("brief.blank.support"))


# -- 附图


def _plates(case: Case, chain: Chain, level: int) -> Iterator[Block]:
    """The map by lines: behind the words, as it may take more pages than they do."""
    plates = chain_plates(case, chain)
    if plates:
        yield Heading(level, text("brief.part.plates"))
        yield Paragraph(text("brief.plates", chain=chain.label, count=len(plates)))
        yield from plates


# -- 附表


def _annex(case: Case, chain: Chain) -> Iterator[Block]:
    parts = case.office.parts
    if Part.GAPS in parts:
        yield from boards.boards(case, chain)
        yield from beside.shortlist(case, [chain])
        yield from beside.survey(case, chain)
        yield from beside.supplies(case, [chain])
        yield from risks.table(case, chain)
    yield from chain_charts(case, chain)
    if Part.PROJECTS in parts:
        yield case.table(tables.projects(case.reading, chain, case.cited))
    if Part.ENTERPRISES in parts:
        yield case.table(tables.enterprises(case.reading, chain, case.cited))
        found = tables.clusters(case.reading, chain, case.cited)
        if found.rows:
            yield case.table(found)
