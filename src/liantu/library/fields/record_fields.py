"""The declared fields of sources, projects, supplies, clusters, figures and list templates."""

from __future__ import annotations

from liantu.library.fields.judgement_fields import PARK, RULE
from liantu.library.fields.ledger_fields import LEDGERS
from liantu.library.fields.memo_fields import MEMO
from liantu.library.fields.scenario_fields import SCENARIO
from liantu.library.fields.states import StateValue
from liantu.library.fields.story_fields import STORY
from liantu.library.parsing.convert import (
    ChoiceValue,
    DateValue,
    FlagValue,
    IdValue,
    ListValue,
    NumberValue,
    TextValue,
)
from liantu.library.parsing.record import Field, Record
from liantu.model import (
    Cluster,
    Figure,
    Honour,
    ListTemplate,
    Phase,
    Project,
    ProjectState,
    Quantity,
    Source,
    Status,
    Supply,
    SupplyMode,
)
from liantu.model.drill import MOST_DAYS
from liantu.model.records import PROJECT_AMOUNTS

_NAME = TextValue(200)
_SHORT = TextValue(60)
_LONG = TextValue(4000)
_NUMBER = NumberValue(least=-1e12)
_SOURCES = Field("source", ListValue(IdValue("source")), to="sources")
_INFERRED = (Field("inferred", FlagValue()), Field("why", _LONG))

SOURCE = Record(
    "source",
    Source,
    (
        Field("title", _LONG, True),
        Field("publisher", TextValue(120)),
        Field("date", DateValue()),
        Field("url", TextValue(1000)),
        Field("grade", _SHORT),
        Field("mirror", FlagValue()),
        Field("note", _LONG),
    ),
)

QUANTITY = Record(
    "quantity",
    Quantity,
    (Field("text", _LONG, True), Field("amount", _NUMBER), Field("unit", _SHORT)),
)

PHASE = Record(
    "phase",
    Phase,
    (
        Field("status", ChoiceValue(Status), True),
        Field("product", IdValue("product")),
        Field("amount", NumberValue(least=0)),
        Field("unit", _SHORT, vital=True),
        Field("since", DateValue(), vital=True),
        Field("note", _LONG),
    ),
)

PROJECT = Record(
    "project",
    Project,
    (
        Field("name", _NAME, True),
        Field("status", ChoiceValue(Status), True),
        Field("state", StateValue(ProjectState)),
        Field("state_text", _NAME),
        Field("kind", _SHORT),
        Field("chain", IdValue("chain")),
        Field("county", _SHORT),
        Field("enterprise", IdValue("enterprise")),
        Field("owner", _NAME),
        Field("department", _NAME),
        Field("phases", ListValue(PHASE)),
        Field("start", DateValue()),
        Field("due", DateValue()),
        Field("progress", _LONG),
        Field("progress_at", DateValue()),
        Field("problem", _LONG),
        *(Field(key, QUANTITY) for key in PROJECT_AMOUNTS),
        Field("requires", ListValue(IdValue("project"))),
        Field("excludes", ListValue(IdValue("project"))),
        Field("when", _NAME),
        Field("note", _LONG),
        Field("as_of", DateValue()),
        *_INFERRED,
        _SOURCES,
    ),
)

SUPPLY = Record(
    "supply",
    Supply,
    (
        Field("claim", _NAME, True),
        Field("mode", ChoiceValue(SupplyMode), True),
        Field("product", IdValue("product")),
        Field("supplier", IdValue("enterprise")),
        Field("customer", IdValue("enterprise")),
        Field("supplier_name", _NAME),
        Field("customer_name", _NAME),
        Field("amount", NumberValue(least=0)),
        Field("unit", _SHORT, vital=True),
        Field("share", NumberValue(least=0, most=1)),
        Field("stock_days", NumberValue(least=0, most=MOST_DAYS)),
        Field("essential", FlagValue(), vital=True),
        Field("substitutes", ListValue(IdValue("enterprise"))),
        Field("note", _LONG),
        *_INFERRED,
        _SOURCES,
    ),
)

HONOUR = Record(
    "honour",
    Honour,
    (Field("name", TextValue(120), True), Field("year", DateValue()), Field("level", _SHORT)),
)

CLUSTER = Record(
    "cluster",
    Cluster,
    (
        Field("name", _NAME, True),
        Field("county", _SHORT, True),
        Field("scale", _LONG),
        Field("chain", IdValue("chain")),
        Field("year", DateValue()),
        Field("note", _LONG),
        Field("products", ListValue(IdValue("product"))),
        Field("honours", ListValue(HONOUR)),
        _SOURCES,
    ),
)

FIGURE = Record(
    "figure",
    Figure,
    (
        Field("item", _NAME, True),
        Field("text", _LONG, True),
        Field("amount", _NUMBER),
        Field("unit", _SHORT),
        Field("subject", _NAME),
        Field("year", DateValue()),
        Field("note", _LONG),
        Field("products", ListValue(IdValue("product"))),
        _SOURCES,
    ),
)

TEMPLATE = Record(
    "template",
    ListTemplate,
    (
        Field("name", _NAME, True),
        Field("level", _SHORT, True),
        Field("kind", _SHORT, True),
        Field("content", _LONG),
        Field("cycle", _NAME),
        *_INFERRED,
        _SOURCES,
    ),
)

_ALL = (
    SOURCE,
    PROJECT,
    SUPPLY,
    CLUSTER,
    FIGURE,
    TEMPLATE,
    RULE,
    PARK,
    *LEDGERS,
    MEMO,
    SCENARIO,
    STORY,
)
READERS = {record.name: record for record in _ALL}
"""The declared fields of the kinds of ``model.records.RECORDS``, by name."""
