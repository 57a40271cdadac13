"""The declared fields of what a judgement rests on: gates, scales, key links, answers, weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from liantu.library.parsing.context import Context
from liantu.library.parsing.convert import (
    ChoiceValue,
    DateValue,
    FlagValue,
    IdValue,
    ListValue,
    MapValue,
    NumberValue,
    Plain,
    TextValue,
)
from liantu.library.parsing.record import Field, Record
from liantu.library.parsing.tree import Mapping, Node, Text
from liantu.model import Barrier, Cost, Group, KeyLink, Line, Scale
from liantu.model.boards import CRITERIA, Board
from liantu.model.gates import CatalogueClass, Effect, Gate, GateKind
from liantu.model.records import Park
from liantu.model.verification import Answer, Declaration, Reply

_NAME = TextValue(200)
_SHORT = TextValue(60)
_LONG = TextValue(4000)
_POSITIVE = NumberValue(above=0)
_COUNT = NumberValue(least=0)
_POINTS = NumberValue(least=0, most=100)
_PRODUCTS = ListValue(IdValue("product"))
_SOURCES = Field("source", ListValue(IdValue("source")), to="sources")
_INFERRED = (Field("inferred", FlagValue()), Field("why", _LONG))


@dataclass(frozen=True, slots=True)
class Brief:
    """A record that may be written as the bare id that it begins with."""

    record: Record

    def __call__(self, node: Node, context: Context) -> Any:
        """The record, or ``BAD``."""
        if isinstance(node, Mapping):
            return self.record(node, context)
        key = self.record.fields[0].key
        spot = node.line, node.column
        return self.record(Mapping(*spot, {key: Text(key, *spot)}, {key: node}), context)

    def write(self, value: Any) -> Plain:
        """The bare id where nothing else is said."""
        found = self.record.write(value)
        if isinstance(found, dict) and len(found) == 1:
            return str(next(iter(found.values())))
        return found

    def schema(self) -> dict[str, Any]:
        """An id or the record."""
        return {"anyOf": [self.record.fields[0].schema(), self.record.schema()]}


_GATE = (
    Field("kind", ChoiceValue(GateKind), required=True),
    Field("class", ChoiceValue(CatalogueClass), to="catalogue", vital=True),
    Field("item", _NAME),
    Field("text", _LONG),
    Field("edition", _NAME),
    Field("since", DateValue(), vital=True),
    Field("until", DateValue(), vital=True),
    Field("grade", _SHORT),
    Field("effect", ChoiceValue(Effect), to="stated", vital=True),
    Field("note", _LONG),
    Field("inferred", FlagValue(), vital=True),
    Field("why", _LONG),
    _SOURCES,
)
GATE = Record("product_gate", Gate, _GATE, placed=True)
"""A gate that stands at its product."""

RULE = Record(
    "gate",
    Gate,
    (
        *_GATE,
        Field("products", _PRODUCTS),
        Field("gbt", ListValue(_SHORT)),
        Field("except", _PRODUCTS, to="exempt", vital=True),
    ),
)
"""A gate over several products."""

BARRIER = Record("barrier", Barrier, (Field("text", _LONG, required=True), _SOURCES), placed=True)

SCALE = Record(
    "scale",
    Scale,
    (
        Field("amount", _POSITIVE, required=True),
        Field("unit", _SHORT, required=True),
        Field("since", DateValue(), vital=True),
        Field("edition", _NAME),
        Field("note", _LONG),
        _SOURCES,
    ),
    placed=True,
)

COST = Record(
    "cost",
    Cost,
    (Field("amount", _POSITIVE, required=True), Field("note", _LONG), _SOURCES),
    placed=True,
)

KEY_LINK = Brief(
    Record(
        "key_link",
        KeyLink,
        (
            Field("product", IdValue("product"), required=True),
            Field("kind", _SHORT),
            *_INFERRED,
        ),
        placed=True,
    )
)

GROUP = Record(
    "group",
    Group,
    (
        Field("stage", IdValue(), required=True),
        Field("name", _SHORT, required=True),
        Field("products", _PRODUCTS, required=True),
    ),
    placed=True,
)

LINE = Record(
    "line",
    Line,
    (
        Field("id", IdValue(), required=True),
        Field("name", _SHORT, required=True),
        Field("trunk", _PRODUCTS, required=True),
        Field("via", MapValue(_LONG, refers="product")),
    ),
    placed=True,
)

ANSWER = Record(
    "answer",
    Reply,
    (
        Field("product", IdValue("product"), required=True),
        Field("county", _SHORT, required=True),
        Field("answer", ChoiceValue(Answer), required=True),
        Field("date", DateValue(), required=True),
        Field("due", DateValue()),
        Field("until", DateValue(), vital=True),
        Field("office", _NAME),
        Field("firms", _LONG),
        Field("note", _LONG),
        _SOURCES,
    ),
    placed=True,
)

DECLARATION = Record(
    "declaration",
    Declaration,
    (
        Field("chain", IdValue("chain"), vital=True),
        Field("county", _SHORT, required=True),
        Field("date", DateValue(), required=True),
        Field("until", DateValue(), vital=True),
        Field("office", _NAME),
        Field("scope", _LONG),
        Field("listed", _COUNT),
        Field("recorded", _COUNT),
        Field("note", _LONG),
        _SOURCES,
    ),
    placed=True,
)

PARK = Record(
    "park",
    Park,
    (
        Field("name", _NAME, required=True),
        Field("county", _SHORT, required=True),
        Field("area", _SHORT),
        Field("status", _LONG),
        Field("note", _LONG),
        *_INFERRED,
        _SOURCES,
    ),
)

_OLD_WEIGHTS = ("demand", "readiness", "unlock", "exposure", "strategic")
"""The criteria of the one ranking that folders of the first edition may weigh."""


def _points(names: tuple[str, ...]) -> tuple[Field, ...]:
    return tuple(Field(name, _POINTS) for name in names)


_BOARDS = tuple(Field(b.value, Record(b.value, dict, _points(CRITERIA[b]))) for b in Board)
BOARD_WEIGHTS = Record("weights", dict, _BOARDS)
WEIGHTS = Record("weights", dict, (*_BOARDS, *_points(_OLD_WEIGHTS)))


def weights(values: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Board → criterion → points; those of the first edition were for what is now 补链."""
    old = {"ready" if k == "readiness" else k: values[k] for k in _OLD_WEIGHTS if k in values}
    found = {board.value: values[board] for board in Board if board in values}
    return {Board.FILL.value: {**old, **found.get(Board.FILL, {})}, **found} if old else found
