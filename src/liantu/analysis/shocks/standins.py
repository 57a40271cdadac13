"""Who steps in: of a maker that fails, customers feel only what the others cannot make up for.

Diem et al. (2022): the less a maker sold against what the others of its market still make, the
easier it is to do without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liantu.analysis.shocks.flow import TINY, starts, stretched

if TYPE_CHECKING:
    from liantu.analysis.shocks.flow import Floats, Ints
    from liantu.analysis.shocks.network import Network


@dataclass(frozen=True, eq=False)
class StandIns:
    """``members`` of each market from ``begin[market]`` to ``begin[market + 1]``; ``weight`` of
    each node: what it sells within the network, else what it puts out; ``nan`` for all of a market
    in which that is unknown of one.
    """

    market: Ints
    members: Ints
    begin: Ints
    weight: Floats

    @property
    def guessed(self) -> bool:
        """Of some maker it is unknown how much it makes."""
        import numpy as np  # noqa: PLC0415  the first frame needs no numbers

        return bool(np.isnan(self.weight[self.market >= 0]).any())

    @classmethod
    def of(cls, network: Network) -> StandIns:
        """The markets of a network."""
        import numpy as np  # noqa: PLC0415  as above

        _, market = np.unique(network.market, return_inverse=True)
        market = np.where(network.market >= 0, market, -1).astype(np.int64)
        inside = np.flatnonzero(market >= 0)
        members = inside[np.argsort(market[inside], kind="stable")]
        size = int(market.max(initial=-1)) + 1
        begin = starts(market[inside], size)
        sales = network.output * np.bincount(network.supplier, network.sold, network.nodes)
        spoilt = np.bincount(market[inside], np.isnan(sales[inside]), size) > 0
        weight = np.where(spoilt[market], network.output, sales) if size else sales
        unclear = np.bincount(market[inside], np.isnan(weight[inside]), size) > 0
        if size:
            weight = np.where(unclear[market], np.nan, weight)
        return cls(market=market, members=members, begin=begin, weight=weight)

    def felt(self, loss: Floats, felt: Floats, changed: Ints, *, high: bool) -> Ints:
        """Write what customers feel of the losses of ``changed`` and of all in their markets.

        Returns the numbers of all these; a case is as long as there are nodes.
        """
        import numpy as np  # noqa: PLC0415  as above

        case, node = np.divmod(changed, len(self.market))
        alone = self.market[node] < 0
        felt[changed[alone]] = loss[changed[alone]]
        size = len(self.begin) - 1
        touched = np.unique(case[~alone] * max(size, 1) + self.market[node[~alone]])
        if not len(touched):
            return changed
        case, market = np.divmod(touched, size)
        count = self.begin[market + 1] - self.begin[market]
        nodes = self.members[stretched(self.begin[market], count)]
        mates = nodes + np.repeat(case * len(self.market), count)
        share = self._needed(loss[mates], self.weight[nodes], count, high=high)
        felt[mates] = np.maximum(felt[mates], loss[mates] * share)
        return np.concatenate([changed[alone], mates])

    @staticmethod
    def _needed(loss: Floats, weight: Floats, count: Ints, *, high: bool) -> Floats:
        """Which part of each maker's loss the others do not make up for."""
        import numpy as np  # noqa: PLC0415  as above

        begin = np.cumsum(count) - count
        left = np.repeat(np.add.reduceat(weight * (1.0 - loss), begin), count)
        known = np.where(left > weight, weight / np.where(left > 0, left, 1.0), 1.0)
        running = loss < 1.0 - TINY
        others = np.repeat(np.add.reduceat(running.astype(np.int64), begin), count) - running
        guess = 1.0 if high else np.where(others > 0, 0.0, 1.0)
        found: Floats = np.where(np.isnan(weight), guess, known)
        return found
