"""Who can run on whom: nodes that need inputs, each from any of its sources, as flat arrays.

A node is whatever can fail: a unit of a firm, the local market of a product, what comes from
outside. Every need of a node is one product that it takes from one or several sources; the node
stands still in so far as a need is not met. Shares that are unknown are ``nan``, never zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from liantu.analysis.shocks.flow import Flow, Groups
from liantu.once import once

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Source:
    """``supplier`` (a node) covers ``share`` of the need, and sells ``sold`` of what it puts out to
    the customer, both 0 to 1 (``None``: unknown). ``recorded``: on record, not 推定.
    """

    supplier: int
    share: float | None = None
    sold: float | None = None
    recorded: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """What node ``customer`` takes of one product. ``dent``: share of its output that is lost when
    nothing of it comes (1: essential; several below 1 add up). ``stock``: days that it can go on
    without (``None``: unknown).
    """

    customer: int
    sources: tuple[Source, ...]
    dent: float = 1.0
    stock: float | None = 0.0


@dataclass(frozen=True, eq=False)
class Network:
    """Arrays over nodes, over needs (in the order of their customers) and over links (in the order
    of their needs).

    ``output``: what a node puts out a year in whatever unit (``nan``: unknown). ``market``: nodes
    with the same number put out the same product and may stand in for one another (−1: nobody
    can). ``customer``, ``dent``, ``stock``: of needs. ``need``, ``supplier``, ``share``, ``sold``,
    ``recorded``: of links, as :class:`Source` says.
    """

    output: Floats
    market: Ints
    customer: Ints
    dent: Floats
    stock: Floats
    need: Ints
    supplier: Ints
    share: Floats
    sold: Floats
    recorded: Flags

    @property
    def nodes(self) -> int:
        """How many there are."""
        return len(self.output)

    @once
    def downstream(self) -> Flow:
        """How a lack runs from suppliers to customers: a group is a need."""
        groups = Groups(self.nodes, self.need, self.customer, self.dent)
        return Flow.of(groups, self.share, self.supplier, sure=True)

    @once
    def upstream(self) -> Flow:
        """How lost sales run from customers to suppliers: a group is all that a node sells."""
        import numpy as np  # noqa: PLC0415  the first frame needs no numbers

        order = np.argsort(self.supplier, kind="stable")
        target, group = np.unique(self.supplier[order], return_inverse=True)
        groups = Groups(self.nodes, group.astype(np.int64), target, np.ones(len(target)))
        return Flow.of(groups, self.sold[order], self.customer[self.need[order]], sure=False)

    @classmethod
    def of(
        cls,
        outputs: Sequence[float | None],
        needs: Iterable[Need],
        markets: Sequence[int] | None = None,
    ) -> Network:
        """The network of these needs; a need without a source is left out, as it never failed.

        Raises ``ValueError`` for a node that there is not.
        """
        import numpy as np  # noqa: PLC0415  the first frame needs no numbers

        rows = sorted((n for n in needs if n.sources), key=lambda n: n.customer)
        links = [(at, source) for at, need in enumerate(rows) for source in need.sources]
        named = [*(n.customer for n in rows), *(s.supplier for _, s in links)]
        if any(not 0 <= node < len(outputs) for node in named):
            raise ValueError("a need names a node that there is not")
        return cls(
            output=_floats(outputs),
            market=np.array(markets or [-1] * len(outputs), dtype=np.int64),
            customer=np.array([n.customer for n in rows], dtype=np.int64),
            dent=_floats([n.dent for n in rows]),
            stock=_floats([n.stock for n in rows]),
            need=np.array([at for at, _ in links], dtype=np.int64),
            supplier=np.array([s.supplier for _, s in links], dtype=np.int64),
            share=_floats([s.share for _, s in links]),
            sold=_floats([s.sold for _, s in links]),
            recorded=np.array([s.recorded for _, s in links], dtype=np.bool_),
        )


def _floats(values: Sequence[float | None]) -> Floats:
    import numpy as np  # noqa: PLC0415  as above

    return np.array([np.nan if v is None else v for v in values], dtype=np.float64)
