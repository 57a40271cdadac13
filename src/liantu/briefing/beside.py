"""What stands beside the boards: 短板清单, 摸底任务单 and 原料稳供."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.analysis.asking import Question, home_or_key
from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Block, Table
from liantu.briefing.boards import class_words, marked, placed, users, whose
from liantu.briefing.case import Case
from liantu.briefing.grounds import supply_ground
from liantu.briefing.prose import tight
from liantu.briefing.tables import known
from liantu.model import Chain
from liantu.model.standing import Remedy
from liantu.telling.whom import likely
from liantu.telling.whom import users as takers_of
from liantu.wording import text

ASKED = 8
SECURED = 12
"""Materials from outside that are listed."""
WHOM = 3
"""Enterprises to ask that are named in a row."""


# -- 短板清单


def shortlist(case: Case, chosen: Sequence[Chain]) -> Iterator[Block]:
    """短板清单 of the chosen chains; what makes a row is said where there is none."""
    reading = case.reading
    rows = [(chain, product) for chain in chosen for product in reading.shortlist(chain.id)]
    rows = [(chain, product) for chain, product in rows if product not in case.listed]
    if not rows:
        return
    case.listed.update(product for _, product in rows)
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
            about=[product for _, product in rows],
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
    """The first rows of 摸底任务单 that no table before has, with whom to ask first; ``headed`` is
    whether it says so.
    """
    reading = case.reading
    every = asked_of(reading, chain)
    rows = [row for row in every if row.product not in case.listed]
    if not rows:
        return
    shown = rows[:ASKED]
    case.listed.update(row.product for row in shown)
    left = text("brief.more", count=len(rows) - ASKED) if len(rows) > ASKED else ""
    apart = text("brief.survey.apart") if headed and len(rows) < len(every) else ""
    heads = ("rank", "product", "class", "whom", "users")
    yield case.table(
        Table(
            text("brief.survey.caption", of=whose(reading, chain), count=len(every)),
            [text(f"brief.head.{head}") for head in heads],
            [_question(reading, place, row) for place, row in enumerate(shown, 1)],
            (0.5, 2.2, 1.9, 3.4, 2.6),
            (0,),
            apart + left,
            [row.product for row in shown],
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
    ]


def whom(reading: Reading, row: Question) -> str:
    """The firms to ask first with their counties: who may make it, else who needs it; without any,
    the office of the counties.
    """
    verdict = reading.verdicts[row.product]
    firms = likely(reading, verdict) or takers_of(reading, verdict)
    told = [placed(reading.atlas.enterprises[e]) for e in firms[:WHOM]]
    return "、".join(told) or text("brief.survey.office")


# -- 原料稳供


def supplies(case: Case, chosen: Sequence[Chain]) -> Iterator[Block]:
    """What is secured from outside, with the rule that says so: no row calls for investment."""
    reading = case.reading
    ids = dict.fromkeys(p for c in chosen for p in known(reading.atlas, c))
    rows = [v for p in ids if (v := reading.verdicts.get(p)) and v.remedy is Remedy.SUPPLY]
    rows = [v for v in rows if v.uses and v.product not in case.listed]
    if not rows:
        return
    case.listed.update(v.product for v in rows)
    cells = [
        [
            reading.atlas.products[v.product].label,
            tight(supply_ground(reading, v)) + case.cited.marks(v.gate.sources if v.gate else ()),
            users(reading, v.product),
        ]
        for v in rows[:SECURED]
    ]
    left = len(rows) - SECURED
    more = text("brief.more", count=left) if left > 0 else ""
    heads = ("product", "rule", "users")
    yield case.table(
        Table(
            text("brief.supply.caption"),
            [text(f"brief.head.{head}") for head in heads],
            cells,
            (1.6, 4.6, 3),
            note=text("brief.supply.note") + more,
            about=[v.product for v in rows[:SECURED]],
        )
    )
