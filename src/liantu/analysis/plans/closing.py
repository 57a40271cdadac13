"""Closing plans of a target under a reading, and the ladder from buying to making.

Strictly, everything that is not had from outside by its nature or by rule is to be made here: that
is the plan for 环氧树脂. For a bus it would be eighty links, so a plan may leave up to ``allowed``
gaps to be bought, each counted; the ladder shows what every further link saves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from liantu.analysis.closure import Closure, close
from liantu.analysis.plans.amounts import Amounts, Need, Strain, amounts, need, strains
from liantu.analysis.plans.blocking import Block, Why, blocked
from liantu.analysis.plans.city import City, Had, Reach
from liantu.analysis.plans.integer import Status
from liantu.analysis.plans.problem import Unit
from liantu.analysis.plans.solving import SECONDS, Solution, cheapest
from liantu.analysis.proof import Proof, prove
from liantu.analysis.reading import Reading
from liantu.analysis.state import Maker
from liantu.jobs import Progress
from liantu.model import Status as State
from liantu.model.gates import Effect, Gate
from liantu.model.standing import Certainty, Standing

COUNT = 5
"""Plans, or rungs of a ladder, where no other number is asked for."""
_COMING = (State.BUILDING, State.PLANNED)


@dataclass(frozen=True, slots=True)
class Link:
    """A missing link that a plan builds: ``route`` of ``product``; ``others`` are routes that would
    do as well. ``turn``: 1 can start first. ``cost`` is the planner's number, ``None`` unknown.
    ``gates`` are those that bind (conditions, questions); ``coming``: makers under way on record.
    ``amount``: what the plan makes of it, ``None`` unknown or no demand known.
    """

    product: str
    route: str
    others: tuple[str, ...]
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


@dataclass(frozen=True)
class Wish:
    """What a planner asks. ``reach`` ``None``: closed for what is made here, ready for the rest.
    ``costs`` by product, in one currency; ``stand_in`` as in :class:`City`. ``demand`` ``None``:
    what is made of the target, else what is needed of it here, else the least plant.
    """

    target: str
    reach: Reach | None = None
    allowed: int = 0
    costs: Mapping[str, float] = field(default_factory=dict)
    stand_in: float | None = None
    demand: float | None = None


def closing_plans(
    reading: Reading,
    wish: Wish,
    count: int = COUNT,
    progress: Progress | None = None,
    seconds: float = SECONDS,
) -> Plans:
    """The ``count`` cheapest plans. Raises ``KeyError`` for an unknown product,
    :class:`ProblemError` for figures that cannot be, and ``Cancelled``.
    """
    city = _city(reading, wish, wish.allowed)
    found = cheapest(city.problem, count, progress, seconds)
    maker = _Maker(city, wish)
    plans = tuple(maker.plan(solution) for solution in found.solutions)
    block = None if plans or not found.complete else _block(city)
    return maker.plans(plans, found.complete, block)


def ladder(
    reading: Reading,
    wish: Wish,
    count: int = COUNT,
    progress: Progress | None = None,
    seconds: float = SECONDS,
) -> Plans:
    """At most ``count`` rungs, from buying whatever is lacking to making all of it: each is the
    cheapest that buys fewer gaps than the one before; the last makes as much as can be made. Of the
    wish ``allowed`` does not matter. Raises as :func:`closing_plans` does.
    """
    progress = progress or Progress()
    allowed = len(reading.atlas.products)
    maker = _Maker(_city(reading, wish, allowed), wish)
    rungs: list[Plan] = []
    complete = False
    while len(rungs) < count and not complete:
        progress.step(len(rungs), count)
        last = len(rungs) == count - 1 and count > 1
        plan = _strictest(maker, allowed, seconds) if last else maker.best(allowed, seconds)
        if plan is not None:
            rungs.append(plan)
            allowed = len(plan.imports) - 1
        complete = plan is None or allowed < 0
    progress.step(count, count)
    block = None if rungs else _block(maker.city)
    return maker.plans(tuple(rungs), complete, block)


def _strictest(maker: _Maker, allowed: int, seconds: float) -> Plan | None:
    """The plan that buys as little as can be, at most ``allowed``."""
    for most in range(allowed + 1):
        plan = maker.best(most, seconds)
        if plan is not None:
            return plan
    return None


def _city(reading: Reading, wish: Wish, allowed: int) -> City:
    local = reading.situation.is_local(wish.target)
    if wish.target not in reading.atlas.products:
        raise KeyError(wish.target)
    reach = wish.reach or (Reach.CLOSED if local else Reach.READY)
    return City(reading, wish.target, reach, wish.costs, wish.stand_in, allowed)


def _block(city: City) -> Block:
    if city.reading.situation.standing(city.target) is Standing.SHUT:
        return Block(((city.target, Why.SHUT),))
    return blocked(city.problem)


class _Maker:
    """Turns solutions into plans."""

    def __init__(self, city: City, wish: Wish) -> None:
        self.city, self._wish = city, wish
        self._reading = city.reading
        self._situation = city.reading.situation
        self._demand = wish.demand if wish.demand is not None else _demand(city)

    def plans(self, plans: tuple[Plan, ...], complete: bool, block: Block | None) -> Plans:
        """The answer."""
        return Plans(
            target=self.city.target,
            date=self._reading.date,
            reach=self.city.reach,
            allowed=self.city.allowed,
            costs=self._wish.costs,
            demand=self._demand,
            plans=plans,
            complete=complete,
            block=block,
        )

    def best(self, allowed: int, seconds: float) -> Plan | None:
        """The cheapest plan that buys at most ``allowed`` gaps."""
        city = _city(self._reading, self._wish, allowed)
        found = cheapest(city.problem, 1, seconds=seconds)
        return next((self.plan(s) for s in found.solutions), None)

    def plan(self, solution: Solution) -> Plan:
        """A solution with its proof and all that follows from it."""
        problem = self.city.problem
        had = problem.outside | set(solution.imports)
        steps = tuple(unit for unit in problem.units if unit.id in solution.units)
        closure = close(steps, had)
        proof = prove(steps, closure, problem.target)
        runs = _runs(steps, closure, proof)
        found = Amounts()
        if self._demand is not None:
            found = amounts(self._reading, runs, problem.target, self._demand)
        used = [unit for unit, _ in runs]
        taken = _users(used)
        local = tuple(p for p in taken if self.city.had.get(p) is Had.LOCAL)
        return Plan(
            links=tuple(self._links(used, closure.reached.keys(), found)),
            purchases=tuple(self._purchases(taken, set(solution.imports), found)),
            local=local,
            still=self._still(local),
            strains=strains(self._reading, found),
            cost=solution.cost,
            unknown=solution.unknown,
            proof=proof,
            steps=steps,
            status=solution.status,
            gap=solution.gap,
        )

    def _links(
        self, used: Sequence[Unit], reached: Mapping[str, int] | set[str], found: Amounts
    ) -> Iterator[Link]:
        turns: dict[str, int] = {}
        makes: dict[str, str] = {}
        for unit in used:
            before = [turns[q] for q in unit.inputs if q in makes]
            turn = max(before, default=0) + unit.is_new
            for product in unit.yields:
                if product not in makes:
                    makes[product], turns[product] = unit.id, turn
            if unit.is_new:
                yield self._link(unit, turn, reached, found)

    def _link(
        self, unit: Unit, turn: int, reached: Mapping[str, int] | set[str], found: Amounts
    ) -> Link:
        standing = self._situation.standing(unit.link)
        others = [
            other.id.partition("/")[2]
            for other in self.city.units.values()
            if other.link == unit.link and other.id != unit.id and other.needs <= set(reached)
        ]
        gates = self._situation.gates.get(unit.link, ())
        return Link(
            product=unit.link,
            route=unit.id.partition("/")[2],
            others=tuple(others),
            turn=turn,
            standing=standing,
            certainty=Certainty.of(standing),
            cost=unit.fixed,
            gates=tuple(g for g in gates if g.effect is not Effect.NOTE),
            barrier=self._reading.atlas.products[unit.link].barrier is not None,
            coming=tuple(self._coming(unit.link)),
            need=need(self._reading, unit.link, found),
            amount=found.made.get(unit.id),
        )

    def _coming(self, product: str) -> Iterator[Maker]:
        for maker in self._situation.makers(product):
            row = maker.capacity
            if row.status in _COMING and not row.contested and not row.until:
                yield maker

    def _purchases(
        self, taken: Mapping[str, tuple[str, ...]], imports: set[str], found: Amounts
    ) -> Iterator[Purchase]:
        for product, users in taken.items():
            had = Had.IMPORT if product in imports else self.city.had.get(product, Had.LOCAL)
            if had is not Had.LOCAL:
                gates = self._situation.gates.get(product, ())
                shut = (g for g in gates if g.effect is Effect.SHUT and had is Had.SHUT)
                yield Purchase(product, had, users, found.taken.get(product), next(shut, None))

    def _still(self, local: Sequence[str]) -> dict[str, tuple[str, ...]]:
        verdicts = self._reading.verdicts
        missing = {p: tuple(verdicts[p].missing) for p in local if p in verdicts}
        return {p: found for p, found in missing.items() if found}


def _demand(city: City) -> float | None:
    """What is made of the target, else what is lacking of it here, else the least plant."""
    reading, target = city.reading, city.target
    supply = reading.situation.supply(target)
    if supply is not None and supply.known > 0:
        return supply.known * reading.switches.utilisation
    balance = reading.diagnosis.balances.get(target)
    if balance and balance.deficit and balance.deficit > 0:
        return balance.deficit
    found = need(reading, target, Amounts())
    return found.scale


def _runs(
    steps: Sequence[Unit], closure: Closure, proof: Proof
) -> list[tuple[Unit, tuple[str, ...]]]:
    """Steps of a proof in the order in which they can start, with the products they prove."""
    proved: defaultdict[int, list[str]] = defaultdict(list)
    for node in _nodes(proof):
        if node.step is not None:
            proved[node.step].append(node.product)
    order = sorted(proved, key=lambda at: (closure.fired[at], at))
    return [(steps[at], tuple(proved[at])) for at in order]


def _nodes(proof: Proof) -> Iterator[Proof]:
    yield proof
    for part in proof.parts:
        yield from _nodes(part)


def _users(used: Sequence[Unit]) -> dict[str, tuple[str, ...]]:
    """Product → the products for which the steps take it, in the order of the steps."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for unit in used:
        for product in unit.inputs:
            found[product][unit.yields[0]] = None
    return {product: tuple(users) for product, users in found.items()}
