"""Doubts about scenarios: what they suppose of a project that has no such phase, or say twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from liantu.issues import Issue
from liantu.library.checks.doubts import issue
from liantu.library.parsing.context import suggest
from liantu.model import Atlas
from liantu.model.drill import Drill, MeasureKind, ShockKind
from liantu.model.scenario import Scenario


def scenarios(atlas: Atlas) -> Iterator[Issue]:
    """Phases that a project does not have, things that are supposed twice, names in use twice."""
    names = Counter(one.name for one in atlas.scenarios.values())
    for one in atlas.scenarios.values():
        key = f"scenario:{one.id}"
        for choice in one.projects:
            project = atlas.projects.get(choice.project)
            count = len(project.phases) if project else 0
            if project and choice.phase is not None and choice.phase > count:
                yield issue(
                    atlas,
                    "library.scenario_phase",
                    key,
                    name=one.name,
                    project=project.name,
                    phase=choice.phase,
                    count=count,
                )
        for twice in _twice(one):
            yield issue(atlas, "library.scenario_twice", key, name=one.name, id=twice)
        for code, params in _doubts(atlas, one.drill):
            yield issue(atlas, f"library.drill_{code}", key, name=one.name, **params)
        if names[one.name] > 1:
            yield issue(atlas, "library.scenario_name", key, name=one.name)


def _twice(one: Scenario) -> list[str]:
    found = Counter(f"{c.project}:{c.phase or ''}" for c in one.projects if c.project)
    found += Counter(stop.enterprise for stop in one.stops if stop.enterprise)
    found += Counter(f"{p.enterprise}:{p.product}" for p in one.plants if p.enterprise)
    found += Counter(f"{s.kind}:{s.id}" for s in one.drill.shocks)
    return [name.rstrip(":") for name, count in found.items() if count > 1]


def _doubts(atlas: Atlas, drill: Drill) -> Iterator[tuple[str, dict[str, str | int]]]:
    """What of a drill has no effect, with the words of the message."""
    counties = {*atlas.library.region.counties, *(e.county for e in atlas.enterprises.values())}
    for shock in drill.shocks:
        if shock.kind is ShockKind.COUNTY and shock.id not in counties:
            yield "county", {"county": shock.id, "near": suggest(shock.id, counties) or "—"}
        if shock.start >= drill.days:
            yield "start", {"id": shock.id, "start": shock.start, "days": drill.days}
    failing = {shock.id for shock in drill.shocks}
    for measure in drill.measures:
        if measure.kind is MeasureKind.RESTORE and failing and measure.id not in failing:
            yield "restore", {"id": measure.id, "near": "、".join(sorted(failing))}
        if measure.day >= drill.days:
            yield "day", {"day": measure.day, "days": drill.days}
    if not drill.shocks and drill.measures:
        yield "empty", {"count": len(drill.measures)}
