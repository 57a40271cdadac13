"""The short cells of a board: who takes a product, what it rests on, whom to ask, how it stands."""

from __future__ import annotations

from liantu.analysis.state import Maker
from liantu.model import Status
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.standing import ABSENT, Certainty
from liantu.model.verification import UNPLACED
from liantu.telling import amounts
from liantu.telling.answer import answer, coming
from liantu.telling.lists.column import Mark
from liantu.telling.lists.row import GapRow
from liantu.telling.names import brief
from liantu.telling.standing import certainty_word, standing_word
from liantu.telling.whom import knowing
from liantu.wording import text

ASKED, SURE, MADE = "asked", "sure", "made"
"""Codes of states beside those of :class:`Status`."""


def marks(row: GapRow) -> tuple[Mark, ...]:
    """The classes as badges."""
    suspected = row.verdict.certainty is Certainty.SUSPECTED
    return tuple((word, suspected and word is not Word.OPEN) for word in row.verdict.words)


def home(row: GapRow) -> str:
    """The chain that owns it and how many others show it."""
    if row.chain is None:
        return text("ui.none")
    others = len(row.reading.atlas.chains_of.get(row.id, ())) - 1
    name = row.chain.label
    return text("ui.home.more", name=name, count=others) if others > 0 else name


def taker(row: GapRow) -> str:
    """Its largest user and the need a year, as far as both are known."""
    return amounts.taken(row.reading, row.verdict)


def grounds(row: GapRow) -> str:
    """The local main that it rests on, with what is left of that."""
    verdict = row.verdict
    follows = row.reading.score(row.id, Board.EXTEND) is not None
    if verdict.standing in ABSENT and (verdict.fed_by or follows):
        return amounts.base(row.reading, verdict)
    return row.fed_by or text("ui.none")


def firm_of(row: GapRow) -> str:
    """The enterprise to ask or to see first: a maker, else the one that is likeliest to know;
    empty where there is none.
    """
    found = row.verdict.makers or knowing(row.reading, row.verdict)
    return found[0] if found else ""


def first(row: GapRow) -> str:
    """Name and county of :func:`firm_of`."""
    firm = row.reading.atlas.enterprises.get(firm_of(row))
    if firm is None:
        return text("ui.none")
    county = "" if firm.county == UNPLACED else firm.county
    return text("ui.first", name=brief(firm), county=county).strip()


def pill(row: GapRow) -> str:
    """How far it has come: a status, or asked, sure or made."""
    found = _coming(row)
    if found is not None:
        return str(found.capacity.status)
    if row.verdict.standing not in ABSENT:
        return MADE
    return ASKED if row.verdict.certainty is Certainty.SUSPECTED else SURE


def _coming(row: GapRow) -> Maker | None:
    if row.verdict.standing not in ABSENT:
        return None
    found = coming(row.reading, row.id)
    shown = (Status.BUILDING, Status.PLANNED)
    return found if found is not None and found.capacity.status in shown else None


def state_word(row: GapRow) -> str:
    """:func:`pill` in words."""
    code = pill(row)
    if code == MADE:
        return standing_word(row.verdict)
    if code == ASKED:
        return text("ui.state.asked")
    return certainty_word(row.verdict) if code == SURE else text(f"ui.status.{code}")


def why(row: GapRow) -> str:
    """The sentence that answers first."""
    return answer(row.reading, row.id)
