"""What swaps when a budget is a tenth smaller or larger; what one and the same gap is closed by."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.portfolio.answer import Answer
from liantu.analysis.portfolio.nouns import Problem
from liantu.analysis.portfolio.question import overlaps
from liantu.analysis.portfolio.swings import FACTORS, Swing
from liantu.model import Atlas
from liantu.telling.portfolio import troubles, words
from liantu.telling.portfolio.reasons import SMALL
from liantu.wording import text


def swaps(atlas: Atlas, answer: Answer) -> tuple[str, ...]:
    """A sentence for each budget and each of a tenth less and a tenth more; one where nothing
    changes either way. Empty until it is explained.
    """
    best = answer.best
    if best is None:
        return ()
    found: list[str] = []
    for resource in answer.wishes.limited:
        turned = {s.factor: s for s in answer.swings if s.resource is resource}
        if turned and not any(_changes(s) for s in turned.values()):
            found.append(text("portfolio.swing.steady", resource=words.resource(resource)))
            continue
        found += [_swing(atlas, answer, turned[f], best.value) for f in FACTORS if f in turned]
    return tuple(found)


def _changes(swing: Swing) -> bool:
    return swing.value is None or bool(swing.joined or swing.dropped)


def _swing(atlas: Atlas, answer: Answer, swing: Swing, value: float) -> str:
    budget = answer.problem.budgets[swing.resource] * swing.factor
    side = "less" if swing.factor < 1 else "more"
    told = text(
        f"portfolio.swing.{side}",
        resource=words.resource(swing.resource),
        amount=words.amount(swing.resource, budget),
    )
    if swing.value is None:
        reasons = troubles.troubles(atlas, swing.troubles)
        return text("portfolio.swing.never", told=told, reasons=reasons)
    if not _changes(swing):
        return text("portfolio.swing.same", told=told)
    return text("portfolio.swing", told=told, what=_what(atlas, swing, value))


def _what(atlas: Atlas, swing: Swing, value: float) -> str:
    """What comes, what goes, and the points."""
    parts = []
    for code, ids in (("dropped", swing.dropped), ("joined", swing.joined)):
        if ids:
            parts.append(text(f"portfolio.swing.{code}", names=words.names(atlas, ids)))
    more = (swing.value or 0.0) - value
    if abs(more) >= SMALL:
        code = "gain" if more > 0 else "loss"
        parts.append(text(f"portfolio.swing.{code}", points=words.points(abs(more))))
    return "，".join(parts)


def shared(atlas: Atlas, problem: Problem) -> Iterator[str]:
    """Gaps that several projects would close: each counts once."""
    for goal in problem.goals:
        ids = [bid.id for bid in problem.bids if any(bid.id in way for way in goal.ways)]
        if goal.counts and len(ids) > 1:
            _, product = words.goal_parts(goal.id)
            name = atlas.products[product].name
            told = words.names(atlas, ids, len(ids))
            yield text("portfolio.shared", product=name, names=told)


def doubled(atlas: Atlas, answer: Answer) -> Iterator[str]:
    """Projects that may be one, told twice: to be asked."""
    for pair in overlaps(answer.pool, answer.wishes.competing):
        ids = sorted(pair)
        if all(one in answer.problem.by_id for one in ids):
            where = atlas.projects[ids[0]].county
            yield text("portfolio.doubled", names=words.names(atlas, ids), county=where)
