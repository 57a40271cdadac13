"""Single points of failure: what local units lose when one enterprise stops."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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


@dataclass(frozen=True)
class Web:
    """Local units as steps, each with its enterprise, and what they can rely on from outside.

    Inputs that are absent today are bought today, so they count as at hand; a product that is
    made locally counts as at hand only while somebody makes it (re-closure, least fixpoint).
    """

    steps: tuple[tuple[str, Step], ...]
    at_hand: frozenset[str]
    whole: frozenset[str]

    def without(self, gone: Callable[[str, Step], bool]) -> frozenset[str]:
        """What is lost when the units for which ``gone(enterprise, step)`` holds stop."""
        left = [step for firm, step in self.steps if not gone(firm, step)]
        return self.whole - close(left, self.at_hand).reached.keys()


def weave(atlas: Atlas, situation: Situation, switches: Switches = DEFAULT) -> Web:
    """The web of local units."""
    steps = tuple(_steps(atlas, situation))
    local = {product for _, step in steps for product in step.yields}
    bought = {p for _, step in steps for p in step.needs} - local
    at_hand = frozenset(bought | switches.outside(atlas))
    whole = frozenset(close([s for _, s in steps], at_hand).reached)
    return Web(steps, at_hand, whole)


def losses(atlas: Atlas, web: Web) -> Mapping[str, Loss]:
    """What each operating enterprise's stop would cost, by enterprise id."""
    found = {}
    for firm in dict.fromkeys(firm for firm, _ in web.steps):
        gone = web.without(lambda other, _step, firm=firm: other == firm)  # type: ignore[misc]
        made = {s.product for f, s in web.steps if f == firm}
        own = tuple(p for p in atlas.products if p in gone and p in made)
        stopped = tuple(p for p in atlas.products if p in gone and p not in made)
        if own or stopped:
            found[firm] = Loss(firm, own, stopped)
    return found


def stops(atlas: Atlas, web: Web) -> Mapping[str, tuple[str, ...]]:
    """Product → other local products that stop when all units of that product stop."""
    users = {need for _, step in web.steps for need in step.needs}
    found = {}
    for product in dict.fromkeys(step.product for _, step in web.steps):
        if not users & {y for _, s in web.steps if s.product == product for y in s.yields}:
            continue
        gone = web.without(lambda _firm, s, p=product: s.product == p)  # type: ignore[misc]
        others = tuple(p for p in atlas.products if p in gone and p != product)
        if others:
            found[product] = others
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
