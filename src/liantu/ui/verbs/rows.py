"""What the window does when a row of a list asks for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from liantu.model.focus import MAP
from liantu.model.target import Target
from liantu.ui.lists.asks import RowAsks
from liantu.ui.parts import Parts
from liantu.ui.seen import looking
from liantu.ui.verbs import change, drill, ledgers, plan


def connect(parts: Parts, asks: RowAsks, see: Callable[[Target], None] | None = None) -> None:
    """Do what the rows ask for; ``see`` shows a thing, where not as anywhere."""
    see = see or partial(follow, parts)
    asks.map.connect(see)
    asks.firm.connect(see)
    asks.edit.connect(partial(change.edit_target, parts))
    asks.cell.connect(partial(change.edit_cell, parts))
    asks.delete.connect(partial(change.remove_target, parts))
    asks.log.connect(partial(ledgers.log, parts))
    asks.plan.connect(partial(plan.of_product, parts))
    asks.suppose.connect(partial(drill.suppose, parts))
    asks.star.connect(parts.selection.marks.toggle)


def follow(parts: Parts, target: Target) -> None:
    """Show a thing wherever it is best seen."""
    parts.selection.go(looking.follow(parts.reading, parts.selection.focus, target))


def find(parts: Parts, target: Target) -> None:
    """Show what was searched for; where that is on the map, the keys walk on from there."""
    follow(parts, target)
    if parts.selection.focus.page == MAP:
        parts.map.panel.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
