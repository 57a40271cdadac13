"""The window on a hundred times the shipped data: what keeps it from listening, act by act.

A row is the most work of the window's own thread between two beats of 5 ms (:class:`Heart`), in ms
of the processor, so that neither workers nor other programs count; beside it stand how long it was
still by the clock, when another map was painted, and how long it took until all was shown and made
ahead. The goal is 100 ms. Not part of a quick
run: opening alone takes a minute. ``--library FOLDER`` takes a folder that is there already.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt

from liantu import paths
from liantu.model.focus import CHARTS, HOME, LISTS_PAGE, MAP, PLAN, PLANS, POSTER, REPORT
from liantu.ui.app import make_app
from liantu.ui.desk import Desk
from liantu.ui.pages.lists.ledger import GROUPS
from liantu.ui.window import Window
from liantu.ui.work.collecting import Collector
from liantu.ways import Rank, at_work
from tests.bench.folders import multiplied
from tests.bench.row import Row
from tests.bench.usage import held, peak
from tests.bench.window import Heart, Painted, shown_map

TIMES = 100
BLOCK_MS, AT_ONCE_MS, MOST_MB = 100, 300, 1500
"""Goals: ms of work between two beats, ms until giving up is noticed, MB held in the end."""
CALM_S, PATIENCE_S, OPENING_S = 0.8, 60.0, 600.0
"""So long all must be quiet before an act is over, and the longest that is waited for one."""
GIVEN_UP_AFTER_S = 6.0
PARTED_S = 5.0
"""So long the window is left alone in the end: it lets go of a former reading once all is calm."""
DAY, OTHER = "2022-10-26", "2021-06-30"
TYPED = ("双", "双酚", "")
SOUGHT = ("聊", "聊城", "ljs")

Act = Callable[[], object]


class Probe:
    """Does one act after the other and notes what the window's thread did meanwhile."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._heart, self._painted = desk, Heart(), Painted(desk)
        self.rows: list[Row] = []

    @property
    def _map(self) -> object:
        return shown_map(self._desk)

    @property
    def busy(self) -> bool:
        """Whether something that was asked for is not shown yet."""
        desk = self._desk
        lists = desk.lists.view.busy or desk.map.lists.busy
        return (
            desk.bridge.busy
            or desk.bridge.waiting
            or lists
            or desk.map.panel.lays_out
            or desk.parts.search.busy
            or desk.notices.busy
        )

    def rest(self, seconds: float) -> None:
        """Wait until nothing is being made, and so long after that."""
        loop, start = QEventLoop(), time.perf_counter()
        last = start
        while time.perf_counter() - last < seconds and last - start < PATIENCE_S:
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if self.busy:
                last = time.perf_counter()

    def act(self, name: str, act: Act, patience: float = PATIENCE_S) -> None:
        """Do it as a key does, wait until all is shown, and make a row of it."""
        self._painted.wait(self._map)
        loop, start = QEventLoop(), time.perf_counter()
        self._heart.reset()
        with at_work(Rank.WINDOW):
            act()
        last = time.perf_counter()
        while time.perf_counter() - last < CALM_S and last - start < patience:
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if self.busy:
                last = time.perf_counter()
        painted = self._painted.at - start
        shown = f"map after {painted:.1f} s, " if painted > 0 else ""
        told = f"ms (by the clock {self._heart.longest:.0f}, {shown}all after {last - start:.1f} s)"
        self.rows.append(Row(f"× 100: {name}", self._heart.work, told, goal=BLOCK_MS))


def begun(folder: Path) -> tuple[Window, Desk]:
    """A furnished window that begins to read."""
    window = Window(folder)
    window.resize(1366, 768)
    window.show()
    window.furnish()
    assert window.desk is not None
    return window, window.desk


def opening(probe: Probe, desk: Desk) -> Iterator[Row]:
    """Giving up while it is read, then reading it to the end."""
    loop, start = QEventLoop(), time.perf_counter()
    while time.perf_counter() - start < GIVEN_UP_AFTER_S:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    start = time.perf_counter()
    desk.bridge.give_up()
    while desk.bridge.busy:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    gone = (time.perf_counter() - start) * 1000
    yield Row("× 100: giving up the reading", gone, "ms", goal=AT_ONCE_MS)
    start = time.perf_counter()
    found: list[float] = []
    desk.bridge.opened.connect(lambda: found.append(time.perf_counter()))
    probe.act("opening", desk.bridge.reload, OPENING_S)
    yield Row("× 100: opened after", (found or [float("nan")])[0] - start, "s")


def pages(desk: Desk) -> Iterator[tuple[str, Act]]:
    """Every page and every tab of 谋划 for the first time, then once more."""
    selection = desk.selection
    for page in (MAP, LISTS_PAGE, PLAN, CHARTS, POSTER, REPORT, HOME):
        yield f"page {page}", lambda page=page: selection.show_page(page)
    for plan in PLANS:
        focus = replace(selection.focus, page=PLAN, plan=plan)
        yield f"tab {plan}", lambda focus=focus: selection.go(focus)
    for page in (HOME, MAP):
        yield f"page {page} again", lambda page=page: selection.show_page(page)


def lists(desk: Desk) -> Iterator[tuple[str, Act]]:
    """The page 清单: every list, then keys, sorting and scrolling of the longest."""
    desk.selection.show_page(LISTS_PAGE)
    view = desk.lists.view
    for key in (key for keys in GROUPS.values() for key in keys):
        yield f"list {key}", lambda key=key: view.show_list(key)
    yield "list products again", lambda: view.show_list("products")
    table, down = view.grid.table, Qt.SortOrder.DescendingOrder
    for column in (0, 2):
        yield f"sort products by column {column}", lambda at=column: table.sortByColumn(at, down)
    for words in TYPED:
        yield f"key {words!r} in products", lambda words=words: view.head.field.setText(words)
    yield "row of products", lambda: table.selectRow(40)
    bar = table.horizontalScrollBar()
    yield "products sideways", lambda: bar.setValue(bar.maximum())


def steps(desk: Desk) -> Iterator[tuple[str, Act]]:
    """Keys of the search, another chain, another date on several pages."""
    yield "search opened", desk.actions_.by_id["search"].trigger
    for words in SOUGHT:
        yield f"key {words!r} of the search", lambda w=words: desk.parts.search.field.setText(w)
    desk.parts.search.hide()
    chains = list(desk.bridge.session.reading.atlas.chains)
    for at in (5, len(chains) // 2, len(chains) - 1):
        yield f"chain {at}", lambda at=at: desk.selection.open_chain(chains[at])
    for page, date in ((MAP, DAY), (LISTS_PAGE, OTHER), (HOME, DAY)):
        desk.selection.show_page(page)
        yield f"date on {page}", lambda date=date: desk.bridge.choose_date(date)


def measured(folder: Path) -> list[Row]:
    """All of it for a folder; the window is gone in the end."""
    window, desk = begun(folder)
    probe = Probe(desk)
    found = list(opening(probe, desk))
    for some in (pages, lists, steps):
        for name, act in some(desk):
            probe.act(name, act)
    found += probe.rows
    most = peak()
    probe.rest(PARTED_S)
    found.append(Row("× 100: memory in the end", held(), "MB", goal=MOST_MB))
    found.append(Row("× 100: the most memory", most, "MB", goal=MOST_MB))
    window.close_anyway()
    return found


def rows(*, quick: bool = False, library: Path | None = None) -> list[Row]:
    """All of it; nothing in a quick run."""
    if quick:
        return []
    with tempfile.TemporaryDirectory(prefix="liantu-huge-") as root:
        os.environ["LIANTU_CONFIG"] = root
        app = make_app()
        Collector(app)
        folder = library or multiplied(paths.shipped_chains(), Path(root, "large"), TIMES)
        found = measured(folder)
        app.quit()
    return found


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.huge", description=__doc__)
    parser.add_argument("--library", type=Path)
    for row in rows(library=parser.parse_args().library):
        mark = {True: "", False: "MISSED", None: ""}[row.met]
        print(f"{row.name:44}{row.value:9.0f} {row.unit:52}{mark}", flush=True)


if __name__ == "__main__":
    main()
