"""The projects of an answer, a row each: what they take, what they give, why they are in or out."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from liantu.analysis.portfolio.answer import Answer
from liantu.analysis.portfolio.blocking import Block, Regret, Why
from liantu.analysis.portfolio.candidates import Candidate
from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.plan import Plan
from liantu.analysis.portfolio.units import Exactness
from liantu.model import Atlas
from liantu.telling.portfolio import words
from liantu.telling.portfolio.headline import competing
from liantu.telling.portfolio.reasons import blocked, regretted
from liantu.wording import text


class State(enum.StrEnum):
    """What became of a project; ``OPEN``: nothing, for the question has no answer."""

    CHOSEN = "chosen"
    OPEN = "open"
    LEFT = "left"
    LACKS = "lacks"
    BARRED = "barred"


_BARRED = (Why.OUTSIDE, Why.NEEDS_OUTSIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """``needs`` by resource as it is told; ``gains``: what it gives, with points; ``reason``: what
    blocks it (empty where it is chosen); ``regret``: what it costs to decide otherwise (empty until
    known). ``idle``: it is left because it gives nothing that counts.
    """

    project: str
    name: str
    chain: str
    county: str
    state: State
    needs: Mapping[Resource, str] = field(default_factory=dict)
    gains: str = ""
    points: float = 0.0
    reason: str = ""
    regret: str = ""
    idle: bool = False

    @property
    def told(self) -> str:
        """What became of it in a word."""
        return text(f"portfolio.state.{self.state}")

    @property
    def why(self) -> str:
        """Reason and regret in one line."""
        return "；".join(filter(None, (self.reason, self.regret)))


def rows(atlas: Atlas, answer: Answer) -> tuple[Row, ...]:
    """The chosen first, then those that could have been, then those that lack figures, then those
    that may not be; each in the order of the records, the chosen by their points.
    """
    ours = set(competing(answer))
    blocks = {block.bid: block for block in answer.blocks}
    found = [
        _row(atlas, answer, c, blocks.get(c.id)) for c in answer.pool.candidates if c.id in ours
    ]
    order = list(State)
    return tuple(sorted(found, key=lambda row: (order.index(row.state), -row.points)))


def _row(atlas: Atlas, answer: Answer, candidate: Candidate, block: Block | None) -> Row:
    project = candidate.project
    chain = atlas.chains.get(project.chain)
    gains = tuple(_goals(answer, candidate.id))
    turned = answer.regrets.get(candidate.id) if answer.is_best else None
    return Row(
        project=project.id,
        name=project.name,
        chain=chain.label if chain else "",
        county=project.county,
        state=_state(answer, candidate.id, block),
        needs={r: need(answer, candidate, r) for r in Resource},
        gains=gained(atlas, gains, answer.pool.suspected),
        points=sum(worth for _, worth in gains),
        reason=blocked(atlas, answer, block) if block else _insisted(answer, candidate),
        idle=block is not None and block.why is Why.NO_GAIN and not block.others,
        regret=regretted(atlas, turned) if turned and _is_news(turned, block) else "",
    )


def _is_news(turned: Regret, block: Block | None) -> bool:
    """Whether the regret says more than what blocks the project."""
    return turned.loss is not None or block is None or block.why is not Why.TOO_LARGE


def _state(answer: Answer, bid: str, block: Block | None) -> State:
    if isinstance(answer.plan, Plan) and bid in answer.plan.chosen:
        return State.CHOSEN
    if block is None:
        lacking = any(lack.bid == bid for lack in answer.plan.left_out)
        return State.LACKS if lacking else State.OPEN
    if block.why is Why.LACKS:
        return State.LACKS
    return State.BARRED if block.why in _BARRED else State.LEFT


def _insisted(answer: Answer, candidate: Candidate) -> str:
    """That a project is in because the planner wants it."""
    return text("portfolio.why.inside") if candidate.id in answer.wishes.told.inside else ""


def _goals(answer: Answer, bid: str) -> Iterator[tuple[str, float]]:
    """The goals that a project reaches by itself with their points; a gap that it closes is told
    as closed alone, with all its points.
    """
    found = {g.id: g.worth for g in answer.problem.goals if frozenset({bid}) in g.ways}
    for goal, worth in found.items():
        kind, _, product = goal.partition(":")
        if kind == "narrowed" and f"closed:{product}" in found:
            continue
        more = found.get(f"narrowed:{product}", 0.0) if kind == "closed" else 0.0
        yield goal, worth + more


def gained(atlas: Atlas, gains: tuple[tuple[str, float], ...], suspected: frozenset[str]) -> str:
    """``补上盾构刀具缺口 10 分、……``."""
    told = [
        f"{words.gain(atlas, goal, doubtful=goal in suspected)} {words.points(worth)}"
        for goal, worth in gains
    ]
    return "、".join(told)


def need(answer: Answer, candidate: Candidate, resource: Resource) -> str:
    """What a project takes of a resource; one that a planner has told says so."""
    told = answer.wishes.told.needs.get(candidate.id, {})
    found = answer.problem.by_id[candidate.id].needs.get(resource)
    if found is None:
        return text("ui.unknown")
    shown = words.amount(resource, found)
    if resource in told:
        return text("portfolio.need.told", amount=shown)
    exact = candidate.needs[resource].exactness
    return shown if exact is Exactness.EXACT else text(f"portfolio.need.{exact}", amount=shown)
