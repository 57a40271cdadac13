"""With what a step compares the city: what it names, else the step before, else the last event."""

from __future__ import annotations

from liantu.telling.assumed import named
from liantu.telling.dates import spoken
from liantu.telling.story.shown import Shown
from liantu.telling.versions.comparison import Version
from liantu.telling.versions.sides import pair


def sides(scene: Shown) -> tuple[Version, Version]:
    """Before and now."""
    before, now = scene.before, scene.reading
    if scene.step.against or before is None or before.scenario == now.scenario:
        return pair(now, scene.step.against)
    if before.scenario.unnamed.assumes or now.scenario.unnamed.assumes:
        return Version(named(before), before), Version(named(now), now)
    return Version(spoken(before.date), before), Version(spoken(now.date), now)
