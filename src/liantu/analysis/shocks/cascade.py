"""What every node loses in the end when some lose a part of their output.

The generalised Leontief cascade (Diem et al. 2022, doi 10.1038/s41598-022-11522-z): what is no
longer supplied runs downstream, what is no longer bought runs upstream, each for itself; a node
loses the larger of the two. Unknown shares give the least and the most instead of one figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from liantu.analysis.shocks.spread import Spread, Spreading
from liantu.analysis.shocks.standins import StandIns

if TYPE_CHECKING:
    from liantu.analysis.shocks.flow import Floats, Flow
    from liantu.analysis.shocks.network import Network

EPS = 1e-6
_AT_ONCE = 500_000
"""Numbers held per array in one batch: large enough to be quick, 4 MB each."""


class Pair(NamedTuple):
    """The least and the most that each node loses, 0 to 1."""

    low: Floats
    high: Floats


@dataclass(frozen=True, eq=False)
class Effect:
    """What a shock does: ``supply`` to customers (断料), ``demand`` to suppliers (销路).

    ``direct``: the shocked nodes and what hangs on them at one remove, either way. ``rounds`` until
    nothing grew any more. ``closed``: some loop takes nothing from elsewhere and creeps towards its
    end, so that the answer hangs on the tolerance.
    """

    direct: Pair
    supply: Pair
    demand: Pair
    rounds: int
    closed: bool

    @property
    def total(self) -> Pair:
        """Per node the larger of supply and demand."""
        return _larger(self.supply, self.demand)


def cascade(
    network: Network, lost: Mapping[int, float], *, substitution: bool = False, eps: float = EPS
) -> Effect:
    """The effect of nodes losing so much of their output (node → 0 to 1) for good.

    ``substitution``: makers of the same market step in for one another. Losses that grow by no more
    than ``eps`` in a round run no further. Raises ``ValueError`` like :func:`cascades`.
    """
    return next(cascades(network, [lost], substitution=substitution, eps=eps))


def cascades(
    network: Network,
    shocks: Sequence[Mapping[int, float]],
    *,
    substitution: bool = False,
    eps: float = EPS,
) -> Iterator[Effect]:
    """The effect of each shock by itself, in their order, reckoned in batches.

    Raises ``ValueError`` for a node that there is not or a loss that is not 0 to 1.
    """
    standins = StandIns.of(network) if substitution else None
    size = max(1, _AT_ONCE // max(1, network.nodes, len(network.customer)))
    for begin in range(0, len(shocks), size):
        floor = _floors(network, shocks[begin : begin + size])
        supply = _bounds(network.downstream, floor, eps, standins)
        demand = _bounds(network.upstream, floor, eps, None)
        yield from _effects(supply, demand)


def _floors(network: Network, shocks: Sequence[Mapping[int, float]]) -> Floats:
    import numpy as np  # noqa: PLC0415  the first frame needs no numbers

    floor = np.zeros((len(shocks), network.nodes))
    for row, lost in zip(floor, shocks, strict=True):
        for node, share in lost.items():
            if not (0 <= node < network.nodes and 0.0 <= share <= 1.0):
                raise ValueError(f"node {node} cannot lose {share}")
            row[node] = share
    return floor


def _bounds(
    flow: Flow, floor: Floats, eps: float, standins: StandIns | None
) -> tuple[Spread, Spread]:
    """The least and the most; one run is both where nothing is unknown."""
    high = Spreading(flow, floor, high=True, eps=eps, standins=standins).run()
    if not (flow.guessed or (standins and standins.guessed)):
        return high, high
    return Spreading(flow, floor, high=False, eps=eps, standins=standins).run(), high


def _effects(supply: tuple[Spread, Spread], demand: tuple[Spread, Spread]) -> Iterator[Effect]:
    every = (*supply, *demand)
    for at in range(len(supply[0].loss)):
        yield Effect(
            direct=_larger(_pair(supply, at, first=True), _pair(demand, at, first=True)),
            supply=_pair(supply, at),
            demand=_pair(demand, at),
            rounds=max(int(s.rounds[at]) for s in every),
            closed=any(bool(s.closed[at]) for s in every),
        )


def _pair(bounds: tuple[Spread, Spread], at: int, *, first: bool = False) -> Pair:
    low, high = bounds
    if first:
        return Pair(low.first[at], high.first[at])
    return Pair(low.loss[at], high.loss[at])


def _larger(one: Pair, other: Pair) -> Pair:
    import numpy as np  # noqa: PLC0415  as above

    return Pair(np.maximum(one.low, other.low), np.maximum(one.high, other.high))
