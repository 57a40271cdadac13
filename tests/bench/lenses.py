"""What a change of chain or lens costs in the window: from the key to the painted map.

The keys are those of a user. ``frame`` is what the window's own thread computed until the map was
painted, ``rest`` what it did afterwards of lists and the like in pieces, of which the longest is
``block``; the goal: chain 100 ms, lens 50 ms.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest

from liantu import paths
from liantu.diagram.lenses import LENSES
from liantu.ui.app import make_app
from liantu.ui.desk import Desk
from liantu.ui.window import Window
from tests.bench.row import Row

CALM_S = 0.1
"""So long after the frame the pieces that follow are listened to."""

GOALS = {"chain": 100.0, "chain again": 100.0, "lens": 50.0, "lens again": 50.0}
REPAINTS = 20
LATE_S = 3.0
"""What has not painted until now paints nothing."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds of the window's thread until the frame was painted, of the longest piece after
    it, and of the clock until the frame.
    """

    frame: float
    block: float
    wall: float


class Painted(QObject):
    """Notes when the window has painted all that was due, the map among it; what it does in the
    same round of its loop afterwards is no part of that.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.at: tuple[float, float] | None = None
        """Seconds of the clock and of the window's thread."""
        self._due = False
        self._panel = desk.map.panel
        self._window, self._port = desk.shell, self._panel.canvas.viewport()
        for part in (self._window, self._port):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window paint, and look at the clock."""
        if watched is self._port:
            self._due = self._due or event.type() == QEvent.Type.Paint
        elif event.type() == QEvent.Type.UpdateRequest and self.at is None:
            self._window.event(event)
            if self._due and not self._panel.lays_out:
                self.at = time.perf_counter(), time.thread_time()
            return True
        return False

    def stop(self) -> None:
        """Listen no more."""
        for part in (self._window, self._port):
            part.removeEventFilter(self)
        self.deleteLater()


def furnished(window: Window) -> Desk:
    """The desk of a window after it has read its folder."""
    window.resize(1600, 1000)
    window.show()
    window.furnish()
    assert window.desk is not None
    settle(window.desk)
    return window.desk


def settle(desk: Desk) -> None:
    """Wait until nothing is being made."""
    loop = QEventLoop()
    while desk.bridge.busy or desk.bridge.waiting or not desk.bridge.session.ready:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
    rest = time.perf_counter() + CALM_S
    while time.perf_counter() < rest:
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def timed(desk: Desk, act: Callable[[], object]) -> Taken:
    """From ``act``, which sends an event of the user, to the painted map."""
    painted, loop = Painted(desk), QEventLoop()
    start, worked = time.perf_counter(), time.thread_time()
    act()
    late = start + LATE_S
    while painted.at is None and time.perf_counter() < late:
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    shown, done = painted.at or (time.perf_counter(), time.thread_time())
    frame, wall = done - worked, shown - start
    painted.stop()
    block, rest = time.thread_time() - done, time.perf_counter() + CALM_S
    while desk.bridge.busy or desk.bridge.waiting or time.perf_counter() < rest:
        worked = time.thread_time()
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        block = max(block, time.thread_time() - worked)
    return Taken(frame * 1000, block * 1000, wall * 1000)


def press(desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """A key on the map."""
    QTest.keyClick(desk.map.panel.canvas, key, held)


def measured(desk: Desk) -> dict[str, list[Taken]]:
    """By what was changed, of every chain."""
    plain = Qt.KeyboardModifier.NoModifier
    chains = list(desk.bridge.session.reading.atlas.chains)
    found: dict[str, list[Taken]] = {"chain": [], "lens": [], "lens again": [], "chain again": []}
    desk.selection.open_chain(chains[0])
    press(desk, Qt.Key.Key_1, plain)
    settle(desk)
    keys = [Qt.Key(Qt.Key.Key_1 + at) for at, _ in enumerate(LENSES)]
    for at, _ in enumerate(chains):
        if at:
            found["chain"].append(timed(desk, partial(desk.map.step_chain, 1)))
        for name in ("lens", "lens again"):
            for key in (*keys[1:], keys[0]):
                found[name].append(timed(desk, partial(press, desk, key, plain)))
    for _ in chains[1:]:
        found["chain again"].append(timed(desk, partial(desk.map.step_chain, -1)))
    return found


def repainted(desk: Desk) -> float:
    """Milliseconds to paint the map again as it is, which no change of it can undercut."""
    port = desk.map.panel.canvas.viewport()
    start = time.thread_time()
    for _ in range(REPAINTS):
        port.repaint()
    return (time.thread_time() - start) * 1000 / REPAINTS


def rows(*, quick: bool = False) -> list[Row]:
    """For the table: all chains and lenses of the shipped data; there is nothing to shorten."""
    del quick
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIANTU_CONFIG"] = folder
        make_app()
        window = Window(paths.shipped_chains())
        desk = furnished(window)
        found, floor = [], 0.0
        for name, times in measured(desk).items():
            floor = floor or repainted(desk)
            frames = [taken.frame for taken in times]
            for word, value in (
                ("", statistics.median(frames)),
                (", worst", max(frames)),
            ):
                told, goal = f"{name}, key to painted map{word}", GOALS[name]
                found.append(Row(told, value, "ms", floor, goal, against="the map once more"))
        window.close_anyway()
        window.deleteLater()
        return found


def main() -> None:
    """Print median and worst over the shipped chains."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIANTU_CONFIG"] = folder
        app = make_app()
        window = Window(paths.shipped_chains())
        desk = furnished(window)
        for name, times in measured(desk).items():
            words = []
            for part in ("frame", "block", "wall"):
                values = [getattr(taken, part) for taken in times]
                words.append(f"{part} {statistics.median(values):4.0f} worst {max(values):4.0f} ms")
            print(f"{name:12} " + "   ".join(words), flush=True)
        window.close_anyway()
        window.deleteLater()
        app.quit()


if __name__ == "__main__":
    main()
