"""Start-up of the frozen program to its first painted frame, against an empty window frozen alike.

The empty window is frozen twice: by itself, and into the folder of the program, to tell what its
larger archive costs.

Run with a Python that has what packaging/requirements.txt and the program ask for. Both are built
into build/bench, which takes minutes: with ``--built`` what is there is measured once more.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.startup import EMPTY, FLOOR, FLOOR_NAME, WATCH, best, tell

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "build" / "bench"
LIANTU = """
import os, sys
os.environ["LIANTU_CONFIG"] += f"/{os.getpid()}"  # the first start of a newcomer, every time
from PySide6.QtWidgets import QApplication, QMainWindow
from liantu import entry
import gc; gc.freeze(); gc.enable()
run = QApplication.exec
def watched():
    global window, watch
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))
"""
"""The whole program: only ``exec`` is another, which waits for the first frame."""
ENTER = """
QApplication.exec = staticmethod(watched)
entry.has_display = lambda: True
entry.run([])
"""


def scripts() -> dict[str, str]:
    """The start scripts of the three programs, by name."""
    watch = WATCH.replace("window.show(); app.exec()\n", "")
    ours = "".join(f"    {line}\n" for line in watch.strip().splitlines())
    return {
        "empty": EMPTY + WATCH,
        "floor": FLOOR + WATCH,
        "liantu": LIANTU + ours + "    return run()\n" + ENTER,
    }


def build() -> None:
    """Freeze all three: the empty ones in one folder, the program in its own."""
    (BUILT / "start").mkdir(parents=True, exist_ok=True)
    for name, code in scripts().items():
        (BUILT / "start" / f"bench_{name}.py").write_text(code, encoding="utf-8")
    for spec in ("empty", "liantu"):
        command = [sys.executable, "-m", "PyInstaller", f"packaging/{spec}.spec", "--noconfirm"]
        places = ["--distpath", str(BUILT / "dist"), "--workpath", str(BUILT / "work")]
        told = os.environ | {"LIANTU_BENCH": str(BUILT / "start")}
        subprocess.run([*command, *places, "--log-level", "WARN"], cwd=ROOT, env=told, check=True)


def main() -> None:
    """Print the ratios."""
    if "--built" not in sys.argv:
        build()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    programs = {"empty window": "empty/bench_empty", FLOOR_NAME: "empty/bench_floor"}
    programs["that, in our folder"] = "liantu/bench_floor"
    programs["liantu"] = "liantu/bench_liantu"
    with tempfile.TemporaryDirectory() as settings:
        os.environ["LIANTU_CONFIG"] = settings
        tell(best({name: [str(BUILT / "dist" / path)] for name, path in programs.items()}))


if __name__ == "__main__":
    main()
