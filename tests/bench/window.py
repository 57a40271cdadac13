"""How long the window stands still while a date, an assumption, an edit or a folder is taken over.

A timer of 5 ms beats in the event loop; the longest time between two beats is the longest block,
the work in it is what the window's own thread computed: the rest is other programs and workers.
Measured on the shipped data and on ten times as much, on each page. The goal: 50 ms.

``switch`` rows: from the key to the painted map when date or scenario is another. The goal: 150 ms.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from liantu import paths
from liantu.library.editing import Draft, edited
from liantu.library.plain import plain
from liantu.model.edits import Edit
from liantu.ui.app import make_app
from liantu.ui.canvas import motion
from liantu.ui.desk import Desk
from liantu.ui.window import Window
from liantu.ui.work.collecting import Collector
from tests.bench.folders import multiplied
from tests.bench.row import Row

BEAT_MS = 5
SWITCH_MS = 150
OVER = QEvent.Type(QEvent.registerEventType())
"""What is posted when a paint begins arrives when it is over."""
CALM_S = 0.6
"""So long after the last reading the beats are still counted: views may follow."""


class Heart:
    """Beats in the event loop and notes the longest pause and the most work between two beats."""

    def __init__(self) -> None:
        self.reset()
        self._timer = QTimer(interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def reset(self) -> None:
        """Count from now on."""
        self.longest = self.work = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self.work = max(self.work, (worked - self._worked) * 1000)
        self._last, self._worked = now, worked


def watch(desk: Desk, heart: Heart, act: Callable[[], object]) -> float:
    """How many ms it takes until the reading that ``act`` asks for is shown; ``heart`` has listened
    meanwhile and for a while after.
    """
    loop = QEventLoop()
    heart.reset()
    start = time.perf_counter()
    act()
    while desk.bridge.busy:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    taken = (time.perf_counter() - start) * 1000
    calm = time.perf_counter() + CALM_S
    while time.perf_counter() < calm:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return taken


def shown_map(desk: Desk) -> tuple[int, str]:
    """Of which reading and chain a map is seen."""
    shown = desk.map.panel.map
    return desk.map.panel.shown_serial, shown.graph.chain if shown is not None else ""


class Painted(QObject):
    """Notes when another map has been painted: the clock, and what the process has worked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.wait(shown_map(desk))
        desk.map.panel.canvas.viewport().installEventFilter(self)

    def wait(self, before: object) -> None:
        """Count only paints of another map than that."""
        self._before, self._begun = before, False
        self.at = self.worked = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Listen for the end of the first paint of another map."""
        if event.type() != QEvent.Type.Paint or self._begun:
            return False
        shown = shown_map(self._desk)
        if shown[1] and shown != self._before:
            self._begun = True
            QCoreApplication.postEvent(self, QEvent(OVER), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        """Nothing was done since the paint that :meth:`eventFilter` saw begin."""
        if event.type() != OVER:
            return super().event(event)
        self.at, self.worked = time.perf_counter(), time.process_time()
        return True


def rest(desk: Desk) -> None:
    """Wait until nothing is made any more that was asked for, or is made ahead."""
    loop = QEventLoop()
    while desk.bridge.busy or desk.bridge.waiting:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def to_paint(desk: Desk, act: Callable[[], object]) -> tuple[float, float]:
    """ms from an act to the painted map of what it asks for, painting included, and CPU ms of the
    process in all.
    """
    painted, loop = Painted(desk), QEventLoop()
    start, cpu = time.perf_counter(), time.process_time()
    act()
    while not painted.at:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    rest(desk)
    desk.map.panel.canvas.viewport().removeEventFilter(painted)
    return (painted.at - start) * 1000, (painted.worked - cpu) * 1000


def switches(desk: Desk) -> Iterator[tuple[str, float, float]]:
    """From the key to the painted map: another date by the keys of the window, another scenario,
    and the same again, which was looked at a moment ago. Nothing moves: the first paint is that of
    the whole map, lines included.
    """
    motion.wanted = lambda: False
    scenarios = list(desk.bridge.session.reading.base.scenarios.values())
    desk.bridge.choose_date("2022-06-30")
    desk.selection.show_page("map")
    watch(desk, Heart(), lambda: None)
    rest(desk)  # what is made ahead is none of the first key

    def press(key: Qt.Key) -> None:
        QTest.keyClick(desk.shell, key, Qt.KeyboardModifier.ControlModifier)

    def look(at: int) -> Callable[[], None]:
        return lambda: desk.bridge.look(replace(scenarios[at], date="2022-10-26"))

    acts: tuple[tuple[str, Callable[[], object]], ...] = (
        ("date on", lambda: press(Qt.Key.Key_BracketRight)),
        ("date on", lambda: press(Qt.Key.Key_BracketRight)),
        ("date back", lambda: press(Qt.Key.Key_BracketLeft)),
        ("date far", lambda: desk.bridge.choose_date("2016-06-30")),
        ("scenario", look(0)),
        ("scenario", look(1)),
        ("scenario A", look(0)),
        ("scenario B", look(1)),
    )
    for what, act in acts:
        yield what, *to_paint(desk, act)


def switching(desk: Desk) -> None:
    """Print them."""
    for what, taken, worked in switches(desk):
        print(f"switch   {what:11} painted after {taken:5.0f} ms, CPU {worked:5.0f} ms", flush=True)


def rows(*, quick: bool = False) -> list[Row]:
    """The slowest of some switches of dates, and of scenarios, to the painted map."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIANTU_CONFIG"] = folder
        app = make_app()
        Collector(app)  # as in the program: else Python looks through the city in the midst of it
        desk = opened(paths.shipped_chains())
        desk.selection.open_chain("pc-nylon")
        slowest: dict[str, float] = {}
        for what, _, worked in switches(desk):
            kind = what.partition(" ")[0]
            slowest[kind] = max(slowest.get(kind, 0.0), worked)
        assert isinstance(desk.shell, Window)
        desk.shell.close_anyway()
        app.quit()
    told = "another {}, until the map is painted"
    return [Row(told.format(kind), ms, "ms", goal=SWITCH_MS) for kind, ms in slowest.items()]


def opened(folder: Path) -> Desk:
    """A furnished window that has read the folder and done what may wait."""
    window = Window(folder)
    window.resize(1600, 1000)
    window.show()
    window.furnish()
    desk = window.desk
    assert desk is not None
    rest(desk)
    return desk


def turn(desk: Desk) -> None:
    """Change a threshold."""
    switches = desk.bridge.session.reading.switches
    desk.bridge.assume(replace(switches, thin=1.2 if switches.thin != 1.2 else 1.0))


def halved(desk: Desk) -> Edit:
    """The first capacity with an amount makes half of it."""
    atlas = desk.bridge.session.atlas
    firm = next(e for e in atlas.enterprises.values() if any(c.amount for c in e.capacities))
    values = plain(atlas, "enterprise", firm.id)
    assert values is not None
    row = next(row for row in values["capacities"] if row.get("amount"))
    row["amount"] = str(float(row["amount"]) / 2)
    return Edit("改产能", lambda atlas: edited(atlas, [Draft("enterprise", firm.id, values)]))


def measure(name: str, folder: Path) -> None:
    """Print one line a page and change."""
    desk = opened(folder)
    heart = Heart()
    first = next(iter(desk.bridge.session.reading.atlas.chains))
    desk.selection.open_chain("pc-nylon" if name == "shipped" else first)
    if name == "shipped":
        switching(desk)
    for page in ("map", "home", "report"):
        desk.selection.show_page(page)
        watch(desk, heart, lambda: None)
        acts: dict[str, Callable[[], object]] = {
            "date": lambda: desk.bridge.choose_date("2022-10-26"),
            "date again": lambda: desk.bridge.choose_date("2021-06-30"),
            "assumption": lambda: turn(desk),
            "undo": desk.bridge.undo,
            "edit": lambda: desk.bridge.edit(halved(desk)),
            "edit undone": desk.bridge.undo,
            "reload": desk.bridge.reload,
        }
        for what, act in acts.items():
            taken = watch(desk, heart, act)
            block = f"block {heart.longest:5.0f} ms, work in it {heart.work:5.0f} ms"
            print(f"{name:8} {page:7} {what:11} {block}   shown after {taken:6.0f} ms", flush=True)
    assert isinstance(desk.shell, Window)
    desk.shell.close_anyway()
    desk.shell.deleteLater()


def main() -> None:
    """Measure the shipped data and ``argv[1]`` (default 10) times as much."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIANTU_CONFIG"] = folder
        app = make_app()
        Collector(app)
        measure("shipped", paths.shipped_chains())
        if count > 1:
            large = multiplied(paths.shipped_chains(), Path(folder) / "large", count)
            measure(f"x {count}", large)
        app.quit()


if __name__ == "__main__":
    main()
