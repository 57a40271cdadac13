"""Every dialog fits the smallest screen: its buttons are never below the edge."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from liantu.model.target import Target
from liantu.ui.verbs.registry import VERBS
from tests.gui.conftest import Open

ROOM = 1024, 640
"""What 1024 × 700 leaves below the title and above the task bar, px."""
LATER_MS = 100


def _shown() -> list[QDialog]:
    tops = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, QDialog) and one.isVisible()]


def _close(sizes: dict[str, tuple[int, int]], verb: str) -> None:
    for dialog in _shown():
        least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
        sizes[f"{verb} {type(dialog).__name__}"] = least.width(), least.height()
        dialog.reject()


def test_every_dialog_of_a_verb_fits_a_small_screen(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon")
    window.selection.pick(Target("product", "bpa"), "pc-nylon")
    window.settle()
    sizes: dict[str, tuple[int, int]] = {}
    for verb in VERBS:
        action = window.desk.actions_.by_id[verb.id]
        if "…" not in action.text() or not action.isEnabled():
            continue
        QTimer.singleShot(LATER_MS, lambda verb=verb: _close(sizes, verb.id))
        action.trigger()
        qtbot.wait(2 * LATER_MS)
        _close(sizes, verb.id)
    assert len(sizes) > 15
    wide = {name: size for name, size in sizes.items() if size[0] > ROOM[0] or size[1] > ROOM[1]}
    assert wide == {}
