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
FLOOR = "import PySide6.QtGui, json, dataclasses, pathlib, logging" + EMPTY


def best(code: str, runs: int = 5) -> float:
    """Seconds of the quickest of ``runs`` fresh processes."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code + WATCH], check=True)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print the ratio."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    empty, floor, ours = best(EMPTY), best(FLOOR), best(OURS)
    print(f"empty window {empty * 1000:.0f} ms, with unavoidable imports {floor * 1000:.0f} ms")
    print(f"链图 {ours * 1000:.0f} ms: {ours / empty:.2f} × empty, {ours / floor:.2f} × floor")


if __name__ == "__main__":
    main()
