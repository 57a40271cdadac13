"""What the tabs of the page 谋划 ask of the window, and the verbs that they show."""

from __future__ import annotations

from functools import partial

from liantu.ui.parts import Parts
from liantu.ui.remembered.list_memory import Memory
from liantu.ui.verbs import change, compare, drill, plan, pool, portfolio, rows, scenarios, sides
from liantu.ui.verbs.registry import Actions


def connect(parts: Parts, actions: Actions, memory: Memory) -> None:
    """Give every tab its verbs, and connect what it asks for."""
    scenarios.connect(parts)
    compare.tab(parts).take_verbs(actions.some(*compare.ON_TAB))
    for paired in (compare.tab(parts), sides.tab(parts)):
        rows.connect(parts, paired.view.asks)
    sides.connect(parts, actions.some(*sides.ON_TAB), actions.refresh)
    plan.connect(parts, actions.some(*plan.ON_TAB), actions.refresh)
    drill.connect(parts, actions.some(*drill.ON_TAB))
    pool.tab(parts).take_verbs(actions.some(*pool.IN_HEAD), actions.some(*pool.ON_CARD))
    pool.connect(parts)
    for grid in pool.tab(parts).view.grids.values():
        grid.remember(memory)
    plans = portfolio.tab_of(parts)
    plans.take_verbs(actions.some(*portfolio.ADOPTING))
    plans.made.connect(actions.refresh)
    plans.edit_asked.connect(partial(change.edit_target, parts))
