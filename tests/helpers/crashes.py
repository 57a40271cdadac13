"""What a process of the tests was doing when it crashed below Python.

pytest-xdist says which test it was and no more: the trace that pytest asks for is of all threads,
and those that still run, the newest first, are no safe reading; one more crash there ends it.
"""

from __future__ import annotations

import faulthandler
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

NAME = "crash.txt"
_OPEN: list[TextIO] = []
"""Held as long as the process lives: a dying one cannot open a file, and a program that is started
within a test has crashes written elsewhere from then on.
"""


def watch(folder: Path) -> None:
    """Have a crash of this process written into ``folder``: the thread that crashed alone."""
    folder.mkdir(parents=True, exist_ok=True)
    _OPEN.append((folder / NAME).open("w", encoding="utf-8"))
    faulthandler.enable(_OPEN[-1], all_threads=False)


def told(folder: Path) -> Iterator[tuple[str, str]]:
    """The processes that had their folders below this one and crashed, with their traces."""
    for path in sorted(folder.glob(f"*/{NAME}")):
        if words := path.read_text(encoding="utf-8", errors="replace"):
            yield path.parent.name, words
