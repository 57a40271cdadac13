"""One line about what was chosen in a slide, below its picture."""

from __future__ import annotations

from liantu.diagram import measure
from liantu.diagram.drawing import Label
from liantu.diagram.slides.model import WORDS
from liantu.diagram.theme import Theme
from liantu.document.show import Scene
from liantu.model.target import Target
from liantu.telling.dossiers.describe import describe
from liantu.telling.overall import overall

BASE = 26.0
"""Baseline below the upper edge of the line."""


def line(scene: Scene, chosen: Target, width: float, theme: Theme) -> Label | None:
    """What answers first about a thing, as much as one line holds; ``None`` for what the data do
    not have.
    """
    words = _words(scene, chosen)
    return (
        Label(0.0, BASE, measure.cut(words, WORDS, width), WORDS, theme.accent) if words else None
    )


def _words(scene: Scene, chosen: Target) -> str:
    reading = scene.reading
    atlas = reading.atlas
    if chosen.kind == "chain":
        return overall(reading, chosen.id) if chosen.id in atlas.chains else ""
    known = atlas.products if chosen.kind == "product" else atlas.enterprises
    if chosen.kind not in ("product", "enterprise") or chosen.id not in known:
        return ""
    found = describe(reading, chosen, scene.step.chain)
    return found.conclusion or found.title
