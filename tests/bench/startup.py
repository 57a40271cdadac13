"""Start-up to the first painted frame, against an empty PySide6 window with the same imports."""

from __future__ import annotations

import os
import subprocess
import sys
import time

WATCH = """
import os
from PySide6.QtCore import QEvent, QObject
class Watch(QObject):
    def eventFilter(self, watched, event):
        if watched is window and event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
watch = Watch(); window.installEventFilter(watch)
from PySide6.QtCore import QTimer
window.show(); app.exec()
"""
EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.resize(1600, 1000)
"""
OURS = """
from liantu import paths
from liantu.ui.app import make_app
from liantu.ui.window import Window
app = make_app(); window = Window(paths.shipped_chains())
import sys
heavy = {"networkx", "matplotlib", "pypinyin", "typst", "yaml"} & set(sys.modules)
assert not heavy, f"imported before the first frame: {heavy}"
"""
FLOOR = (
    "import PySide6.QtGui, json, dataclasses, pathlib, logging\n"
    "from PySide6.QtCore import Qt; Qt.AlignmentFlag.AlignLeft" + EMPTY
)
"""PySide6 makes the enumerations of ``Qt`` at their first use, and no program can do without."""


def best(commands: dict[str, list[str]], runs: int = 9) -> dict[str, float]:
    """Seconds of the quickest of ``runs`` fresh processes each, taken in turn."""
    found = dict.fromkeys(commands, 60.0)
    for _ in range(runs):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True)
            found[name] = min(found[name], time.perf_counter() - start)
    return found


def main() -> None:
    """Print the ratios."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    codes = {"empty window": EMPTY, "with unavoidable imports": FLOOR, "liantu": OURS}
    times = best({name: [sys.executable, "-c", code + WATCH] for name, code in codes.items()})
    for name, seconds in times.items():
        ratio = seconds / times["with unavoidable imports"]
        print(f"{name:26} {seconds * 1000:5.0f} ms  {ratio:.2f} x")


if __name__ == "__main__":
    main()
