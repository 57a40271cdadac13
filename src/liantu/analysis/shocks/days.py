"""可撑天数: after how many days a node stands still when others do.

τ of a node = the least over its essential needs of (days of stock + the last of its sources to
stop); 0 for what stopped, infinite for what is not reached.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from liantu.analysis.shocks.flow import TINY, starts

if TYPE_CHECKING:
    from liantu.analysis.shocks.flow import Floats, Ints
    from liantu.analysis.shocks.network import Network


@dataclass(frozen=True, eq=False)
class Days:
    """Days until each node stands still (``inf``: it never does).

    ``low`` takes an unknown stock as empty, ``high`` as endless. ``via``: the link of the last
    source that ran dry when that happens at the earliest (−1: it stopped by itself or never does).
    """

    low: Floats
    high: Floats
    via: Ints


def time_to_stop(network: Network, stopped: Collection[int]) -> Days:
    """When each node stands still if ``stopped`` do so at once and for good.

    A need is out when its last source is; one that is partly met from elsewhere never is. Raises
    ``ValueError`` for a node that there is not.
    """
    import numpy as np  # noqa: PLC0415  the first frame needs no numbers

    if any(not 0 <= node < network.nodes for node in stopped):
        raise ValueError("a node that there is not cannot stop")
    unknown = np.isnan(network.stock)
    web = _Web(network)
    low, via = web.times(np.where(unknown, 0.0, network.stock), stopped)
    high = low
    if unknown.any():
        high, _ = web.times(np.where(unknown, np.inf, network.stock), stopped)
    return Days(np.array(low), np.array(high), np.array(via, dtype=np.int64))


class _Web:
    """Links that count, by supplier, as plain lists: the walk is quicker on those."""

    def __init__(self, network: Network) -> None:
        import numpy as np  # noqa: PLC0415  as above

        flow = network.downstream
        vital = (network.dent >= 1.0) & (flow.elsewhere <= TINY)
        carries = (network.share > 0) | (np.isnan(network.share) & (flow.rest[network.need] > 0))
        links = np.flatnonzero(carries & vital[network.need])
        links = links[np.argsort(network.supplier[links], kind="stable")]
        self.nodes = network.nodes
        self.links: list[int] = links.tolist()
        self.needs: list[int] = network.need[links].tolist()
        self.begin: list[int] = starts(network.supplier[links], network.nodes).tolist()
        self.sources: list[int] = np.bincount(
            network.need[links], minlength=len(network.customer)
        ).tolist()
        self.customers: list[int] = network.customer.tolist()

    def times(self, stock: Floats, stopped: Collection[int]) -> tuple[list[float], list[int]]:
        """τ and the link by which it comes: the earliest stop first, like Dijkstra's ways."""
        time, via = [math.inf] * self.nodes, [-1] * self.nodes
        heap = [(0.0, node) for node in sorted(set(stopped))]
        for _, node in heap:
            time[node] = 0.0
        left, days = self.sources.copy(), stock.tolist()
        while heap:
            now, node = heapq.heappop(heap)
            if now > time[node]:
                continue
            for link, need in self._emptied(node, left):
                customer, then = self.customers[need], now + days[need]
                if then < time[customer]:
                    time[customer], via[customer] = then, link
                    heapq.heappush(heap, (then, customer))
        return time, via

    def _emptied(self, node: int, left: list[int]) -> Iterator[tuple[int, int]]:
        """Needs (each with its link) of which ``node`` was the last source."""
        for at in range(self.begin[node], self.begin[node + 1]):
            need = self.needs[at]
            left[need] -= 1
            if left[need] == 0:
                yield self.links[at], need
