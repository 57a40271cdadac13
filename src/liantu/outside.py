"""Words outside of the window: on the console, or in a box of Windows where there is none.

A windowed program of Windows has neither standard output nor standard error: both are ``None``.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

ICON_BAD, ICON_NOTE, IN_FRONT = 0x10, 0x40, 0x10000
"""Flags of ``MessageBoxW``: an error, a note, above other windows."""


def tell(words: str, title: str, *, bad: bool = False) -> None:
    """Say it on standard error, or in a box until the user closes that."""
    if sys.platform == "win32" and _is_mute():
        import ctypes  # noqa: PLC0415  for the few starts that have something to say

        flags = (ICON_BAD if bad else ICON_NOTE) | IN_FRONT
        ctypes.windll.user32.MessageBoxW(None, words, title, flags)
    elif sys.stderr is not None:
        print(words, file=sys.stderr, flush=True)  # noqa: T201


@contextmanager
def lent_streams(title: str) -> Iterator[None]:
    """Where the program has no streams, what is written meanwhile is shown in a box at the end;
    from then on what libraries write goes nowhere instead of stopping them.
    """
    lacking = [name for name in ("stdout", "stderr") if getattr(sys, name) is None]
    said = io.StringIO()
    for name in lacking:
        setattr(sys, name, said)
    try:
        yield
    finally:
        for name in lacking:
            nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  kept open
            setattr(sys, name, nowhere)
        if said.getvalue():
            tell(said.getvalue().strip(), title)


def _is_mute() -> bool:
    """Whether nobody can read standard error."""
    return sys.stderr is None or getattr(sys.stderr, "name", "") == os.devnull
