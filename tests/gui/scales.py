"""Pictures of every page and dialog at a scale of the system, to be looked at.

``QT_SCALE_FACTOR=1.5 python -m tests.gui.scales 1366 768 OUT`` opens the window as it is on a
screen of so many real pixels and writes one picture a page and a dialog into OUT, with what cannot
be read whole on standard output. ``--theme dark`` and ``--type large`` are as in the settings,
``--only dialogs`` or ``--only pages`` leaves the others out.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from liantu import paths
from liantu.model.focus import PLANS
from liantu.model.target import Target
from liantu.ui.app import start
from liantu.ui.bars.topbar import PAGES
from liantu.ui.shell import LEAST
from liantu.ui.style import typesize
from liantu.ui.verbs.registry import VERBS
from liantu.ui.window import Window
from tests.gui.whole import faults, least, shortened

WAIT_S = 60.0
SETTLE_MS = 1000
"""Pictures of charts and sheets come a moment after what they show."""
LATER_MS = 150
FILLED_MS = 900
"""What a dialog takes to be filled."""


class Camera:
    """Writes pictures of what is open and says what is wrong with them."""

    def __init__(self, window: Window, out: Path, wait: int = FILLED_MS) -> None:
        self.window, self.out, self.wait = window, out, wait
        self.taken: set[QWidget] = set()

    def take(self, top: QWidget, name: str) -> None:
        """One picture."""
        top.grab().save(str(self.out / f"{name}.png"))
        size, needs = top.size().toTuple(), least(top).toTuple()
        print(name, size, "least", needs, *faults(top), *shortened(top), sep="\n   ", flush=True)

    def pages(self) -> None:
        """One of each page and tab."""
        assert self.window.desk is not None
        sights = [(page, "") for page in PAGES if page != "plan"] + [("plan", tab) for tab in PLANS]
        for page, tab in sights:
            self.window.desk.selection.show_page(page)
            if tab:
                self.window.desk.plan.bar.setCurrentIndex(PLANS.index(tab))
            self.settle()
            self.take(self.window, f"{page}{tab and '-'}{tab}")

    def settle(self) -> None:
        """Wait for what workers make of the page."""
        QTest.qWait(LATER_MS)
        end = time.monotonic() + WAIT_S
        while self._is_busy() and time.monotonic() < end:
            QTest.qWait(LATER_MS)
        QTest.qWait(SETTLE_MS)

    def _is_busy(self) -> bool:
        desk = self.window.desk
        assert desk is not None
        page = desk._pages[desk.selection.focus.page]
        views = (page, getattr(page, "tabs", {}).get(desk.selection.focus.plan))
        busy = any(getattr(view, "busy", False) for view in views)
        return busy or desk.bridge.busy or desk.home.view.board.turns.pending

    def dialogs(self) -> None:
        """One of each dialog that a verb opens, with 双酚A selected on the map."""
        assert self.window.desk is not None
        for verb in VERBS:
            action = self.window.desk.actions_.by_id[verb.id]
            if "…" in action.text() and action.isEnabled():
                QTimer.singleShot(LATER_MS, self.window, partial(self._shut, verb.id))
                action.trigger()
                QTest.qWait(2 * LATER_MS)
                self._shut(verb.id)

    def _shut(self, verb: str) -> None:
        for dialog in _shown():
            if dialog not in self.taken:
                self.taken.add(dialog)
                QTest.qWait(self.wait)
                if not isinstance(dialog, QFileDialog):
                    self.take(dialog, f"dialog-{verb}-{type(dialog).__name__}")
            if isValid(dialog):  # one of files is gone with its loop
                dialog.reject()


def _shown() -> Iterator[QDialog]:
    for top in QApplication.topLevelWidgets():
        if isValid(top) and isinstance(top, QDialog) and top.isVisible():
            yield top


def main(wide: int, high: int, out: Path, theme: str, size: str, only: str) -> None:
    """Open the window and write the pictures."""
    out.mkdir(parents=True, exist_ok=True)
    typesize.take(size)
    scale = float(os.environ.get(typesize.FACTOR, "1"))
    _app, window = start(paths.shipped_chains(), "pc-nylon")
    window.choose_theme(theme)
    window.resize(max(int(wide / scale), LEAST.width()), max(int(high / scale), LEAST.height()))
    window.show()
    window.furnish()
    assert window.desk is not None
    end = time.monotonic() + WAIT_S
    while not window.desk.bridge.session.ready and time.monotonic() < end:
        QTest.qWait(100)
    camera = Camera(window, out)
    if only != "dialogs":
        camera.pages()
    if only != "pages":
        window.desk.selection.show_page("map")
        window.desk.selection.pick(Target("product", "bpa"), "pc-nylon")
        camera.settle()
        camera.take(window, "map-selected")
        camera.dialogs()
    window.close_anyway()


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("wide", type=int)
    asked.add_argument("high", type=int)
    asked.add_argument("out", type=Path)
    asked.add_argument("--theme", default="light", choices=("light", "dark"))
    asked.add_argument("--type", default=typesize.USUAL, choices=tuple(typesize.SIZES), dest="size")
    asked.add_argument("--only", default="", choices=("pages", "dialogs"))
    main(**vars(asked.parse_args()))
