"""The lens of a step with what it paints."""

from __future__ import annotations

from dataclasses import replace

from liantu.diagram.failing import failure_of
from liantu.diagram.lenses import COMPARE, DIAGNOSIS, LENSES, OUTAGE, Lens, comparing, failing
from liantu.document.show import Scene
from liantu.telling.story.beside import sides
from liantu.telling.versions.comparison import compared


def lens_of(scene: Scene, id_: str = "") -> Lens:
    """The lens of a step, or another one; an unknown one is 诊断."""
    wanted = id_ or scene.step.lens
    if wanted == OUTAGE:
        return failing(replace(failure_of(scene.reading), step=scene.step.stage))
    if wanted == COMPARE:
        found = compared(*sides(scene))
        return comparing(found.turns, found.before.title)
    return LENSES.get(wanted, DIAGNOSIS)
