"""The declared fields of scenarios: a way to look at the city, as it is kept."""

from __future__ import annotations

from liantu.library.fields.drill_fields import DRILL
from liantu.library.fields.judgement_fields import BOARD_WEIGHTS, Brief
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
from liantu.model.nouns import Status
from liantu.model.scenario import Plant, ProjectChoice, Scenario, Stop

_NAME = TextValue(200)
_SHORT = TextValue(60)
_LONG = TextValue(4000)
_SINCE = Field("since", DateValue(), vital=True)
_PRODUCTS = ListValue(IdValue("product"))
PHASES = 1000
"""More phases than any project has."""

PROJECT_CHOICE = Record(
    "project_choice",
    ProjectChoice,
    (
        Field("project", IdValue("project"), required=True),
        Field("on", FlagValue(), vital=True),
        Field("phase", NumberValue(least=1, most=PHASES, whole=True), vital=True),
        _SINCE,
    ),
)

STOP = Record("stop", Stop, (Field("enterprise", IdValue("enterprise"), required=True), _SINCE))

PLANT = Record(
    "plant",
    Plant,
    (
        Field("enterprise", IdValue("enterprise"), required=True),
        Field("product", IdValue("product"), required=True),
        Field("amount", NumberValue(least=0), vital=True),
        Field("unit", _SHORT, vital=True),
        _SINCE,
    ),
)

SCENARIO = Record(
    "scenario",
    Scenario,
    (
        Field("name", _NAME, required=True),
        Field("note", _LONG),
        Field("date", DateValue()),
        Field("external", _PRODUCTS),
        Field("ambition", _PRODUCTS),
        Field("utilisation", NumberValue(above=0, most=1)),
        Field("thin", NumberValue(above=0, most=10)),
        Field("counting", ListValue(ChoiceValue(Status))),
        Field("weights", BOARD_WEIGHTS),
        Field("projects", ListValue(Brief(PROJECT_CHOICE))),
        Field("stops", ListValue(Brief(STOP))),
        Field("plants", ListValue(PLANT)),
        Field("drill", DRILL),
    ),
)
