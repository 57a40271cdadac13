"""补链方案: plans for the first gap of a chain, every rung of them, the map on the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QGuiApplication

from liantu.model.focus import CLOSING, PLAN
from liantu.ui.smoke.stage import Script, Skipped, Stage, Step, expect
from liantu.ui.verbs.plan import tab
from liantu.wording import text


def steps(stage: Stage) -> Iterator[Step]:
    """One for each chain that stands for all."""
    for chain in stage.samples:
        label = stage.parts.reading.atlas.chains[chain].label
        title = f"{text('ui.plan.closing')} · {label}"
        yield Step(f"closing/{chain}", title, partial(_plans, chain))


def _plans(chain: str, stage: Stage) -> Script:
    selection, found = stage.parts.selection, tab(stage.parts)
    selection.go(replace(selection.focus, page=PLAN, plan=CLOSING, chain=chain))
    yield lambda: stage.is_calm() and not found.busy
    view = found.view
    if not view.side.first:
        raise Skipped("no gaps")
    expect(view.shown is not None or view.words.text(), "neither plans nor reasons")
    for row in range(view.plans.count()):
        view.plans.setCurrentRow(row)
        yield stage.is_calm
        expect(view.detail.map.whole() is not None, f"no map of plan {row + 1}")
    if view.shown is not None:
        QGuiApplication.clipboard().clear()
        stage.run("plan_copy")
        yield lambda: not QGuiApplication.clipboard().image().isNull()
    stage.grab(f"closing-{chain}")
