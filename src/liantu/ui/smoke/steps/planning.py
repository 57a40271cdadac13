"""Every tab of the page 谋划, as it comes to the front."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.plan import Plan
from liantu.model.focus import PLAN, PORTFOLIO
from liantu.ui.pages.plan.portfolio.frame import FRONT
from liantu.ui.pages.plan.portfolio.tab import PortfolioTab
from liantu.ui.smoke.stage import Script, Skipped, Stage, Step, expect
from liantu.wording import text


def steps(stage: Stage) -> Iterator[Step]:
    """The tabs in their order."""
    for tab in stage.parts.plan.tabs:
        yield Step(f"plan/{tab}", text(f"ui.plan.{tab}"), partial(_tab, tab))


def _tab(tab: str, stage: Stage) -> Script:
    chains = stage.samples
    if not chains:
        raise Skipped(tab)
    focus = stage.parts.selection.focus
    stage.parts.selection.go(replace(focus, page=PLAN, plan=tab, chain=chains[-1]))
    yield stage.is_calm
    expect(stage.parts.plan.bar.tabData(stage.parts.plan.bar.currentIndex()) == tab, "another tab")
    if tab == PORTFOLIO:
        yield from _chosen(stage)
    stage.grab(f"plan-{tab}")


def _chosen(stage: Stage) -> Script:
    """A choice under a total, with its front."""
    tab = stage.parts.plan.tabs[PORTFOLIO]
    assert isinstance(tab, PortfolioTab)
    yield lambda: tab.ready
    if not tab.known:
        return
    tab.side.totals[Resource.CAPITAL].setValue(100.0)
    tab.solve()
    yield lambda: tab.answer is not None and not tab.busy
    assert tab.answer is not None
    expect(isinstance(tab.answer.plan, Plan), "no portfolio")
    tab.bar.setCurrentIndex(FRONT)
    yield stage.is_calm
    yield lambda: not tab.busy
