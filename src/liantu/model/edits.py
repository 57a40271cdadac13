"""A step of editing: what it is called, and how the atlas after it follows from the one before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from liantu.model.atlas import Atlas


@dataclass(frozen=True, slots=True)
class Edit:
    """One step: a Chinese label and a pure function; steps in a row with the same non-empty
    ``merge`` are one. ``change`` may raise :class:`liantu.library.editing.RefusedError`.
    """

    label: str
    change: Callable[[Atlas], Atlas]
    merge: str = ""
