"""Which losses creep towards an end that the tolerance cuts off.

A loop whose members take nothing from elsewhere and nothing from who is still healthy loses a
little more in each round until all is lost that can be; it ends where the tolerance ends it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from liantu.analysis.shocks.flow import TINY, Flow, stretched

if TYPE_CHECKING:
    from liantu.analysis.shocks.flow import Floats, Ints

_NOISE = 1e-12
"""Growth below this is rounding."""


def creeping(flow: Flow, felt: Floats, told: Floats) -> Ints:
    """Nodes on or behind a dry loop that ends in a node which still grows, case by case.

    ``felt``: what each node loses now; ``told``: what its customers have heard of (both flat).
    """
    import numpy as np  # noqa: PLC0415  the first frame needs no numbers

    nodes = np.flatnonzero(felt - told > _NOISE)
    seen = np.zeros(len(felt), dtype=np.bool_)
    found: list[tuple[Ints, Ints]] = []
    while len(nodes):
        seen[nodes] = True
        source, target = _dry(flow, felt, nodes)
        found.append((source, target))
        nodes = np.unique(source[~seen[source] & (felt[source] < 1.0 - TINY)])
    if not found:
        return nodes
    sources, targets = zip(*found, strict=True)
    return _on_loops(np.concatenate(sources), np.concatenate(targets))


def _dry(flow: Flow, felt: Floats, nodes: Ints) -> tuple[Ints, Ints]:
    """Sources and targets of the links into ``nodes`` that belong to an essential group without
    anything from elsewhere, all of whose sources lose something.
    """
    import numpy as np  # noqa: PLC0415  as above

    case, node = np.divmod(nodes, flow.nodes)
    count = flow.begins[node + 1] - flow.begins[node]
    group, case = stretched(flow.begins[node], count), np.repeat(case, count)
    whole = (flow.elsewhere[group] <= TINY) & (flow.dent[group] >= 1.0)
    group, case = group[whole], case[whole]
    if not len(group):
        return group, group
    count = flow.first[group + 1] - flow.first[group]
    at = stretched(flow.first[group], count)
    case = np.repeat(case, count)
    source = flow.source[at] + case * flow.nodes
    idle = (flow.share[at] == 0.0) & ~flow.unknown[at]
    worst = np.where(idle, 1.0, felt[source])
    dry = np.repeat(np.minimum.reduceat(worst, np.cumsum(count) - count) > 0.0, count)
    target = np.repeat(flow.target[group], count) + case * flow.nodes
    return source[dry & ~idle], target[dry & ~idle]


def _on_loops(source: Ints, target: Ints) -> Ints:
    """Targets that are left when every link whose source has no link of its own is taken away."""
    import numpy as np  # noqa: PLC0415  as above

    while len(source):
        kept = np.isin(source, target)
        if kept.all():
            break
        source, target = source[kept], target[kept]
    return target
