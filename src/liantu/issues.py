"""A problem found in data, as a value: what, how bad, where, and with which particulars.

The sentence shown to a planner is made from ``code`` and ``params`` by :mod:`liantu.wording`,
so that no module but the wording table holds user-facing text.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field


class Severity(enum.StrEnum):
    """How bad a problem is; only ``ERROR`` makes ``check`` fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file. ``line`` and ``column`` count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Issue:
    """One problem.

    ``excerpt`` is the offending line as it stands in the file (without its line end);
    ``related`` are other places that matter, e.g. the first of two duplicate keys; ``lost`` the
    things, as (kind, name), that were not read because of it; ``cause`` the place of the problem
    that this one only follows from.
    """

    code: str
    severity: Severity
    place: Place
    params: Mapping[str, str | int | float] = field(default_factory=dict)
    excerpt: str = ""
    related: tuple[Place, ...] = ()
    lost: tuple[tuple[str, str], ...] = ()
    cause: Place | None = None
