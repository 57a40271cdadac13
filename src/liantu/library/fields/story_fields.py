"""The declared fields of stories: steps that show one thing after another, as they are kept."""

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
from liantu.model.focus import (
    AUTO,
    CHARTS,
    HOME,
    LISTS_PAGE,
    MAP,
    PLAN,
    PLANS,
    POSTER,
    SEGMENTS,
    TILES,
    TREE,
    WHOLE,
)
from liantu.model.story import Step, Story, Tell

_NAME = TextValue(200)
_SHORT = TextValue(60)
_LONG = TextValue(4000)
_PRODUCT = IdValue("product")
_FIRM = IdValue("enterprise")
LONGEST = 24 * 60
"""Minutes in a day: more than any story takes."""
STAGES = 1000
"""More stages than any stop has."""
PAGES = (HOME, MAP, POSTER, LISTS_PAGE, PLAN, CHARTS)
"""Pages that can be shown to a room; a report is a paper."""

STEP = Record(
    "step",
    Step,
    (
        Field("title", _NAME, required=True),
        Field("text", _LONG),
        Field("tells", ListValue(ChoiceValue(Tell))),
        Field("page", ChoiceValue(PAGES), vital=True),
        Field("chain", IdValue("chain"), vital=True),
        Field("section", _SHORT),
        Field("product", _PRODUCT),
        Field("enterprise", _FIRM),
        Field("project", IdValue("project")),
        Field("firm", _FIRM),
        Field("lens", _SHORT),
        Field("county", _SHORT),
        Field("fold", _PRODUCT),
        Field("box", _NAME),
        Field("view", ChoiceValue((SEGMENTS, TREE))),
        Field("detail", ChoiceValue((TILES, AUTO, WHOLE))),
        Field("list", _SHORT),
        Field("tab", ChoiceValue(PLANS), to="plan"),
        Field("chains", ListValue(IdValue("chain"))),
        Field("counties", ListValue(_SHORT)),
        Field("against", _SHORT),
        Field("stage", NumberValue(least=0, most=STAGES, whole=True)),
        Field("picture", _SHORT),
        Field("date", DateValue(), vital=True),
        Field("scenario", IdValue("scenario"), vital=True),
    ),
)

STORY = Record(
    "story",
    Story,
    (
        Field("name", _NAME, required=True),
        Field("note", _LONG),
        Field("minutes", NumberValue(least=1, most=LONGEST, whole=True)),
        Field("steps", ListValue(STEP)),
    ),
)
