"""Along which links losses run, laid out so that any part of a network can be looked at at once.

A flow is a network seen in one direction. Downstream the groups are the needs: what a customer
lacks of a product. Upstream every supplier has one group: what its customers no longer take.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

TINY = 1e-9
"""A share below this is a rounding error."""


@dataclass(frozen=True, eq=False)
class Flow:
    """Links in the order of their groups, groups in the order of the nodes that they hit.

    ``source``, ``share`` (0 where unknown), ``unknown``: of links. ``first``: where the links of
    each group begin (one more at the end). ``target``, ``dent``: of groups. ``rest``: the part of a
    group that its unknown links share; ``elsewhere``: the part that no link carries. ``begins``:
    where the groups of each node begin (one more at the end). ``feeds``: the groups that a node is
    a source of, from ``out[node]`` to ``out[node + 1]``. ``sure``: unknown links carry their whole
    rest, so that the least of them is lost for certain.
    """

    source: Ints
    share: Floats
    unknown: Flags
    first: Ints
    target: Ints
    dent: Floats
    rest: Floats
    elsewhere: Floats
    begins: Ints
    feeds: Ints
    out: Ints
    sure: bool

    @property
    def nodes(self) -> int:
        """How many there are."""
        return len(self.begins) - 1

    @property
    def groups(self) -> int:
        """How many there are."""
        return len(self.target)

    @property
    def guessed(self) -> bool:
        """Some share is unknown, so that the least and the most differ."""
        return bool((self.rest > 0).any())

    @classmethod
    def of(cls, groups: Groups, share: Floats, source: Ints, *, sure: bool) -> Self:
        """The flow of links that are given in the order of their groups."""
        import numpy as np  # noqa: PLC0415  the first frame needs no numbers

        unknown = np.isnan(share)
        known = np.where(unknown, 0.0, share)
        size = len(groups.target)
        left = np.maximum(0.0, 1.0 - np.bincount(groups.group, known, size))
        left[left < TINY] = 0.0
        open_ended = np.bincount(groups.group, unknown, size) > 0
        order = np.argsort(source, kind="stable")
        return cls(
            source=source,
            share=known,
            unknown=unknown,
            first=starts(groups.group, size),
            target=groups.target,
            dent=groups.dent,
            rest=np.where(open_ended, left, 0.0),
            elsewhere=np.where(open_ended, 0.0, left),
            begins=starts(groups.target, groups.nodes),
            feeds=groups.group[order],
            out=starts(source, groups.nodes),
            sure=sure,
        )


@dataclass(frozen=True, eq=False)
class Groups:
    """``group`` of each link, ``target`` and ``dent`` of each group, among so many ``nodes``."""

    nodes: int
    group: Ints
    target: Ints
    dent: Floats


def starts(numbers: Ints, size: int) -> Ints:
    """Where each of ``size`` numbers begins once they are sorted, and the end."""
    import numpy as np  # noqa: PLC0415  as above

    found = np.zeros(size + 1, dtype=np.int64)
    np.cumsum(np.bincount(numbers, minlength=size), out=found[1:])
    return found


def stretched(begin: Ints, count: Ints) -> Ints:
    """The numbers of all stretches one after the other: ``count`` from each ``begin`` on."""
    import numpy as np  # noqa: PLC0415  as above

    ends = np.cumsum(count)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(begin - (ends - count), count) + np.arange(total, dtype=np.int64)
