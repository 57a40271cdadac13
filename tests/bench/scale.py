"""What ten times the data costs: user seconds and peak memory of whole commands.

One process at a time. The goal is at most 12 × for every command; memory of the briefing is
that of typst, which holds all pages (a map of a chain is about 9 MB there).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from liantu import paths
from tests.bench.folders import multiplied

TIMES = 10
GOAL = 12.0
COMMANDS: dict[str, tuple[str, ...]] = {
    "lists": ("lists", "--out", "{out}/lists.xlsx"),
    "tiles": ("draw", "--picture", "tiles", "--out", "{out}/tiles.svg"),
    "briefing": ("brief", "--out", "{out}/briefing.pdf"),
    "analyse": ("analyse", "--json"),
    "spof": ("spof", "--json"),
}
PROGRAM = "from liantu.cli.main import run; raise SystemExit(run())"


def cost(name: str, folder: Path, out: Path) -> tuple[float, float]:
    """User seconds and peak memory (MB) of one command in a process of its own.

    Raises ``RuntimeError`` if the command failed.
    """
    verb, *options = (word.format(out=out) for word in COMMANDS[name])
    argv = [sys.executable, "-c", PROGRAM, verb, str(folder), *options]
    process = subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{name} ended with {process.returncode}")
    return used.ru_utime, used.ru_maxrss / 1024


def main(names: list[str]) -> None:
    """Print a line for each command: shipped, ten times, factor."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    shipped = paths.shipped_chains()
    with tempfile.TemporaryDirectory(prefix="liantu-scale-") as name:
        out = Path(name)
        large = multiplied(shipped, out / "large", TIMES)
        print(f"{'':10}{'shipped':>18}{f'{TIMES} x':>18}   factor")
        for command in names or COMMANDS:
            (before, small), (after, much) = (cost(command, f, out) for f in (shipped, large))
            factor = after / before
            remark = "" if factor <= GOAL else f"  more than {GOAL:g}"
            print(
                f"{command:10}{before:8.2f} s {small:5.0f} MB{after:8.2f} s {much:5.0f} MB"
                f"{factor:7.1f} x{remark}",
                flush=True,
            )


if __name__ == "__main__":
    main(sys.argv[1:])
