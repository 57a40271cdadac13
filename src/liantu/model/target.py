"""A thing that can be chosen, wherever it is shown."""

from __future__ import annotations

from dataclasses import dataclass

DRILLED = "drill."


@dataclass(frozen=True, slots=True)
class Target:
    """``kind`` is ``chain``, ``product``, ``enterprise``, ``project`` or ``county`` (by its
    name); with :data:`DRILLED` before the kind of a shock it is the drill in which ``id`` fails.
    """

    kind: str
    id: str
