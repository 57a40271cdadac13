"""Lists of the program as tables of a slide."""

from __future__ import annotations

from typing import Any

from liantu.diagram.slides.table import Row, Table
from liantu.document.show import Scene
from liantu.model.target import Target
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.lists.column import Column, List, Scope

MOST = 5
"""Columns of a table that can be read from afar."""
SHOWN = {
    "fill": "product home class taker first",
    "extend": "product home class rest first",
    "strong": "product home first hold",
    "survey": "product class ask county",
    "outage": "outage_of outage_kind outage_total outage_firms outage_backup",
}
"""Columns that say the most to a room, of lists whose first ones serve the office."""


def listed(scene: Scene, target: Target | None) -> Table | None:
    """The list of a step, of its chain and county where it tells one; ``None`` for an unknown."""
    step, reading = scene.step, scene.reading
    item = LISTS.get(step.list)
    if item is None:
        return None
    chains = (step.chain,) if step.chain else tuple(reading.atlas.chains)
    scope = Scope(chains=chains, section=step.section or None, city=not step.chain)
    rows = [row for row in item.rows(reading, scope) if _is_in(item, row, step.county)]
    chosen = columns(item)
    shown = [
        Row(
            tuple(column.text(row) for column in chosen),
            item.target(row),
            front=target is not None and item.target(row) == target,
        )
        for row in rows
    ]
    numbers = frozenset(at for at, column in enumerate(chosen) if column.numeric)
    return Table(
        _title(scene, item),
        tuple(column.head for column in chosen),
        shown,
        item.remarked(reading, scope),
        numbers,
    )


def columns(item: List[Any]) -> tuple[Column[Any], ...]:
    """Those of :data:`SHOWN`, else of a table on paper, else the first of the window; without empty
    columns for an office.
    """
    if item.id in SHOWN:
        return item.chosen(SHOWN[item.id].split())
    found = item.chosen(item.paper) if item.paper else item.on_screen
    return tuple(column for column in found if column.fill is None)[:MOST]


def _title(scene: Scene, item: List[Any]) -> str:
    step, atlas = scene.step, scene.reading.atlas
    whose = atlas.chains[step.chain].label if step.chain else atlas.library.region.name
    return " · ".join(filter(None, (item.title, whose, step.county)))


def _is_in(item: List[Any], row: Any, county: str) -> bool:
    """Whether a row is of the county; all are where the list does not tell counties."""
    if not county:
        return True
    found = [column for column in item.columns if column.id in ("county", "counties")]
    return not found or any(county in column.text(row) for column in found)
