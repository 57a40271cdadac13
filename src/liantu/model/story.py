"""A story: steps that show one thing after another to a room, each a look at the city with words.

A step tells what is looked at (page, chain, lens, date, scenario, selection) and what is said of
it: a title and a text somebody wrote, and sentences that are computed when it is shown, so that
figures are those of the data and never of the day the story was written.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from liantu.model.focus import AUTO, HOME, MAP, PLAN, SCENARIOS, SEGMENTS, SIDES, Focus
from liantu.model.scenario import Scenario
from liantu.model.target import Target

MOST_STEPS = 60
"""More than anybody listens to."""

LENS_IDS = ("structure", "diagnosis", "balance", "compare", "outage")
LIST_IDS = (
    *("fill", "extend", "strong", "shortlist", "survey", "broken", "short", "thin", "weak"),
    *("blank", "gaps", "city", "research", "targets", "problems", "tasks", "products"),
    *("balance", "strengths", "enterprises", "tiers", "leads", "suppliers", "regions"),
    *("clusters", "chains", "policies", "parks", "platforms", "projects", "supervision"),
    *("consultation", "resources", "sources", "matches", "outage", "requests", "findings"),
    *("meetings", "exits", "visits", "assignments", "policy_matches", "memos"),
    *("trust", "checks"),
    "issues",
)
PICTURE_IDS = (
    *("balance", "sankey", "gantt", "radar", "sole", "trend", "heat", "network", "matrix"),
    *("counties", "soles"),
)
"""What a step may name that only layers above know: they hold the same ids, and a test says so."""


class Tell(enum.StrEnum):
    """Sentences that are computed for a step when it is shown.

    ``JUDGEMENT``: 总体判断 of chain or city; ``JOBS``: 先办三件事; ``WHY``: the verdict on what is
    selected; ``CHANGES``: what became of what since the step before (or ``against``); ``EXTEND``:
    what could be made of it next; ``PLAN``: what it takes to make it here; ``DRILL``: what a stop
    does; ``VERIFY``: what to verify first; ``SOURCES``: where what is selected is on record.
    """

    JUDGEMENT = "judgement"
    JOBS = "jobs"
    WHY = "why"
    CHANGES = "changes"
    EXTEND = "extend"
    PLAN = "plan"
    DRILL = "drill"
    VERIFY = "verify"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``product``, ``enterprise`` or ``project`` is what is selected (the first that is
    told), ``firm`` the enterprise whose own map is shown; ``picture`` is the chart of the page
    图表. ``date`` is the 口径日期 (empty: that of the scenario, else of the folder), ``scenario``
    the id of a kept one (empty: 现状). ``chains`` or ``counties`` are the two that stand side by
    side. All else as in :class:`~liantu.model.focus.Focus`; what is
    empty is as usual.
    """

    title: str
    text: str = ""
    tells: tuple[Tell, ...] = ()
    page: str = MAP
    chain: str = ""
    section: str = ""
    product: str = ""
    enterprise: str = ""
    project: str = ""
    firm: str = ""
    lens: str = ""
    county: str = ""
    fold: str = ""
    box: str = ""
    view: str = SEGMENTS
    detail: str = AUTO
    list: str = ""
    plan: str = SCENARIOS
    chains: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    against: str = ""
    stage: int | None = None
    picture: str = ""
    date: str = ""
    scenario: str = ""

    @property
    def sides(self) -> tuple[Target | None, Target | None]:
        """Which two stand side by side; ``None`` for one that is not named."""
        kind, ids = ("county", self.counties) if self.counties else ("chain", self.chains)
        left, right, *_ = (*(Target(kind, id_) for id_ in ids), None, None)
        return left, right

    @property
    def target(self) -> Target | None:
        """What is selected."""
        for kind in ("product", "enterprise", "project"):
            if id_ := getattr(self, kind):
                return Target(kind, id_)
        return None


@dataclass(frozen=True, slots=True)
class Story:
    """Steps in their order; ``minutes`` is how long telling it takes about, if anybody said so."""

    id: str
    name: str
    note: str = ""
    minutes: int | None = None
    steps: tuple[Step, ...] = ()


def focus_of(step: Step) -> Focus:
    """What the window looks at in a step."""
    usual, (left, right) = Focus(), step.sides
    return Focus(
        page=step.page,
        chain=step.chain,
        section=step.section or None,
        target=step.target,
        map=Target("enterprise", step.firm) if step.firm else None,
        lens=step.lens or usual.lens,
        county=step.county,
        fold=step.fold,
        box=step.box,
        view=step.view,
        detail=step.detail,
        list=step.list or usual.list,
        plan=step.plan,
        against=step.against,
        left=left,
        right=right,
        step=step.stage,
    )


def step_of(focus: Focus, scenario: Scenario, title: str, text: str = "") -> Step:
    """The step that shows what is looked at; a scenario is named by its id, so one that is not
    kept is lost but for its date. What the page does not show is left out.
    """
    usual, target = Focus(), focus.target
    chosen = {target.kind: target.id} if target else {}
    mapped, planned = focus.page == MAP, focus.page == PLAN
    sides = [side for side in (focus.left, focus.right) if side and planned and focus.plan == SIDES]
    return Step(
        title=title,
        text=text,
        page=focus.page,
        chain="" if focus.page == HOME else focus.chain,
        section=(focus.section or "") if mapped else "",
        product=chosen.get("product", ""),
        enterprise=chosen.get("enterprise", ""),
        project=chosen.get("project", ""),
        firm=focus.firm if mapped else "",
        lens=focus.lens if mapped and focus.lens != usual.lens else "",
        county=focus.county,
        fold=focus.fold if mapped else "",
        box=focus.box if mapped else "",
        view=focus.view,
        detail=focus.detail,
        list=focus.list if focus.list != usual.list else "",
        plan=focus.plan if planned else SCENARIOS,
        chains=tuple(side.id for side in sides if side.kind == "chain"),
        counties=tuple(side.id for side in sides if side.kind == "county"),
        against=focus.against,
        stage=focus.step if mapped else None,
        date=scenario.date,
        scenario=scenario.id,
    )
