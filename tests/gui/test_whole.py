"""Whatever the scale of the system: nothing that is read is cut, lies on another or is out of
reach in the least window, which is what 1366 × 768 has at 166 %.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from liantu.model.focus import MAP, PLAN, PLANS, Focus
from liantu.model.target import Target
from liantu.ui.bars.topbar import PAGES
from liantu.wording import text
from tests.gui import dialogs
from tests.gui.conftest import Open
from tests.gui.states import SMALL
from tests.gui.whole import faults, least

BPA = Focus(MAP, "pc-nylon", target=Target("product", "bpa"))
SIGHTS = {
    **{page: replace(BPA, page=page) for page in PAGES if page != PLAN},
    **{f"plan {tab}": replace(BPA, page=PLAN, plan=tab) for tab in PLANS},
}


def test_every_page_is_whole_in_the_least_window(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    found = {}
    for name, focus in SIGHTS.items():
        window.selection.go(focus)
        window.settle()
        page = window.desk._pages[focus.page]
        views = (getattr(page, "tabs", {}).get(focus.plan), page)
        with suppress(qtbot.TimeoutError):  # what takes longer is not waited for
            qtbot.waitUntil(
                lambda views=views: not any(getattr(v, "busy", False) for v in views), timeout=3000
            )
        with suppress(qtbot.TimeoutError):  # a part of a part is laid out an event later
            qtbot.waitUntil(lambda: not faults(window.frame), timeout=1000)
        found[name] = faults(window.frame)
    assert {name: said for name, said in found.items() if said} == {}


def test_every_dialog_is_whole_on_the_least_screen(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=SMALL)
    window.selection.go(BPA)
    window.settle()

    def told(dialog: QDialog) -> list[str]:
        needs = least(dialog)
        dialog.resize(needs.expandedTo(dialog.size().boundedTo(QSize(*SMALL))))
        QApplication.processEvents()
        high = needs.width() > SMALL[0] or needs.height() > SMALL[1]
        return [
            *([f"needs {needs.toTuple()}"] if high else []),
            *faults(dialog),
            *turned(dialog),
        ]

    assert dialogs.faulty(window, told) == {}


def turned(dialog: QDialog) -> list[str]:
    """What is to be done stands at the right of the way out, in every dialog."""
    ends = [b for b in dialog.findChildren(QPushButton) if b.isVisible()]
    outs = [b.geometry() for b in ends if b.text() == text("ui.cancel")]
    does = [b.geometry() for b in ends if b.objectName() == "primary"]
    rows = ((do, out) for do in does for out in outs if do.top() <= out.center().y() <= do.bottom())
    return [f"{do} before {out}" for do, out in rows if do.x() < out.x()]
