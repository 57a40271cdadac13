"""What a frame of the map costs on the software renderer: hover, pan, zoom, selection.

A frame is the whole of an event's work and the painting of the view that follows at once. The
goal: 16 ms for hover and pan. What other programs take of the processor is not counted.
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
from PySide6.QtTest import QTest

from liantu import paths
from liantu.ui.app import make_app
from liantu.ui.canvas.map_canvas import MapCanvas
from liantu.ui.desk import Desk
from liantu.ui.window import Window

SIZES = ((1366, 728), (1600, 960))
CALM_MS = 1500
STEPS = 24


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
    spots = [canvas.mapFromScene(place.center()) for p in scene.cards if (place := scene.place(p))]
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


def tell(name: str, times: list[float]) -> None:
    """Print median and worst."""
    print(f"  {name:6} median {statistics.median(times):5.1f} ms   worst {max(times):5.1f} ms")


def main() -> None:
    """Measure the chains of ``argv`` (default: four large ones) at two window sizes."""
    chains = sys.argv[1:] or ["pc-nylon", "machinery", "it", "chem"]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIANTU_CONFIG"] = folder
        app = make_app()
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
