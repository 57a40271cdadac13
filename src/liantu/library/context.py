"""What the reading of one file gathers: problems, definitions and references, with places."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from liantu.issues import Issue, Place, Severity
from liantu.library.tree import Text

MAX_SAME = 50


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of a thing that must be defined somewhere in the folder."""

    kind: str
    id: str
    line: int
    column: int


@dataclass
class Context:
    """Collects everything about one file while it is read.

    The same problem is kept at most :data:`MAX_SAME` times; :meth:`finish` tells how many more
    there were.
    """

    file: str
    lines: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)

    def report(
        self,
        code: str,
        line: int = 0,
        column: int = 0,
        *,
        severity: Severity = Severity.ERROR,
        related: tuple[Place, ...] = (),
        **params: Any,
    ) -> None:
        """Take down one problem at a spot of this file."""
        self._counts[code] += 1
        if self._counts[code] > MAX_SAME:
            return
        place = Place(self.file, line, column)
        excerpt = self.lines[line - 1][:200] if 0 < line <= len(self.lines) else ""
        self.issues.append(Issue(code, severity, place, params, excerpt, related))

    def report_at(self, code: str, place: Place, **params: Any) -> None:
        """Take down one problem at a place of this file."""
        self.report(code, place.line, place.column, **params)

    def warn(self, code: str, line: int = 0, column: int = 0, **params: Any) -> None:
        """Take down a problem that does not make ``check`` fail."""
        self.report(code, line, column, severity=Severity.WARNING, **params)

    def place(self, line: int, column: int) -> Place:
        """A spot of this file."""
        return Place(self.file, line, column)

    def define(self, kind: str, id_: str, key: Text) -> None:
        """Remember where a thing is defined."""
        self.places[f"{kind}:{id_}"] = Place(self.file, key.line, key.column)

    def refer(self, kind: str, id_: str, text: Text) -> None:
        """Remember that a thing is mentioned here."""
        self.references.append(Reference(kind, id_, text.line, text.column))

    def finish(self) -> None:
        """Report the problems that were counted but not kept."""
        for code, count in sorted(self._counts.items()):
            if count > MAX_SAME:
                first = next(i for i in self.issues if i.code == code)
                self.issues.append(
                    Issue(
                        "library.more",
                        first.severity,
                        Place(self.file),
                        {"code": code, "count": count - MAX_SAME},
                    )
                )


def suggest(wrong: str, allowed: Collection[str]) -> str:
    """The allowed word nearest to ``wrong``, or an empty text."""
    near = difflib.get_close_matches(wrong.strip().casefold(), sorted(allowed), 1, 0.6)
    return near[0] if near else ""
