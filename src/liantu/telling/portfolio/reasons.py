"""Why a project is not chosen, and what it costs to turn the decision on one (遗憾值)."""

from __future__ import annotations

from collections.abc import Mapping

from liantu.analysis.portfolio.answer import Answer
from liantu.analysis.portfolio.blocking import Block, Regret, Why
from liantu.analysis.portfolio.candidates import Candidate
from liantu.analysis.portfolio.effects import Kind
from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.question import rivals_granted
from liantu.analysis.portfolio.sound import Lack, lacks
from liantu.model import Atlas
from liantu.telling.portfolio import troubles, words
from liantu.wording import text

SMALL = 0.05
"""Points that are told as none."""


def blocked(atlas: Atlas, answer: Answer, block: Block) -> str:
    """What blocks a project, and what would have to come along."""
    told = _why(atlas, answer, block)
    if block.along and block.why in (Why.NO_ROOM, Why.TOO_LARGE, Why.DEARER):
        along = words.names(atlas, block.along)
        return text("portfolio.along", told=told, along=along)
    return told


def _why(atlas: Atlas, answer: Answer, block: Block) -> str:
    if block.why is Why.LACKS:
        return lacking(atlas, answer, block.bid)
    if block.why is Why.OUTSIDE:
        return _outside(atlas, answer, block.bid)
    if block.why is Why.NO_GAIN and not block.others:
        return _nothing(atlas, answer, block.bid)
    if block.why is Why.TOO_LARGE:
        return text("portfolio.why.too_large", needs=_needs(answer, block))
    others = words.names(atlas, block.others)
    return text(f"portfolio.why.{block.why}", short=_short(block.short), others=others)


def _nothing(atlas: Atlas, answer: Answer, bid: str) -> str:
    """That a project gives nothing that counts: nobody here asked for it, or it is here already."""
    candidate = candidate_of(answer, bid)
    found = candidate.effects.of(Kind.ADDED) if candidate and candidate.effects else ()
    if found:
        names = "、".join(atlas.products[p].name for p in found)
        return text("portfolio.why.no_gain.added", products=names)
    return text("portfolio.why.no_gain.nothing")


def _needs(answer: Answer, block: Block) -> str:
    """What it takes of the budgets that it alone exceeds, beside all there is."""
    told = []
    used = answer.problem.used(answer.problem.with_before(block.bid))
    for r in block.short:
        need, budget = words.amount(r, used[r]), words.amount(r, answer.problem.budgets[r])
        told.append(
            text("portfolio.need.beside", resource=words.resource(r), need=need, budget=budget)
        )
    return "、".join(told)


def _short(short: Mapping[Resource, float]) -> str:
    return "、".join(f"{words.resource(r)} {words.amount(r, more)}" for r, more in short.items())


def _outside(atlas: Atlas, answer: Answer, bid: str) -> str:
    """Left by the planner, closed by policy, or never beside what is being built."""
    if bid in answer.wishes.told.outside:
        return text("portfolio.why.outside")
    candidate = candidate_of(answer, bid)
    if candidate is not None and candidate.shut:
        names = "、".join(atlas.products[p].name for p in candidate.shut)
        return text("portfolio.why.shut", products=names)
    ids = answer.problem.by_id
    rivals = rivals_granted(answer.pool, candidate, ids) if candidate is not None else ()
    if rivals:
        return text("portfolio.why.rival", others=words.names(atlas, rivals))
    return text("portfolio.why.never")


def candidate_of(answer: Answer, bid: str) -> Candidate | None:
    """The candidate that a bid is of."""
    return next((c for c in answer.pool.candidates if c.id == bid), None)


def lacking(atlas: Atlas, answer: Answer, bid: str) -> str:
    """Which figures of a project are missing, or those of what it needs."""
    found = next((k for k in lacks(answer.problem) if k.bid == bid), Lack(bid))
    own = missing(found)
    if own:
        return text("portfolio.why.lacks", figures=own)
    return text("portfolio.why.lacks_before", others=words.names(atlas, found.before))


def missing(lack: Lack) -> str:
    """The missing figures by name."""
    told = [words.figure(r) for r in Resource if r in lack.resources]
    if lack.value:
        told.append(text("portfolio.lack.value"))
    return "、".join(told)


def regretted(atlas: Atlas, regret: Regret) -> str:
    """What it costs to leave a chosen project, or to insist on one that was not chosen."""
    if regret.loss is None:
        return text("portfolio.regret.never", reasons=troubles.troubles(atlas, regret.troubles))
    joined, dropped = words.names(atlas, regret.joined), words.names(atlas, regret.dropped)
    swaps = _swaps(joined, dropped)
    side = "leave" if regret.taken else "insist"
    if regret.loss < -SMALL:
        gain = words.points(-regret.loss)
        return text(f"portfolio.regret.{side}.gain", swaps=swaps, gain=gain)
    if regret.loss < SMALL:
        return text(f"portfolio.regret.{side}.free", swaps=swaps)
    loss = words.points(regret.loss)
    told = text(f"portfolio.regret.{side}", swaps=swaps, loss=loss)
    if regret.doubt < SMALL:
        return told
    return text("portfolio.regret.doubt", told=told, doubt=words.points(regret.doubt))


def _swaps(joined: str, dropped: str) -> str:
    parts = [text("portfolio.swap.joined", names=joined)] if joined else []
    parts += [text("portfolio.swap.dropped", names=dropped)] if dropped else []
    return "".join(parts)
