"""Crashes below Python: their trace goes to a file of the run, and the next start finds it."""

from __future__ import annotations

import atexit
import faulthandler
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from liantu.logs.privacy import redacted
from liantu.logs.records import RUNS, prune, stamp

RUNNING, FOUND = "running", "crash"
"""How the file of a run begins, and of one that ended in a crash."""


def watch(folder: Path) -> Path | None:
    """Have a crash of this run written to a file in ``folder``; the trace that the run before left,
    if it crashed. It is found once.

    The file is kept open, as a dying program cannot open one, and goes away at an orderly end. Of
    the thread that crashed alone: others go on while they are read, and what is read of one that is
    just being changed crashes once more, before the one that matters.
    """
    found = _take(folder)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{RUNNING}-{stamp()}.txt"
        file = path.open("w", encoding="utf-8")
        faulthandler.enable(file, all_threads=False)
        atexit.register(_end, file, path)
    return found


def _end(file: TextIO, path: Path) -> None:
    faulthandler.disable()
    file.close()
    with suppress(OSError):
        path.unlink()


def _take(folder: Path) -> Path | None:
    """The newest trace of a run that is over; it no longer tells who uses the machine."""
    newest = None
    for path in sorted(folder.glob(f"{RUNNING}-*.txt")):
        with suppress(OSError):
            if path.stat().st_size:
                newest = path.replace(path.with_name(path.name.replace(RUNNING, FOUND, 1)))
                words = newest.read_text(encoding="utf-8", errors="replace")
                newest.write_text(redacted(words), encoding="utf-8")
    for kind in (RUNNING, FOUND):
        prune(folder, f"{kind}-*.txt", RUNS)
    return newest
