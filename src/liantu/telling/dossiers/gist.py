"""What a folded part of the dossier of a product answers in one line."""

from __future__ import annotations

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model import Product, RouteKind
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.standing import OPEN, Certainty
from liantu.telling import amounts, figures
from liantu.telling.line import joined
from liantu.telling.names import brief
from liantu.telling.standing import class_words, standing_word
from liantu.telling.whom import counties_to_ask, sisters, users
from liantu.wording import text


def why(reading: Reading, verdict: Verdict) -> str:
    """The score and the place in the city on the board that lists it, else the class."""
    for board in Board:
        own = reading.score(verdict.product, board)
        if own is not None:
            words = text(
                "ui.gist.why",
                board=text(f"standing.board.{board}"),
                score=f"{own.total:.0f}",
                place=reading.rows(board).index(own) + 1,
            )
            doubtful = verdict.certainty is Certainty.SUSPECTED
            return joined(words, text("ui.gist.why.suspected") if doubtful else "")
    if verdict.worst in (None, Word.STEADY):
        return text("ui.gist.why.none", standing=standing_word(verdict))
    return class_words(verdict)


def sums(reading: Reading, item: Product) -> str:
    """``年需 17 万吨 · 在产 20 万吨``; what is not known is said to be."""
    verdict = reading.verdicts.get(item.id)
    balance = verdict.balance if verdict else None
    if verdict is None or not verdict.uses:
        need = text("ui.gist.need.none")
    else:
        need = text("ui.gist.need", amount=amounts.need(balance) or text("ui.unknown"))
    supply = reading.situation.supply(item.id)
    if supply is None:
        standing = reading.situation.standing(item.id)
        return joined(need, text(f"standing.standing.{standing}"))
    unit = supply.unit.removesuffix(text("answer.per_year"))
    unknown = supply.unknown_makers or not supply.known
    amount = figures.least(supply.known, unknown, unit, amounts.DIGITS)
    return joined(need, text("ui.gist.supply", amount=amount))


def routes(item: Product) -> str:
    """How many ways to make it are on record, and the first."""
    made = [route for route in item.routes if route.kind is RouteKind.MAKE]
    if not made:
        return text("ui.gist.routes.bought" if item.routes else "ui.gist.routes.none")
    return text("ui.gist.routes", count=len(made), name=made[0].name or made[0].id)


def makers(reading: Reading, item: Product) -> str:
    """How many run, and how many are built or planned; without any, who is to be asked first."""
    found = reading.situation.makers(item.id)
    running = len(reading.situation.firms(item.id))
    others = len({m.enterprise.id for m in found if not m.operating})
    more = text("ui.gist.makers.others", count=others) if others else ""
    if running:
        return joined(text("ui.gist.makers", count=running), more)
    verdict = reading.verdicts.get(item.id)
    if verdict is None:
        return more or text("ui.gist.makers.none")
    if verdict.standing not in OPEN:
        return joined(standing_word(verdict), more)
    return joined(text("ui.gist.makers.none"), more, _first(reading, verdict))


def _first(reading: Reading, verdict: Verdict) -> str:
    """Whom to ask first: a user, else a firm of the same class, else a county."""
    own = sisters(reading, verdict.product)
    for code, firms in (("user", users(reading, verdict)), ("sister", own)):
        if firms:
            name = brief(reading.atlas.enterprises[firms[0]])
            return text(f"ui.gist.ask.{code}", name=name)
    counties = counties_to_ask(reading, verdict, 1)
    return text("ui.gist.ask.county", name=counties[0]) if counties else ""
