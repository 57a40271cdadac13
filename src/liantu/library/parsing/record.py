"""Records: mappings with declared keys → values of the model, whole or not at all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from itertools import islice
from typing import Any

from liantu.issues import Place
from liantu.jobs import each
from liantu.library.parsing.context import Context, suggest
from liantu.library.parsing.convert import (
    BAD,
    Converter,
    IdValue,
    Plain,
    is_blank,
    is_null,
    not_a_mapping,
)
from liantu.library.parsing.hints import key_trouble
from liantu.library.parsing.tree import Mapping, Node, Text

MANY = 5
"""So many unknown keys in one mapping are no slips of the pen."""
FEW = 8
"""Records between two looks whether others go first, or nobody waits any more."""


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record; ``to`` is the name of the value where it differs from the key.

    A ``vital`` field may be absent, but a bad one spoils the record: without it the record would
    say something else (a capacity without its end, a route without one of its inputs). ``about``
    goes into the schema, for what no name can tell.
    """

    key: str
    read: Converter
    required: bool = False
    to: str = ""
    vital: bool = False
    about: str = ""

    @property
    def name(self) -> str:
        """The name of the value."""
        return self.to or self.key

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the values that the key gives."""
        if isinstance(self.read, Spread):
            return tuple(item.name for item in self.read.record.fields)
        return (self.name,)

    @property
    def spoils(self) -> bool:
        """Whether a bad value makes the record bad."""
        return self.required or self.vital

    def schema(self) -> dict[str, Any]:
        """What the key accepts, with its meaning where ``about`` tells it."""
        found = self.read.schema()
        return found | {"description": self.about} if self.about else found


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a converter read for another value of the record than that of its key."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with declared keys, read into ``build(**values)``.

    Where ``build`` is no class of the model but ``dict``, ``shape`` is the class that the values
    are for, but for those ``apart``. A field that it does not have is a mistake of the program,
    found as it starts. Where ``placed``, the record keeps in ``place`` where it stands; with words
    in it only where one of these keys is written.

    A bad or unknown optional key is reported and left out. Without a required key, or with a bad
    vital one, the record is left out and the report says so.
    """

    name: str
    build: Any
    fields: tuple[Field, ...]
    shape: type[Any] | None = None
    apart: frozenset[str] = frozenset()
    placed: bool | frozenset[str] = False
    by_key: dict[str, Field] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Index the fields once. Raises ``TypeError`` for one that the class does not have."""
        object.__setattr__(self, "by_key", {f.key: f for f in self.fields})
        made = self.shape or self.build
        if is_dataclass(made):
            named = {name for item in self.fields for name in item.names}
            unknown = named - self.apart - {f.name for f in fields(made)}
            if unknown:
                raise TypeError(f"{self.name}: {made} has no {sorted(unknown)}")

    def __call__(self, node: Node, context: Context, **extra: Any) -> Any:
        """The built record, or ``BAD``."""
        start = context.mark()
        if not isinstance(node, Mapping):
            value = not_a_mapping(node, context)
            context.lose(start, self.name, _label(extra))
            return value
        context.inside.append((self.name, _label(extra)))
        values = dict(extra)
        if self._keeps_place(node):
            values["place"] = context.place(node.line, node.column)
        misspelt: set[str] = set()
        spoilt = [self._take(name, node, values, misspelt, context) for name in node.values]
        lacking = (f for f in self.fields if f.required and f.name not in values)
        spoilt += [_lacks(f, node, context) for f in lacking if f.key not in misspelt]
        context.inside.pop()
        spoilt += [self._cut(key, context) for key in node.refused]
        culprit = next((mark for mark in spoilt if mark is not None), None)
        if culprit is None:
            return self.build(**values)
        context.lose(culprit, self.name, _label(values))
        return BAD

    def usual(self, item: Field) -> Any:
        """What holds where the key is not written; ``MISSING`` where there is no such value. Of a
        flag ``None`` says that it is neither yes nor no.
        """
        made = self.shape or self.build
        declared = fields(made) if is_dataclass(made) else ()
        return next((f.default for f in declared if f.name == item.name), MISSING)

    def _keeps_place(self, node: Mapping) -> bool:
        if isinstance(self.placed, bool):
            return self.placed
        return not self.placed.isdisjoint(node.values)

    def _take(
        self,
        name: str,
        node: Mapping,
        values: dict[str, Any],
        misspelt: set[str],
        context: Context,
    ) -> int | None:
        """Read one key into ``values``; where that spoils the record, the mark of its report."""
        child, mark = node.values[name], context.mark()
        found = self.by_key.get(name)
        if found is None:
            cause = self._first_unknown(name, node, context)
            near = report_unknown_key(name, node.keys[name], self.by_key, context, cause)
            misspelt.add(near)
            return mark if near and self.by_key[near].spoils else None
        if is_null(child):
            return None
        value = found.read(child, context)
        if value is BAD:
            return _first(child, mark, context) if found.spoils else None
        if isinstance(found.read, Spread):
            values.update(value)
        elif isinstance(value, Elsewhere):
            values.setdefault(value.name, value.value)
        elif not (isinstance(value, str) and is_blank(value)):
            values[found.name] = value
        elif found.required:
            context.report("library.empty_key", child.line, child.column, key=found.key)
            return mark
        return None

    def _first_unknown(self, name: str, node: Mapping, context: Context) -> Place | None:
        """The first of many unknown keys of a mapping: a line above it was lost."""
        unknown = list(islice((key for key in node.keys if key not in self.by_key), MANY))
        if len(unknown) < MANY or name == unknown[0]:
            return None
        first = node.keys[unknown[0]]
        return context.place(first.line, first.column)

    def _cut(self, key: Text, context: Context) -> int | None:
        """The mark of the report that a vital key was written twice: half of it was not taken."""
        twice = self.by_key.get(key.value)
        return context.mark_at(key.line, key.column) if twice and twice.vital else None

    def write(self, value: Any) -> Plain:
        """A mapping of the required keys, and of those that differ from their default."""
        found: dict[str, Any] = {}
        for item in self.fields:
            if isinstance(item.read, Spread):
                inner = item.read.record.write(value)
                found |= {item.key: inner} if inner else {}
                continue
            one = _value(value, item.name)
            if one is not None and (item.required or one != _usual(value, item.name)):
                found[item.key] = item.read.write(one)
        return found

    def schema(self) -> dict[str, Any]:
        """An object without other keys."""
        found: dict[str, Any] = {
            "type": "object",
            "properties": {f.key: f.schema() for f in self.fields},
            "additionalProperties": False,
        }
        required = [f.key for f in self.fields if f.required]
        return found | ({"required": required} if required else {})


def _first(child: Node, mark: int, context: Context) -> int:
    """The mark of what made ``child`` bad: reported since ``mark``, or before it was read."""
    if context.mark() == mark and isinstance(child, Mapping) and child.refused:
        return context.mark_at(child.refused[0].line, child.refused[0].column)
    return mark


def _lacks(item: Field, node: Mapping, context: Context) -> int | None:
    """The mark of the report that a required key is not there; what was read badly is told."""
    mark, at = context.mark(), node.keys.get(item.key)
    if at is None:
        context.report("library.missing_key", node.line, node.column, key=item.key)
        return mark
    if is_null(node.values[item.key]):
        context.report("library.empty_key", at.line, at.column, key=item.key)
        return mark
    return None


def _value(thing: Any, name: str) -> Any:
    """A value of a thing or of a dict of values; ``None`` where it has none."""
    return thing.get(name) if isinstance(thing, dict) else getattr(thing, name)


def _usual(thing: Any, name: str) -> Any:
    """What the value is where its key is not written; ``None`` where the thing does not say."""
    if isinstance(thing, dict):
        return None
    found = next(f for f in fields(thing) if f.name == name)
    if found.default_factory is not MISSING:
        return found.default_factory()
    return None if found.default is MISSING else found.default


@dataclass(frozen=True, slots=True)
class Spread:
    """A mapping whose values belong to the record around it (``mass: {in, out}`` of a route)."""

    record: Record

    def __call__(self, node: Node, context: Context) -> Any:
        """The values by name."""
        return self.record(node, context)

    def write(self, value: Any) -> Plain:
        """The mapping from the record around it."""
        return self.record.write(value)

    def schema(self) -> dict[str, Any]:
        """That of the mapping."""
        return self.record.schema()


def _label(values: dict[str, Any]) -> str:
    """How a message calls a record: by its id, else by what names it."""
    named = (values.get(key) for key in ("id", "product", "name", "title", "claim", "text"))
    return next((name[:40] for name in named if isinstance(name, str)), "")


def report_unknown_key(
    name: str, key: Text, allowed: dict[str, Field], context: Context, cause: Place | None = None
) -> str:
    """Report a key that has no meaning; the key that was probably meant, or an empty text."""
    shown = name[:40].replace("\u3000", "□")
    near, outer = suggest(name, allowed), _around(name, allowed)
    if code := key_trouble(name):
        context.report(code, key.line, key.column, cause=cause, key=shown)
    elif near:
        context.report(
            "library.unknown_key_near", key.line, key.column, cause=cause, key=shown, near=near
        )
    elif outer:
        context.report(
            "library.misplaced_key", key.line, key.column, cause=cause, key=shown, outer=outer
        )
    else:
        words = "、".join(allowed)
        context.report(
            "library.unknown_key", key.line, key.column, cause=cause, key=shown, allowed=words
        )
    return near


def _around(name: str, allowed: dict[str, Field]) -> str:
    """The first of the allowed keys whose own records have a key of that name, or empty: somebody
    wrote it one level too far out.
    """
    return next((outer for outer, item in allowed.items() if name in _keys(item.read)), "")


def _keys(read: object) -> Collection[str]:
    """The keys of the records that a converter reads."""
    inner = getattr(read, "record", None) or getattr(read, "item", None) or read
    return inner.by_key if isinstance(inner, Record) else ()


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping id → record. The id goes into the record as ``to``.

    ``defines`` is the kind of thing that each key defines, ``refers`` the kind it mentions. Where
    ``whole``, one bad entry makes the mapping bad: half of the inputs are not the inputs.
    """

    record: Record
    to: str = "id"
    defines: str = ""
    refers: str = ""
    whole: bool = False

    def __call__(self, node: Node, context: Context) -> Any:
        """The good records as a tuple in file order."""
        if not isinstance(node, Mapping):
            return not_a_mapping(node, context)
        id_value = IdValue(self.refers)
        read = [self._entry(name, node, id_value, context) for name in each(node.keys, FEW)]
        found = tuple(record for record in read if record is not BAD)
        short = bool(node.refused) or len(found) < len(read)
        return BAD if self.whole and short else found

    def _entry(self, name: str, node: Mapping, id_value: IdValue, context: Context) -> Any:
        key, child = node.keys[name], node.values[name]
        id_ = id_value(key, context)
        if id_ is BAD:
            return BAD
        if self.defines:
            context.define(self.defines, id_, key)
        child = Mapping(key.line, key.column) if is_null(child) else child
        return self.record(child, context, **{self.to: id_})

    def write(self, value: Any) -> Plain:
        """A mapping from ids to records."""
        return {_value(item, self.to): self.record.write(item) for item in value}

    def schema(self) -> dict[str, Any]:
        """An object with ids as keys."""
        return {
            "type": "object",
            "propertyNames": IdValue().schema(),
            "additionalProperties": self.record.schema(),
        }
