"""Networks of the published cascade and of drawn ones, and slow ways to reckon the same."""

from __future__ import annotations

import math
from collections.abc import Mapping

from hypothesis import strategies as st

from liantu.analysis.shocks.network import Need, Network, Source

SALES = ((0, 1, 8.0), (2, 1, 2.0), (3, 0, 3.0), (3, 2, 1.0))
"""汇隆 (0) and another maker (2) of parts supply 中通 (1); a steelworks (3) supplies both."""
REVENUE = (10.0, 100.0, 4.0, 20.0)
MAKES = (0, 1, 0, 2)
"""Which product each makes."""


def seed(*, closed: bool = False) -> Network:
    """The four firms; ``closed``: nothing is sold outside of them."""
    within = [sum(x for a, _, x in SALES if a == firm) for firm in range(4)]
    output = within if closed else REVENUE
    bought: dict[tuple[int, int], list[tuple[int, float]]] = {}
    for seller, buyer, amount in SALES:
        bought.setdefault((buyer, MAKES[seller]), []).append((seller, amount))
    needs = []
    for (buyer, _), parts in bought.items():
        total = sum(amount for _, amount in parts)
        sources = (Source(s, x / total, x / output[s], recorded=True) for s, x in parts)
        needs.append(Need(buyer, tuple(sources)))
    return Network.of(output, needs, MAKES)


SHARES = st.sampled_from((0.0, 0.2, 0.5, 0.9, 1.0, None))
Drawn = tuple[list[float | None], list[Need], list[int]]


@st.composite
def needs_of(draw: st.DrawFn, nodes: int, *, whole: bool) -> list[Need]:
    """Needs among ``nodes``; ``whole``: essential, and all of their shares unknown."""
    found = []
    for customer in draw(st.lists(st.integers(0, nodes - 1), max_size=8)):
        names = draw(st.lists(st.integers(0, nodes - 1), min_size=1, max_size=3))
        shares = [None if whole else draw(SHARES) for _ in names]
        known = sum(s for s in shares if s)
        scaled = [s if s is None or known <= 1 else s / known for s in shares]
        sources = [
            Source(name, share, _part(draw(SHARES), len(names)))
            for name, share in zip(names, scaled, strict=True)
        ]
        dent = 1.0 if whole else draw(st.sampled_from((1.0, 1.0, 0.6, 0.3)))
        stock = draw(st.sampled_from((0.0, 0.5, 2.0, 3.0, None)))
        found.append(Need(customer, tuple(sources), dent, stock))
    return found


def _part(share: float | None, parts: int) -> float | None:
    return None if share is None else share / (parts * 8)


@st.composite
def drawn(draw: st.DrawFn, *, whole: bool = False) -> Drawn:
    """Outputs, needs and markets of a small network with loops, from which one can be made."""
    nodes = draw(st.integers(1, 7))
    outputs = draw(st.lists(st.sampled_from((None, 1.0, 5.0)), min_size=nodes, max_size=nodes))
    markets = draw(st.lists(st.integers(-1, 1), min_size=nodes, max_size=nodes))
    return outputs, draw(needs_of(nodes, whole=whole)), markets


def slow_times(network: Network, stopped: Mapping[int, float], unknown: float) -> list[float]:
    """τ of every node by going through all needs until nothing falls any more."""
    time = [0.0 if node in stopped else math.inf for node in range(network.nodes)]
    while True:
        before = list(time)
        for at, customer in enumerate(network.customer.tolist()):
            links = [n for n in range(len(network.need)) if network.need[n] == at]
            last = max(before[network.supplier[n]] for n in links)
            stock = float(network.stock[at])
            time[customer] = min(time[customer], last + (unknown if stock != stock else stock))
        if time == before:
            return time
