"""Pictures of every page at a scale of the system, to be looked at.

``QT_SCALE_FACTOR=1.5 python -m tests.gui.scales 1366 768 OUT`` opens the window as it is on a
screen of so many real pixels and writes one picture a page into OUT, with the names of what stands
beyond the edge of the window on standard output.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from liantu import paths
from liantu.model.focus import PLANS
from liantu.ui.app import start
from liantu.ui.bars.topbar import PAGES
from liantu.ui.shell import LEAST

WAIT_S = 20.0


def beyond(top: QWidget) -> list[str]:
    """Buttons that are seen in part only, and not because something scrolls."""
    found = []
    for button in top.findChildren(QAbstractButton):
        place = button.rect().translated(button.mapTo(top, button.rect().topLeft()))
        if button.isVisible() and not top.rect().contains(place) and not _scrolls(button, top):
            found.append(f"{button.objectName()} {button.accessibleName() or button.text()}")
    return found


def _scrolls(part: QWidget, top: QWidget) -> bool:
    while part is not top:
        if part.objectName() == "qt_scrollarea_viewport":
            return True
        part = part.parentWidget()
    return False


def main(wide: int, high: int, out: Path) -> None:
    """Open the window and write a picture of each page."""
    out.mkdir(parents=True, exist_ok=True)
    scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    _app, window = start(paths.shipped_chains(), "pc-nylon")
    window.resize(max(int(wide / scale), LEAST.width()), max(int(high / scale), LEAST.height()))
    window.show()
    window.furnish()
    assert window.desk is not None
    end = time.monotonic() + WAIT_S
    while not window.desk.bridge.session.ready and time.monotonic() < end:
        QTest.qWait(100)
    sights = [(page, "") for page in PAGES if page != "plan"] + [("plan", tab) for tab in PLANS]
    for page, tab in sights:
        window.desk.selection.show_page(page)
        if tab:
            bar = window.desk.plan.bar
            bar.setCurrentIndex(PLANS.index(tab))
        QTest.qWait(2000)  # charts, sheets and effects are worked out by workers
        window.grab().save(str(out / f"{page}{tab and '-'}{tab}-{scale:g}.png"))
        print(page, tab, window.size().toTuple(), beyond(window))
    window.close_anyway()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
