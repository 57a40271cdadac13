"""How losses spread along a flow until they are still, in many cases at once.

Cases are laid one behind the other: node ``n`` of case ``c`` is number ``c * nodes + n``. A round
looks only at what hangs on the nodes whose loss grew by more than the tolerance in the round
before, or at everything at once where that is less work.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liantu.analysis.shocks.creeping import creeping
from liantu.analysis.shocks.flow import Flow, stretched

if TYPE_CHECKING:
    from liantu.analysis.shocks.flow import Flags, Floats, Ints
    from liantu.analysis.shocks.standins import StandIns

_PATIENCE = 1000
"""Rounds beyond the longest way without a loop, after which slow loops are left as they are."""
_DENSE = 4
"""From a quarter of all nodes on it is less work to look at all."""
_SPARSE = 64
"""Below this part of all numbers, sorting finds the distinct ones faster than ticking them off."""


@dataclass(frozen=True, eq=False)
class Cushion:
    """What softens the groups: ``cover`` of what is lacking comes from elsewhere, and ``stock``
    (days, ``inf``: endless) makes up for as much as is left on this day.
    """

    cover: Floats
    stock: Floats


@dataclass(frozen=True, eq=False)
class Spread:
    """``loss`` and its state after ``first`` round (cases × nodes), what each group lacks at the
    end before anything softens it (``lack``), the ``rounds`` of each case, and whether a case
    hangs on the tolerance (``closed``).
    """

    loss: Floats
    first: Floats
    lack: Floats
    rounds: Ints
    closed: Flags


class Spreading:
    """Losses of many cases on their way; each round adds to them and none ever falls."""

    def __init__(
        self,
        flow: Flow,
        floor: Floats,
        *,
        high: bool,
        eps: float,
        cushion: Cushion | None = None,
        standins: StandIns | None = None,
    ) -> None:
        import numpy as np  # noqa: PLC0415  the first frame needs no numbers

        self._np = np
        self.flow, self.high, self.eps = flow, high, eps
        self.cushion, self.standins = cushion, standins
        self.cases = len(floor)
        self.loss = floor.reshape(-1).copy()
        self.felt = self.loss if standins is None else np.zeros(self.loss.shape)
        self.told = np.zeros(self.loss.shape)
        self.lack = np.zeros(self.cases * flow.groups)

    def run(self) -> Spread:
        """Spread until no loss grows by more than ``eps``, or for as long as patience lasts."""
        np, shape = self._np, (self.cases, self.flow.nodes)
        rounds = np.zeros(self.cases, dtype=np.int64)
        front = self._front(np.flatnonzero(self.loss > 0), 0.0)
        first = None
        for number in range(1, self.flow.nodes + _PATIENCE + 1):
            if not len(front):
                break
            rounds[front // self.flow.nodes] = number
            changed = self._round(front)
            first = self.loss.copy() if first is None else first
            front = self._front(changed, self.eps)
        closed = np.zeros(self.cases, dtype=np.bool_)
        closed[front // self.flow.nodes] = True
        closed[creeping(self.flow, self.felt, self.told) // self.flow.nodes] = True
        return Spread(
            loss=self.loss.reshape(shape),
            first=(self.loss if first is None else first).reshape(shape),
            lack=self.lack.reshape(self.cases, self.flow.groups),
            rounds=rounds,
            closed=closed,
        )

    def _front(self, changed: Ints, eps: float) -> Ints:
        """Nodes among those that changed whose customers must hear of it."""
        if self.standins is not None:
            changed = self.standins.felt(self.loss, self.felt, changed, high=self.high)
        return changed[self.felt[changed] - self.told[changed] > eps]

    def _round(self, front: Ints) -> Ints:
        """Tell the customers of ``front``; returns the nodes whose loss grew."""
        if len(front) * _DENSE > len(self.loss):
            return self._round_of_all()
        np, flow = self._np, self.flow
        self.told[front] = self.felt[front]
        case, node = np.divmod(front, flow.nodes)
        count = flow.out[node + 1] - flow.out[node]
        at = stretched(flow.out[node], count)
        hit = self._distinct(flow.feeds[at] + np.repeat(case * flow.groups, count), len(self.lack))
        case, group = np.divmod(hit, flow.groups)
        self.lack[hit] = self._lacking(case, group)
        nodes = self._distinct(flow.target[group] + case * flow.nodes, len(self.loss))
        return self._grown(nodes, self._lost(*np.divmod(nodes, flow.nodes)))

    def _lacking(self, case: Ints, group: Ints) -> Floats:
        """What these groups lack, by what their sources lose."""
        np, flow = self._np, self.flow
        count = flow.first[group + 1] - flow.first[group]
        at = stretched(flow.first[group], count)
        felt = self.felt[flow.source[at] + np.repeat(case * flow.nodes, count)]
        return self._summed(felt, at, np.cumsum(count) - count, flow.rest[group])

    def _summed(self, felt: Floats, links: Ints | slice, begin: Ints, rest: Floats) -> Floats:
        """Lacks of groups whose links begin at ``begin`` along the last axis of ``felt``."""
        np, flow = self._np, self.flow
        lack: Floats = np.add.reduceat(flow.share[links] * felt, begin, axis=-1)
        if self.high and flow.guessed:
            most = np.where(flow.unknown[links], felt, 0.0)
            lack += rest * np.maximum.reduceat(most, begin, axis=-1)
        elif flow.sure and flow.guessed:
            least = np.where(flow.unknown[links], felt, 1.0)
            lack += rest * np.minimum.reduceat(least, begin, axis=-1)
        np.minimum(1.0, lack, out=lack)
        return lack

    def _lost(self, case: Ints, node: Ints) -> Floats:
        """What these nodes lose by what their groups lack."""
        np, flow = self._np, self.flow
        count = flow.begins[node + 1] - flow.begins[node]
        group = stretched(flow.begins[node], count)
        lack = self._softened(self.lack[group + np.repeat(case * flow.groups, count)], group)
        return self._dented(lack, flow.dent[group], np.cumsum(count) - count)

    def _softened(self, lack: Floats, groups: Ints | slice) -> Floats:
        if self.cushion is None:
            return lack
        left = lack * (1.0 - self.cushion.cover[groups]) - self.cushion.stock[groups]
        return self._np.maximum(0.0, left, out=left)

    def _dented(self, lack: Floats, dent: Floats, begin: Ints) -> Floats:
        """The worst of what is essential, or all that only dents, whichever is more."""
        np = self._np
        vital = dent >= 1.0
        lost: Floats = np.maximum.reduceat(np.where(vital, lack, 0.0), begin, axis=-1)
        if not vital.all():
            dents = np.add.reduceat(np.where(vital, 0.0, dent * lack), begin, axis=-1)
            np.maximum(lost, dents, out=lost)
        np.minimum(1.0, lost, out=lost)
        return lost

    def _round_of_all(self) -> Ints:
        np, flow = self._np, self.flow
        self.told[:] = self.felt
        felt = self.felt.reshape(self.cases, flow.nodes)[:, flow.source]
        lack = self._summed(felt, slice(None), flow.first[:-1], flow.rest)
        self.lack[:] = lack.reshape(-1)
        hit = np.flatnonzero(np.diff(flow.begins))
        lost = self._dented(self._softened(lack, slice(None)), flow.dent, flow.begins[hit])
        nodes = hit + np.arange(self.cases)[:, None] * flow.nodes
        return self._grown(nodes.reshape(-1), lost.reshape(-1))

    def _grown(self, nodes: Ints, lost: Floats) -> Ints:
        grown = lost > self.loss[nodes]
        nodes = nodes[grown]
        self.loss[nodes] = lost[grown]
        return nodes

    def _distinct(self, numbers: Ints, size: int) -> Ints:
        np = self._np
        if len(numbers) * _SPARSE < size:
            found: Ints = np.unique(numbers)
        else:
            ticked = np.zeros(size, dtype=np.bool_)
            ticked[numbers] = True
            found = np.flatnonzero(ticked)
        return found
