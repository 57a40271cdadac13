"""Which picture the page of a step has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from liantu.diagram.lenses import OUTAGE
from liantu.diagram.poster.kit import Item, Rect
from liantu.diagram.slides import charted, layered, plans, table
from liantu.diagram.slides.board import board
from liantu.diagram.slides.city import city
from liantu.diagram.slides.compared import differing, facing_each_other
from liantu.diagram.slides.lens import lens_of
from liantu.diagram.slides.listed import listed
from liantu.diagram.slides.maps import map_of
from liantu.diagram.slides.table import Table
from liantu.diagram.theme import Theme
from liantu.document.show import Scene
from liantu.model import focus
from liantu.model.target import Target
from liantu.telling.story.closing import closing, whole


@dataclass(frozen=True, slots=True)
class Picture:
    """``draw`` fills a rectangle; ``beside``: the words stand left of it, else above."""

    draw: Callable[[Rect], Iterator[Item]]
    beside: bool = False


def picture_of(scene: Scene, theme: Theme, chosen: Target | None) -> Picture | None:
    """The picture of the page; ``None`` where there is nothing to draw."""
    return _PAGES[scene.step.page](scene, theme, chosen or scene.step.target)


def _home(scene: Scene, theme: Theme, target: Target | None) -> Picture:
    return Picture(lambda room: city(scene, room, theme, target))


def _poster(scene: Scene, theme: Theme, target: Target | None) -> Picture:
    if not scene.step.chain:
        return _home(scene, theme, target)
    return Picture(lambda room: board(scene, room, theme, target))


def _map(scene: Scene, theme: Theme, target: Target | None) -> Picture | None:
    view, step = layered.view_of(scene), scene.step
    if view is None and not step.chain:
        return None

    def draw(room: Rect) -> Iterator[Item]:
        chosen = target.id if target is not None and target.kind == "product" else ""
        found = layered.draw(view, room, theme, lens_of(scene), chosen) if view else None
        if found is not None:
            yield from found
        elif step.firm:
            yield from table.draw(layered.made(scene), room, theme)
        else:
            yield from map_of(scene, room, theme, target)

    return Picture(draw, beside=True)


def _list(scene: Scene, theme: Theme, target: Target | None) -> Picture | None:
    found = listed(scene, target)
    return None if found is None else _table(found, theme)


def _chart(scene: Scene, theme: Theme, _target: Target | None) -> Picture | None:
    found = charted.charted(scene)
    if found is None:
        return None
    beside = not charted.is_wide(found)
    return Picture(lambda room: charted.draw(found, room, theme), beside=beside)


def _plan(scene: Scene, theme: Theme, target: Target | None) -> Picture | None:
    """What the tab shows; a portfolio depends on what is asked of it, so that its projects stand
    for it.
    """
    tab, step = scene.step.plan, scene.step
    if tab == focus.CLOSING:
        plan = whole(closing(scene))
        if plan is None:
            return None
        return Picture(lambda room: plans.closing(scene, plan, room, theme))
    if tab == focus.DRILL and step.chain:
        return Picture(lambda room: map_of(scene, room, theme, target, OUTAGE), beside=True)
    if tab in (focus.POOL, focus.PORTFOLIO):
        pool = replace(scene.step, list="projects")
        story = replace(scene.story, steps=(pool,))
        return _list(replace(scene, story=story, at=0), theme, target)
    found = _TABLES[tab](scene, target) if tab in _TABLES else None
    return None if found is None else _table(found, theme)


def _table(found: Table, theme: Theme) -> Picture:
    return Picture(lambda room: table.draw(found, room, theme))


_TABLES: Mapping[str, Callable[[Scene, Target | None], Table | None]] = {
    focus.SCENARIOS: lambda scene, _: plans.scenarios(scene),
    focus.COMPARE: differing,
    focus.SIDES: facing_each_other,
}
"""Tabs of 谋划 that are a table."""
_PAGES: Mapping[str, Callable[[Scene, Theme, Target | None], Picture | None]] = {
    focus.HOME: _home,
    focus.MAP: _map,
    focus.POSTER: _poster,
    focus.LISTS_PAGE: _list,
    focus.CHARTS: _chart,
    focus.PLAN: _plan,
}
