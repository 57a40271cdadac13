"""What a frame of the map costs on the software renderer: hover, pan, zoom, selection.

A frame is the whole of an event's work and the painting of the view that follows at once. The
goal: 16 ms for hover and pan of the shipped chains, 25 ms for a chain of 5,000 products with all of
them as cards, 60 ms for one of 20,000. Where a frame shows a map in small until its tiles are
painted, ``piece`` is the longest work between two events, ``sharp`` all of it for one view. What
other programs take of the processor is not counted.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest

from liantu import paths
from liantu.diagram.segment.mapping import Area, build_map
from liantu.diagram.theme import LIGHT
from liantu.model.focus import WHOLE
from liantu.ui.app import make_app
from liantu.ui.canvas.crowd_scene import CrowdScene
from liantu.ui.canvas.map_canvas import MapCanvas
from liantu.ui.desk import Desk
from liantu.ui.window import Window
from liantu.ui.work.collecting import Collector
from tests.bench.maps import made
from tests.bench.row import Row

SIZES = ((1366, 728), (1600, 960))
CALM_MS = 1500
STEPS = 24
ZOOMS = 18
"""Steps from the whole of a map of 20,000 cards to cards that can be read."""
CROWDS = ((5_000, 25.0), (20_000, 60.0))
"""Cards, and the goal for a frame (ms)."""


def spin(ms: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def opened(width: int, height: int) -> Desk:
    """A window that has read the shipped data."""
    window = Window(paths.shipped_chains())
    window.resize(width, height)
    window.show()
    window.furnish()
    assert window.desk is not None
    while window.desk.bridge.busy or window.desk.bridge.waiting:
        spin(20)
    return window.desk


def frame(canvas: MapCanvas, act: Callable[[], object]) -> float:
    """Milliseconds of work of the window's thread for ``act`` and the frame that shows it."""
    start = time.thread_time()
    act()
    canvas.viewport().repaint()
    return (time.thread_time() - start) * 1000


def hovers(canvas: MapCanvas) -> list[float]:
    """Frames while the mouse goes from card to card."""
    scene = canvas.map_scene
    assert scene is not None
    known = list(scene.products())[: 4 * STEPS]
    spots = [canvas.mapFromScene(place.center()) for p in known if (place := scene.place(p))]
    view = canvas.viewport()
    return [frame(canvas, partial(QTest.mouseMove, view, spot)) for spot in spots[:STEPS]]


def pans(canvas: MapCanvas) -> list[float]:
    """Frames while the map is dragged at double size."""
    for _ in range(3):
        canvas.zoom_in()
    canvas.viewport().repaint()
    bars = canvas.horizontalScrollBar(), canvas.verticalScrollBar()

    def step(at: int) -> None:
        bars[0].setValue(bars[0].value() + (11 if at % 8 < 4 else -11))
        bars[1].setValue(bars[1].value() + (7 if at % 4 < 2 else -7))

    found = [frame(canvas, partial(step, at)) for at in range(STEPS)]
    canvas.fit()
    return found


def zooms(canvas: MapCanvas) -> list[float]:
    """Frames of zoom steps, which paint all anew."""
    found = [frame(canvas, canvas.zoom_in) for _ in range(4)]
    canvas.fit()
    return found


def zooms_and_pans(canvas: MapCanvas) -> tuple[list[float], list[list[float]]]:
    """Frames from the whole of a large map to its cards and back, with pans in between, and the
    work until each view is sharp.
    """
    bars = canvas.horizontalScrollBar(), canvas.verticalScrollBar()
    found: list[float] = []
    work: list[list[float]] = []

    def pan(way: int) -> None:
        bars[0].setValue(bars[0].value() + 40 * way)
        bars[1].setValue(bars[1].value() + 25 * way)

    for zoom in (canvas.zoom_in, canvas.zoom_out):
        for _ in range(ZOOMS):
            found.append(frame(canvas, zoom))
            for way in (1, 1, -1):
                work.append(pieces(canvas))
                found.append(frame(canvas, partial(pan, way)))
    return found, work


def pieces(canvas: MapCanvas) -> list[float]:
    """Milliseconds of each piece of work until all that is seen is painted as it is."""
    loop, scene, found = QEventLoop(), canvas.map_scene, [0.0]
    assert isinstance(scene, CrowdScene)
    while not scene.complete:
        start = time.thread_time()
        loop.processEvents()
        found.append((time.thread_time() - start) * 1000)
    return found


def crowd(count: int) -> MapCanvas:
    """A map of a made chain with so many cards."""
    canvas = MapCanvas()
    canvas.resize(*SIZES[0])
    area = Area(*SIZES[0])
    shown = build_map(made(count, count // 25, 3), area, detail=WHOLE)
    canvas.show_segments(shown, LIGHT, lambda _source, _target: "")
    canvas.show()
    canvas.fit()
    spin(CALM_MS)
    return canvas


def blit(canvas: MapCanvas) -> float:
    """Milliseconds to lay a picture as large as the view down: what no frame can undercut."""
    source, target = canvas.viewport().grab(), canvas.viewport().grab()
    painter = QPainter(target)
    start = time.thread_time()
    for _ in range(STEPS):
        painter.drawPixmap(0, 0, source)
    taken = (time.thread_time() - start) * 1000 / STEPS
    painter.end()
    return taken


def rows(*, quick: bool = False) -> list[Row]:
    """For the table: frames of large maps, and hovers of the largest shipped ones."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIANTU_CONFIG"] = folder
        Collector(make_app())
        found = []
        for count, goal in CROWDS[: 1 if quick else None]:
            canvas = crowd(count)
            frames, work, floor = *zooms_and_pans(canvas), blit(canvas)
            name, against = f"{count:,} cards", "blit of a picture"
            median, worst = statistics.median(frames), max(frames)
            found += [
                Row(f"{name}, a frame", median, "ms", floor, goal, against=against),
                Row(f"{name}, the worst frame", worst, "ms", floor, goal, against=against),
                Row(f"{name}, longest piece", max(map(max, work)), "ms"),
                Row(f"{name}, until sharp at most", max(map(sum, work)), "ms"),
            ]
            hovered = hovers(canvas)
            found.append(Row(f"{name}, hover", statistics.median(hovered), "ms", goal=goal))
            canvas.close()
        return found


def tell(name: str, times: list[float]) -> None:
    """Print median and worst."""
    print(f"  {name:6} median {statistics.median(times):5.1f} ms   worst {max(times):5.1f} ms")


def main() -> None:
    """Measure the chains of ``argv`` (default: four large ones) at two window sizes."""
    chains = sys.argv[1:] or ["pc-nylon", "machinery", "it", "chem"]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIANTU_CONFIG"] = folder
        app = make_app()
        Collector(app)
        for width, height in SIZES:
            desk = opened(width, height)
            canvas = desk.map.panel.canvas
            for chain in chains:
                desk.selection.open_chain(chain)
                spin(CALM_MS)
                QTest.mouseMove(canvas.viewport(), QPoint(1, 1))
                shown = canvas.map
                level = shown.placed.level if shown is not None else None
                print(f"{width} x {height} {chain}, level {level}")
                tell("hover", hovers(canvas))
                tell("pan", pans(canvas))
                tell("zoom", zooms(canvas))
            desk.shell.close()
            desk.shell.deleteLater()
        app.quit()


if __name__ == "__main__":
    main()
