"""What another day leaves as it is keeps its item, and is not painted anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from liantu.analysis.reading import Reading
from liantu.diagram.segment.mapping import Area, build_map, graph_of
from liantu.diagram.segment.model import Map
from liantu.diagram.theme import DARK, LIGHT, Theme
from liantu.ui.canvas import motion
from liantu.ui.canvas.map_canvas import MapCanvas
from liantu.ui.canvas.segment_items import SketchItem
from liantu.ui.canvas.segment_scene import SegmentScene
from tests.helpers.readings import shipped_at

CHAIN, SIZE = "pc-nylon", (1187, 685)
DAYS = ("2018-08-01", "2018-12-01", "2022-01-01", "2016-06-30")


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(motion, "wanted", lambda: False)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[SketchItem]:
    """The items that are painted from now on."""
    found: list[SketchItem] = []
    paint = SketchItem.paint

    def noted(item: SketchItem, *args: object) -> None:
        found.append(item)
        paint(item, *args)

    monkeypatch.setattr(SketchItem, "paint", noted)
    return found


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[MapCanvas]:
    yield shown_canvas(qtbot)


def shown_canvas(qtbot: QtBot) -> MapCanvas:
    found = MapCanvas()
    qtbot.addWidget(found)
    found.resize(*SIZE)
    found.show()
    return found


def show(canvas: MapCanvas, shown: Map, theme: Theme = LIGHT) -> SegmentScene:
    again = canvas.map is not None
    canvas.show_segments(shown, theme, lambda _source, _target: "", again=again)
    scene = canvas.map_scene
    assert isinstance(scene, SegmentScene)
    return scene


def pixels(canvas: MapCanvas) -> QImage:
    return canvas.viewport().grab().toImage()


def in_turn(readings: tuple[Reading, ...], area: Area) -> list[Map]:
    """The map of each day, which keeps what it can of the day before."""
    found: list[Map] = []
    for reading in readings:
        known = found[-1].placed.plan if found else None
        found.append(build_map(graph_of(reading, CHAIN), area, previous=known))
    return found


def test_only_what_another_day_changes_is_painted(
    canvas: MapCanvas, painted: list[SketchItem]
) -> None:
    first, second = in_turn(tuple(map(shipped_at, DAYS[:2])), canvas.area)
    before = show(canvas, first)
    pixels(canvas)
    assert {*before.cards.values(), before.backdrop, before.layer} <= set(painted)
    cards = dict(before.cards)
    painted.clear()
    after = show(canvas, second)
    pixels(canvas)
    kept = {p for p, item in after.cards.items() if cards.get(p) is item}
    assert after is not before and len(kept) > 60
    assert all(item.scene() is after for item in after.cards.values())
    anew = {item.product for item in painted if item in after.cards.values()}
    assert 0 < len(anew) < 10
    assert after.backdrop not in painted or after.layer not in painted


def test_a_day_looks_the_same_wherever_one_comes_from(canvas: MapCanvas, qtbot: QtBot) -> None:
    for shown in in_turn(tuple(map(shipped_at, DAYS)), canvas.area):
        show(canvas, shown)
        fresh = shown_canvas(qtbot)
        show(fresh, shown)
        assert pixels(canvas) == pixels(fresh)
    canvas.select("bpa")
    fresh.select("bpa")
    assert pixels(canvas) == pixels(fresh)


def test_what_is_kept_takes_other_colours_and_the_stress_of_now(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    first, second = in_turn(tuple(map(shipped_at, DAYS[:2])), canvas.area)
    show(canvas, first)
    canvas.highlight({"bpa"})
    pixels(canvas)
    show(canvas, second, DARK)
    canvas.highlight(None)
    fresh = shown_canvas(qtbot)
    show(fresh, second, DARK)
    assert pixels(canvas) == pixels(fresh)


def test_lines_stay_in_sight_where_nothing_moves(
    canvas: MapCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(motion, "wanted", lambda: True)
    first, second = in_turn(tuple(map(shipped_at, ("2016-06-30", "2022-01-01"))), canvas.area)
    show(canvas, first)
    assert show(canvas, replace(first)).layer.isVisible()
    assert not canvas._motion.running
    assert not show(canvas, second).layer.isVisible()
    assert canvas._motion.running
