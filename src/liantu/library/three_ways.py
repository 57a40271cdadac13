"""Three states of one value → one: what only one side changed is taken, what both did is asked.

``None`` is a value that is not there. Without a common state (``base`` ``None``) nothing was ever
taken away: what only one side has is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from liantu.library.pairing import about, new_pairs, pairs
from liantu.library.parsing.convert import Plain

COUPLED = (
    ("per_unit", "unit", "basis", "floor", "factor"),
    ("text", "amount", "unit"),
    ("status", "since", "until", "contested"),
    ("inferred", "why"),
)
"""Keys that say one thing together: half of each side's would say what nobody said."""
_ORDERED = frozenset({"grid", "trunk", "counties", "stages", "steps", "tells"})
"""Lists whose order is what they say."""

Value = Plain | None
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Conflict:
    """What both sides changed, each in another way. ``path`` leads from the thing to the value by
    keys and by what items are about (empty: the thing itself); ``item`` is the item of a list in
    which it stands. ``unsure``: theirs does not have it, but could not be read without errors.
    """

    kind: str
    id: str
    path: Path
    base: Value
    ours: Value
    theirs: Value
    item: Value = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A change of theirs that nothing of ours stands against."""

    kind: str
    id: str
    path: Path
    ours: Value
    theirs: Value


@dataclass
class Way:
    """The merging of one thing. ``sound``: theirs was read without errors, so that what it lacks
    was taken away. What it finds is added to ``taken`` and ``conflicts``.
    """

    kind: str
    id: str
    sound: bool = True
    taken: list[Taken] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def merge(
        self, base: Value, ours: Value, theirs: Value, path: Path = (), item: Value = None
    ) -> Any:
        """The value with a :class:`Conflict` wherever one is; ``None``: not there."""
        if theirs in (ours, base):
            return ours
        if theirs is None and not self.sound:
            return self._ask(base, ours, theirs, path, item, unsure=True)
        if base == ours and (self.sound or not _alike(ours, theirs)):
            return self._take(ours, theirs, path)
        if isinstance(ours, dict) and isinstance(theirs, dict):
            return self._mapping(base if isinstance(base, dict) else {}, ours, theirs, path, item)
        if isinstance(ours, list) and isinstance(theirs, list) and path[-1:] != ():
            return self._list(base if isinstance(base, list) else [], ours, theirs, path)
        return self._ask(base, ours, theirs, path, item)

    def _take(self, ours: Value, theirs: Value, path: Path) -> Value:
        self.taken.append(Taken(self.kind, self.id, path, ours, theirs))
        return theirs

    def _ask(
        self,
        base: Value,
        ours: Value,
        theirs: Value,
        path: Path,
        item: Value,
        *,
        unsure: bool = False,
    ) -> Conflict:
        found = Conflict(self.kind, self.id, path, base, ours, theirs, item, unsure)
        self.conflicts.append(found)
        return found

    # -- mappings

    def _mapping(
        self,
        base: dict[str, Any],
        ours: dict[str, Any],
        theirs: dict[str, Any],
        path: Path,
        item: Value,
    ) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        rest = list(dict.fromkeys((*ours, *theirs, *base)))
        for group in COUPLED:
            keys = tuple(key for key in group if key in rest)
            if group[0] in keys or len(keys) > 1:
                rest = [key for key in rest if key not in keys]
                was, mine, other = (_part(one, keys) for one in (base, ours, theirs))
                self._put(found, keys, self._atom(was, mine, other, (*path, keys[0]), item))
        for key in rest:
            states = (base.get(key), ours.get(key), theirs.get(key))
            self._put(found, key, self.merge(*states, (*path, key), item))
        return found

    def _atom(self, base: Value, ours: Value, theirs: Value, path: Path, item: Value) -> Any:
        """As :meth:`merge` without looking inside."""
        if theirs in (ours, base):
            return ours
        if theirs is None and not self.sound:
            return self._ask(base, ours, theirs, path, item, unsure=True)
        if base == ours:
            return self._take(ours, theirs, path)
        return self._ask(base, ours, theirs, path, item)

    @staticmethod
    def _put(found: dict[Any, Any], key: str | tuple[str, ...], value: Any) -> None:
        if isinstance(key, tuple) and isinstance(value, dict):
            found.update(value)
        elif value is not None:
            found[key] = value

    # -- lists

    def _list(self, base: list[Any], ours: list[Any], theirs: list[Any], path: Path) -> Any:
        if path[-1] in _ORDERED:
            return self._ask(base or None, ours, theirs, path, None)
        if all(isinstance(one, str) for one in (*base, *ours, *theirs)):
            return self._set(base, ours, theirs, path)
        return self._items(base, ours, theirs, path)

    def _set(self, base: list[Any], ours: list[Any], theirs: list[Any], path: Path) -> list[Any]:
        gone = {one for one in base if one not in theirs} if self.sound else set()
        kept = [one for one in ours if one not in gone]
        found = [*kept, *(one for one in theirs if one not in ours and one not in base)]
        if found != ours:
            self.taken.append(Taken(self.kind, self.id, path, ours, found))
        return found

    def _items(self, base: list[Any], ours: list[Any], theirs: list[Any], path: Path) -> list[Any]:
        """Ours in their order, then what theirs have beside them; what ours took away and theirs
        changed is asked.
        """
        was = {id(new): old for old, new in pairs(base, ours) if None not in (old, new)}
        theirs_of = {id(old): new for old, new in pairs(base, theirs) if old is not None}
        known = {id(new) for new in theirs_of.values()}
        come = [one for one in theirs if id(one) not in known]
        new = [one for one in ours if id(one) not in was]
        beside = {id(one): other for one, other in new_pairs(new, come) if one is not None}
        used = {id(other) for other in beside.values()}
        kept = {id(old) for old in was.values()}
        states = [(was.get(id(one)), one, self._other(one, was, theirs_of, beside)) for one in ours]
        states += [(old, None, theirs_of.get(id(old))) for old in base if id(old) not in kept]
        states += [(None, None, one) for one in come if id(one) not in used]
        found = (self._item(*state, path) for state in states)
        return [one for one in found if one is not None]

    @staticmethod
    def _other(
        one: Any, was: Mapping[int, Any], theirs_of: Mapping[int, Any], beside: Mapping[int, Any]
    ) -> Any:
        return theirs_of.get(id(was[id(one)])) if id(one) in was else beside.get(id(one))

    def _item(self, base: Value, ours: Value, theirs: Value, path: Path) -> Any:
        shown = next(one for one in (ours, theirs, base) if one is not None)
        return self.merge(base, ours, theirs, (*path, about(shown)), shown)


def _alike(ours: Value, theirs: Value) -> bool:
    """Whether both are lists or mappings, whose parts may be looked at one by one."""
    return isinstance(ours, (dict, list)) and type(ours) is type(theirs)


def _part(value: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any] | None:
    return {key: value[key] for key in keys if key in value} or None
