"""Memory that is let go goes back to the system, where the C library of Linux would keep it."""

from __future__ import annotations

import ctypes
import sys

_ARENA_MAX = -8
"""The number of the option in ``malloc.h``."""
ARENAS = 2
"""Heaps that threads share: each worker would have one of its own, and leave it full of holes."""


def share_heaps() -> None:
    """Let threads that begin from now on share a few heaps."""
    if (library := _library()) is not None and hasattr(library, "mallopt"):
        library.mallopt(_ARENA_MAX, ARENAS)


def give_back() -> None:
    """Give back what nothing stands in; some thirty milliseconds for two gigabytes."""
    if (library := _library()) is not None and hasattr(library, "malloc_trim"):
        library.malloc_trim(0)


def _library() -> ctypes.CDLL | None:
    return ctypes.CDLL(None) if sys.platform == "linux" else None
