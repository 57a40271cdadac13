"""The answer in a few sentences: what is chosen, what is used, what keeps the rest out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from liantu.analysis.portfolio.answer import Answer
from liantu.analysis.portfolio.blocking import Why
from liantu.analysis.portfolio.candidates import Stage
from liantu.analysis.portfolio.effects import Kind
from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.plan import Plan, Refusal
from liantu.analysis.portfolio.question import Worth
from liantu.model import Atlas
from liantu.telling import figures
from liantu.telling.portfolio import troubles, words
from liantu.telling.portfolio.reasons import SMALL
from liantu.wording import text

_APART = (Stage.BEGUN, Stage.SETTLED, Stage.HELD, Stage.UNKNOWN, Stage.ENDED)
_ORDER = (
    *(Why.LACKS, Why.TOO_LARGE, Why.NO_ROOM, Why.CLASH, Why.NO_GAIN, Why.DEARER),
    *(Why.OUTSIDE, Why.NEEDS_OUTSIDE),
)


def headline(atlas: Atlas, answer: Answer) -> str:
    """``在资金 100 亿元以内，从 29 个待定项目中选 5 个……``, or why nothing can be chosen."""
    plan = answer.plan
    if isinstance(plan, Refusal):
        return troubles.troubles(atlas, plan.troubles)
    told = {"count": len(plan.chosen), "whose": _whose(atlas, answer)}
    told["budgets"] = words.budgets({r: plan.budgets[r] for r in answer.wishes.limited})
    if not plan.chosen:
        return text("portfolio.headline.none", **told)
    gains = words.counted(answer.problem, plan.chosen)
    points = words.points(plan.value)
    proof = proven(answer, plan)
    return text("portfolio.headline", **told, gains=gains, points=points, proof=proof)


def _whose(atlas: Atlas, answer: Answer) -> str:
    chain, told = answer.wishes.chain, among(answer)
    if not chain:
        return text("portfolio.whose", among=told)
    return text("portfolio.whose.chain", chain=atlas.chains[chain].label, among=told)


def among(answer: Answer) -> str:
    """``29 个待定项目``: among what is chosen."""
    code = "begun" if answer.wishes.begun else "open"
    return text(f"portfolio.among.{code}", count=len(competing(answer)))


def competing(answer: Answer) -> tuple[str, ...]:
    """Ids of the projects among which is chosen, in the order of the question."""
    ours = {c.id for c in answer.pool.of(answer.wishes.competing)} | answer.wishes.told.inside
    return tuple(bid.id for bid in answer.problem.bids if bid.id in ours)


def proven(answer: Answer, plan: Plan) -> str:
    """How much better there may be: 最多还能好 x %; of a point of the front what it forgoes."""
    if answer.best is not None and not answer.is_best:
        lost = answer.best.value - plan.value
        if lost >= SMALL:
            return text("portfolio.proof.point", lost=words.points(lost))
    if plan.proven:
        return text("portfolio.proof.best")
    if plan.gap is None:
        return text("portfolio.proof.open")
    return text("portfolio.proof.gap", gap=_percent(plan.gap))


def _percent(share: float) -> str:
    """A share in per cent, rounded up: what may be gained is never told too small."""
    return figures.number(math.ceil(share * 10_000 - 1e-9) / 100)


def doubtful(answer: Answer) -> str:
    """How many of the gaps that are closed are only suspected: to be verified first."""
    if isinstance(answer.plan, Refusal):
        return ""
    gaps = (Kind.CLOSED, Kind.NARROWED)
    found = words.reached(answer.problem, answer.plan.chosen)
    closed = [goal for goal in found if words.goal_parts(goal)[0] in gaps]
    count = sum(goal in answer.pool.suspected for goal in closed)
    if not count:
        return ""
    code = "portfolio.doubtful.all" if count == len(closed) else "portfolio.doubtful"
    return text(code, count=count)


def used(answer: Answer) -> tuple[str, ...]:
    """``资金 100 亿元：用 55.73 亿元，余 44.27 亿元``, a line a budget."""
    plan = answer.plan
    if isinstance(plan, Refusal):
        return ()
    return tuple(_used(plan, r) for r in answer.wishes.limited)


def _used(plan: Plan, resource: Resource) -> str:
    return text(
        "portfolio.used",
        resource=words.resource(resource),
        budget=words.amount(resource, plan.budgets[resource]),
        used=words.amount(resource, plan.used[resource]),
        left=words.amount(resource, max(0.0, plan.left[resource])),
    )


def left_out(answer: Answer) -> str:
    """How many were not chosen, by what keeps them out; empty where all are."""
    ours = set(competing(answer))
    counts = Counter(block.why for block in answer.blocks if block.bid in ours)
    if not counts:
        return ""
    told = [text(f"portfolio.left.{why}", count=counts[why]) for why in _ORDER if counts[why]]
    return text("portfolio.left", count=counts.total(), reasons="、".join(told))


def tight(answer: Answer) -> str:
    """Which budget limits the choice: that of which a tenth more gives more; empty until known."""
    best = answer.best
    if best is None or not answer.swings:
        return ""
    more = [s for s in answer.swings if s.factor > 1]
    found = [s.resource for s in more if s.value is not None and s.value > best.value + SMALL]
    if found:
        return text("portfolio.tight", resources=words.resources(found))
    lacking = any(block.why is Why.LACKS for block in answer.blocks)
    told = words.resources(answer.wishes.limited)
    return text("portfolio.tight.lacks" if lacking else "portfolio.tight.none", resources=told)


def apart(answer: Answer) -> str:
    """Which projects do not compete, and why."""
    chain = answer.wishes.chain
    ours = {bid.id for bid in answer.problem.bids}
    found = Counter(
        c.stage
        for c in answer.pool.candidates
        if c.id not in ours and (not chain or c.project.chain == chain)
    )
    told = [text(f"portfolio.apart.{s}", count=found[s]) for s in _APART if found[s]]
    return text("portfolio.apart", stages="、".join(told)) if told else ""


def weights(worth: Worth) -> str:
    """How points are counted."""
    return text(
        "portfolio.weights",
        narrowed=_share(worth.narrowed),
        closed=_share(worth.closed),
        thickened=_share(worth.thickened),
        strengthened=_share(worth.strengthened),
        unlocked=_share(worth.unlocked),
        blank=words.points(worth.blank),
    )


def _share(value: float) -> str:
    return text("portfolio.share", percent=figures.number(value * 100))


def summary(atlas: Atlas, answer: Answer) -> Iterator[str]:
    """All of the above that there is something to say of, in the order in which it is read."""
    lines = (headline(atlas, answer), *below(answer), apart(answer))
    yield from (line for line in lines if line)


def below(answer: Answer) -> tuple[str, ...]:
    """What stands below the headline: doubt, what is used, what limits, what is left."""
    lines = (doubtful(answer), *used(answer), tight(answer), left_out(answer))
    return tuple(line for line in lines if line)
