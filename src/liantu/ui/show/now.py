"""What is looked at as a step of a story: what of it is kept, what it is called, what can be said
of it by itself.
"""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.model.focus import CHARTS, DRILL, HOME, LISTS_PAGE, MAP, PLAN, REPORT, SIDES, Focus
from liantu.model.scenario import Scenario
from liantu.model.story import Step, Tell, step_of
from liantu.telling.beside.pair import joined, meant
from liantu.wording import text

LONGEST = 40
"""Characters of a title that is proposed, but for its date: it is read from the last row."""


def can_be_shown(focus: Focus) -> bool:
    """Whether the page can be a step: a report is a paper, and handed out."""
    return focus.page != REPORT


def step_now(
    reading: Reading, focus: Focus, scenario: Scenario, *, picture: str = "", ledger: str = ""
) -> Step:
    """The step that shows what the window looks at, under the title that is proposed; ``picture``
    is the chart and ``ledger`` the list in front on their pages. Of a report its chain is shown.
    """
    if not can_be_shown(focus):
        known = focus.chain in reading.base.chains
        focus = replace(focus, page=MAP if known else HOME)
    if _facing(focus):
        pair = meant(reading, focus)
        left, right = pair.targets if pair is not None else (None, None)
        focus = replace(focus, left=left, right=right)
    step = step_of(focus, scenario, proposed(reading, focus, scenario))
    if focus.page == CHARTS:
        return replace(step, picture=picture)
    return replace(step, list=ledger) if focus.page == LISTS_PAGE else step


def proposed(reading: Reading, focus: Focus, scenario: Scenario) -> str:
    """A title: chain or page, then lens, what is selected, the scenario, and the date where one
    was chosen: that of the folder is another one day.
    """
    atlas = reading.atlas
    chain = atlas.chains.get(focus.chain) if focus.page != HOME else None
    name, words = chain.label if chain else text(f"ui.page.{focus.page}"), []
    if chain and focus.page == MAP and focus.lens != Focus().lens:
        words.append(text(f"diagram.lens.{focus.lens}"))
    if focus.page == PLAN:
        words.append(text(f"ui.plan.{focus.plan}"))
    if _facing(focus) and (pair := meant(reading, focus)) is not None:
        name, words = joined(reading, pair), [text(f"ui.plan.{SIDES}")]
    words += [one for one in (_selected(reading, focus), scenario.name) if one]
    if words:
        name = text("ui.show.title.more", name=name, words=text("ui.show.joint").join(words))
    name = name[:LONGEST]
    return text("ui.show.title", name=name, date=scenario.date) if scenario.date else name


def _facing(focus: Focus) -> bool:
    return (focus.page, focus.plan) == (PLAN, SIDES)


def _selected(reading: Reading, focus: Focus) -> str:
    target, atlas = focus.target, reading.atlas
    if target is None:
        return ""
    if target.kind == "product" and target.id in atlas.products:
        return atlas.products[target.id].label
    if target.kind == "enterprise" and target.id in atlas.enterprises:
        return atlas.enterprises[target.id].label
    if target.kind == "project" and target.id in atlas.projects:
        return atlas.projects[target.id].name
    return ""


def offered(reading: Reading, step: Step, *, first: bool) -> tuple[Tell, ...]:
    """The sentences that can be computed for a step, the ``first`` of its story or not."""
    chain = step.chain in reading.atlas.chains
    product = step.product in reading.verdicts
    drill = bool(reading.scenario.drill.shocks)
    wanted = {
        Tell.JUDGEMENT: not step.product or chain,
        Tell.JOBS: not step.product or chain,
        Tell.WHY: product,
        Tell.CHANGES: not first or bool(step.against),
        Tell.EXTEND: product,
        Tell.PLAN: product,
        Tell.DRILL: drill or (step.page == PLAN and step.plan == DRILL),
        Tell.VERIFY: True,
        Tell.SOURCES: step.target is not None,
    }
    return tuple(tell for tell, sensible in wanted.items() if sensible)


def ticked(offers: tuple[Tell, ...]) -> Tell:
    """Of these the sentence that is told unless somebody says otherwise."""
    return Tell.WHY if Tell.WHY in offers else offers[0]
