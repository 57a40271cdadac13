"""Day by day: stocks are used up by what is lacking, stops come and go, measures set in.

Within a day losses spread until they are still, as in the cascade. Of what a need lacks, measures
cover their share first and stock makes up for as much as is left of it; a lack of 0.4 uses up 0.4
days of stock. Used stock does not come back by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from liantu.analysis.shocks.cascade import EPS, Pair
from liantu.analysis.shocks.spread import Cushion, Spreading
from liantu.analysis.shocks.standins import StandIns

if TYPE_CHECKING:
    from liantu.analysis.shocks.flow import Floats
    from liantu.analysis.shocks.network import Network


@dataclass(frozen=True, slots=True)
class Level:
    """From the morning of ``day`` on (0: at once) ``node`` loses ``lost`` of its output by itself,
    0 to 1; the last one said for a day holds.
    """

    day: int
    node: int
    lost: float


@dataclass(frozen=True, slots=True)
class Relief:
    """From the morning of ``day`` on, ``share`` of what ``need`` (its index) lacks comes from
    elsewhere; several add up. ``days``: stock that is brought in that morning.
    """

    day: int
    need: int
    share: float = 0.0
    days: float = 0.0


def course(
    network: Network,
    levels: Sequence[Level],
    reliefs: Sequence[Relief],
    days: int,
    *,
    substitution: bool = False,
) -> Pair:
    """The least and the most that each node loses on each of so many days (days × nodes).

    The least takes an unknown stock as endless, the most as empty. Raises ``ValueError`` for a node
    or need that there is not, and for a loss or share that is not 0 to 1.
    """
    import numpy as np  # noqa: PLC0415  the first frame needs no numbers

    _check(network, levels, reliefs)
    standins = StandIns.of(network) if substitution else None
    unknown = np.isnan(network.stock)
    empty = _Course(network, np.where(unknown, 0.0, network.stock), standins, high=True)
    high = empty.through(levels, reliefs, days)
    guessed = network.downstream.guessed or (standins is not None and standins.guessed)
    if not (guessed or unknown.any()):
        return Pair(high, high)
    endless = _Course(network, np.where(unknown, np.inf, network.stock), standins, high=False)
    return Pair(endless.through(levels, reliefs, days), high)


def _check(network: Network, levels: Iterable[Level], reliefs: Iterable[Relief]) -> None:
    for level in levels:
        if not (0 <= level.node < network.nodes and 0.0 <= level.lost <= 1.0):
            raise ValueError(f"node {level.node} cannot lose {level.lost}")
    for relief in reliefs:
        there = 0 <= relief.need < len(network.customer)
        if not (there and 0.0 <= relief.share <= 1.0 and relief.days >= 0.0):
            raise ValueError(f"need {relief.need} cannot be helped like that")


class _Course:
    """One bound on its way through the days."""

    def __init__(
        self, network: Network, stock: Floats, standins: StandIns | None, *, high: bool
    ) -> None:
        import numpy as np  # noqa: PLC0415  as above

        self.flow, self.standins, self.high = network.downstream, standins, high
        self.floor = np.zeros(network.nodes)
        self.cushion = Cushion(cover=np.zeros(len(stock)), stock=stock.copy())

    def through(self, levels: Sequence[Level], reliefs: Sequence[Relief], days: int) -> Floats:
        """Losses on each day."""
        import numpy as np  # noqa: PLC0415  as above

        news: dict[int, list[Level | Relief]] = defaultdict(list)
        said: list[Level | Relief] = [*levels, *reliefs]
        for item in sorted(said, key=lambda item: item.day):
            news[max(0, item.day)].append(item)
        losses = np.zeros((days, len(self.floor)))
        still = True
        for day in range(days):
            for item in news[day]:
                self._heed(item)
            if still and not news[day]:
                losses[day] = losses[max(0, day - 1)]
            else:
                losses[day], still = self._day()
        return losses

    def _heed(self, item: Level | Relief) -> None:
        if isinstance(item, Level):
            self.floor[item.node] = item.lost
            return
        cover = self.cushion.cover[item.need] + item.share
        self.cushion.cover[item.need] = min(1.0, cover)
        self.cushion.stock[item.need] += item.days

    def _day(self) -> tuple[Floats, bool]:
        """Losses of this day, and whether the next is like it unless something new comes."""
        import numpy as np  # noqa: PLC0415  as above

        spread = Spreading(
            self.flow,
            self.floor[None, :],
            high=self.high,
            eps=EPS,
            cushion=self.cushion,
            standins=self.standins,
        ).run()
        lack = spread.lack[0] * (1.0 - self.cushion.cover)
        used = np.minimum(lack, self.cushion.stock)
        self.cushion.stock[:] -= used
        finite = np.isfinite(self.cushion.stock)
        return spread.loss[0], not used[finite].any()
