"""A problem found in data, as a value: what, how bad, where, and with which particulars.

The sentence shown to a planner is made from ``code`` and ``params`` by :mod:`liantu.wording`,
so that no module but the wording table holds user-facing text.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Mapping
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


@dataclass(frozen=True, slots=True)
class Root:
    """A problem to be mended and those that only follow from it."""

    issue: Issue
    follows: tuple[Issue, ...] = ()


def _causes(found: list[Issue]) -> dict[Place, Issue]:
    """What others follow from, by its place."""
    causes = {issue.cause for issue in found if issue.cause is not None}
    if not causes:  # as nearly always, and there may be tens of thousands
        return {}
    likely = (i for i in reversed(found) if i.cause is None and i.place in causes)
    return {issue.place: issue for issue in likely}


def counted(issues: Iterable[Issue]) -> Counter[Severity]:
    """How many problems of each kind are to be mended: those that :func:`folded` tells."""
    found = list(issues)
    at = _causes(found)
    return Counter(i.severity for i in found if not at or i.cause not in at)


def folded(issues: Iterable[Issue]) -> tuple[Root, ...]:
    """The problems to be mended, in their order; what has no known cause is one of them."""
    found = list(issues)
    at = _causes(found)
    if not at:
        return tuple(map(Root, found))
    roots = [i for i in found if i.cause not in at]
    follows: dict[Place, list[Issue]] = {}
    for issue in found:
        if issue.cause is not None and issue.cause in at:
            follows.setdefault(issue.cause, []).append(issue)
    first = {id(issue) for issue in at.values()}
    return tuple(Root(i, tuple(follows.get(i.place, ())) if id(i) in first else ()) for i in roots)
