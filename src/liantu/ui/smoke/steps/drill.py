"""断供演练: an enterprise fails, something is done about it, it is written, seen, and undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QFileDialog

from liantu.diagram.lenses import OUTAGE
from liantu.model.drill import ShockKind
from liantu.model.focus import PLAN
from liantu.model.target import Target
from liantu.ui.assuming.measuring import Measuring
from liantu.ui.seen import looking
from liantu.ui.smoke.stage import Script, Skipped, Stage, Step, expect, save_as
from liantu.ui.verbs.drill import fail, tab
from liantu.wording import text

VERBS = (
    *("drill_stop", "drill_outside", "drill_measure", "drill_clear"),
    *("drill_lens", "drill_export"),
    *("outage_before", "outage_after", "outage_play"),
)
"""Verbs of menus that have a step here."""


def steps(stage: Stage) -> Iterator[Step]:
    """Each begins without a drill and leaves none."""
    runs: dict[str, Callable[[Stage], Script]] = {
        "drill_stop": _stop,
        "drill_outside": _outside,
        "drill_measure": _measure,
        "drill_clear": _clear,
        "drill_lens": _lens,
        "drill_export": _export,
        "outage_before": partial(_step, "outage_before"),
        "outage_after": partial(_step, "outage_after"),
        "outage_play": _play,
    }
    for verb in VERBS:
        yield Step(f"verb/{verb}", text(f"ui.verb.{verb}"), runs[verb])


def _stop(stage: Stage) -> Script:
    """The enterprise on which most hangs, from where it is seen."""
    found = [e for e in stage.parts.reading.exposures if e.kind is ShockKind.ENTERPRISE]
    firms = stage.parts.reading.atlas.enterprises.values()
    firm = found[0].id if found else next((one.id for one in firms if one.capacities), "")
    if not firm:
        raise Skipped("enterprise")
    _follow(stage, Target("enterprise", firm))
    yield stage.is_calm
    stage.run("drill_stop")
    yield from _told(stage)
    expect(stage.parts.selection.focus.page == PLAN, "another page")
    expect(bool(tab(stage.parts).view.words.text()), "no sentence")
    stage.grab("drill")
    yield from _leave(stage)


def _outside(stage: Stage) -> Script:
    """What is bought outside and most needed."""
    found = [e for e in stage.parts.reading.exposures if e.kind is ShockKind.OUTSIDE]
    if not found:
        raise Skipped("outside")
    _follow(stage, Target("product", found[0].id))
    yield stage.is_calm
    stage.run("drill_outside")
    yield from _told(stage)
    expect(tab(stage.parts).view.result.hits.rowCount() > 0, "nothing stands still")
    yield from _leave(stage)


def _measure(stage: Stage) -> Script:
    yield from _failing(stage)
    stage.run("drill_measure")
    stage.dialog(Measuring).save.click()
    yield from _told(stage)
    expect(bool(stage.parts.reading.scenario.drill.measures), "no measure")
    stage.grab("drill-measure")
    yield from _leave(stage)


def _clear(stage: Stage) -> Script:
    yield from _failing(stage)
    yield from _leave(stage)
    expect(not stage.parts.reading.scenario.assumes, "still assumed")


def _lens(stage: Stage) -> Script:
    yield from _failing(stage)
    stage.run("drill_lens")
    yield stage.is_calm
    expect(stage.parts.selection.focus.lens == OUTAGE, "another lens")
    stage.grab("drill-lens")
    yield from _leave(stage)


def _step(verb: str, stage: Stage) -> Script:
    """From all steps to the last or the first, and back to all."""
    yield from _seen(stage)
    stage.run(verb)
    yield stage.is_calm
    expect(stage.parts.selection.focus.step is not None, "no step")
    back = {"outage_before": "outage_after", "outage_after": "outage_before"}
    stage.run(back[verb])
    yield stage.is_calm
    expect(stage.parts.selection.focus.step is None, "still a step")
    yield from _leave(stage)


def _play(stage: Stage) -> Script:
    yield from _seen(stage)
    stage.run("outage_play")
    yield stage.is_calm
    stage.run("outage_play")
    expect(stage.parts.selection.focus.step == 0, "not the stop itself")
    stage.run("outage_before")
    yield stage.is_calm
    yield from _leave(stage)


def _seen(stage: Stage) -> Script:
    """A drill on the map, with its steps."""
    yield from _failing(stage)
    stage.run("drill_lens")
    yield lambda: stage.is_calm() and stage.parts.map.steps.offered


def _export(stage: Stage) -> Script:
    yield from _failing(stage)
    path = stage.folder / "drill" / "1.xlsx"
    stage.run("drill_export")
    dialog = stage.dialog(QFileDialog)
    dialog.selectNameFilter(text("shock.paper.format.xlsx"))
    save_as(dialog, path)
    yield path.exists
    yield from _leave(stage)


def _failing(stage: Stage) -> Script:
    found = [e for e in stage.parts.reading.exposures if e.kind is ShockKind.ENTERPRISE]
    if not found:
        raise Skipped("exposures")
    fail(stage.parts, found[0].kind, found[0].id)
    yield from _told(stage)


def _told(stage: Stage) -> Script:
    yield lambda: stage.is_calm() and not tab(stage.parts).busy


def _follow(stage: Stage, target: Target) -> None:
    selection = stage.parts.selection
    selection.go(looking.follow(stage.parts.reading, selection.focus, target))


def _leave(stage: Stage) -> Script:
    stage.run("drill_clear")
    yield from _told(stage)
