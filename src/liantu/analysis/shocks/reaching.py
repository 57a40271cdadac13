"""Who stands still when others do: needs whose last source is gone, step by step."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from liantu.analysis.shocks.weaving import NodeKind, Woven
from liantu.model import Role


@dataclass(frozen=True, slots=True)
class Reached:
    """A node that stands still. ``step`` counts units on the way (0: it failed itself); ``link`` is
    the one whose source was the last to go (``None``: it failed itself). ``recorded``: every link
    on every way is on record. ``known``: so is every share on the way.
    """

    node: int
    step: int
    link: int | None
    recorded: bool
    known: bool


class Reach:
    """The links of a woven network, made ready to be followed; ``mains``: only those of mains."""

    def __init__(self, woven: Woven, *, mains: bool = False) -> None:
        network = woven.reach
        self._customer: list[int] = network.customer.tolist()
        self._supplier: list[int] = network.supplier.tolist()
        self._need: list[int] = network.need.tolist()
        self._recorded: list[bool] = network.recorded.tolist()
        self._known: list[bool] = (network.share == network.share).tolist()
        self._market = [node.kind is NodeKind.MARKET for node in woven.nodes]
        self._links: list[list[int]] = [[] for _ in self._customer]
        self._out: list[list[int]] = [[] for _ in woven.nodes]
        roles = [want.role for want in woven.wants]
        for link, (need, supplier) in enumerate(zip(self._need, self._supplier, strict=True)):
            self._links[need].append(link)
            if not mains or roles[need] is Role.MAIN:
                self._out[supplier].append(link)

    def source(self, link: int) -> int:
        """The node from which a link comes."""
        return self._supplier[link]

    def need(self, link: int) -> int:
        """The need that a link meets."""
        return self._need[link]

    def from_(self, stopped: Collection[int]) -> Mapping[int, Reached]:
        """Everything that stands still with ``stopped``, in the order of the steps.

        As much work as there are links out of what stands still.
        """
        found = {at: Reached(at, 0, None, True, True) for at in stopped}
        left: dict[int, int] = {}
        queue = deque(found)
        while queue:
            at = queue.popleft()
            for link in self._out[at]:
                need = self._need[link]
                left[need] = left.get(need, len(self._links[need])) - 1
                customer = self._customer[need]
                if left[need] or customer in found:
                    continue
                found[customer] = self._next(need, link, customer, found)
                if self._market[customer]:
                    queue.appendleft(customer)
                else:
                    queue.append(customer)
        return found

    def _next(self, need: int, link: int, node: int, found: Mapping[int, Reached]) -> Reached:
        ways = [(each, found[self._supplier[each]]) for each in self._links[need]]
        step = max(reached.step for _, reached in ways)
        return Reached(
            node=node,
            step=step if self._market[node] else step + 1,
            link=link,
            recorded=all(self._recorded[each] and way.recorded for each, way in ways),
            known=all(self._known[each] and way.known for each, way in ways),
        )
