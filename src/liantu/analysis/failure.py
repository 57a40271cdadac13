"""Single points of failure: what local units lose when one enterprise stops."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from liantu.analysis.balance import route_of
from liantu.analysis.closure import Step, close
from liantu.analysis.state import Situation
from liantu.analysis.switches import DEFAULT, Switches
from liantu.model import Atlas, Route

_NOTHING = Route("", "")


@dataclass(frozen=True, slots=True)
class Loss:
    """``own``: products that only this enterprise makes; ``stopped``: other local products that
    then lack an input that may not be bought.
    """

    enterprise: str
    own: tuple[str, ...]
    stopped: tuple[str, ...]


def losses(atlas: Atlas, situation: Situation, switches: Switches = DEFAULT) -> Mapping[str, Loss]:
    """What each operating enterprise's stop would cost, by enterprise id.

    Inputs that are absent today are bought today, so they count as at hand; a product that is
    made locally counts as at hand only while somebody makes it (re-closure, least fixpoint).
    """
    steps = _steps(atlas, situation)
    local = {product for _, step in steps for product in step.yields}
    bought = {p for _, step in steps for p in step.needs} - local
    at_hand = bought | switches.outside(atlas)
    firms = dict.fromkeys(firm for firm, _ in steps)
    before = close([s for _, s in steps], at_hand).reached.keys()
    found = {}
    for firm in firms:
        left = close([s for f, s in steps if f != firm], at_hand).reached.keys()
        gone = before - left
        made = {s.product for f, s in steps if f == firm}
        own = tuple(p for p in atlas.products if p in gone and p in made)
        stopped = tuple(p for p in atlas.products if p in gone and p not in made)
        if own or stopped:
            found[firm] = Loss(firm, own, stopped)
    return found


def _steps(atlas: Atlas, situation: Situation) -> list[tuple[str, Step]]:
    """A step for every operating unit: its enterprise and the route it uses.

    A product without any route of its own is made from nothing that is known.
    """
    found = []
    for product in atlas.products.values():
        for maker in situation.makers(product.id):
            if not maker.operating:
                continue
            route = route_of(product, maker)
            step = Step(product.id, route) if route else Step(product.id, _NOTHING)
            found.append((maker.enterprise.id, step))
    return found
