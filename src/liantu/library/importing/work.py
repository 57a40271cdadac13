"""The atlas as the rows read so far have changed it, and the step of one row beyond that."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from liantu.library.editing import new_id
from liantu.library.firm_names import folded, name_key
from liantu.library.importing.cells import Cell
from liantu.library.importing.lookups import Lookups
from liantu.library.importing.readers import Firm, Flag, KnownFirm
from liantu.library.importing.rows import Note, Origin, State
from liantu.library.importing.targets import SOURCE, Column
from liantu.library.importing.trouble import Trouble
from liantu.library.importing.values import words
from liantu.library.plain import plain, things
from liantu.wording import text

Key = tuple[str, str]
"""Kind and id of a thing."""
Spot = tuple[str, str, int]
"""A thing that a row changes, and which of its capacities; -1: the thing itself."""
_DIVIDED = re.compile(r"[;；\n]")
_NUMBER = re.compile(r"\d+$")


@dataclass
class Work:
    """What has been read so far. ``changed`` holds the plain values of things that differ, ``told``
    the row that was the last to change one; ``last`` the newest id of a kind.
    """

    look: Lookups
    origin: Origin
    update: bool
    keep: bool
    changed: dict[Key, dict[str, Any]] = field(default_factory=dict)
    firms: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    indexes: dict[str, dict[tuple[str, ...], list[str]]] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)
    told: dict[Spot, int] = field(default_factory=dict)
    known: dict[Key, dict[str, Any]] = field(default_factory=dict)

    def values(self, kind: str, id_: str) -> dict[str, Any]:
        """The plain values of a thing as things are by now, to be changed by the caller."""
        found = self.changed.get((kind, id_)) or self.known.get((kind, id_))
        if found is None:
            found = self.known[kind, id_] = plain(self.look.atlas, kind, id_) or {}
        return copy.deepcopy(found)

    def fresh(self, kind: str) -> str:
        """An id that nothing has, here or in the atlas."""
        atlas = self.look.atlas
        found = _after(self.last[kind]) if kind in self.last else new_id(atlas, kind)
        while found in things(atlas, kind):
            found = _after(found)
        self.last[kind] = found
        return found


@dataclass
class Step:
    """What one row changes; it counts only once it is taken."""

    work: Work
    changed: dict[Key, dict[str, Any]] = field(default_factory=dict)
    firms: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    fresh: set[Key] = field(default_factory=set)
    number: int = 0
    name: str = ""
    state: State = State.SAME
    bad: bool = False

    @property
    def look(self) -> Lookups:
        """The names of the atlas."""
        return self.work.look

    def take(self) -> None:
        """Let what the row changes count for the rows after it."""
        self.work.changed |= self.changed
        self.work.told |= dict.fromkeys(self.spots, self.number)
        self.work.firms |= self.firms
        self.work.sources |= self.sources

    def fail(self, trouble: Trouble, key: str = "") -> None:
        """The row cannot be taken."""
        self.bad = True
        self.notes.append(Note(str(trouble), key))

    def remark(self, code: str, key: str = "", **params: str | int) -> None:
        """Something that the planner should know of the row."""
        self.notes.append(Note(text(f"library.import.note.{code}", **params), key))

    def tried(self, action: Callable[[], Any], key: str = "") -> Any:
        """The result of ``action``; ``None`` after noting why there is none."""
        try:
            return action()
        except Trouble as trouble:
            self.fail(trouble, key)
            return None

    def values(self, kind: str, id_: str) -> dict[str, Any]:
        """The plain values of a thing as this row leaves them so far."""
        if (kind, id_) in self.changed:
            return self.changed[kind, id_]
        return self.work.values(kind, id_)

    def set(self, kind: str, id_: str, values: dict[str, Any], at: int = -1) -> None:
        """A thing is to be so."""
        self.changed[kind, id_] = values
        self.spots.append((kind, id_, at))

    def new(self, kind: str) -> str:
        """The id of a thing that this row adds."""
        found = self.work.fresh(kind)
        self.fresh.add((kind, found))
        return found

    def firm(self, told: str) -> str:
        """The id of an enterprise of the atlas or of a row above; empty where there is none."""
        return self.look.firm(told) or self.work.firms.get(name_key(told), "")

    def sourced(self, cell: Cell) -> list[str]:
        """The ids of the sources that the row cites, else that of the whole import."""
        told = [
            words(part) for part in _DIVIDED.split(cell if isinstance(cell, str) else words(cell))
        ]
        titles = list(dict.fromkeys(filter(None, told)))
        if titles:
            return [self._source(Origin(title)) for title in titles]
        if not self.work.origin.title:
            raise Trouble("no_source")
        return [self._source(self.work.origin)]

    def _source(self, origin: Origin) -> str:
        known = things(self.look.atlas, "source")
        key = folded(origin.title)
        if origin.title in known:
            return origin.title
        found = self.look.called("source").get(key, ())
        same = [id_ for id_ in found if not origin.date or known[id_].date == origin.date]
        if same:
            return same[0]
        id_ = self.sources.get(key) or self.work.sources.get(key)
        if id_ is None:
            id_ = self.sources[key] = self.new("source")
            told = {"title": origin.title, "publisher": origin.publisher, "date": origin.date}
            self.set("source", id_, {name: value for name, value in told.items() if value})
        return id_


def merged(step: Step, values: dict[str, Any], column: Column, cell: Cell) -> bool:
    """Put what a cell says into ``values``; whether that changes them. An empty cell says nothing,
    it takes nothing away; lists grow.
    """
    if is_shown(step.look, values, column, cell):
        return False
    found = step.tried(lambda: column.reader.read(cell, step.look), column.key)
    if found is None:
        return False
    key, value = column.key, found
    if isinstance(column.reader, Firm) and not isinstance(column.reader, KnownFirm):
        key, value = _party(step, column, found)
    if isinstance(value, list):
        value = _grown(values.get(key, []), value)
    if value == "no" and not (isinstance(column.reader, Flag) and column.reader.keeps_no):
        return values.pop(key, None) is not None
    changed = bool(values.get(key) != value)
    values[key] = value
    return changed


def is_shown(look: Lookups, values: dict[str, Any], column: Column, cell: Cell) -> bool:
    """Whether a cell says what is on record already, as a sheet would show it."""
    said = column.reader.shown(values[column.key], look) if column.key in values else None
    if said is None and column.spare in values:
        said = values[column.spare]
    try:
        return said is not None and folded(words(said)) == folded(words(cell))
    except Trouble:
        return False


def add_sources(values: dict[str, Any], ids: Iterable[str]) -> bool:
    """Cite more sources; whether there are any."""
    old = values.get(SOURCE, [])
    new = _grown(old, list(ids))
    values[SOURCE] = new
    return bool(new != old)


def _party(step: Step, column: Column, found: tuple[str, str]) -> tuple[str, str]:
    id_ = found[0] or step.firm(found[1])
    return (column.key, id_) if id_ else (column.spare, found[1])


def _grown(old: list[Any], more: list[Any]) -> list[Any]:
    return [*old, *(one for one in more if one not in old)]


def _after(id_: str) -> str:
    found = _NUMBER.search(id_)
    if found is None:
        return f"{id_}-2"
    return f"{id_[: found.start()]}{int(found[0]) + 1:0{len(found[0])}d}"
