"""A colleague's folder into ours: what only they changed, and the conflicts that somebody decides.

With a common version as base both sides' changes are known. Without one nothing counts as taken
away: what only one side has is kept, and every difference within a thing is asked. Nothing of
theirs is lost: what is not taken can be listed (:func:`left`).
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from liantu.jobs import Progress
from liantu.library.editing import Draft
from liantu.library.plain import ALL, ids, plain
from liantu.library.renumbering import Renamed, renamed, renaming
from liantu.library.three_ways import Conflict, Taken, Way
from liantu.model import Atlas


class Side(enum.StrEnum):
    """Whose value is taken where both changed it."""

    OURS = "ours"
    THEIRS = "theirs"


class UndecidedError(ValueError):
    """Not every conflict is decided; ``conflicts`` are those that are not."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        super().__init__(len(conflicts))
        self.conflicts = conflicts


@dataclass(frozen=True, slots=True)
class Change:
    """What a thing becomes: ``values`` with a :class:`Conflict` wherever one is."""

    kind: str
    id: str
    values: Any
    home: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """``changes`` are the things that become other than ours. ``renamed`` maps (kind, id) of new
    things of theirs to new ids where ours had given the id to something else.
    """

    changes: tuple[Change, ...] = ()
    taken: tuple[Taken, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    renamed: Renamed = field(default_factory=dict)


def merge(
    ours: Atlas,
    theirs: Atlas,
    base: Atlas | None = None,
    *,
    sound: bool = True,
    progress: Progress | None = None,
) -> Merged:
    """Merge ``theirs`` into ``ours``. ``sound``: theirs was read without errors; where it was not,
    what it lacks is asked about and not taken away. Raises ``Cancelled``.
    """
    progress = progress or Progress()
    names = renaming(ours, theirs, base)
    changes: list[Change] = []
    taken: list[Taken] = []
    conflicts: list[Conflict] = []
    for at, kind in enumerate(ALL):
        progress.step(at, len(ALL))
        for way, change in _of_kind(kind, (base, ours, theirs), names, sound):
            progress.check()
            changes.append(change)
            taken += way.taken
            conflicts += way.conflicts
    return Merged(tuple(changes), tuple(taken), tuple(conflicts), names)


def drafts(merged: Merged, decided: Mapping[Conflict, Side]) -> tuple[Draft, ...]:
    """What :func:`editing.edited` is to make of ours. Raises :class:`UndecidedError` unless every
    conflict is decided.
    """
    open_ = tuple(one for one in merged.conflicts if one not in decided)
    if open_:
        raise UndecidedError(open_)
    made = (
        Draft(one.kind, one.id, _settled(one.values, decided), one.home) for one in merged.changes
    )
    kept = {(c.kind, c.id) for c in merged.conflicts if not c.path and decided[c] is Side.OURS}
    return tuple(draft for draft in made if (draft.kind, draft.id) not in kept)


def left(merged: Merged, decided: Mapping[Conflict, Side]) -> tuple[Conflict, ...]:
    """What theirs say and is not taken."""
    return tuple(one for one in merged.conflicts if decided.get(one) is not Side.THEIRS)


def _of_kind(
    kind: str, atlases: tuple[Atlas | None, Atlas, Atlas], names: Renamed, sound: bool
) -> Iterator[tuple[Way, Change]]:
    base, ours, theirs = atlases
    back = {new: old for (of, old), new in names.items() if of == kind}
    fresh = [names.get((kind, id_), id_) for id_ in ids(theirs, kind)]
    known = ids(base, kind) if base is not None else ()
    for id_ in dict.fromkeys((*ids(ours, kind), *fresh, *known)):
        old = back.get(id_, id_)
        mine = plain(ours, kind, id_)
        other = None if (kind, old) in names and old == id_ else plain(theirs, kind, old)
        before = plain(base, kind, id_) if base is not None else None
        way = Way(kind, id_, sound)
        values = way.merge(before, mine, renamed(other, names))
        if values is not mine and (way.taken or way.conflicts):
            home = theirs.products[old].home if kind == "product" and mine is None else ""
            yield way, Change(kind, id_, values, home)


def _settled(value: Any, decided: Mapping[Conflict, Side]) -> Any:
    """The values with what was decided in the place of conflicts; ``None``: not there."""
    if isinstance(value, Conflict):
        return value.theirs if decided[value] is Side.THEIRS else value.ours
    if isinstance(value, list):
        found = (_settled(one, decided) for one in value)
        return [one for one in found if one is not None]
    if not isinstance(value, dict):
        return value
    made: dict[str, Any] = {}
    for key, one in value.items():
        inner = _settled(one, decided)
        if isinstance(key, tuple):
            made.update(inner or {})
        elif inner is not None:
            made[key] = inner
    return made
