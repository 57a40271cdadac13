"""Every tab of the page 谋划, as it comes to the front."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from liantu.model.focus import PLAN
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
    stage.grab(f"plan-{tab}")
