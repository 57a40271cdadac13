"""What the tabs of 谋划 show on a slide."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.plans.plan import Plan
from liantu.diagram.drawing import moved
from liantu.diagram.plan_map.picture import DETAIL, PlanMap, plan_map
from liantu.diagram.poster.kit import Item, Rect
from liantu.diagram.poster.model import Spot
from liantu.diagram.slides import table
from liantu.diagram.slides.model import FLOOR
from liantu.diagram.slides.table import Row, Table
from liantu.diagram.theme import Theme
from liantu.document.show import Scene
from liantu.model.target import Target
from liantu.telling.assumed import assumptions_of
from liantu.telling.plans.heading import title
from liantu.telling.plans.links import HEADS, cells, link_rows
from liantu.wording import text

LEAST = FLOOR / DETAIL
"""Scale at which the smallest type of the map of a plan is that of a slide."""
LARGEST = 2.2
BELOW = 170.0
"""What the table of links needs below the map, which is drawn smaller for it."""
CARDS = (26, 16, 10, 6)
"""Cards that are tried, the most that fit."""
SHOWN = ("link", "route", "makes", "need", "notes")
"""Columns of the table of links that a room can read."""


def closing(scene: Scene, plan: Plan, room: Rect, theme: Theme) -> Iterator[Item]:
    """The map of a plan in type that can be read, else the table of its links."""
    x, y, wide, high = room
    for most in CARDS:
        found = plan_map(scene.reading, plan, theme, most)
        scale = min(wide / found.drawing.width, high / found.drawing.height, LARGEST)
        if scale >= LEAST:
            scale = max(min(scale, (high - BELOW) / found.drawing.height), LEAST)
            left = x + (wide - found.drawing.width * scale) / 2
            yield from _placed(found, scale, left, y)
            below = found.drawing.height * scale
            if high - below >= BELOW:
                rest = (x, y + below, wide, high - below)
                yield from table.draw(_links(scene, plan), rest, theme)
            return
    yield from table.draw(_links(scene, plan), room, theme)


def _placed(found: PlanMap, scale: float, x: float, y: float) -> Iterator[Item]:
    yield from (moved(shape, scale, x, y) for shape in found.drawing.shapes)
    for product, (left, top, wide, high) in found.places.items():
        at = (left * scale + x, top * scale + y, wide * scale, high * scale)
        yield Spot(*at, Target("product", product))


def _links(scene: Scene, plan: Plan) -> Table:
    chosen = [HEADS.index(code) for code in SHOWN]
    rows = [
        Row(tuple(cells(row)[at] for at in chosen), Target("product", row.product))
        for row in link_rows(scene.reading, plan)
    ]
    head = tuple(text(f"plan.head.{code}") for code in SHOWN)
    return Table(title(plan), head, rows)


def scenarios(scene: Scene) -> Table:
    """The kept scenarios with what each assumes, that of the step in front."""
    atlas = scene.reading.base
    rows = [
        Row((kept.name, "；".join(assumptions_of(atlas, kept))), front=id_ == scene.step.scenario)
        for id_, kept in atlas.scenarios.items()
    ]
    head = (text("story.scenario.name"), text("story.scenario.assumes"))
    return Table(text("story.scenario"), head, rows)
