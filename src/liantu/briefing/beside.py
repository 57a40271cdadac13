"""What stands beside the boards: 短板清单, 摸底任务单, 原料稳供 and 无链."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.analysis.asking import Question, home_or_key, settled
from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Block, Heading, Paragraph, Table
from liantu.briefing.boards import class_words, marked, users, whose
from liantu.briefing.case import Case
from liantu.briefing.grounds import supply_ground
from liantu.briefing.prose import tight
from liantu.briefing.tables import known
from liantu.model import Chain
from liantu.model.classes import Word
from liantu.model.standing import Remedy
from liantu.telling.names import brief
from liantu.wording import text

ASKED = 8
WHOM = 3
"""Enterprises to ask that are named in a row."""


# -- 短板清单


def shortlist(case: Case, chosen: Sequence[Chain]) -> Iterator[Block]:
    """短板清单 of the chosen chains; what makes a row is said where there is none."""
    reading = case.reading
    rows = [(chain, product) for chain in chosen for product in reading.shortlist(chain.id)]
    yield Heading(2, text("brief.words.shortlist"))
    if not rows:
        yield Paragraph(text("brief.shortlist.none"), quiet=True)
        return
    cells = [
        [
            chain.label,
            marked(reading, product),
            class_words(reading.verdicts[product]),
            _evidence(reading, product),
            users(reading, product),
        ]
        for chain, product in rows
    ]
    heads = ("chain", "product", "class", "evidence", "users")
    yield case.table(
        Table(
            text("brief.words.shortlist"),
            [text(f"brief.head.{head}") for head in heads],
            cells,
            (1.2, 1.8, 1.9, 3.6, 2.5),
            note=text("brief.shortlist.note"),
        )
    )


def _evidence(reading: Reading, product: str) -> str:
    """Why it may be handed in: the cited barrier, or that it is confirmed to be lacking."""
    barrier = reading.atlas.products[product].barrier
    if barrier is not None:
        return text("brief.shortlist.barrier", words=barrier.text)
    return text("standing.standing.none")


# -- 摸底任务单


def survey(case: Case, chain: Chain | None, *, headed: bool = True) -> Iterator[Block]:
    """The first rows of 摸底任务单 with whom to ask first."""
    reading = case.reading
    rows = asked_of(reading, chain)
    if headed:
        yield Heading(2, text("brief.words.survey"))
    if not rows:
        yield Paragraph(text("brief.survey.none"), quiet=True)
        return
    found = settled(rows) or 0.0
    yield Paragraph(text("brief.survey.settled", count=len(rows), share=f"{found:.0%}"))
    cells = [_question(reading, place, row) for place, row in enumerate(rows[:ASKED], 1)]
    heads = ("rank", "product", "class", "whom", "users", "value")
    left = len(rows) - ASKED
    yield case.table(
        Table(
            text("brief.survey.caption", of=whose(reading, chain)),
            [text(f"brief.head.{head}") for head in heads],
            cells,
            (0.5, 2.2, 1.9, 3.2, 2.4, 0.7),
            (0, len(heads) - 1),
            text("brief.more", count=left) if left > 0 else "",
        )
    )


def asked_of(reading: Reading, chain: Chain | None) -> tuple[Question, ...]:
    """The rows of 摸底任务单 that a chain's page lists, or all."""
    if chain is None:
        return reading.questions
    shown = home_or_key(reading.atlas, chain.id)
    return tuple(q for q in reading.questions if q.product in shown)


def _question(reading: Reading, place: int, row: Question) -> list[str]:
    verdict = reading.verdicts[row.product]
    return [
        str(place),
        marked(reading, row.product),
        class_words(verdict),
        whom(reading, row),
        users(reading, row.product),
        f"{row.value:.0f}",
    ]


def whom(reading: Reading, row: Question) -> str:
    """The firms to ask first with their counties; without any, the office of the counties."""
    firms = [reading.atlas.enterprises[e] for e in row.ask[:WHOM]]
    told = [text("brief.firm", name=brief(f), county=f.county) for f in firms]
    return "、".join(told) or text("brief.survey.office")


# -- 原料稳供


def supplies(case: Case, chosen: Sequence[Chain]) -> Iterator[Block]:
    """What is secured from outside, with the rule that says so: no row calls for investment."""
    reading = case.reading
    ids = dict.fromkeys(p for c in chosen for p in known(reading.atlas, c))
    rows = [v for p in ids if (v := reading.verdicts.get(p)) and v.remedy is Remedy.SUPPLY]
    yield Heading(2, text("standing.remedy.supply"))
    if not rows:
        yield Paragraph(text("brief.supply.none"), quiet=True)
        return
    cells = [
        [
            reading.atlas.products[v.product].name,
            tight(supply_ground(reading, v)),
            users(reading, v.product),
        ]
        for v in rows
    ]
    heads = ("product", "rule", "users")
    yield case.table(
        Table(
            text("brief.supply.caption"),
            [text(f"brief.head.{head}") for head in heads],
            cells,
            (1.6, 4.6, 3),
            note=text("brief.supply.note"),
        )
    )


# -- 无链


def blanks(case: Case, chain: Chain) -> Iterator[Block]:
    """无链: wanted, and neither needed nor fed yet, by stage; 未布局 is one count."""
    reading = case.reading
    shown = home_or_key(reading.atlas, chain.id)
    names_ = {stage.id: stage.name for stage in chain.stages}
    stages: dict[str, list[str]] = {}
    open_ = 0
    for member in chain.members():
        verdict = reading.verdicts.get(member.product)
        if verdict is None or member.product not in shown:
            continue
        open_ += Word.OPEN in verdict.words
        if Word.BLANK in verdict.words:
            name = marked(reading, member.product)
            stages.setdefault(names_.get(member.stage, ""), []).append(name)
    yield Heading(2, text("standing.remedy.create"))
    yield case.table(
        Table(
            text("brief.blank.caption", chain=chain.label),
            [text("ui.column.stage"), text("brief.head.count"), text("ui.column.product")],
            [[stage, str(len(hits)), "、".join(hits)] for stage, hits in stages.items()],
            (1.6, 0.6, 7),
            (1,),
        )
    )
    if open_:
        yield Paragraph(text("brief.plan.open", count=open_), quiet=True)
