"""Scenarios: chosen in the bar, assumed of what is selected, kept, changed, left, handed on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QFileDialog

from liantu.model.focus import SCENARIOS
from liantu.model.target import Target
from liantu.ui.assuming.keeping import KeepScenario
from liantu.ui.pages.plan.scenarios.page import ScenariosTab
from liantu.ui.seen import looking
from liantu.ui.smoke.stage import Script, Skipped, Stage, Step, expect, save_as
from liantu.wording import text

VERBS = (
    *("scenario_now", "scenario_new", "scenario_save", "scenario_revert", "scenario_manage"),
    *("suppose_stop", "suppose_on", "suppose_off"),
)
"""Verbs of menus that have a step here."""


def steps(stage: Stage) -> Iterator[Step]:
    """Each begins in 现状 and goes back to it; what was edited is given up."""
    runs: dict[str, Callable[[Stage], Script]] = {
        "scenario_now": _now,
        "scenario_new": _new,
        "scenario_save": partial(_changed, "scenario_save"),
        "scenario_revert": partial(_changed, "scenario_revert"),
        "scenario_manage": _manage,
        "suppose_stop": _now,
        "suppose_on": partial(_project, "suppose_on"),
        "suppose_off": partial(_project, "suppose_off"),
    }
    for verb in VERBS:
        yield Step(f"verb/{verb}", text(f"ui.verb.{verb}"), runs[verb])
    yield Step("scenario/bar", text("ui.plan.scenarios"), _bar)


def _now(stage: Stage) -> Script:
    """An enterprise stands still in a scenario without a name; one step back to 现状."""
    yield from _stopped(stage)
    stage.grab("scenario")
    stage.run("scenario_now")
    yield stage.is_calm
    expect(not stage.parts.reading.scenario.assumes, "still assumed")


def _new(stage: Stage) -> Script:
    yield from _stopped(stage)
    stage.run("scenario_new")
    stage.dialog(KeepScenario).save.click()
    yield stage.is_calm
    kept = stage.parts.reading.scenario.id
    expect(kept in stage.parts.reading.base.scenarios, "not kept")
    yield from _leave(stage)


def _changed(verb: str, stage: Stage) -> Script:
    """A kept scenario with one assumption more, that is kept or taken back."""
    yield from _chosen(stage)
    yield from _stopped(stage)
    stage.run(verb)
    yield stage.is_calm
    expect(not stage.desk.actions_.by_id["scenario_revert"].isEnabled(), "still changed")
    yield from _leave(stage)


def _manage(stage: Stage) -> Script:
    """The tab, with what the first scenario changes, and its file."""
    stage.run("scenario_manage")
    yield stage.is_calm
    tab = stage.parts.plan.tabs[SCENARIOS]
    assert isinstance(tab, ScenariosTab)
    for id_ in list(stage.parts.reading.base.scenarios)[:1]:
        tab.view.choose(id_)
        yield stage.is_calm
        expect(tab.view.detail.effect.text() != text("ui.scenarios.waiting"), "no effect")
        stage.grab("scenario-kept")
        path = stage.folder / "scenarios" / "1.yaml"
        tab.view.detail.buttons["export"].click()
        save_as(stage.dialog(QFileDialog), path)
        yield stage.is_calm
        expect(path.exists(), "no file")


def _project(verb: str, stage: Stage) -> Script:
    projects = list(stage.parts.reading.base.projects)
    if not projects:
        raise Skipped(verb)
    _follow(stage, Target("project", projects[0]))
    yield stage.is_calm
    stage.run(verb)
    yield stage.is_calm
    expect(stage.parts.reading.scenario.projects, "not assumed")
    yield from _leave(stage)


def _bar(stage: Stage) -> Script:
    """The first scenario from the menu of the bar; × beside it leaves it."""
    yield from _chosen(stage)
    expect(stage.window.topbar.now.isVisible(), "no way back")
    stage.grab("scenario-bar")
    stage.window.topbar.now.click()
    yield stage.is_calm
    expect(not stage.parts.reading.scenario.assumes, "still assumed")


def _chosen(stage: Stage) -> Script:
    kept = list(stage.parts.reading.base.scenarios.values())
    if not kept:
        raise Skipped("scenario")
    menu = stage.window.topbar.scenario_menu
    menu.aboutToShow.emit()
    menu.actions()[1].trigger()
    yield stage.is_calm
    expect(stage.parts.reading.scenario.id == kept[0].id, "another scenario")


def _stopped(stage: Stage) -> Script:
    firms = stage.parts.reading.base.enterprises.values()
    firm = next((one.id for one in firms if one.capacities), "")
    if not firm:
        raise Skipped("enterprise")
    _follow(stage, Target("enterprise", firm))
    yield stage.is_calm
    stage.run("suppose_stop")
    yield stage.is_calm
    expect(stage.parts.reading.scenario.stops, "not assumed")


def _follow(stage: Stage, target: Target) -> None:
    selection = stage.parts.selection
    selection.go(looking.follow(stage.parts.reading, selection.focus, target))


def _leave(stage: Stage) -> Script:
    if stage.desk.actions_.by_id["scenario_now"].isEnabled():
        stage.run("scenario_now")
        yield stage.is_calm
    if stage.parts.bridge.session.dirty:
        stage.run("discard")
        yield stage.is_calm
