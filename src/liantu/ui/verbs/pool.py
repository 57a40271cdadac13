"""项目库: what can be done with the chosen project, and with those that are shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from liantu.model import Project
from liantu.model.focus import PLAN, POOL
from liantu.model.target import Target
from liantu.ui.pages.plan.pool.page import PoolTab
from liantu.ui.parts import Parts
from liantu.ui.seen import looking
from liantu.ui.verbs import rows
from liantu.ui.verbs.change import can_edit, edit_target
from liantu.ui.verbs.ledgers import add_entry, log_project
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import text


def tab(parts: Parts) -> PoolTab:
    """The tab."""
    return cast(PoolTab, parts.plan.tabs[POOL])


def project_of(parts: Parts) -> Project | None:
    """The selected project."""
    target = parts.selection.focus.target
    if target is None or target.kind != "project":
        return None
    return parts.reading.base.projects.get(target.id)


def _chosen(parts: Parts) -> Project:
    found = project_of(parts)
    assert found is not None
    return found


# -- the log


def pool_meeting(parts: Parts) -> None:
    """A meeting of the offices about the project."""
    log_project(parts, _chosen(parts), "meeting")


def pool_inspection(parts: Parts) -> None:
    """An inspection of the project."""
    log_project(parts, _chosen(parts), "visit")


def pool_finding(parts: Parts) -> None:
    """A problem of the project that somebody sees to."""
    log_project(parts, _chosen(parts), "finding")


def pool_new(parts: Parts) -> None:
    """A project that is not on record yet."""
    add_entry(parts, "project")


# -- elsewhere


def pool_map(parts: Parts) -> None:
    """The enterprise of the project on the map, else what it makes, else its chain."""
    target = _seen(_chosen(parts))
    if target is not None:
        focus = looking.follow(parts.reading, parts.selection.focus, target)
        parts.selection.go(focus)


def _seen(project: Project) -> Target | None:
    made = next((phase.product for phase in project.phases if phase.product), "")
    for kind, id_ in (
        ("enterprise", project.enterprise),
        ("product", made),
        ("chain", project.chain),
    ):
        if id_:
            return Target(kind, id_)
    return None


def follow(parts: Parts, target: Target) -> None:
    """What a line of the sheet is about: a note of the log to be changed, all else on the map."""
    if target.kind in ("product", "enterprise", "chain"):
        parts.selection.go(looking.follow(parts.reading, parts.selection.focus, target))
    else:
        edit_target(parts, target)


# -- files


def pool_export(parts: Parts) -> None:
    """The shown projects as a workbook or as a paper."""
    from liantu.ui.pages.plan.pool.exporting import ask  # noqa: PLC0415  papers come late

    rows = tab(parts).view.shown if _is_seen(parts) else []
    projects = [row.project.id for row in rows] or list(parts.reading.atlas.projects)
    ask(parts.exporter, parts.reading, projects, parts.shell)


def pool_gantt(parts: Parts) -> None:
    """The Gantt chart of the shown projects as a picture."""
    from liantu.ui.pages.plan.pool.exporting import ask_gantt  # noqa: PLC0415  as above

    found = tab(parts).view.gantt()
    if found.empty:
        parts.banner.tell(text("pool.gantt.none"))
    else:
        ask_gantt(parts.exporter, parts.reading, found, parts.shell)


def _is_seen(parts: Parts) -> bool:
    focus = parts.selection.focus
    return focus.page == PLAN and focus.plan == POOL


def _has_projects(parts: Parts) -> bool:
    return bool(parts.reading.atlas.projects)


def _has_bars(parts: Parts) -> bool:
    return _is_seen(parts) and _has_projects(parts)


def _has_project(parts: Parts) -> bool:
    return project_of(parts) is not None


def _can_log(parts: Parts) -> bool:
    return can_edit(parts) and _has_project(parts)


# -- what the table asks for


def connect(parts: Parts) -> None:
    """Let the tab do what its tables and its sheet ask for."""
    view = tab(parts).view
    view.followed.connect(partial(follow, parts))
    view.entered.connect(parts.selection.enter)
    rows.connect(parts, view.asks, partial(follow, parts))
    for grid in view.grids.values():
        grid.opened.connect(lambda key: edit_target(parts, Target("project", key)))
        grid.export_asked.connect(partial(pool_export, parts))


def _verb(run: Callable[[Parts], None], menu: Menu, enabled: Any, **more: Any) -> Verb:
    return Verb(id=run.__name__, menu=menu, run=run, enabled=enabled, **more)


VERBS = (
    _verb(pool_meeting, Menu.EDIT, _can_log, apart=True),
    _verb(pool_inspection, Menu.EDIT, _can_log),
    _verb(pool_finding, Menu.EDIT, _can_log),
    _verb(pool_new, Menu.EDIT, can_edit),
    _verb(pool_map, Menu.VIEW, _has_project),
    _verb(pool_export, Menu.EXPORT, _has_projects),
    _verb(pool_gantt, Menu.EXPORT, _has_bars),
)
IN_HEAD = ("pool_new", "pool_gantt", "pool_export")
ON_CARD = (
    *("edit_thing", "pool_meeting", "pool_inspection", "pool_finding"),
    *("pool_map", "suppose_on", "suppose_off"),
)
