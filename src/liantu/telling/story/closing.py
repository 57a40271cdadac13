"""The closing plans of a step, reckoned once as long as its reading is looked at."""

from __future__ import annotations

from liantu.analysis.aside import Aside
from liantu.analysis.plans.closing import ladder
from liantu.analysis.plans.plan import Plan, Plans, Wish
from liantu.analysis.plans.problem import ProblemError
from liantu.telling.story.shown import Shown

_KNOWN = Aside[dict[tuple[str, str], Plans | None]]()


def closing(scene: Shown) -> Plans | None:
    """From buying to making the selected product within the chain of the step; ``None`` where no
    product is selected or nothing can be reckoned for it.
    """
    step, reading = scene.step, scene.reading
    if step.product not in reading.verdicts:
        return None
    known, key = _KNOWN.of(reading, dict), (step.product, step.chain)
    if key not in known:
        try:
            known[key] = ladder(reading, Wish(target=step.product, within=step.chain))
        except ProblemError:
            known[key] = None
    return known[key]


def whole(found: Plans | None) -> Plan | None:
    """The plan that makes as much as can be made, if there is any with links."""
    plan = found.whole if found is not None else None
    return plan if plan is not None and plan.links else None
