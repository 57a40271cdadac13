"""What a closing plan says: its links, what it buys, what it rests on, and what was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from liantu.analysis.plans.amounts import Need, Strain
from liantu.analysis.plans.blocking import Block
from liantu.analysis.plans.city import Had, Reach
from liantu.analysis.plans.integer import Status
from liantu.analysis.plans.problem import Unit
from liantu.analysis.proof import Proof
from liantu.analysis.state import Maker
from liantu.model.gates import Gate
from liantu.model.standing import Certainty, Standing


@dataclass(frozen=True)
class Wish:
    """What a planner asks. ``reach`` ``None``: the chain of what is made here, ready for the rest.
    ``costs`` by product, in one currency; ``stand_in`` as in :class:`Problem`. ``demand`` ``None``:
    what is made of the target, else what is needed of it here, else the least plant. ``within``:
    the chain whose links may be built (empty: of all chains); ``buying``: what is bought at once.
    """

    target: str
    reach: Reach | None = None
    allowed: int = 0
    costs: Mapping[str, float] = field(default_factory=dict)
    stand_in: float | None = None
    demand: float | None = None
    within: str = ""
    buying: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Link:
    """A missing link that a plan builds: ``route`` of ``product``; ``others`` are routes that would
    do as well; ``beside`` it comes what the route yields, too, so much of it (``None``: unknown).
    ``turn``: 1 can start first. ``cost`` is the planner's number, ``None`` unknown.
    ``gates`` are those that bind (conditions, questions); ``coming``: makers under way on record.
    ``amount``: what the plan makes of it, ``None`` unknown or no demand known.
    """

    product: str
    route: str
    others: tuple[str, ...]
    beside: Mapping[str, float | None]
    turn: int
    standing: Standing
    certainty: Certainty | None
    cost: float | None
    gates: tuple[Gate, ...]
    barrier: bool
    coming: tuple[Maker, ...]
    need: Need
    amount: float | None


@dataclass(frozen=True, slots=True)
class Purchase:
    """A product that a plan buys: why, for which products, and how much (``None``: unknown).
    ``gate``: that which shuts it.
    """

    product: str
    had: Had
    users: tuple[str, ...]
    amount: float | None
    gate: Gate | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A set of links in the order in which they can start, and what it rests on.

    ``cost`` is what is known, ``unknown`` the links whose cost nobody told. ``local``: products
    made here that it takes as they are; ``still``: of these, what runs and buys mains or parts
    today, with these. ``proof`` speaks of ``steps`` by index. ``gap``: 最多还能好, 0 is proven.
    """

    links: tuple[Link, ...]
    purchases: tuple[Purchase, ...]
    local: tuple[str, ...]
    still: Mapping[str, tuple[str, ...]]
    strains: tuple[Strain, ...]
    cost: float
    unknown: tuple[str, ...]
    proof: Proof
    steps: tuple[Unit, ...]
    status: Status = Status.OPTIMAL
    gap: float = 0.0

    @property
    def imports(self) -> tuple[str, ...]:
        """Gaps that the plan leaves to be bought."""
        return tuple(p.product for p in self.purchases if p.had is Had.IMPORT)


@dataclass(frozen=True, slots=True)
class Plans:
    """What was asked, and the plans, the cheapest first; of a ladder from buying to making.

    ``demand`` (capacity unit of the target) is that for which amounts were worked out, ``None``
    where nothing is known of it. ``complete``: there are no others. ``block`` where there is none.
    ``within``: the chain that they keep within, empty for none. ``stopped``: the time was out
    before as many were found as were asked for.
    """

    target: str
    date: str
    reach: Reach
    allowed: int
    costs: Mapping[str, float]
    demand: float | None
    plans: tuple[Plan, ...]
    complete: bool
    block: Block | None = None
    within: str = ""
    ladder: bool = False
    stopped: bool = False

    @property
    def whole(self) -> Plan | None:
        """The plan that makes the most here: the cheapest, of a ladder the last."""
        if not self.plans:
            return None
        return self.plans[-1] if self.ladder else self.plans[0]
