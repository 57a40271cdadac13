"""The programme of a problem: columns by what they mean, and what their values say.

Yes or no for every unit and every product that is made. No loop may live of itself: instead of an
order of all products, rows are added that forbid the loops that turn up. After each plan comes a
row against it and all that build more than it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from liantu.analysis.closure import close
from liantu.analysis.plans.founding import cone, founders, unfounded
from liantu.analysis.plans.integer import Answer, Cuts, Program
from liantu.analysis.plans.problem import Problem, Unit
from liantu.analysis.plans.solution import Solution
from liantu.jobs import Progress

_RUNS = 0.5
_FLOWS = 1e-7
_SHARES = (1e-6, 0.1, 0.25, 0.5, 0.75)
"""Parts above which a unit counts as running where parts may be taken."""
_VIOLATED = 0.01
_PURCHASE = 0.01
"""Merit of a link that one purchase fewer outweighs."""


class Model:
    """The programme of a problem; columns are kept by what they mean."""

    def __init__(self, problem: Problem, progress: Progress | None = None) -> None:
        self._problem, self._program = problem, Program(progress=progress or Progress())
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
        self._activity: dict[str, int] = {}
        self._bought: dict[str, int] = {}
        if problem.demand is not None:
            self._flow(problem.demand)
        self._levels: list[dict[int, float]] = []
        for level in self._all_levels():
            if level and level not in self._levels:
                self._levels.append(level)

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

    def _repair(self, values: Sequence[float]) -> None:
        """Cut off what lives of itself: it is had only if a founder runs or some is bought."""
        bought = [p for p, c in self._imports.items() if values[c] > _RUNS]
        for members in unfounded(self._problem, self._makers, self._running(values), bought):
            founding = self._founding(members)
            for product in sorted(members):
                if values[self._had[product]] > _RUNS:
                    self._program.row({self._had[product]: 1.0, **founding}, high=0.0)

    def _tighten(self, values: Sequence[float]) -> None:
        """Cut off what is had in part although less than that founds it."""
        worth = {u: values[c] for u, c in self._runs.items()}
        cuts: dict[tuple[str, frozenset[str]], None] = {}
        for least in _SHARES:
            bought = {p for p, c in self._imports.items() if values[c] > least}
            running = [u for u in self._problem.units if worth[u.id] > least]
            had = self._problem.outside | bought
            reached = had | close(running, had).reached.keys()
            for product, column in self._had.items():
                if values[column] > least and product not in reached:
                    cuts[product, cone(product, self._makers, reached, worth)] = None
        for product, members in cuts:
            row = {self._had[product]: 1.0, **self._founding(members)}
            if sum(value * values[at] for at, value in row.items()) > _VIOLATED:
                self._program.row(row, high=0.0)

    def _founding(self, members: Collection[str]) -> dict[int, float]:
        """Terms of what founds a set: units, and imports of any of it."""
        terms = {self._runs[u.id]: -1.0 for u in founders(members, self._makers)}
        return terms | {self._imports[p]: -1.0 for p in sorted(members) if p in self._imports}

    def _running(self, values: Sequence[float]) -> list[Unit]:
        return [u for u in self._problem.units if values[self._runs[u.id]] > _RUNS]

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
            yield self._unknown(new)
        yield self._money(new)
        yield self._counts(new)

    def _counts(self, new: Sequence[Unit]) -> dict[int, float]:
        """Links before imports before doubts: one more of the first outweighs all of the next."""
        doubt = 1.0
        imports = doubt * (1 + sum(u.doubts for u in new))
        link = imports * (1 + min(self._problem.allowed, len(self._imports)))
        terms = {self._runs[u.id]: doubt * u.doubts for u in new if u.doubts}
        terms |= dict.fromkeys(self._imports.values(), imports)
        return terms | dict.fromkeys(self._links.values(), link)

    def _taste(self) -> dict[int, float]:
        """What speaks for the links, less a little for every product that is bought."""
        new = (u for u in self._problem.units if u.is_new and u.merit)
        terms = {self._runs[u.id]: -u.merit for u in new}
        if self._problem.demand is None:
            terms |= dict.fromkeys(self._buys.values(), _PURCHASE)
        return terms

    def _unknown(self, new: Sequence[Unit]) -> dict[int, float]:
        """Links of unknown cost; where every cost is unknown, all links."""
        known = {u.link for u in new if u.fixed is not None}
        units = {self._runs[u.id]: 1.0 for u in new if u.fixed is None and u.link in known}
        return units | {c: 1.0 for link, c in self._links.items() if link not in known}

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
        cuts = Cuts(self._repair, self._tighten)
        return self._program.minimise(self._levels, seconds, cuts, self._taste())

    def forbid(self, links: Sequence[str]) -> None:
        """Cut off a plan and all that build more."""
        self._program.row({self._links[link]: 1.0 for link in links}, high=len(links) - 1.0)

    def solution(self, answer: Answer) -> Solution:
        """What the values of the columns mean."""
        problem, values = self._problem, answer.values
        running = self._running(values)
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
