"""并排: two chains, then two counties, their lists and both maps, with the sides exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from liantu.model.focus import PLAN, SIDES
from liantu.telling.beside.pair import KINDS, meant
from liantu.ui.smoke.stage import Script, Skipped, Stage, Step, expect
from liantu.ui.verbs.sides import tab
from liantu.wording import text


def steps(stage: Stage) -> Iterator[Step]:
    """Chains and counties."""
    del stage
    for kind in KINDS:
        title = f"{text('ui.plan.sides')} · {text(f'beside.kind.{kind}')}"
        yield Step(f"sides/{kind}", title, partial(_sides, kind))


def _sides(kind: str, stage: Stage) -> Script:
    selection, found = stage.parts.selection, tab(stage.parts)
    pair = meant(stage.parts.reading, replace(selection.focus, left=None, right=None), kind)
    if pair is None:
        raise Skipped(kind)
    left, right = pair.targets
    selection.go(replace(selection.focus, page=PLAN, plan=SIDES, left=left, right=right))
    yield lambda: stage.is_calm() and not found.busy
    view = found.view
    expect(view.found is not None and view.found.pair == pair, "another pair")
    view.tabs.setCurrentIndex(0)
    yield stage.is_calm
    expect(view.numbers is not None and view.numbers.model.rows, "no figures")
    stage.grab(f"sides-{kind}")
    view.tabs.setCurrentWidget(view.maps)
    yield lambda: stage.is_calm() and not found.busy
    stage.grab(f"sides-{kind}-maps")
    stage.run("sides_swap")
    yield lambda: stage.is_calm() and not found.busy
    expect(found.pair == pair.swapped, "not exchanged")
