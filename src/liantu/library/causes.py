"""Which problems only follow from another: one bad line must not look like a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from liantu.issues import Issue, Place, Severity
from liantu.jobs import each
from liantu.library.parts import Parts

_TOP = re.compile(r"^[^\s#\-]")
_KEY = re.compile(r"^(\s+)([A-Za-z0-9][\w.\-]*)\s*[:：]")
_ID = re.compile(r"^\s+id\s*[:：]\s*['\"]?([A-Za-z0-9][\w.\-]*)")
_WORD = re.compile(r"[A-Za-z0-9][\w.\-]*", re.ASCII)
_ABSENCES = frozenset(
    {"library.no_chain", "library.no_maker", "library.no_product", "library.idle_source"}
)
"""Checks for what nobody mentions: in vain where the file that mentions it was not read."""


@dataclass
class Causes:
    """What the files with errors would have defined or mentioned, with the reason why not."""

    lost: dict[tuple[str, str], Place] = field(default_factory=dict)
    unheard: dict[str, Place] = field(default_factory=dict)
    mentioned: dict[str, Place] = field(default_factory=dict)
    library: Place | None = None
    whole: Place | None = None

    def of(self, kind: str, id_: str) -> Place | None:
        """Why the thing is not there; ``None`` where no file was to define it.

        Where nothing of a data file could be read (``whole``), its end may be cut off as well, so
        whatever is missing is looked for there first.
        """
        return self.lost.get((kind, id_)) or self.unheard.get(id_) or self.whole


def causes(parts: Sequence[Parts]) -> Causes:
    """Look through the files that had errors; linear in their lines."""
    found = Causes()
    for part in parts:
        context = part.context
        for key, place in context.lost.items():
            found.lost.setdefault(key, place)
        errors = [i for i in context.issues if i.severity is Severity.ERROR and i.cause is None]
        if not errors:
            continue
        defined = {key.partition(":")[2] for key in context.places}
        outline = _outline(context.told())
        if outline and not part.values:
            found.whole = found.whole or errors[0].place
        for id_, line in outline:
            if id_ not in defined:
                found.unheard.setdefault(id_, _above(errors, line))
        if not part.values:
            first = errors[0].place
            for words in map(_WORD.findall, context.told()):
                found.mentioned.update(dict.fromkeys(words, first))
        if "library" not in part.values and _is_settings(part):
            found.library = found.library or errors[0].place
    return found


def absences(issues: Iterable[Issue], places: Mapping[str, Place], found: Causes) -> list[Issue]:
    """The checks, those with a cause where an unread file mentions the thing."""
    if not found.mentioned:
        return [*issues]
    ids = {place: key.partition(":")[2] for key, place in each(places.items())}
    return [
        replace(issue, cause=found.mentioned.get(ids.get(issue.place, "")))
        if issue.code in _ABSENCES
        else issue
        for issue in each(issues)
    ]


def unread(parts: Sequence[Parts]) -> tuple[str, ...]:
    """The files of which nothing was read, or not the chain or the settings they hold."""
    return tuple(part.context.file for part in parts if _is_lacking(part))


def _is_lacking(part: Parts) -> bool:
    errors = any(issue.severity is Severity.ERROR for issue in part.context.issues)
    whole = {kind for kind, _ in part.context.lost} & {"chain", "library"}
    return errors and (not part.values or bool(whole))


def _is_settings(part: Parts) -> bool:
    named = part.context.file.casefold().startswith("library.")
    return named or any(line.startswith("library") for line in part.context.told())


def _outline(lines: Sequence[str]) -> list[tuple[str, int]]:
    """The ids that stand directly below a top-level key, with their lines, as far as text tells."""
    found: list[tuple[str, int]] = []
    width = 0
    for number, line in enumerate(lines, 1):
        if _TOP.match(line):
            width = 0
        elif named := _KEY.match(line):
            width = width or len(named[1])
            if len(named[1]) == width:
                own = _ID.match(line)
                found.append((own[1] if own else named[2], number))
    return found


def _above(errors: Sequence[Issue], line: int) -> Place:
    """The last error not below ``line``; else the first of the file."""
    above = [issue.place for issue in errors if issue.place.line <= line]
    return max(above, key=lambda p: p.line) if above else errors[0].place
