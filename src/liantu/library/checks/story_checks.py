"""Doubts about stories: steps that name what there is not, or that have nothing to show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from liantu.issues import Issue
from liantu.library.checks.doubts import issue
from liantu.library.parsing.context import suggest
from liantu.model import Atlas
from liantu.model.focus import CHARTS, CLOSING, DRILL, LISTS_PAGE, MAP, PLAN, SIDES
from liantu.model.story import LENS_IDS, LIST_IDS, PICTURE_IDS, Step, Tell

_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
CITY = frozenset({"heat", "network", "matrix", "counties", "soles"})
"""Charts of the whole city; the others are of a chain."""
TWO = 2
"""Chains or counties that stand side by side."""
NOW = "now"
"""What stands for 现状 where a comparison names its side."""
Doubt = tuple[str, dict[str, str]]


def stories(atlas: Atlas) -> Iterator[Issue]:
    """Stories without steps, names in use twice, and what is wrong with each step."""
    names = Counter(one.name for one in atlas.stories.values())
    for one in atlas.stories.values():
        key = f"story:{one.id}"
        if not one.steps:
            yield issue(atlas, "library.story_empty", key, name=one.name)
        if names[one.name] > 1:
            yield issue(atlas, "library.story_name", key, name=one.name)
        for at, step in enumerate(one.steps, 1):
            for code, params in (*_unknown(atlas, step), *_bare(atlas, step)):
                yield issue(atlas, f"library.story_{code}", key, name=one.name, step=at, **params)


def _unknown(atlas: Atlas, step: Step) -> Iterator[Doubt]:
    """What a step names that there is not."""
    chain = atlas.chains.get(step.chain)
    sections = [section.id for section in chain.sections] if chain is not None else []
    named = (
        ("section", step.section, sections),
        ("lens", step.lens, LENS_IDS),
        ("list", step.list, LIST_IDS),
        ("picture", step.picture, PICTURE_IDS),
        *(("county", one, atlas.library.region.counties) for one in (step.county, *step.counties)),
    )
    for code, told, known in named:
        if told and told not in known:
            yield code, {"found": told, "near": _near(told, known)}
    side = step.against
    if side and side not in {*atlas.scenarios, NOW} and not _DATE.fullmatch(side):
        yield "against", {"found": side}


def _near(told: str, known: Collection[str]) -> str:
    few = "、".join(known) if len(known) <= len(LENS_IDS) else ""
    return suggest(told, known) or few or "—"


def _bare(atlas: Atlas, step: Step) -> Iterator[Doubt]:
    """What a step does not name and cannot do without."""
    charted = step.page == CHARTS and step.picture in PICTURE_IDS and step.picture not in CITY
    mapped = step.page == MAP and not step.firm
    if not step.chain and (charted or mapped):
        yield "chain", {}
    if step.page == LISTS_PAGE and not step.list:
        yield "list", {"found": "", "near": "—"}
    if step.page == CHARTS and not step.picture:
        yield "picture", {"found": "", "near": "—"}
    planned = step.page == PLAN
    if not step.product and ((planned and step.plan == CLOSING) or Tell.PLAN in step.tells):
        yield "product", {}
    if planned and step.plan == SIDES and len(set(step.counties or step.chains)) != TWO:
        yield "sides", {}
    kept = atlas.scenarios.get(step.scenario)
    drilled = (planned and step.plan == DRILL) or Tell.DRILL in step.tells
    if drilled and (kept is None or not kept.drill.shocks):
        yield "drill", {}
