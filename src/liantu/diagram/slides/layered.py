"""The map of an enterprise, and the 工艺树 of a chain, where their type can be read on a slide."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.diagram.cards import draw_map
from liantu.diagram.drawing import moved
from liantu.diagram.lenses import Lens
from liantu.diagram.poster.kit import Item, Rect
from liantu.diagram.poster.model import Spot
from liantu.diagram.segment.tree import build_tree
from liantu.diagram.slides.model import FLOOR
from liantu.diagram.slides.table import Row, Table
from liantu.diagram.theme import Theme
from liantu.diagram.views.firm import build_firm_view
from liantu.diagram.views.map_view import DETAIL_SIZE, MapView, arrange, folded
from liantu.document.show import Scene
from liantu.layout.geometry import Layout
from liantu.model.focus import TREE
from liantu.model.target import Target
from liantu.telling import figures, making
from liantu.telling.names import plain_name
from liantu.wording import text

LEAST = FLOOR / DETAIL_SIZE
"""Scale at which the smallest type of a card is that of a slide."""
LARGEST = 1.9


def view_of(scene: Scene) -> MapView | None:
    """The layered map of a step, ``None`` where it shows the segment map."""
    step, reading = scene.step, scene.reading
    if step.firm in reading.atlas.enterprises:
        return folded(build_firm_view(reading, step.firm), step.fold)
    if step.view == TREE and step.chain:
        return folded(build_tree(reading, step.chain, step.section or None), step.fold)
    return None


def scale_of(layout: Layout, room: Rect) -> float:
    """How large the map stands in a room; below :data:`LEAST` it cannot be read."""
    return min(room[2] / max(layout.width, 1.0), room[3] / max(layout.height, 1.0), LARGEST)


def draw(view: MapView, room: Rect, theme: Theme, lens: Lens, chosen: str) -> Iterator[Item] | None:
    """The map in its room, ``None`` where its type would be too small."""
    layout = arrange(view)
    scale = scale_of(layout, room)
    return _drawn(view, layout, scale, room, theme, lens, chosen) if scale >= LEAST else None


def _drawn(
    view: MapView,
    layout: Layout,
    scale: float,
    room: Rect,
    theme: Theme,
    lens: Lens,
    chosen: str,
) -> Iterator[Item]:
    x, y = room[0], room[1]
    for shape in draw_map(view, layout, theme, lens, selected=chosen):
        yield moved(shape, scale, x, y)
    for node in layout.nodes:
        at = (node.x * scale + x, node.y * scale + y, node.width * scale, node.height * scale)
        yield Spot(*at, Target("product", node.id))


def made(scene: Scene) -> Table:
    """What an enterprise makes or is to make, where its map is too large for a slide."""
    reading, firm = scene.reading, scene.reading.atlas.enterprises[scene.step.firm]
    rows = [
        Row(
            (
                plain_name(reading, item.product),
                making.standing(reading, item),
                figures.capacity(item),
            ),
            Target("product", item.product),
        )
        for item in firm.capacities
    ]
    head = (text("story.compare.product"), text("story.firm.standing"), text("story.firm.amount"))
    return Table(firm.label, head, rows)
