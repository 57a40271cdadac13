"""What the reading of one file gathers: problems, definitions and references, with places."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from liantu.issues import Issue, Place, Severity
from liantu.library.parsing.tree import Text

MAX_SAME = 50
MOST_COMPARED, ALIKE = 5000, 2
"""Of more words than that only those with the same beginning are compared with a wrong one: each
comparison takes some time, and many may be wrong.
"""


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of a thing that must be defined somewhere in the folder.

    ``inside`` names the records around it as (kind, name), the outermost first.
    """

    kind: str
    id: str
    line: int
    column: int
    inside: tuple[tuple[str, str], ...] = ()


@dataclass
class Context:
    """Collects everything about one file while it is read.

    The same problem is kept at most :data:`MAX_SAME` times; :meth:`finish` tells how many more
    there were. ``inside`` names the records that are being read, ``lost`` the things that could
    not be read with the place of the reason. :meth:`finish` puts the lines away as one text: of a
    large folder they would take more room than all that is made of them.
    """

    file: str
    lines: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    inside: list[tuple[str, str]] = field(default_factory=list)
    lost: dict[tuple[str, str], Place] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)
    _lists: dict[tuple[Any, ...], tuple[Any, ...]] = field(default_factory=dict)
    _put_away: bytes = b""
    _around: tuple[tuple[str, str], ...] = ()

    def report(
        self,
        code: str,
        line: int = 0,
        column: int = 0,
        *,
        severity: Severity = Severity.ERROR,
        related: tuple[Place, ...] = (),
        lost: tuple[tuple[str, str], ...] = (),
        cause: Place | None = None,
        **params: Any,
    ) -> None:
        """Take down one problem at a spot of this file."""
        self._counts[code] += 1
        if self._counts[code] > MAX_SAME:
            return
        place = Place(self.file, line, column)
        lines = self.told()
        excerpt = lines[line - 1][:200] if 0 < line <= len(lines) else ""
        self.issues.append(
            Issue(
                code=code,
                severity=severity,
                place=place,
                params=params,
                excerpt=excerpt,
                related=related,
                lost=lost,
                cause=cause,
            )
        )

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
        inside = tuple(self.inside)
        if inside != self._around:  # else the one of the mention before
            self._around = inside
        self.references.append(Reference(kind, id_, text.line, text.column, self._around))

    def shared(self, found: tuple[Any, ...]) -> tuple[Any, ...]:
        """``found`` or what is equal to it, where it is of texts: the same sources stand behind
        hundreds of values.
        """
        if not found or type(found[0]) is not str:
            return found
        return self._lists.setdefault(found, found)

    def mark(self) -> int:
        """A mark of how many problems there are, for :meth:`lose`."""
        return len(self.issues)

    def mark_at(self, line: int, column: int) -> int:
        """The mark of the problem already reported at a spot, else of the next one."""
        spot = Place(self.file, line, column)
        at = (n for n, issue in enumerate(self.issues) if issue.place == spot)
        return next(at, len(self.issues))

    def lose(self, mark: int, kind: str, name: str) -> None:
        """Say at the first error since ``mark`` that a thing is not read because of it.

        Where that error was one too many of its kind to be kept, :meth:`finish` counts it.
        """
        for at in range(mark, len(self.issues)):
            issue = self.issues[at]
            if issue.severity is Severity.ERROR:
                self.issues[at] = replace(issue, lost=(*issue.lost, (kind, name)))
                self.lost.setdefault((kind, name), issue.place)
                return
        self.lost.setdefault((kind, name), Place(self.file))

    def why(self, kind: str) -> Place | None:
        """Where the first thing of a kind was not read; ``None`` where all were."""
        return next((place for (lost, _), place in self.lost.items() if lost == kind), None)

    def told(self) -> list[str]:
        """The lines of the file, also after :meth:`finish`."""
        if self._put_away:
            self.lines = self._put_away.decode("utf-8", "surrogatepass").split("\n")
            self._put_away = b""
        return self.lines

    def finish(self) -> None:
        """Report the problems that were counted but not kept, and put the lines away."""
        for code, count in sorted(self._counts.items()):
            if count > MAX_SAME:
                last = [issue for issue in self.issues if issue.code == code][-1]
                params: dict[str, str | int | float] = {"code": code}
                params["count"] = count - MAX_SAME
                place = Place(self.file)
                self.issues.append(
                    Issue("library.more", last.severity, place, params, cause=last.cause)
                )
        self._put_away = "\n".join(self.lines).encode("utf-8", "surrogatepass")
        self.lines = []


def suggest(wrong: str, allowed: Collection[str]) -> str:
    """The allowed word nearest to ``wrong``, or an empty text."""
    typed = wrong.strip().casefold()
    known = allowed
    if len(allowed) > MOST_COMPARED:
        known = [word for word in allowed if word[:ALIKE].casefold() == typed[:ALIKE]]
    near = difflib.get_close_matches(typed, sorted(known), 1, 0.6)
    return near[0] if near else ""
