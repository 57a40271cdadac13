"""What a change of chain or lens costs in the window: from the key to the painted map.

The keys are those of a user. ``frame`` is what the window's own thread computed until the map was
painted, ``rest`` what it did afterwards of lists and the like in pieces, of which the longest is
``block``; the goal: chain 100 ms, lens 50 ms, the worst of all chains, lenses and sizes too.
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

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from liantu import paths
from liantu.diagram.lenses import LENSES
from liantu.ui.app import make_app
from liantu.ui.desk import Desk
from liantu.ui.seen import preparing
from liantu.ui.window import Window
from liantu.ui.work.collecting import Collector
from tests.bench.row import Row

SIZES = ((1366, 768), (1920, 1080))
"""Of the window: a small office screen and a usual one."""
CALM_S = 0.1
"""So long after the frame the pieces that follow are listened to."""
BEAT_MS = 5
"""So often it is asked whether all is done; who asks without a pause takes the workers' time."""

GOALS = {"chain": 100.0, "lens": 50.0, "lens again": 50.0, "chain again": 100.0}
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


def furnished(window: Window, size: tuple[int, int]) -> Desk:
    """The desk of a window after it has read its folder."""
    window.resize(*size)
    window.show()
    window.furnish()
    assert window.desk is not None
    settle(window.desk)
    return window.desk


def wait(until: Callable[[], bool]) -> float:
    """Let the window live until something is so; returns the longest piece of its work (s)."""
    loop, beat, longest = QEventLoop(), QTimer(interval=BEAT_MS), 0.0
    beat.start()
    while not until():
        worked = time.thread_time()
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        longest = max(longest, time.thread_time() - worked)
    beat.stop()
    return longest


def foreseen(desk: Desk) -> None:
    """Wait until the chains are laid out for the room, a second or two after it was last changed:
    what a chain costs of which nothing is known as yet is mostly the work of another thread.
    """
    reading, panel = desk.bridge.session.reading, desk.map.panel
    wait(lambda: panel.frame() is not None and not panel.lays_out)
    frame = panel.frame()
    assert frame is not None
    wait(lambda: preparing.is_foreseen(reading, desk.selection.focus, frame.area))
    settle(desk)


def settle(desk: Desk) -> None:
    """Wait until nothing is being made, and has not been for a moment."""
    wait(lambda: desk.bridge.session.ready and not _busy(desk))
    calm(desk)


def calm(desk: Desk) -> float:
    """Wait for a moment and until nothing is being made; returns the longest piece of work (s)."""
    rest = time.perf_counter() + CALM_S
    return wait(lambda: time.perf_counter() >= rest and not _busy(desk))


def _busy(desk: Desk) -> bool:
    return desk.bridge.busy or desk.bridge.waiting


def timed(desk: Desk, act: Callable[[], object], *, listen: bool = True) -> Taken:
    """From ``act``, which sends an event of the user, to the painted map; ``listen``: also to the
    pieces that follow, else only until they are done.
    """
    painted = Painted(desk)
    start, worked = time.perf_counter(), time.thread_time()
    act()
    late = start + LATE_S
    wait(lambda: painted.at is not None or time.perf_counter() >= late)
    shown, done = painted.at or (time.perf_counter(), time.thread_time())
    painted.stop()
    block = time.thread_time() - done
    block = max(block, calm(desk) if listen else wait(lambda: not _busy(desk)))
    return Taken((done - worked) * 1000, block * 1000, (shown - start) * 1000)


def press(desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """A key on the map."""
    QTest.keyClick(desk.map.panel.canvas, key, held)


def measured(desk: Desk, *, listen: bool = True) -> dict[str, list[Taken]]:
    """By what was changed, of every chain."""
    take = partial(timed, desk, listen=listen)
    plain = Qt.KeyboardModifier.NoModifier
    chains = list(desk.bridge.session.reading.atlas.chains)
    found: dict[str, list[Taken]] = {"chain": [], "lens": [], "lens again": [], "chain again": []}
    desk.selection.open_chain(chains[0])
    press(desk, Qt.Key.Key_1, plain)
    settle(desk)
    foreseen(desk)
    keys = [Qt.Key(Qt.Key.Key_1 + at) for at, _ in enumerate(LENSES)]
    for at, _ in enumerate(chains):
        if at:
            found["chain"].append(take(partial(desk.map.step_chain, 1)))
        for name in ("lens", "lens again"):
            for key in (*keys[1:], keys[0]):
                found[name].append(take(partial(press, desk, key, plain)))
    for _ in chains[1:]:
        found["chain again"].append(take(partial(desk.map.step_chain, -1)))
    return found


def repainted(desk: Desk) -> float:
    """Milliseconds to paint the map again as it is, which no change of it can undercut."""
    port = desk.map.panel.canvas.viewport()
    start = time.thread_time()
    for _ in range(REPAINTS):
        port.repaint()
    return (time.thread_time() - start) * 1000 / REPAINTS


def sized(size: tuple[int, int], *, listen: bool = True) -> tuple[dict[str, list[Taken]], float]:
    """By what was changed in a window of this size, and what the map once more takes (ms)."""
    window = Window(paths.shipped_chains())
    desk = furnished(window, size)
    found = measured(desk, listen=listen), repainted(desk)
    window.close_anyway()
    window.deleteLater()
    QApplication.processEvents()
    return found


def rows(*, quick: bool = False) -> list[Row]:
    """For the table: all chains and lenses of the shipped data in windows of all sizes; of a quick
    round the first.
    """
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIANTU_CONFIG"] = folder
        Collector(make_app())  # as in the program: else Python looks through the city meanwhile
        takes = [sized(size, listen=False) for size in SIZES[: 1 if quick else None]]
        floor = max(once for _, once in takes)
        found = []
        for name, goal in GOALS.items():
            frames = [taken.frame for times, _ in takes for taken in times[name]]
            for word, value in (("", statistics.median(frames)), (", worst", max(frames))):
                told = f"{name}, key to painted map{word}"
                found.append(Row(told, value, "ms", floor, goal, against="the map once more"))
        return found


def main() -> None:
    """Print median and worst over the shipped chains, for each size."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIANTU_CONFIG"] = folder
        app = make_app()
        Collector(app)
        for size in SIZES:
            print(*size, sep=" x ")
            for name, times in sized(size)[0].items():
                words = []
                for part in ("frame", "block", "wall"):
                    values = [getattr(taken, part) for taken in times]
                    told = f"{statistics.median(values):4.0f} worst {max(values):4.0f} ms"
                    words.append(f"{part} {told}")
                print(f"{name:12} " + "   ".join(words), flush=True)
        app.quit()


if __name__ == "__main__":
    main()
