"""The file format, declared once as data: reading and the JSON Schema both follow from it."""

from __future__ import annotations

from liantu.library.fields.judgement_fields import (
    ANSWER,
    BARRIER,
    COST,
    DECLARATION,
    GATE,
    GROUP,
    KEY_LINK,
    LINE,
    SCALE,
    WEIGHTS,
)
from liantu.library.fields.record_fields import HONOUR, READERS
from liantu.library.parsing.convert import (
    ChoiceValue,
    DateValue,
    FlagValue,
    IdValue,
    ListValue,
    MapValue,
    NumberValue,
    TextValue,
)
from liantu.library.parsing.members import MembersValue
from liantu.library.parsing.record import Field, Keyed, Record, Spread
from liantu.model import (
    SHEET_LISTS,
    Basis,
    Byproduct,
    Capacity,
    Chain,
    Enterprise,
    EnterpriseKind,
    Flag,
    Input,
    Library,
    ListSet,
    ListSheet,
    PlanText,
    Product,
    Role,
    Route,
    RouteKind,
    Rung,
    Section,
    Stage,
    Status,
    Unmapped,
)
from liantu.model.records import RECORDS

FORMAT = 1

_NAME = TextValue(120)
_SHORT = TextValue(60)
_LONG = TextValue(4000)
_NAMES = ListValue(_NAME)
_SOURCES = Field("source", ListValue(IdValue("source")), to="sources")
_INFERRED = (Field("inferred", FlagValue()), Field("why", _LONG))
_DEFAULT = (
    "The route of units that name none. Without it, or with several, the smallest id of them is "
    "the default; the order of the keys never matters."
)
_ROLE = (
    "Main material, part, auxiliary that may be bought, or captive: made in the plant on the way. "
    "Without it the share of the mass decides (10 % is main)."
)
_POSITIVE = NumberValue(above=0)
_NOT_NEGATIVE = NumberValue(least=0)


MASS = Record(
    "mass",
    dict,
    (
        Field("in", _NOT_NEGATIVE, to="mass_in"),
        Field("out", _NOT_NEGATIVE, to="mass_out"),
        Field("open", FlagValue(), to="open_balance"),
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
        Field("role", ChoiceValue(Role), about=_ROLE),
        Field("key", FlagValue()),
        Field("reason", _NAME),
        _SOURCES,
    ),
    placed=frozenset({"role", "key"}),
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
        Field("recycle", FlagValue(), vital=True),
        _SOURCES,
    ),
)

ROUTE = Record(
    "route",
    Route,
    (
        Field("name", _NAME, required=True),
        Field("kind", ChoiceValue(RouteKind), vital=True),
        Field("inputs", Keyed(INPUT, to="product", refers="product", whole=True), vital=True),
        Field(
            "byproducts", Keyed(BYPRODUCT, to="product", refers="product", whole=True), vital=True
        ),
        Field("equation", _LONG),
        Field("mass", Spread(MASS)),
        Field("default", FlagValue(), vital=True, about=_DEFAULT),
    ),
)

FLAG = Record("flag", Flag, (Field("text", _NAME, required=True), _SOURCES))

PRODUCT = Record(
    "product",
    dict,
    (
        Field("name", _NAME, required=True),
        Field("short", _SHORT),
        Field("aka", _NAMES),
        Field("unit", _SHORT, required=True),
        Field("definition", _LONG),
        Field("uses", _NAMES),
        Field("raw", FlagValue()),
        Field("utility", FlagValue()),
        Field("energy", FlagValue()),
        Field("generic", FlagValue()),
        Field("want", FlagValue()),
        Field("gbt", _NAME),
        Field("hs", _NAME),
        Field("formula", _NAME),
        Field("molar_mass", _POSITIVE),
        Field("flags", ListValue(FLAG)),
        Field("gate", ListValue(GATE), to="gates"),
        Field("barrier", BARRIER),
        Field("scale_min", SCALE),
        Field("cost", COST),
        Field("routes", Keyed(ROUTE)),
    ),
    shape=Product,
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
    shape=Section,
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
        Field("key", ListValue(KEY_LINK)),
        Field("groups", ListValue(GROUP)),
        Field("lines", ListValue(LINE)),
        Field("stages", ListValue(STAGE), required=True),
        Field("members", MEMBERS),
        Field("sections", ListValue(SECTION)),
        Field("confidence", _LONG),
        Field("evidence", _LONG),
        Field("plan", ListValue(PLAN_TEXT)),
        *_INFERRED,
        _SOURCES,
    ),
    shape=Chain,
    apart=frozenset({"members"}),
)

CAPACITY = Record(
    "capacity",
    Capacity,
    (
        Field("product", IdValue("product"), required=True),
        Field("amount", _NOT_NEGATIVE),
        Field("unit", _SHORT, vital=True),
        Field("status", ChoiceValue(Status), required=True),
        Field("since", DateValue(), vital=True),
        Field("until", DateValue(), vital=True),
        Field("as_of", DateValue()),
        Field("claim", _LONG),
        Field("note", _LONG),
        Field("route", IdValue(), vital=True),
        Field("project", IdValue("project")),
        Field("own_use", FlagValue(), vital=True),
        Field("contested", FlagValue(), vital=True),
        *_INFERRED,
        _SOURCES,
    ),
)

LIST_SHEET = Record(
    "list_sheet",
    ListSheet,
    (
        Field("title", _SHORT, True),
        Field("list", ChoiceValue(SHEET_LISTS), True, to="kind"),
        Field("columns", ListValue(_SHORT)),
    ),
)
LIST_SET = Record(
    "list_set",
    ListSet,
    (
        Field("name", _NAME, True),
        Field("sheets", ListValue(LIST_SHEET), True),
        Field("default", FlagValue()),
        Field("superior", FlagValue()),
        _SOURCES,
    ),
)
RUNG = Record("rung", Rung, (Field("level", _SHORT, True), Field("low", FlagValue())))
UNMAPPED = Record("unmapped", Unmapped, (Field("claim", _LONG, True), Field("reason", _LONG, True)))

ENTERPRISE = Record(
    "enterprise",
    Enterprise,
    (
        Field("name", _NAME, required=True),
        Field("short", _SHORT),
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

LIBRARY = Record(
    "library",
    dict,
    (
        Field("region", _NAME, required=True),
        Field("counties", ListValue(_SHORT)),
        Field("grid", ListValue(TextValue(200))),
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
        Field("registered", IdValue("figure")),
        Field("complete", FlagValue()),
    ),
    shape=Library,
    apart=frozenset({"counties", "grid", "chains"}),
)

FILE = Record(
    "file",
    dict,
    (
        Field("format", NumberValue(least=1, most=1e6)),
        Field("library", LIBRARY),
        Field("chain", CHAIN),
        Field("products", Keyed(PRODUCT, defines="product")),
        Field("enterprises", Keyed(ENTERPRISE, defines="enterprise")),
        Field("answers", ListValue(ANSWER)),
        Field("declarations", ListValue(DECLARATION)),
        *(Field(kind.attribute, Keyed(READERS[kind.name], defines=kind.name)) for kind in RECORDS),
    ),
)
