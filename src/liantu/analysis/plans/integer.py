"""A mixed-integer programme that is minimised level by level, solved by HiGHS.

One thread and a fixed seed: the same programme has the same answer on every machine of a kind.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING

from liantu.analysis.solver import Options, let_go, quiet, watch
from liantu.jobs import Progress

if TYPE_CHECKING:
    import highspy

Terms = Mapping[int, float]
Row = tuple[float, dict[int, float], float]
Cut = Callable[[Sequence[float]], None]
_TIGHT = 1e-7
"""How far a value may be from whole, or a row from its bound."""
_ROUNDS = 60
"""How often a programme is tightened before its whole answers are looked for."""
_TASTING = 20
"""Nodes of the search for the nicest of equal answers: a limit that, unlike time, is the same on
every machine.
"""
_SLACK = 1e-6
"""What the value of an earlier level may lose, relative to it, when a later one is minimised."""


class Status(enum.StrEnum):
    """How a programme ended."""

    OPTIMAL = "optimal"
    INFEASIBLE = "infeasible"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Answer:
    """``values`` of the columns (empty without a solution), the value of each level, and the
    largest relative ``gap`` of a level: 0 where all were proven, ``None`` if nothing was found.
    """

    status: Status
    values: tuple[float, ...] = ()
    levels: tuple[float, ...] = ()
    gap: float | None = 0.0


@dataclass(frozen=True, slots=True)
class Cuts:
    """Rows that are added when they are needed. ``repair`` is shown every whole answer and adds
    those that forbid it; it is asked again until it adds none. ``tighten`` may add rows that forbid
    an answer in parts, and no whole one.
    """

    repair: Cut
    tighten: Cut


@dataclass(slots=True)
class Program:
    """Columns with bounds and rows ``low ≤ Σ terms ≤ high`` as they are added; plain lists.
    ``progress`` is asked whether to go on, in the midst of a search, too.
    """

    lows: list[float] = field(default_factory=list)
    highs: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    progress: Progress = field(default_factory=Progress)

    def column(self, low: float, high: float, *, whole: bool = False) -> int:
        """Add a variable; its index."""
        self.lows.append(low)
        self.highs.append(high)
        self.whole.append(whole)
        return len(self.lows) - 1

    def binary(self) -> int:
        """Add a yes or no; its index."""
        return self.column(0.0, 1.0, whole=True)

    def row(self, terms: Terms, low: float = -float("inf"), high: float = float("inf")) -> None:
        """Add a constraint."""
        self.rows.append((low, dict(terms), high))

    def minimise(
        self,
        levels: Sequence[Terms],
        seconds: float,
        cuts: Cuts | None = None,
        taste: Terms | None = None,
    ) -> Answer:
        """The least of the first level, among these the least of the second, and so on; each within
        ``seconds``. A level that was stopped keeps the best that was found. Of equal answers one of
        good ``taste`` is taken, without proof that there is no better one.
        """
        bounds: list[Row] = []
        found = Answer(Status.INFEASIBLE, gap=None)
        reached: list[float] = []
        worst = 0.0
        for level in levels or [{}]:
            if cuts is not None:
                self._relax(bounds, level, seconds, cuts.tighten)
            answer = self._sound(bounds, level, seconds, cuts)
            if not answer.values:
                return found if found.values else answer
            worst = max(worst, answer.gap or 0.0)
            reached.append(answer.levels[0])
            stopped = Status.STOPPED in (found.status, answer.status)
            status = Status.STOPPED if stopped else Status.OPTIMAL
            found = Answer(status, answer.values, tuple(reached), worst)
            bound = answer.levels[0] + _SLACK * max(1.0, abs(answer.levels[0]))
            bounds.append((-float("inf"), dict(level), bound))
        if taste and found.status is Status.OPTIMAL:
            nice = self._sound(bounds, taste, seconds, cuts, _TASTING)
            return replace(found, values=nice.values) if nice.values else found
        return found

    def _sound(
        self,
        bounds: Sequence[Row],
        costs: Terms,
        seconds: float,
        cuts: Cuts | None,
        nodes: int | None = None,
    ) -> Answer:
        """The best answer that needs no repair, found in at most so many ``nodes`` of a search."""
        end = monotonic() + seconds
        while True:
            left = end - monotonic()
            if left <= 0:
                return Answer(Status.STOPPED, gap=None)
            answer = self._solve([*self.rows, *bounds], costs, left, nodes=nodes)
            before = len(self.rows)
            if cuts is not None and answer.values:
                cuts.repair(answer.values)
            if len(self.rows) == before:
                return answer

    def _relax(self, bounds: Sequence[Row], costs: Terms, seconds: float, tighten: Cut) -> None:
        """Tighten the programme in which parts of whole ones may be taken, while that helps."""
        end = monotonic() + seconds
        for _ in range(_ROUNDS):
            answer = self._solve([*self.rows, *bounds], costs, seconds, whole=False)
            before = len(self.rows)
            if answer.values:
                tighten(answer.values)
            if len(self.rows) == before or monotonic() > end:
                return

    # No level starts from the answer of the one before: HiGHS 1.16 then calls answers optimal that
    # are not (found by trying all plans of small problems).
    def _solve(
        self,
        rows: Sequence[Row],
        costs: Terms,
        seconds: float,
        *,
        whole: bool = True,
        nodes: int | None = None,
    ) -> Answer:
        import highspy  # noqa: PLC0415  a tenth of a second, and only planners who plan need it

        solver = quiet(_options(seconds))
        if nodes is not None:
            solver.setOptionValue("mip_max_nodes", nodes)
        solver.passModel(self._model(highspy.HighsLp(), rows, costs, whole))
        watch(solver, self.progress)
        solver.run()
        let_go(solver)
        self.progress.check()
        return self._answer(solver, costs)

    def _model(
        self,
        model: highspy.HighsLp,
        rows: Sequence[Row],
        costs: Terms,
        whole: bool,
    ) -> highspy.HighsLp:
        import highspy  # noqa: PLC0415
        import numpy as np  # noqa: PLC0415

        model.num_col_, model.num_row_ = len(self.lows), len(rows)
        model.col_cost_ = np.array([costs.get(at, 0.0) for at in range(len(self.lows))])
        model.col_lower_, model.col_upper_ = np.array(self.lows), np.array(self.highs)
        model.row_lower_ = np.array([low for low, _, _ in rows])
        model.row_upper_ = np.array([high for _, _, high in rows])
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.num_col_, model.a_matrix_.num_row_ = len(self.lows), len(rows)
        sizes = [len(terms) for _, terms, _ in rows]
        model.a_matrix_.start_ = np.concatenate(([0], np.cumsum(sizes))).astype(np.int32)
        model.a_matrix_.index_ = np.array([c for _, t, _ in rows for c in t], dtype=np.int32)
        model.a_matrix_.value_ = np.array([v for _, t, _ in rows for v in t.values()], dtype=float)
        if whole:
            kinds = highspy.HighsVarType
            model.integrality_ = [kinds.kInteger if w else kinds.kContinuous for w in self.whole]
        return model

    def _answer(self, solver: highspy.Highs, costs: Terms) -> Answer:
        import highspy  # noqa: PLC0415

        ended, told = solver.getModelStatus(), solver.getInfo()
        states = highspy.HighsModelStatus
        if ended in (states.kInfeasible, states.kUnboundedOrInfeasible):
            return Answer(Status.INFEASIBLE, gap=None)
        optimal = ended == states.kOptimal
        feasible = highspy.SolutionStatus.kSolutionStatusFeasible
        if not optimal and told.primal_solution_status != feasible:
            return Answer(Status.STOPPED, gap=None)
        values = tuple(solver.getSolution().col_value)
        value = sum(cost * values[at] for at, cost in costs.items())
        gap = 0.0 if optimal else max(float(told.mip_gap), 0.0)
        return Answer(Status.OPTIMAL if optimal else Status.STOPPED, values, (value,), gap)


def _options(seconds: float) -> Options:
    return {
        "time_limit": seconds,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 1e-9,
        "mip_feasibility_tolerance": _TIGHT,
    }
