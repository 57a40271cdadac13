"""Maps of thousands of cards: in tiles the same picture as in items, the same under the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from liantu.diagram.lenses import BALANCE, DIAGNOSIS, STRUCTURE
from liantu.diagram.segment.mapping import Area, build_map
from liantu.diagram.segment.model import Map
from liantu.diagram.theme import DARK, LIGHT
from liantu.model.focus import WHOLE
from liantu.ui.canvas.crowd_scene import CrowdScene, is_crowd
from liantu.ui.canvas.map_canvas import MapCanvas
from liantu.ui.canvas.picture import Dress, Spot
from liantu.ui.canvas.segment_scene import SegmentScene
from tests.bench.maps import made

SIZE = QSize(900, 600)
SPECK = 24
"""So much may a colour differ where edges are smoothed on clear ground first."""


@pytest.fixture(scope="module")
def shown() -> Map:
    return build_map(made(700, 20, 3), Area(900, 600), detail=WHOLE)


@pytest.fixture
def canvases(qtbot: QtBot, shown: Map) -> Iterator[tuple[MapCanvas, MapCanvas]]:
    """The map as a crowd, and as items of their own."""
    found = (MapCanvas(), MapCanvas())
    for canvas, kind in zip(found, (CrowdScene, SegmentScene), strict=True):
        qtbot.addWidget(canvas)
        canvas.resize(SIZE)
        scene = kind(shown, LIGHT, DIAGNOSIS, lambda _source, _target: "")
        canvas._show(scene, LIGHT, again=False)
        canvas.minimap.hide()
        canvas.show()
    yield found


def seen(canvas: MapCanvas, qtbot: QtBot) -> QImage:
    """What is seen once nothing stands in for it."""
    scene = canvas.map_scene
    canvas.viewport().grab()
    if isinstance(scene, CrowdScene):
        qtbot.waitUntil(lambda: scene.complete, timeout=20_000)
    image = QImage(canvas.viewport().size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas.render(painter)
    painter.end()
    return image


def unlike(one: QImage, other: QImage) -> float:
    """The share of bytes that differ by more than a speck."""
    assert one.size() == other.size()
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    count = sum(abs(a - b) > SPECK for a, b in pairs)
    return count / one.sizeInBytes()


def test_a_map_of_many_is_shown_as_a_crowd(qtbot: QtBot, shown: Map) -> None:
    assert is_crowd(shown)
    canvas = MapCanvas()
    qtbot.addWidget(canvas)
    canvas.show_segments(shown, LIGHT, lambda _source, _target: "")
    assert isinstance(canvas.map_scene, CrowdScene)
    assert canvas.map is shown


def test_tiles_show_what_items_show(canvases: tuple[MapCanvas, MapCanvas], qtbot: QtBot) -> None:
    card = next(iter(canvases[0].map_scene.products()))
    canvases[0].actual_size()
    ground = QImage(SIZE, QImage.Format.Format_RGB32)
    ground.fill(canvases[0].backgroundBrush().color())
    assert unlike(seen(canvases[0], qtbot), ground.scaled(canvases[0].viewport().size())) > 0.05
    faint = replace(DIAGNOSIS, quiet=True)
    for lens, theme in (
        (DIAGNOSIS, LIGHT),
        (BALANCE, LIGHT),
        (faint, LIGHT),
        (STRUCTURE, DARK),
    ):
        for canvas in canvases:
            canvas.set_lens(lens)
            canvas.set_theme(theme)
            canvas.actual_size()
        assert unlike(*(seen(canvas, qtbot) for canvas in canvases)) < 0.002, lens.id
    for canvas in canvases:
        canvas.select(card)
    assert unlike(*(seen(canvas, qtbot) for canvas in canvases)) < 0.002


def test_the_mouse_finds_the_same(canvases: tuple[MapCanvas, MapCanvas], shown: Map) -> None:
    crowd, items = (canvas.map_scene for canvas in canvases)
    for product in list(crowd.products())[::9]:
        place = items.place(product)
        assert crowd.place(product) == place
        for point in (place.center(), place.topLeft() + QPointF(1, 1), place.topRight()):
            assert crowd.spot(point, 2.0) == items.spot(point, 2.0)
    for box in shown.placed.boxes.values():
        assert crowd.spot(QPointF(box.x + 9, box.y + 3), 2.0).segment >= 0
        break


def test_who_is_looked_at_has_items_and_many_are_a_crowd(
    canvases: tuple[MapCanvas, MapCanvas], shown: Map
) -> None:
    scene = canvases[0].map_scene
    assert isinstance(scene, CrowdScene)
    product = max(shown.graph.into, key=lambda p: len(shown.graph.into[p]))
    scene.dress(Dress(hovered=Spot(product)))
    assert scene.cards.keys() == scene.near(product)
    assert scene.crowd.opacity() == LIGHT.faded
    scene.dress(Dress(marked=frozenset(shown.graph.by_id)))
    assert not scene.cards
    assert list(scene._over.pieces) == list(scene.crowd.pieces)
    scene.dress(Dress())
    assert scene.crowd.opacity() == 1.0 and scene._over is None and not scene.cards


def test_what_stands_in_lies_where_the_map_will_be(
    canvases: tuple[MapCanvas, MapCanvas], qtbot: QtBot
) -> None:
    canvas = canvases[0]
    scene = canvas.map_scene
    assert isinstance(scene, CrowdScene)
    canvas.actual_size()
    seen(canvas, qtbot)
    for zoom in (canvas.zoom_in, canvas.zoom_out, canvas.zoom_out):
        zoom()
        frame = _painted_now(canvas)
        assert not scene.complete
        scene.crowd._make_some()
        partly, sharp = _painted_now(canvas), seen(canvas, qtbot)
        ground = QImage(sharp.size(), sharp.format())
        ground.fill(canvas.backgroundBrush().color())
        assert unlike(frame, sharp) < unlike(ground, sharp) / 2
        assert unlike(partly, sharp) <= unlike(frame, sharp)


def _painted_now(canvas: MapCanvas) -> QImage:
    """A frame as it is, with what stands in for the rest."""
    return canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
