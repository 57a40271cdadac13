"""Disks that fail: errors of the system for files below one folder, from the n-th call on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

FOREVER = 10_000


def windows_error(number: int, *names: str) -> OSError:
    """An error as Windows raises it; ``winerror`` is set by hand where there is none."""
    old = names[1] if len(names) > 1 else None
    error = PermissionError(13, "Access is denied", names[0] if names else None, number, old)
    if sys.platform != "win32":
        error.winerror = number  # type: ignore[attr-defined]
    return error


@dataclass
class Disk:
    """The disk of ``folder``: ``fail`` lets calls of one kind fail, counted from 1."""

    folder: Path
    patch: pytest.MonkeyPatch
    calls: dict[str, int] = field(default_factory=dict)
    _open: set[int] = field(default_factory=set)

    def fail(
        self, call: str, error: Callable[[Path], OSError], first: int = 1, last: int = FOREVER
    ) -> None:
        """Let ``open``, ``fsync`` or ``replace`` raise from the ``first`` time to the ``last``."""

        def strike(path: Path) -> None:
            if first <= self._count(call) <= last:
                raise error(path)

        self.watch(call, strike)

    def watch(self, call: str, act: Callable[[Any], None]) -> None:
        """Call ``act`` before every call of this kind that concerns the folder."""
        {"open": self._on_open, "fsync": self._on_fsync, "replace": self._on_replace}[call](act)

    def _count(self, call: str) -> int:
        self.calls[call] = self.calls.get(call, 0) + 1
        return self.calls[call]

    def _on_open(self, act: Callable[[Path], None]) -> None:
        real = os.open

        def stand_in(path: Any, flags: int, *rest: Any, **more: Any) -> int:
            ours = flags & os.O_CREAT and self.folder in Path(path).parents
            ours = ours and Path(path).suffix in (".yaml", ".zip")  # not the lock
            if ours:
                act(Path(path))
            number = real(path, flags, *rest, **more)
            if ours:
                self._open.add(number)
            return number

        self.patch.setattr(os, "open", stand_in)

    def _on_fsync(self, act: Callable[[int], None]) -> None:
        self._on_open(lambda _path: None)
        real = os.fsync

        def stand_in(number: int) -> None:
            if number in self._open:
                self._open.discard(number)
                act(number)
            real(number)

        self.patch.setattr(os, "fsync", stand_in)

    def _on_replace(self, act: Callable[[Path], None]) -> None:
        real = Path.replace

        def stand_in(path: Path, target: Path) -> Path:
            if self.folder in Path(target).parents:
                act(Path(target))
            return real(path, target)

        self.patch.setattr(Path, "replace", stand_in)
