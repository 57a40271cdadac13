"""Every tab of the page 谋划, and the solver once: the frozen program has to bring it along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from liantu.model.focus import CLOSING, PLAN
from liantu.ui.pages.plan.closing.page import ClosingTab
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
    if tab == CLOSING:
        _planned(stage)
    stage.grab(f"plan-{tab}")


def _planned(stage: Stage) -> None:
    """The first target of the chain has plans."""
    closing = stage.parts.plan.tabs[CLOSING]
    assert isinstance(closing, ClosingTab)
    expect(closing.view.found is not None and closing.view.found.plans, "no plan")
