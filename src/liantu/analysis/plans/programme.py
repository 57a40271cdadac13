"""The programme of a problem: columns by what they mean, and what their values say.

Yes or no for every unit and every product that is made; a chosen maker and a place in an order for
products that stand in a loop, so that no loop lives of itself; after each plan a cut against it and
all that build more than it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from liantu.analysis.plans.integer import Answer, Program, Status
from liantu.analysis.plans.problem import Problem, Unit

_RUNS = 0.5
_FLOWS = 1e-7


@dataclass(frozen=True, slots=True)
class Solution:
    """One plan: the ``links`` to build and the units that run, both in the order of the problem.

    ``cost`` is what is known of it, ``unknown`` the links whose cost nobody knows; the two are
    never added. ``imports`` are bought instead of being made. ``activity`` of units and ``bought``
    amounts only with a demand. ``gap``: how much better a plan could still be, as a share; 0 is
    proven.
    """

    links: tuple[str, ...]
    units: tuple[str, ...]
    cost: float
    unknown: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    activity: Mapping[str, float] = field(default_factory=dict)
    bought: Mapping[str, float] = field(default_factory=dict)
    status: Status = Status.OPTIMAL
    gap: float = 0.0


class Model:
    """The programme of a problem; columns are kept by what they mean."""

    def __init__(self, problem: Problem) -> None:
        self._problem, self._program = problem, Program()
        self._runs = {unit.id: self._program.binary() for unit in problem.units}
        self._links = self._link_columns()
        self._makers: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in problem.units:
            for product in unit.yields:
                self._makers[product].append(unit)
        self._imports = {p: self._program.binary() for p in sorted(problem.importable)}
        if self._imports:
            terms = dict.fromkeys(self._imports.values(), 1.0)
            self._program.row(terms, high=float(problem.allowed))
        self._had = self._product_columns()
        self._buys = self._purchase_columns()
        for loop in _loops(problem, self._had):
            self._order(loop)
        self._activity: dict[str, int] = {}
        self._bought: dict[str, int] = {}
        if problem.demand is not None:
            self._flow(problem.demand)
        self._levels = [level for level in self._all_levels() if level]

    # -- reach

    def _link_columns(self) -> dict[str, int]:
        groups: dict[str, list[int]] = {}
        for unit in self._problem.units:
            if unit.is_new:
                groups.setdefault(unit.link, []).append(self._runs[unit.id])
        columns = {}
        for link, runs in groups.items():
            columns[link] = self._program.binary()
            for run in runs:
                self._program.row({run: 1.0, columns[link]: -1.0}, high=0.0)
            self._program.row({columns[link]: 1.0, **dict.fromkeys(runs, -1.0)}, high=0.0)
        return columns

    def _product_columns(self) -> dict[str, int]:
        problem, program = self._problem, self._program
        taken = {q: None for u in problem.units for q in u.inputs if q not in problem.outside}
        if problem.target not in problem.outside:
            taken.setdefault(problem.target)
        columns = {product: program.binary() for product in taken}
        for product, had in columns.items():
            makers = {self._runs[u.id]: -1.0 for u in self._makers[product]}
            program.row({had: 1.0, **makers, **self._import(product)}, high=0.0)
        for unit in problem.units:
            for product in unit.inputs:
                if product in columns:
                    program.row({self._runs[unit.id]: 1.0, columns[product]: -1.0}, high=0.0)
        if problem.target not in problem.outside:
            program.row({columns[problem.target]: 1.0}, low=1.0)
        return columns

    def _import(self, product: str) -> dict[int, float]:
        """The term by which an import lets a product be had; none if it may not be imported."""
        return {self._imports[product]: -1.0} if product in self._imports else {}

    def _purchase_columns(self) -> dict[str, int]:
        """Whether something is bought at all, to prefer plans that buy fewer products."""
        columns: dict[str, int] = {}
        for unit in self._problem.units:
            for product in unit.inputs:
                if product in self._problem.prices and product not in self._problem.at_hand:
                    if product not in columns:
                        columns[product] = self._program.column(0.0, 1.0)
                    self._program.row({columns[product]: 1.0, self._runs[unit.id]: -1.0}, low=0.0)
        return columns

    def _order(self, loop: Sequence[str]) -> None:
        """A maker and a place for each product of a loop: a maker that counts for it takes only
        what comes before it.
        """
        program, members, size = self._program, set(loop), float(len(loop))
        places = {product: program.column(0.0, size) for product in loop}
        for product in loop:
            chosen = {}
            for unit in self._makers[product]:
                if product in unit.inputs:
                    continue
                makes = chosen[unit.id] = program.binary()
                program.row({makes: 1.0, self._runs[unit.id]: -1.0}, high=0.0)
                for needed in sorted(unit.needs & members):
                    place = {places[product]: 1.0, places[needed]: -1.0, makes: -(size + 1.0)}
                    program.row(place, low=-size)
            made = dict.fromkeys(chosen.values(), -1.0)
            program.row({self._had[product]: 1.0, **made, **self._import(product)}, high=0.0)

    # -- amounts

    def _flow(self, demand: float) -> None:
        problem, program = self._problem, self._program
        rows: defaultdict[str, dict[int, float]] = defaultdict(dict)
        for unit in problem.units:
            capacity = unit.capacity or 0.0
            runs = self._activity[unit.id] = program.column(0.0, capacity)
            program.row({runs: 1.0, self._runs[unit.id]: -capacity}, high=0.0)
            for sign, flows in ((-1.0, unit.inputs), (1.0, unit.outputs)):
                for product, amount in flows.items():
                    terms = rows[product]
                    terms[runs] = terms.get(runs, 0.0) + sign * (amount or 0.0)
        for product in problem.prices:
            bought = self._bought[product] = program.column(0.0, float("inf"))
            rows[product][bought] = 1.0
        rows.setdefault(problem.target, {})
        for product, terms in rows.items():
            if product not in problem.at_hand or product == problem.target:
                program.row(terms, low=demand if product == problem.target else 0.0)

    # -- goals

    def _all_levels(self) -> Iterator[dict[int, float]]:
        new = [u for u in self._problem.units if u.is_new]
        if self._problem.stand_in is None:
            yield {self._runs[u.id]: 1.0 for u in new if u.fixed is None}
        yield self._money(new)
        yield dict.fromkeys(self._links.values(), 1.0)
        yield dict.fromkeys(self._imports.values(), 1.0)
        yield {self._runs[u.id]: float(u.doubts) for u in new if u.doubts}
        yield {self._runs[u.id]: -u.merit for u in new if u.merit}
        if self._problem.demand is None:
            yield dict.fromkeys(self._buys.values(), 1.0)

    def _money(self, new: Sequence[Unit]) -> dict[int, float]:
        problem, terms = self._problem, {}
        for unit in new:
            cost = unit.fixed if unit.fixed is not None else problem.stand_in
            if cost:
                terms[self._runs[unit.id]] = cost
        for unit in problem.units:
            if unit.id in self._activity and unit.variable:
                terms[self._activity[unit.id]] = unit.variable
        for product, column in self._bought.items():
            if price := problem.prices[product]:
                terms[column] = price
        return terms

    # -- answers

    def next(self, seconds: float) -> Answer:
        """The best that is not forbidden."""
        return self._program.minimise(self._levels, seconds)

    def forbid(self, links: Sequence[str]) -> None:
        """Cut off a plan and all that build more."""
        self._program.row({self._links[link]: 1.0 for link in links}, high=len(links) - 1.0)

    def solution(self, answer: Answer) -> Solution:
        """What the values of the columns mean."""
        problem, values = self._problem, answer.values
        running = [u for u in problem.units if values[self._runs[u.id]] > _RUNS]
        new = [u for u in running if u.is_new]
        activity = {u: values[c] for u, c in self._activity.items() if values[c] > _FLOWS}
        bought = {p: values[c] for p, c in self._bought.items() if values[c] > _FLOWS}
        cost = sum(u.fixed or 0.0 for u in new)
        cost += sum(u.variable * activity.get(u.id, 0.0) for u in problem.units)
        cost += sum((problem.prices[p] or 0.0) * amount for p, amount in bought.items())
        return Solution(
            links=tuple(dict.fromkeys(u.link for u in new)),
            units=tuple(u.id for u in running),
            cost=cost,
            unknown=tuple(dict.fromkeys(u.link for u in new if u.fixed is None)),
            imports=tuple(p for p, c in self._imports.items() if values[c] > _RUNS),
            activity=activity,
            bought=bought,
            status=answer.status,
            gap=answer.gap or 0.0,
        )


def _loops(problem: Problem, had: Mapping[str, int]) -> list[list[str]]:
    """Groups of products each of which may feed every other, in the order of the columns."""
    import networkx as nx  # noqa: PLC0415  costs half a second, so only when asked for

    flows = nx.DiGraph()
    flows.add_nodes_from(had)
    for unit in problem.units:
        for needed in unit.inputs:
            made = [product for product in unit.yields if product in had]
            flows.add_edges_from((needed, product) for product in made if needed in had)
    groups = nx.strongly_connected_components(flows)
    loops = [g for g in groups if len(g) > 1 or flows.has_edge(*(list(g) * 2))]
    place = {product: at for at, product in enumerate(had)}
    return sorted((sorted(g, key=place.__getitem__) for g in loops), key=lambda g: place[g[0]])
