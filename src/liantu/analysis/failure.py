"""Single points of failure: what local units lose when one enterprise stops."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from liantu.analysis.balance import route_of
from liantu.analysis.closure import Step, close
from liantu.analysis.state import Situation
from liantu.jobs import Progress, each
from liantu.model import Atlas, Route
from liantu.model.scenario import DEFAULT, Switches

_NOTHING = Route("", "")


@dataclass(frozen=True, slots=True)
class Loss:
    """``own``: products that only this enterprise makes; ``stopped``: other local products that
    then lack an input that may not be bought.
    """

    enterprise: str
    own: tuple[str, ...]
    stopped: tuple[str, ...]


class Web:
    """Local units as steps, each with its enterprise, and what they can rely on from outside.

    Inputs that are absent today are bought today, so they count as at hand; a product that is
    made locally counts as at hand only while somebody makes it (least fixpoint).
    """

    def __init__(self, steps: Sequence[tuple[str, Step]], at_hand: frozenset[str]) -> None:
        fired = close([step for _, step in steps], at_hand).fired
        kept = [steps[at] for at in sorted(fired)]
        self.at_hand = at_hand
        self.firms = [firm for firm, _ in kept]
        self.products = [step.product for _, step in kept]
        self.needs = [step.needs - at_hand for _, step in kept]
        self.yields = [tuple(y for y in step.yields if y not in at_hand) for _, step in kept]
        self.users: defaultdict[str, list[int]] = defaultdict(list)
        self.makers: defaultdict[str, list[int]] = defaultdict(list)
        for at, needed in enumerate(each(self.needs)):
            for product in needed:
                self.users[product].append(at)
            for product in self.yields[at]:
                self.makers[product].append(at)
        self._turn = self._turns()
        turns = [max((self._turn[p] for p in needed), default=-1) for needed in self.needs]
        self._props = [
            tuple(p for p in made if turns[at] < self._turn[p])
            for at, made in enumerate(self.yields)
        ]
        self._support = Counter(p for propped in self._props for p in propped)

    def _turns(self) -> dict[str, int]:
        """Products in an order in which each can be derived from those before it.

        A product waits until all its makers run; only where a loop holds everything up does the
        first that was reached go ahead.
        """
        missing = [len(needed) for needed in self.needs]
        idle = {product: len(makers) for product, makers in self.makers.items()}
        ready = [at for at, count in enumerate(missing) if count == 0]
        turn: dict[str, int] = {}
        whole, reached = deque[str](), deque[str]()
        while True:
            for at in ready:
                for product in self.yields[at]:
                    idle[product] -= 1
                    (reached if idle[product] else whole).append(product)
            ready = []
            waiting = whole or reached
            if not waiting:
                return turn
            product = waiting.popleft()
            if product not in turn:
                turn[product] = len(turn)
                for at in self.users.get(product, ()):
                    missing[at] -= 1
                    if missing[at] == 0:
                        ready.append(at)

    def without(self, gone: Collection[int]) -> set[str]:
        """What is lost when the units ``gone`` stop.

        Delete what has no maker left among those that need only earlier products (so that one
        of many makers takes nothing with it), then derive again what a maker within a loop still
        yields (counting before deleting and rederiving; Hu, Motik & Horrocks 2018). As much work
        as hangs on the units, and a loop that only feeds itself is not derived again.
        """
        stopped, lost = set(gone), set[str]()
        left: dict[str, int] = {}
        queue = list(stopped)
        while queue:
            for product in self._props[queue.pop()]:
                left[product] = left.get(product, self._support[product]) - 1
                if left[product] == 0:
                    lost.add(product)
                    new = [at for at in self.users.get(product, ()) if at not in stopped]
                    stopped.update(new)
                    queue += new
        self._rederive(lost, stopped, set(gone))
        return lost

    def _rederive(self, lost: set[str], stopped: set[int], gone: set[int]) -> None:
        """Take out of ``lost`` what units that still run, or run again, yield."""
        queue = [at for product in lost for at in self.makers[product] if at not in stopped]
        ready = set(queue)
        while queue:
            for product in self.yields[queue.pop()]:
                if product not in lost:
                    continue
                lost.discard(product)
                for at in self.users.get(product, ()):
                    if at not in gone and at not in ready and lost.isdisjoint(self.needs[at]):
                        ready.add(at)
                        queue.append(at)


def weave(atlas: Atlas, situation: Situation, switches: Switches = DEFAULT) -> Web:
    """The web of local units."""
    steps = list(_steps(atlas, situation))
    local = {product for _, step in steps for product in step.yields}
    bought = {p for _, step in steps for p in step.needs} - local
    return Web(steps, frozenset(bought | switches.outside(atlas.products.values())))


def losses(atlas: Atlas, web: Web, progress: Progress | None = None) -> Mapping[str, Loss]:
    """What each operating enterprise's stop would cost, by enterprise id.

    As much work as the answer is long: in a chain of sole makers every one stops all that follow.
    """
    order = {product: at for at, product in enumerate(atlas.products)}
    found = {}
    for firm, units in (progress or Progress()).each(_grouped(web.firms).items()):
        gone = web.without(units)
        made = {web.products[at] for at in units}
        own = tuple(sorted(gone & made, key=order.__getitem__))
        stopped = tuple(sorted(gone - made, key=order.__getitem__))
        if own or stopped:
            found[firm] = Loss(firm, own, stopped)
    return found


def stops(
    atlas: Atlas, web: Web, progress: Progress | None = None
) -> Mapping[str, tuple[str, ...]]:
    """Product → other local products that stop when all units of that product stop.

    As much work as the answer is long, like :func:`losses`.
    """
    order = {product: at for at, product in enumerate(atlas.products)}
    found = {}
    for product, units in (progress or Progress()).each(_grouped(web.products).items()):
        others = web.without(units) - {product}
        if others:
            found[product] = tuple(sorted(others, key=order.__getitem__))
    return found


def _grouped(names: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        found.setdefault(name, []).append(at)
    return found


def _steps(atlas: Atlas, situation: Situation) -> list[tuple[str, Step]]:
    """A step for every operating unit: its enterprise and the route it uses.

    A product without any route of its own is made from nothing that is known.
    """
    found = []
    for product in each(atlas.products.values()):
        for maker in situation.makers(product.id):
            if not maker.operating:
                continue
            route = route_of(product, maker)
            step = Step(product.id, route) if route else Step(product.id, _NOTHING)
            found.append((maker.enterprise.id, step))
    return found
