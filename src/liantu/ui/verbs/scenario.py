"""情景: how the city is looked at, chosen, changed, kept and left; one step each.

What needs the reader of the files comes with the first use: the first frame must not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from liantu.analysis.supposed import affects
from liantu.model import supposing
from liantu.model.focus import PLAN, SCENARIOS
from liantu.model.scenario import ProjectChoice, Scenario, Stop
from liantu.model.target import Target
from liantu.telling.assumed import is_changed, name_of
from liantu.ui.parts import Parts
from liantu.ui.verbs.verb import Menu, Verb, VerbAction
from liantu.ui.verbs.view import is_ready
from liantu.wording import text

LONGEST = 28
"""Characters of a scenario's name in the menu."""


def wanted(parts: Parts) -> Scenario:
    """The scenario after the last step."""
    return parts.bridge.session.wanted


def choose(parts: Parts, scenario: Scenario) -> None:
    """Look at a kept scenario: at its date, else at the one looked at now."""
    parts.bridge.look(replace(scenario, date=scenario.date or wanted(parts).date))


def show_now(parts: Parts) -> None:
    """Back to 现状, at the date looked at."""
    parts.bridge.look(Scenario(date=wanted(parts).date))


def revert(parts: Parts) -> None:
    """The scenario as it was kept."""
    kept = parts.bridge.session.atlas.scenarios.get(wanted(parts).id)
    if kept is not None:
        choose(parts, kept)


def save(parts: Parts) -> None:
    """Keep what was changed of the scenario; one that is kept without a date stays so."""
    from liantu.library.edits import scenarios  # noqa: PLC0415  YAML must not delay the frame

    atlas, now = parts.bridge.session.atlas, wanted(parts)
    kept = atlas.scenarios.get(now.id)
    if kept is None:
        save_new(parts)
        return
    made = scenarios.keep(atlas, replace(now, date=now.date if kept.date else ""))
    parts.bridge.edit(replace(made, look=now))


def save_new(parts: Parts) -> None:
    """Keep what is looked at as a new scenario; a small window asks for its name."""
    from liantu.ui.assuming.keeping import KeepScenario  # noqa: PLC0415  as above

    dialog = KeepScenario(
        parts.bridge.session.atlas, wanted(parts), parts.reading.date, parts.shell
    )
    dialog.kept.connect(parts.bridge.edit)
    dialog.show()


def show_assumptions(parts: Parts, *, numbers: bool = False) -> None:
    """Every assumption in a window that stays open; ``numbers`` and weights first."""
    from liantu.ui.assuming.window import AssumingDialog  # noqa: PLC0415  as above
    from liantu.ui.forms.knowing import Known  # noqa: PLC0415  as above

    bridge = parts.bridge
    session = bridge.session
    known = Known(session.atlas, parts.search.index)
    actions = {a.verb.id: a for a in parts.shell.actions() if isinstance(a, VerbAction)}
    dialog = AssumingDialog(known, [actions[id_] for id_ in IN_DIALOG], parts.shell)

    def show() -> None:
        dialog.show_scenario(session.atlas, session.wanted)

    dialog.asked.connect(bridge.suppose)
    bridge.stepped.connect(show)
    bridge.opened.connect(show)
    dialog.finished.connect(lambda _: bridge.stepped.disconnect(show))
    dialog.finished.connect(lambda _: bridge.opened.disconnect(show))
    show()
    if numbers:
        dialog.open_section(dialog.numbers)
    dialog.show()


def manage(parts: Parts) -> None:
    """The page of all scenarios."""
    parts.selection.go(replace(parts.selection.focus, page=PLAN, plan=SCENARIOS))


# -- whether it can be done


def assumes(parts: Parts) -> bool:
    """Whether it is anything but 现状."""
    now = wanted(parts)
    return is_ready(parts) and (now.assumes or bool(now.name))


def can_save_new(parts: Parts) -> bool:
    """Whether something is assumed that can be kept."""
    return not parts.bridge.block and assumes(parts)


def can_revert(parts: Parts) -> bool:
    """Whether a kept scenario is looked at otherwise than it was kept."""
    return is_ready(parts) and is_changed(parts.bridge.session.atlas, wanted(parts))


def can_save(parts: Parts) -> bool:
    """Whether there are changes, and the data can be edited."""
    return not parts.bridge.block and can_revert(parts)


# -- what is selected


def suppose(parts: Parts, target: Target, code: str) -> None:
    """What a row of a list asks: ``stop`` of an enterprise, ``on`` or ``off`` of a project; asked
    once more, it is as on record again.
    """
    atlas = parts.bridge.session.atlas
    if target.kind == "enterprise" and target.id in atlas.enterprises:
        stop_firm(parts, target.id)
    elif target.id in atlas.projects:
        choose_project(parts, target.id, code == "on")


def toggle_stop(parts: Parts) -> None:
    """Take the selected enterprise to stand still, or no longer."""
    stop_firm(parts, parts.selection.focus.enterprise)


def stop_firm(parts: Parts, firm: str) -> None:
    """Take an enterprise to stand still, or no longer."""
    name = parts.bridge.session.atlas.enterprises[firm].label
    stopped = supposing.stop_of(wanted(parts), firm) is not None

    def change(scenario: Scenario) -> Scenario:
        if stopped:
            return supposing.without_stop(scenario, firm)
        return supposing.with_stop(scenario, Stop(firm))

    parts.bridge.suppose(
        change, text("ui.step.stop.back" if stopped else "ui.step.stop", name=name)
    )


def is_stopped(parts: Parts) -> bool:
    """Whether the selected enterprise is taken to stand still."""
    return supposing.stop_of(wanted(parts), parts.selection.focus.enterprise) is not None


def has_firm(parts: Parts) -> bool:
    """Whether an enterprise of the data is selected."""
    firms = parts.bridge.session.atlas.enterprises
    return is_ready(parts) and parts.selection.focus.enterprise in firms


def choose_project(parts: Parts, project: str, on: bool) -> None:
    """Take a project to run or not to count; as on record where it is so already."""
    found = parts.bridge.session.atlas.projects[project]
    same = _choice(parts, project, on)
    code = "ui.step.project.back" if same else "ui.step.project.on" if on else "ui.step.project.off"

    def change(scenario: Scenario) -> Scenario:
        bare = supposing.without_project(scenario, project)
        return bare if same else supposing.with_choice(bare, ProjectChoice(project, on))

    parts.bridge.suppose(change, text(code, name=found.name))


def _choice(parts: Parts, project: str, on: bool) -> bool:
    found = supposing.choice_of(wanted(parts), project)
    return found is not None and found.on is on


def _project(parts: Parts) -> str:
    target = parts.selection.focus.target
    known = parts.bridge.session.atlas.projects
    return target.id if target and target.kind == "project" and target.id in known else ""


def _matters(on: bool) -> Callable[[Parts], bool]:
    """Whether a project is selected of which that would change any plant, or is assumed already."""

    def enabled(parts: Parts) -> bool:
        project = _project(parts)
        if not (is_ready(parts) and project):
            return False
        base = parts.bridge.session.reading.base
        return _choice(parts, project, on) or affects(base, ProjectChoice(project, on))

    return enabled


def run_project(parts: Parts) -> None:
    """Take the selected project to run, or as on record."""
    choose_project(parts, _project(parts), True)


def leave_project(parts: Parts) -> None:
    """Take the selected project not to count, or as on record."""
    choose_project(parts, _project(parts), False)


VERBS = (
    Verb(
        id="switches",
        menu=Menu.SCENARIO,
        run=show_assumptions,
        keys=("Ctrl+;",),
        enabled=is_ready,
    ),
    Verb(
        id="scenario_now",
        menu=Menu.SCENARIO,
        run=show_now,
        keys=("Ctrl+Shift+H",),
        enabled=assumes,
    ),
    Verb(id="scenario_new", menu=Menu.SCENARIO, run=save_new, enabled=can_save_new, apart=True),
    Verb(id="scenario_save", menu=Menu.SCENARIO, run=save, enabled=can_save),
    Verb(id="scenario_revert", menu=Menu.SCENARIO, run=revert, enabled=can_revert),
    Verb(id="scenario_manage", menu=Menu.SCENARIO, run=manage, enabled=is_ready, apart=True),
    Verb(
        id="suppose_stop",
        menu=Menu.SCENARIO,
        run=toggle_stop,
        enabled=has_firm,
        checked=is_stopped,
        apart=True,
    ),
    Verb(
        id="suppose_on",
        menu=Menu.SCENARIO,
        run=run_project,
        enabled=_matters(True),
        checked=lambda parts: _choice(parts, _project(parts), True),
    ),
    Verb(
        id="suppose_off",
        menu=Menu.SCENARIO,
        run=leave_project,
        enabled=_matters(False),
        checked=lambda parts: _choice(parts, _project(parts), False),
    ),
)
IN_INSPECTOR = ("suppose_stop", "suppose_on", "suppose_off")
"""Verbs below what is told of a thing."""
IN_DIALOG = ("scenario_now", "scenario_revert", "scenario_save", "scenario_new")
"""Verbs below the assumptions."""
IN_BAR = ("switches", "scenario_new", "scenario_save", "scenario_revert", "scenario_manage")
"""Verbs below the scenarios in the menu of the bar."""


def fill(menu: QMenu, parts: Parts, verbs: list[QAction]) -> None:
    """现状 and every kept scenario, the one looked at ticked, then the ``verbs``."""
    menu.clear()
    atlas, now = parts.bridge.session.atlas, wanted(parts)
    plain = not now.assumes and not now.name
    _add(menu, text("ui.scenario.now"), plain, partial(show_now, parts))
    if now.assumes and not now.name:
        _add(menu, name_of(atlas, now), True, lambda: None)
    for kept in atlas.scenarios.values():
        chosen = kept.id == now.id
        words = name_of(atlas, now) if chosen else kept.name
        _add(menu, words, chosen, partial(choose, parts, kept))
    menu.addSeparator()
    menu.addActions(verbs)


def _add(menu: QMenu, words: str, chosen: bool, run: Callable[[], None]) -> None:
    shown = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    action = menu.addAction(shown.replace("&", "&&"))
    action.setToolTip(words)
    action.setCheckable(True)
    action.setChecked(chosen)
    action.triggered.connect(lambda _=False: run())
