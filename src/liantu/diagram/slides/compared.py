"""What became of what, and how two that stand side by side differ, as tables of a slide."""

from __future__ import annotations

from liantu.diagram.slides.table import Row, Table
from liantu.document.show import Scene
from liantu.model.target import Target
from liantu.telling.beside import lists
from liantu.telling.beside.pair import joined
from liantu.telling.story.beside import sides
from liantu.telling.story.facing import facing
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


def facing_each_other(scene: Scene, _target: Target | None) -> Table | None:
    """Every figure of both sides with its difference; ``None`` where there are not two."""
    found = facing(scene)
    if found is None:
        return None
    shown = lists.figures(found)
    rows = [Row(tuple(c.text(figure) for c in shown.columns)) for figure in found.figures]
    head = tuple(column.head for column in shown.columns)
    return Table(joined(found.reading, found.pair), head, rows, note=found.notes[0])
