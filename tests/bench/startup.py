"""Start-up to the first painted frame, against an empty PySide6 window with the same imports."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

from tests.bench.row import Row
from tests.bench.usage import children

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
"""Ends the process once ``window`` is painted."""
EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.resize(1600, 1000)
"""
OURS = """
import gc; gc.disable()  # as the script does before it imports the window
from liantu import entry
from liantu.ui.window import Window
from PySide6.QtWidgets import QApplication
def appear(self):
    import sys
    heavy = {"networkx", "matplotlib", "pypinyin", "typst", "yaml"} & set(sys.modules)
    assert not heavy, f"imported before the first frame: {heavy}"
    exec(WATCH, {"window": self, "app": QApplication.instance()})
Window.appear = appear
entry.has_display = lambda: True
entry.run([])
"""
"""The script ``liantu`` up to the point where its window is shown."""
FLOOR = (
    "import PySide6.QtGui, json, dataclasses, pathlib, logging\n"
    "from PySide6.QtCore import Qt; Qt.AlignmentFlag.AlignLeft" + EMPTY
)
"""PySide6 makes the enumerations of ``Qt`` at their first use, and no program can do without."""


GOAL = 1.5
"""Times of what cannot be avoided."""
FLOOR_NAME = "with unavoidable imports"


def best(commands: dict[str, list[str]], runs: int = 9) -> dict[str, tuple[float, float]]:
    """Seconds that passed, and those that a processor worked, of the quickest of ``runs`` fresh
    processes each, taken in turn; a machine that does other things as well spoils the former only.
    """
    found = dict.fromkeys(commands, (60.0, 60.0))
    for _ in range(runs):
        for name, command in commands.items():
            start, worked = time.perf_counter(), children()
            subprocess.run(command, check=True)
            took = (time.perf_counter() - start, children() - worked)
            found[name] = (min(found[name][0], took[0]), min(found[name][1], took[1]))
    return found


def measured(runs: int) -> dict[str, tuple[float, float]]:
    """Both floors and the program. Python code is compiled once, as on the desk of a planner."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = os.environ["LIANTU_CONFIG"] = folder
        ours = f"WATCH = {WATCH!r}{OURS}"
        codes = {"empty window": EMPTY + WATCH, FLOOR_NAME: FLOOR + WATCH, "liantu": ours}
        return best({name: [sys.executable, "-c", code] for name, code in codes.items()}, runs)


def rows(*, quick: bool = False) -> list[Row]:
    """From the command to the first painted frame."""
    found = {name: work * 1000 for name, (_, work) in measured(3 if quick else 9).items()}
    empty, least, ours = found["empty window"], found[FLOOR_NAME], found["liantu"]
    return [
        Row("start to first frame", ours, "ms", empty, against="empty window"),
        Row("start, imports in both", ours, "ms", least, GOAL, True, "window with its imports"),
    ]


def main() -> None:
    """Print the ratios."""
    tell(measured(9))


def tell(times: dict[str, tuple[float, float]]) -> None:
    """Print what :func:`best` found, and its ratios to ``FLOOR_NAME``."""
    for name, (passed, worked) in times.items():
        ratio, share = passed / times[FLOOR_NAME][0], worked / times[FLOOR_NAME][1]
        print(f"{name:26} {passed * 1000:5.0f} ms {ratio:.2f} x   work {share:.2f} x")


if __name__ == "__main__":
    main()
