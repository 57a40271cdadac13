"""A solution as a plan that can be told: in which order, from what, how much, with what doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from liantu.analysis.closure import Closure, close
from liantu.analysis.plans.amounts import Amounts, amounts, beside, need, strains
from liantu.analysis.plans.city import City, Had
from liantu.analysis.plans.plan import Link, Plan, Purchase
from liantu.analysis.plans.problem import Unit
from liantu.analysis.plans.solution import Solution
from liantu.analysis.proof import Proof, prove
from liantu.analysis.state import Maker
from liantu.model import Status
from liantu.model.gates import Effect
from liantu.model.standing import Certainty

_COMING = (Status.BUILDING, Status.PLANNED)


class Describer:
    """Turns solutions into plans."""

    def __init__(self, city: City, demand: float | None) -> None:
        self.demand = demand
        self._city, self._reading = city, city.reading
        self._situation = city.reading.situation

    def plan(self, solution: Solution) -> Plan:
        """A solution with its proof and all that follows from it."""
        problem = self._city.problem
        had = problem.outside | set(solution.imports)
        steps = tuple(unit for unit in problem.units if unit.id in solution.units)
        closure = close(steps, had)
        proof = prove(steps, closure, problem.target)
        runs = _runs(steps, closure, proof)
        found = amounts(self._reading, runs, problem.target, self.demand)
        used = [unit for unit, _ in runs]
        taken = _users(used)
        local = tuple(p for p in taken if self._city.had.get(p) is Had.LOCAL)
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
        self, used: Sequence[Unit], reached: Collection[str], found: Amounts
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

    def _link(self, unit: Unit, turn: int, reached: Collection[str], found: Amounts) -> Link:
        standing = self._situation.standing(unit.link)
        others = [
            other.id.partition("/")[2]
            for other in self._city.units.values()
            if other.link == unit.link and other.id != unit.id and other.needs <= set(reached)
        ]
        gates = self._situation.gates.get(unit.link, ())
        return Link(
            product=unit.link,
            route=unit.id.partition("/")[2],
            others=tuple(others),
            beside=beside(self._reading, unit, found),
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
            had = Had.IMPORT if product in imports else self._city.had.get(product, Had.LOCAL)
            if had is not Had.LOCAL:
                gates = self._situation.gates.get(product, ())
                shut = (g for g in gates if g.effect is Effect.SHUT and had is Had.SHUT)
                yield Purchase(product, had, users, found.taken.get(product), next(shut, None))

    def _still(self, local: Sequence[str]) -> dict[str, tuple[str, ...]]:
        verdicts = self._reading.verdicts
        missing = {p: tuple(verdicts[p].missing) for p in local if p in verdicts}
        return {p: found for p, found in missing.items() if found}


def usual_demand(city: City) -> float | None:
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
