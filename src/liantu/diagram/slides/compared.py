"""What became of what, as a table of a slide."""

from __future__ import annotations

from liantu.diagram.slides.table import Row, Table
from liantu.document.show import Scene
from liantu.model.target import Target
from liantu.telling.story.beside import sides
from liantu.telling.versions.classes import class_rows
from liantu.telling.versions.comparison import compared
from liantu.wording import text


def differing(scene: Scene, target: Target | None) -> Table:
    """Every product that has another class than before, with what it was, is, and why."""
    found = compared(*sides(scene))
    rows = [
        Row(
            (row.name, row.before, row.after, row.why),
            Target("product", row.product),
            front=target == Target("product", row.product),
        )
        for row in class_rows(found, scene.step.chain)
    ]
    head = (
        text("story.compare.product"),
        found.before.title,
        found.after.title,
        text("story.compare.why"),
    )
    return Table(text("story.compare"), head, rows)
