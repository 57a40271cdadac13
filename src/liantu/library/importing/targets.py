"""What can be imported, and the columns of each: they follow from the declared fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from liantu.library.importing import compound, readers
from liantu.library.importing.readers import Reader
from liantu.library.importing.trouble import listed
from liantu.library.parsing.convert import (
    ChoiceValue,
    Converter,
    DateValue,
    FlagValue,
    IdValue,
    ListValue,
    NumberValue,
    TextValue,
)
from liantu.library.parsing.record import Field, Record
from liantu.library.plain import ATTRIBUTES, record
from liantu.model.records import RECORDS
from liantu.wording import text

_LEFT_OUT = frozenset(("inferred", "why", "capacities", "unmapped", "phases", "route", "project"))
"""What is no single cell, or a judgement that a sheet does not make."""
_NOT_FROM_SHEETS = frozenset(("template", "gate", "scenario", "story"))
_COUNTIES = frozenset(("county", "counties"))
PHASE = "phase_"
CAPACITY, ENTERPRISE, PROJECT = "capacity", "enterprise", "project"
ID, SOURCE, PRODUCTS = "id", "source", "products"
_PARTIES = {"enterprise": "owner", "supplier": "supplier_name", "customer": "customer_name"}
"""Keys that name an enterprise of the atlas, and where the name stands of one that is not."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: ``words`` are its headings, the usual one first. ``spare``: the key for
    the name of an enterprise that the atlas does not have.
    """

    key: str
    reader: Reader
    words: tuple[str, ...]
    required: bool = False
    spare: str = ""

    @property
    def label(self) -> str:
        """The usual heading."""
        return self.words[0]


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of rows; ``kind`` is that of the things they become."""

    id: str
    kind: str
    columns: Mapping[str, Column]

    @property
    def name(self) -> str:
        """What a planner calls the rows."""
        return text(f"library.kind.{self.id}")

    @property
    def plural(self) -> str:
        """What commands call the rows: the key of their things in files."""
        return "capacities" if self.id == CAPACITY else ATTRIBUTES[self.kind]

    @property
    def required(self) -> tuple[Column, ...]:
        """The columns without which no row can be read."""
        return tuple(column for column in self.columns.values() if column.required)


@cache
def targets() -> Mapping[str, Target]:
    """All of them by id, in the order in which they are offered."""
    kinds = (kind.name for kind in RECORDS if kind.name not in _NOT_FROM_SHEETS)
    built = (_enterprises(), _capacities(), *(_records(kind) for kind in kinds))
    return MappingProxyType({target.id: target for target in built})


def _enterprises() -> Target:
    products = _column(ENTERPRISE, PRODUCTS, readers.Many(readers.Words(120)))
    status = _column(ENTERPRISE, "status", _reader(record(ENTERPRISE), "capacities", "status"))
    found = [*_declared(ENTERPRISE, record(ENTERPRISE)), products, status]
    return Target(ENTERPRISE, ENTERPRISE, _by_key(found))


def _capacities() -> Target:
    firm = record(ENTERPRISE)
    found = [
        _column(CAPACITY, "firm", readers.Words(120), required=True),
        _column(CAPACITY, "county", readers.County()),
        *_declared(CAPACITY, _inner(firm, "capacities")),
    ]
    return Target(CAPACITY, ENTERPRISE, _by_key(found))


def _records(kind: str) -> Target:
    found = [_column(kind, ID, readers.Words(60)), *_declared(kind, record(kind))]
    if kind == PROJECT:
        phases = _inner(record(kind), "phases")
        wanted = ("product", "amount", "unit", "since")
        found += [_column(kind, PHASE + key, _of(phases.by_key[key], phases)) for key in wanted]
    return Target(kind, kind, _by_key(found))


def _declared(kind: str, declared: Record) -> Iterator[Column]:
    spares = {spare for key, spare in _PARTIES.items() if key in declared.by_key}
    for item in declared.fields:
        if item.key in _LEFT_OUT or item.key in spares:
            continue
        reader = _of(item, declared)
        if reader is None:
            continue
        spare = _PARTIES.get(item.key, "")
        spare = spare if spare in declared.by_key else ""
        required = item.required and not (kind in (CAPACITY, PROJECT) and item.key == "status")
        yield _column(kind, item.key, reader, required=required, spare=spare)


def _of(item: Field, declared: Record) -> Reader | None:
    """The reader for a declared field, ``None`` where no cell can hold it."""
    if item.key in _COUNTIES:
        one: Reader = readers.County()
        return readers.Many(one) if isinstance(item.read, ListValue) else one
    if item.key == SOURCE:
        return readers.Words(4000)
    if item.key == "amount" and "unit" in declared.by_key:
        return readers.Measured()
    if isinstance(item.read, FlagValue) and declared.usual(item) is None:
        return readers.Flag(keeps_no=True)
    free = _PARTIES.get(item.key, "") in declared.by_key
    return readers.Firm() if free else _by_converter(item.read)


def _by_converter(read: Converter) -> Reader | None:
    if isinstance(read, ListValue):
        if isinstance(read.item, Record):
            return compound.Honours() if read.item.name == "honour" else None
        one = _by_converter(read.item)
        return readers.Many(one) if one is not None else None
    if isinstance(read, Record):
        return compound.Quantity() if read.name == "quantity" else None
    return _single(read)


def _single(read: Converter) -> Reader | None:
    found: Reader | None = None
    match read:
        case TextValue():
            found = readers.Words(read.limit)
        case NumberValue():
            found = readers.Part() if read.most == 1 else readers.Number()
        case DateValue():
            found = readers.Day()
        case FlagValue():
            found = readers.Flag()
        case ChoiceValue():
            name = getattr(read.kind, "__name__", "").lower()
            found = readers.Choice(name, tuple(str(one) for one in read.kind))
        case IdValue():
            firm = read.refers == ENTERPRISE
            found = readers.KnownFirm() if firm else readers.Thing(read.refers)
    return found


def _reader(declared: Record, *path: str) -> Reader:
    inner = _inner(declared, path[0])
    found = _of(inner.by_key[path[1]], inner)
    assert found is not None
    return found


def _inner(declared: Record, key: str) -> Record:
    """The record of the items of a list."""
    read = declared.by_key[key].read
    assert isinstance(read, ListValue) and isinstance(read.item, Record)
    return read.item


def _column(
    kind: str, key: str, reader: Reader | None, *, required: bool = False, spare: str = ""
) -> Column:
    assert reader is not None
    own = listed(f"library.import.head.{kind}.{key}")
    words = own or listed(f"library.import.head.{key}") or (key,)
    return Column(key, reader, words, required, spare)


def _by_key(columns: list[Column]) -> Mapping[str, Column]:
    return MappingProxyType({column.key: column for column in columns})
