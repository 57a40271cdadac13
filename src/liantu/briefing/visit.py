"""巡链一页纸: what the chief of a chain needs on a visit, on one A4."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from liantu.analysis.boards import confirmed
from liantu.analysis.reading import Reading
from liantu.analysis.tiers import best_level
from liantu.briefing import asked, findings, heads, tables
from liantu.briefing.blocks import Block, Figure, Heading, Items, Paragraph, Report
from liantu.briefing.case import Case, paper
from liantu.briefing.order import Order
from liantu.briefing.prose import spoken_dates, tight
from liantu.diagram.drawing import Drawing
from liantu.diagram.page import MILLIMETRE
from liantu.diagram.segment.sheet import Seen, bare_segments
from liantu.model import Chain, Enterprise
from liantu.model.boards import Board
from liantu.model.classes import ACTED_ON
from liantu.telling import classes, making
from liantu.telling.names import named
from liantu.wording import text

MAP_HEIGHT, TEXT_WIDTH = 92.0, 178.0
"""Room for the map on the page, mm."""
MET = 5
MADE = 3


def visit(reading: Reading, order: Order) -> Report:
    """One page of the only ordered chain: map, findings with reasons, whom to meet, what to ask."""
    case = Case(reading, replace(order, office=replace(order.office, captions=False)))
    (found,) = case.chains
    title = text("brief.visit.title", chain=found.label)
    return paper(case, title, list(_blocks(case, found)), contents=False)


def _blocks(case: Case, chain: Chain) -> Iterator[Block]:
    reading = case.reading
    summary = reading.summary(chain.id)
    yield heads.numbers(summary)
    yield Paragraph(_counts(reading, chain))
    drawing = _small_map(case, chain)
    case.pictures["map"] = drawing
    yield Figure("map", _legend(), share=1.0)
    yield Heading(1, text("brief.words.findings"))
    yield Items(findings.findings(reading, chain.id), ordered=True)
    yield Heading(1, text("brief.visit.meet"))
    yield Items(_meet(case, chain, summary.enterprises))
    yield Heading(1, text("brief.visit.ask"))
    yield Items(asked.questions(reading, chain), ordered=True)
    yield Paragraph(text("brief.visit.note"), quiet=True)


def _counts(reading: Reading, chain: Chain) -> str:
    """How many rows each board has, confirmed and to be asked apart."""
    told = []
    for board in Board:
        rows = reading.rows(board, chain.id)
        sure = len(confirmed(rows, reading.verdicts))
        name = text(f"standing.board.{board}")
        code = "brief.visit.local" if board is Board.STRONG else "brief.visit.board"
        told.append(text(code, board=name, sure=sure, asked=len(rows) - sure))
    return "；".join(told) + "。"


def _legend() -> str:
    marks = (classes.letter(code) + " " + classes.word(code) for code in ACTED_ON)
    return text("brief.visit.legend", marks="，".join(marks))


def _small_map(case: Case, chain: Chain) -> Drawing:
    """The map without title and foot; the paper around it has both."""
    size = (TEXT_WIDTH * MILLIMETRE, MAP_HEIGHT * MILLIMETRE)
    return bare_segments(case.reading, Seen(chain.id, size=size), "A4")


def _meet(case: Case, chain: Chain, ids: tuple[str, ...]) -> list[str]:
    """Lead enterprises first, then those that make most of the chain, then by tier."""
    reading = case.reading
    rung = len(reading.atlas.library.ladder)
    own = {
        p
        for p in tables.known(reading.atlas, chain)
        if not (reading.atlas.products[p].raw or reading.atlas.products[p].utility)
    }

    def place(key: str) -> tuple[int, int, int]:
        firm = reading.atlas.enterprises[key]
        level = best_level(reading.atlas, firm)
        count = sum(key in reading.verdicts[p].makers for p in own if p in reading.verdicts)
        return chain.rank(key), -count, rung if level is None else level

    firms = (reading.atlas.enterprises[key] for key in sorted(ids, key=place)[:MET])
    lines = [
        text(
            "brief.visit.firm",
            name=firm.name,
            county=firm.county,
            made=_made(reading, firm, own) or text("brief.visit.unmade"),
        )
        for firm in firms
    ]
    return lines or [text("brief.visit.nobody")]


def _made(reading: Reading, firm: Enterprise, own: Collection[str]) -> str:
    found = making.spoken(reading, making.made(reading, firm, own))
    return tight(spoken_dates(named(found, MADE)))
