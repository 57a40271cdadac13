"""The declared fields of the ledgers."""

from __future__ import annotations

from liantu.library.parsing.convert import (
    ChoiceValue,
    DateValue,
    IdValue,
    ListValue,
    NumberValue,
    TextValue,
)
from liantu.library.parsing.record import Field, Record
from liantu.model.ledgers import (
    Assignment,
    Exit,
    Finding,
    Meeting,
    MeetingKind,
    Policy,
    Progress,
    Request,
    RequestKind,
    SupportKind,
    Visit,
    VisitKind,
)

_NAME = TextValue(200)
_SHORT = TextValue(60)
_LONG = TextValue(4000)
_NAMES = ListValue(_NAME)
_STATUS = Field("status", ChoiceValue(Progress), True)
_TEXT = Field("text", _LONG, True)
_CHAIN = Field("chain", IdValue("chain"))
_PRODUCT = Field("product", IdValue("product"))
_ENTERPRISE = Field("enterprise", IdValue("enterprise"))
_OWNER = Field("owner", _NAME)
_PROJECT = Field("project", IdValue("project"))
_COUNTY = Field("county", _SHORT)
_DEPARTMENT = Field("department", _NAME)
_TERMS = (Field("due", DateValue()), Field("done", DateValue()), Field("result", _LONG))
_TAIL = (Field("note", _LONG), Field("source", ListValue(IdValue("source")), to="sources"))


def _of(kind: str) -> ListValue:
    return ListValue(IdValue(kind))


REQUEST = Record(
    "request",
    Request,
    (
        _TEXT,
        _STATUS,
        Field("kind", ChoiceValue(RequestKind)),
        _ENTERPRISE,
        _OWNER,
        _PROJECT,
        _CHAIN,
        _COUNTY,
        _DEPARTMENT,
        Field("raised", DateValue()),
        *_TERMS,
        *_TAIL,
    ),
)

FINDING = Record(
    "finding",
    Finding,
    (
        _TEXT,
        _STATUS,
        _CHAIN,
        _PRODUCT,
        _ENTERPRISE,
        _PROJECT,
        _COUNTY,
        _DEPARTMENT,
        Field("raised", DateValue()),
        *_TERMS,
        *_TAIL,
    ),
)

VISIT = Record(
    "visit",
    Visit,
    (
        Field("date", DateValue(), True),
        Field("kind", ChoiceValue(VisitKind), True),
        Field("office", _NAME),
        _CHAIN,
        _COUNTY,
        Field("enterprises", _of("enterprise")),
        Field("projects", _of("project")),
        Field("others", _NAMES),
        Field("text", _LONG),
        Field("findings", _of("finding")),
        Field("requests", _of("request")),
        *_TAIL,
    ),
)

MEETING = Record(
    "meeting",
    Meeting,
    (
        Field("name", _NAME, True),
        Field("date", DateValue(), True),
        Field("kind", ChoiceValue(MeetingKind), True),
        _STATUS,
        _CHAIN,
        _PRODUCT,
        _PROJECT,
        _COUNTY,
        Field("parties", _of("enterprise")),
        Field("others", _NAMES),
        _DEPARTMENT,
        *_TERMS,
        *_TAIL,
    ),
)

EXIT = Record(
    "exit",
    Exit,
    (
        _TEXT,
        _STATUS,
        _ENTERPRISE,
        _OWNER,
        _PRODUCT,
        Field("amount", NumberValue(least=0)),
        Field("unit", _SHORT, vital=True),
        Field("rule", _NAME),
        Field("gate", IdValue("gate")),
        _CHAIN,
        _COUNTY,
        _DEPARTMENT,
        Field("raised", DateValue()),
        *_TERMS,
        *_TAIL,
    ),
)

ASSIGNMENT = Record(
    "assignment",
    Assignment,
    (
        Field("enterprise", IdValue("enterprise"), True),
        Field("office", _NAME, True),
        Field("post", _NAME),
        Field("since", DateValue(), vital=True),
        Field("until", DateValue(), vital=True),
        *_TAIL,
    ),
)

POLICY = Record(
    "policy",
    Policy,
    (
        Field("name", _NAME, True),
        Field("support", ChoiceValue(SupportKind), True),
        Field("issuer", _NAME),
        Field("number", _SHORT),
        Field("since", DateValue(), vital=True),
        Field("until", DateValue(), vital=True),
        Field("text", _LONG),
        Field("honours", _NAMES, vital=True),
        Field("chains", _of("chain"), vital=True),
        Field("counties", ListValue(_SHORT), vital=True),
        Field("products", _of("product"), vital=True),
        Field("gates", _of("gate"), vital=True),
        Field("other", _LONG, vital=True),
        Field("office", _NAME),
        *_TAIL,
    ),
)
"""A condition that cannot be read spoils the policy: without it, more enterprises would match."""

LEDGERS = (REQUEST, FINDING, VISIT, MEETING, EXIT, ASSIGNMENT, POLICY)
