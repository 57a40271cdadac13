"""A portfolio as a scenario: its projects run, under a name that says what was asked."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.portfolio.answer import Answer
from liantu.analysis.portfolio.plan import Plan
from liantu.model import Atlas
from liantu.model.scenario import ProjectChoice, Scenario
from liantu.telling.portfolio import headline, words
from liantu.wording import text


def adopted(atlas: Atlas, scenario: Scenario, answer: Answer) -> Scenario | None:
    """``scenario`` with the chosen projects in the place of its own; ``None`` where none is
    chosen.
    """
    plan = answer.plan
    if not isinstance(plan, Plan) or not plan.chosen:
        return None
    limited = {r: answer.wishes.budgets[r] for r in answer.wishes.limited}
    return replace(
        scenario,
        id="",
        name=text("portfolio.scenario", budgets=words.budgets(limited)),
        note=headline.headline(atlas, answer),
        projects=tuple(ProjectChoice(id_) for id_ in plan.chosen),
    )
