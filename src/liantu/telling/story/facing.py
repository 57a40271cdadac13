"""The two chains or counties that a step shows side by side."""

from __future__ import annotations

from liantu.model.story import focus_of
from liantu.telling.beside.pair import meant
from liantu.telling.beside.told import Beside, beside
from liantu.telling.story.shown import Shown


def facing(scene: Shown) -> Beside | None:
    """What is told of them: what the step does not name is chosen as the window does; ``None``
    where there are not two.
    """
    found = meant(scene.reading, focus_of(scene.step))
    return None if found is None else beside(scene.reading, found)
