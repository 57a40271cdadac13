"""The declared fields of a drill: what fails, and what is done about it.

In a file the key of what fails says of which kind it is (``enterprise: luxi``), so that every id is
checked, completed and taken away like any other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from liantu.library.parsing.context import Context
from liantu.library.parsing.convert import (
    BAD,
    ChoiceValue,
    FlagValue,
    IdValue,
    ListValue,
    NumberValue,
    Plain,
    TextValue,
)
from liantu.library.parsing.record import Field, Record
from liantu.library.parsing.tree import Node
from liantu.model.drill import MOST_DAYS, Drill, Measure, MeasureKind, Shock, ShockKind

_SHORT = TextValue(60)
_LONG = TextValue(4000)
_PART = NumberValue(least=0, most=1)
_DAY = NumberValue(least=0, most=MOST_DAYS, whole=True)
_SPAN = NumberValue(least=1, most=MOST_DAYS, whole=True)

_SHOCK = Record(
    "shock",
    dict,
    (
        Field("enterprise", IdValue("enterprise"), vital=True),
        Field("product", IdValue("product"), vital=True),
        Field("county", _SHORT, vital=True),
        Field("outside", IdValue("product"), vital=True),
        Field("share", NumberValue(above=0, most=1), vital=True),
        Field("start", _DAY, vital=True),
        Field("days", _SPAN, vital=True),
    ),
)

_MEASURE = Record(
    "measure",
    dict,
    (
        Field("kind", ChoiceValue(MeasureKind), required=True),
        Field("day", _DAY, vital=True),
        Field("of", _SHORT),
        Field("enterprise", IdValue("enterprise")),
        Field("product", IdValue("product")),
        Field("share", _PART, vital=True),
        Field("days", NumberValue(above=0, most=MOST_DAYS), vital=True),
        Field("who", TextValue(200)),
        Field("note", _LONG),
    ),
)

NEEDS = {
    MeasureKind.RESTORE: ("of", "share"),
    MeasureKind.REPLACE: ("enterprise", "product"),
    MeasureKind.BUY: ("product",),
    MeasureKind.STOCK: ("product", "days"),
    MeasureKind.NOTE: ("note",),
}
"""The keys without which a measure says nothing."""

Lack = tuple[str, dict[str, Any]]
"""The code of a message and its values."""


@dataclass(frozen=True, slots=True)
class Recast:
    """A record whose keys are not the fields of the thing: ``made`` makes it of the values,
    ``told`` the other way; ``lack`` tells what the values lack (``None``: nothing).
    """

    record: Record
    lack: Callable[[dict[str, Any]], Lack | None]
    made: Callable[[dict[str, Any]], Any]
    told: Callable[[Any], dict[str, Any]]

    def __call__(self, node: Node, context: Context) -> Any:
        """The thing, or ``BAD``."""
        start = context.mark()
        values = self.record(node, context)
        lack = None if values is BAD else self.lack(values)
        if lack is not None:
            context.report(lack[0], node.line, node.column, **lack[1])
            context.lose(start, self.record.name, "")
            return BAD
        return BAD if values is BAD else self.made(values)

    def write(self, value: Any) -> Plain:
        """The keys of the file, but for what is as usual."""
        return self.record.write(self.told(value))

    def schema(self) -> dict[str, Any]:
        """That of the record."""
        return self.record.schema()


def lack_of_shock(values: dict[str, Any]) -> Lack | None:
    """A shock names one thing that fails."""
    named = [kind for kind in ShockKind if values.get(kind)]
    return None if len(named) == 1 else ("library.shock_of", {})


def lack_of_measure(values: dict[str, Any]) -> Lack | None:
    """What a measure of its kind cannot do without, or does not have."""
    kind = MeasureKind(values["kind"])
    for key in NEEDS[kind]:
        if values.get(key) in (None, ""):
            return "library.measure_lacks", {"kind": kind.value, "key": key}
    other = "enterprise" if kind is MeasureKind.RESTORE else "of"
    return ("library.measure_of", {"kind": kind.value}) if values.get(other) else None


def _shock(values: dict[str, Any]) -> Shock:
    kind = next(kind for kind in ShockKind if values.get(kind))
    own = {key: values[key] for key in ("share", "start", "days") if key in values}
    return Shock(kind, values[kind], **own)


def _of_shock(shock: Shock) -> dict[str, Any]:
    told = {
        "share": None if shock.share == 1 else shock.share,
        "start": shock.start or None,
        "days": shock.days,
    }
    return {shock.kind.value: shock.id, **told}


def _measure(values: dict[str, Any]) -> Measure:
    own = {key: value for key, value in values.items() if key not in ("of", "enterprise")}
    return Measure(**own, id=values.get("of") or values.get("enterprise", ""))


def _of_measure(measure: Measure) -> dict[str, Any]:
    restores = measure.kind is MeasureKind.RESTORE
    return {
        "kind": measure.kind,
        "day": measure.day or None,
        "of" if restores else "enterprise": measure.id or None,
        "product": measure.product or None,
        "share": measure.share if restores or measure.share != 1 else None,
        "days": measure.days,
        "who": measure.who or None,
        "note": measure.note or None,
    }


SHOCK = Recast(_SHOCK, lack_of_shock, _shock, _of_shock)
MEASURE = Recast(_MEASURE, lack_of_measure, _measure, _of_measure)

DRILL = Record(
    "drill",
    Drill,
    (
        Field("days", _SPAN),
        Field("stock", NumberValue(least=0, most=MOST_DAYS)),
        Field("deduced", FlagValue()),
        Field("substitution", FlagValue()),
        Field("outside", FlagValue()),
        Field("shocks", ListValue(SHOCK)),
        Field("measures", ListValue(MEASURE)),
    ),
)
