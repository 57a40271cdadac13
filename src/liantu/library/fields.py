"""The file format, declared once as data: reading and the JSON Schema both follow from it."""

from __future__ import annotations

from typing import Any

from liantu.library.context import Context
from liantu.library.convert import (
    ChoiceValue,
    DateValue,
    Field,
    FlagValue,
    IdValue,
    Keyed,
    ListValue,
    MapValue,
    NumberValue,
    Record,
    TextValue,
)
from liantu.library.members import MembersValue
from liantu.library.record_fields import CLUSTER, FIGURE, HONOUR, PROJECT, SUPPLY, TEMPLATE
from liantu.library.tree import Node
from liantu.model import (
    Basis,
    Byproduct,
    Capacity,
    Enterprise,
    EnterpriseKind,
    Flag,
    Input,
    ListKind,
    ListSet,
    ListSheet,
    PlanText,
    Route,
    RouteKind,
    Rung,
    Source,
    Stage,
    Status,
    Unmapped,
)

FORMAT = 1

_NAME = TextValue(120)
_SHORT = TextValue(60)
_LONG = TextValue(4000)
_NAMES = ListValue(_NAME)
_SOURCES = Field("source", ListValue(IdValue("source")), to="sources")
_INFERRED = (Field("inferred", FlagValue()), Field("why", _LONG))
_POSITIVE = NumberValue(above=0)
_NOT_NEGATIVE = NumberValue(least=0)


class _Mass:
    """``{in, out, open}`` spread into three values of the route."""

    record = Record(
        "mass",
        dict,
        (
            Field("in", _NOT_NEGATIVE, to="mass_in"),
            Field("out", _NOT_NEGATIVE, to="mass_out"),
            Field("open", FlagValue(), to="open_balance"),
        ),
    )

    def __call__(self, node: Node, context: Context) -> Any:
        return self.record(node, context)

    def schema(self) -> dict[str, Any]:
        return self.record.schema()


def _route(mass: dict[str, Any] | None = None, **values: Any) -> Route:
    return Route(**values, **(mass or {}))


SOURCE = Record(
    "source",
    Source,
    (
        Field("title", _LONG, required=True),
        Field("publisher", _NAME),
        Field("date", DateValue()),
        Field("url", TextValue(1000)),
        Field("grade", _SHORT),
        Field("mirror", FlagValue()),
        Field("note", _LONG),
    ),
)

INPUT = Record(
    "input",
    Input,
    (
        Field("per_unit", _POSITIVE, required=True),
        Field("unit", _SHORT, required=True),
        Field("basis", ChoiceValue(Basis), required=True),
        Field("floor", _NOT_NEGATIVE),
        Field("factor", _POSITIVE),
        _SOURCES,
    ),
)

BYPRODUCT = Record(
    "byproduct",
    Byproduct,
    (
        Field("per_unit", _POSITIVE, required=True),
        Field("unit", _SHORT, required=True),
        Field("basis", ChoiceValue(Basis), required=True),
        Field("maximum", _NOT_NEGATIVE),
        Field("factor", _POSITIVE),
        Field("recycle", FlagValue()),
        _SOURCES,
    ),
)

ROUTE = Record(
    "route",
    _route,
    (
        Field("name", _NAME, required=True),
        Field("kind", ChoiceValue(RouteKind)),
        Field("inputs", Keyed(INPUT, to="product", refers="product")),
        Field("byproducts", Keyed(BYPRODUCT, to="product", refers="product")),
        Field("equation", _LONG),
        Field("mass", _Mass()),
    ),
)

FLAG = Record("flag", Flag, (Field("text", _NAME, required=True), _SOURCES))

PRODUCT = Record(
    "product",
    dict,
    (
        Field("name", _NAME, required=True),
        Field("aka", _NAMES),
        Field("unit", _SHORT, required=True),
        Field("definition", _LONG),
        Field("uses", _NAMES),
        Field("raw", FlagValue()),
        Field("utility", FlagValue()),
        Field("gbt", _NAME),
        Field("hs", _NAME),
        Field("formula", _NAME),
        Field("molar_mass", _POSITIVE),
        Field("flags", ListValue(FLAG)),
        Field("routes", Keyed(ROUTE)),
    ),
)

STAGE = Record("stage", Stage, (Field("id", IdValue(), True), Field("name", _NAME, True)))
MEMBERS = MembersValue()
SECTION = Record(
    "section",
    dict,
    (
        Field("id", IdValue(), required=True),
        Field("name", _NAME, required=True),
        Field("members", MEMBERS, required=True),
    ),
)

PLAN_TEXT = Record(
    "plan_text", PlanText, (Field("title", _NAME, True), Field("text", TextValue(4000), True))
)
CHAIN = Record(
    "chain",
    dict,
    (
        Field("id", IdValue(), required=True),
        Field("name", _NAME, required=True),
        Field("short", _SHORT),
        Field("field", _SHORT),
        Field("leads", ListValue(IdValue("enterprise"))),
        Field("stages", ListValue(STAGE), required=True),
        Field("members", MEMBERS),
        Field("sections", ListValue(SECTION)),
        Field("confidence", _LONG),
        Field("evidence", _LONG),
        Field("plan", ListValue(PLAN_TEXT)),
        *_INFERRED,
        _SOURCES,
    ),
)

CAPACITY = Record(
    "capacity",
    Capacity,
    (
        Field("product", IdValue("product"), required=True),
        Field("amount", _NOT_NEGATIVE),
        Field("unit", _SHORT),
        Field("status", ChoiceValue(Status), required=True),
        Field("since", DateValue()),
        Field("until", DateValue()),
        Field("as_of", DateValue()),
        Field("claim", _LONG),
        Field("note", _LONG),
        Field("route", IdValue()),
        Field("contested", FlagValue()),
        *_INFERRED,
        _SOURCES,
    ),
)

LIST_SHEET = Record(
    "list_sheet",
    ListSheet,
    (
        Field("title", _SHORT, True),
        Field("list", ChoiceValue(ListKind), True, to="kind"),
        Field("columns", ListValue(_SHORT)),
    ),
)
LIST_SET = Record(
    "list_set",
    ListSet,
    (Field("name", _NAME, True), Field("sheets", ListValue(LIST_SHEET), True), _SOURCES),
)
RUNG = Record("rung", Rung, (Field("level", _SHORT, True), Field("low", FlagValue())))
UNMAPPED = Record("unmapped", Unmapped, (Field("claim", _LONG, True), Field("reason", _LONG, True)))

ENTERPRISE = Record(
    "enterprise",
    Enterprise,
    (
        Field("name", _NAME, required=True),
        Field("aka", _NAMES),
        Field("county", _SHORT, required=True),
        Field("kind", ChoiceValue(EnterpriseKind)),
        Field("chains", ListValue(IdValue("chain"))),
        Field("honours", ListValue(HONOUR)),
        Field("parent", _NAME),
        Field("capacities", ListValue(CAPACITY)),
        Field("unmapped", ListValue(UNMAPPED)),
        Field("note", _LONG),
        Field("as_of", DateValue()),
        *_INFERRED,
        _SOURCES,
    ),
)

UNIT = Record("unit", dict, (Field("base", _SHORT, True), Field("factor", _POSITIVE, True)))

WEIGHTS = Record(
    "weights",
    dict,
    tuple(
        Field(name, NumberValue(least=0, most=100))
        for name in ("demand", "readiness", "unlock", "exposure", "strategic")
    ),
)

LIBRARY = Record(
    "library",
    dict,
    (
        Field("region", _NAME, required=True),
        Field("counties", ListValue(_SHORT)),
        Field("edition", DateValue(), required=True),
        Field("statement", _LONG),
        Field("stale_before", NumberValue(least=1900, most=2200)),
        Field("chains", ListValue(IdValue("chain"))),
        Field("units", MapValue(UNIT, free_keys=True)),
        Field("thin", NumberValue(above=0, most=10)),
        Field("utilisation", NumberValue(above=0, most=1)),
        Field("weights", WEIGHTS),
        Field("ladder", ListValue(RUNG)),
        Field("lists", Keyed(LIST_SET, defines="list")),
        Field("headline", ListValue(IdValue("figure"))),
    ),
)

FILE = Record(
    "file",
    dict,
    (
        Field("format", NumberValue(least=1, most=1e6)),
        Field("library", LIBRARY),
        Field("sources", Keyed(SOURCE, defines="source")),
        Field("chain", CHAIN),
        Field("products", Keyed(PRODUCT, defines="product")),
        Field("enterprises", Keyed(ENTERPRISE, defines="enterprise")),
        Field("projects", Keyed(PROJECT, defines="project")),
        Field("supplies", Keyed(SUPPLY, defines="supply")),
        Field("clusters", Keyed(CLUSTER, defines="cluster")),
        Field("figures", Keyed(FIGURE, defines="figure")),
        Field("templates", Keyed(TEMPLATE, defines="template")),
    ),
)
