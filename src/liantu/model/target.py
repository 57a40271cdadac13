"""A thing that can be chosen, wherever it is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """``kind`` is ``chain``, ``product``, ``enterprise`` or ``project``."""

    kind: str
    id: str
