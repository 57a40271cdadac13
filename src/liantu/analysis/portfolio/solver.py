"""HiGHS for programmes over 0 and 1: one thread, one seed, so that equal questions get equal
answers.

Measured on 166 random bids and four budgets: cuts below the root, restarts and symmetries cost
more than they give; a last run that only looks for what is better than the wanted gap is four times
as fast as one run down to that gap, and faster still where the choice before it is good. So three
runs: a glance at the first nodes, the same for the bids about which the relaxed question is in
doubt, and the proof.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from liantu.analysis.portfolio.matrix import Programme
from liantu.analysis.solver import Options, let_go, quiet, watch
from liantu.jobs import Progress

if TYPE_CHECKING:
    import highspy

FIRST_NODES = 300
"""Nodes of the first run: enough for small questions and for a good choice in large ones."""
CORE, CORE_NODES = 45, 1000
"""Bids in doubt that are looked at again, and nodes of that run: more costs time and gives little.
"""
EXACT = 1e-9
INF = float("inf")
_OPTIONS: Options = {
    "mip_allow_restart": False,
    "mip_allow_cut_separation_at_nodes": False,
    "mip_detect_symmetry": False,
    "mip_abs_gap": EXACT,
    "mip_feasibility_tolerance": EXACT,
    "primal_feasibility_tolerance": EXACT,
}


@dataclass(frozen=True, slots=True)
class Found:
    """``values`` of the columns (``None``: no solution), and a proven upper ``bound`` of the gain.

    ``infeasible``: there is none at all.
    """

    values: tuple[float, ...] | None
    gain: float
    bound: float
    infeasible: bool = False

    @property
    def exact(self) -> bool:
        """Whether nothing can be better."""
        return self.values is not None and self.bound - self.gain <= _fine(self.gain)


def maximise(
    programme: Programme, seconds: float, gap: float, progress: Progress | None = None
) -> Found:
    """The best solution to within ``gap`` (share of its gain) or the best after ``seconds``; raises
    ``Cancelled``.
    """
    end = time.monotonic() + seconds
    first = glance(programme, seconds, progress)
    if first.infeasible or first.exact or _near(first, gap):
        return first
    if first.values is None:
        return _run(programme, end - time.monotonic(), None, progress)
    better = _better(first, _doubtful(programme, first.values, end - time.monotonic(), progress))
    beyond = better.gain + gap * abs(better.gain)
    last = _run(programme, end - time.monotonic(), None, progress, beyond, gap)
    bound = min(first.bound, last.bound)
    found = _better(better, last)
    return Found(found.values, found.gain, max(bound, found.gain))


def _better(one: Found, other: Found) -> Found:
    return other if other.values is not None and other.gain > one.gain else one


def _doubtful(
    programme: Programme, values: Sequence[float], seconds: float, progress: Progress | None
) -> Found:
    """The best near a solution: only the whole columns may change that the relaxed programme is
    least sure of, and those in which it differs.
    """
    solver = _solver(replace(programme, whole=[False] * len(programme.whole)))
    solver.setOptionValue("time_limit", max(seconds, 0.01))
    solver.run()
    let_go(solver)
    relaxed = solver.getSolution()
    doubt, share = relaxed.col_dual, relaxed.col_value
    whole = [at for at, is_whole in enumerate(programme.whole) if is_whole]
    if len(doubt) != len(programme.gain):
        return Found(None, -INF, INF)
    free = set(sorted(whole, key=lambda at: (abs(doubt[at]), at))[:CORE])
    free.update(at for at in whole if round(share[at]) != round(values[at]))
    low, high = list(programme.low), list(programme.high)
    for at in whole:
        if at not in free:
            low[at] = high[at] = float(round(values[at]))
    near = replace(programme, low=low, high=high)
    return _run(near, seconds, CORE_NODES, progress)


def glance(programme: Programme, seconds: float, progress: Progress | None = None) -> Found:
    """The best solution of the first nodes, the same however fast the machine is."""
    return _run(programme, seconds, FIRST_NODES, progress)


def _near(found: Found, gap: float) -> bool:
    return found.values is not None and found.bound - found.gain <= gap * abs(found.gain)


def _fine(gain: float) -> float:
    return 1e-7 * max(1.0, abs(gain))


def _run(
    programme: Programme,
    seconds: float,
    nodes: int | None,
    progress: Progress | None,
    beyond: float | None = None,
    gap: float = 0.0,
) -> Found:
    """One run; with ``beyond`` only what is better than that is looked for, and what was not looked
    at is no better.
    """
    solver = _solver(programme)
    solver.setOptionValue("time_limit", max(seconds, 0.01))
    solver.setOptionValue("mip_rel_gap", gap)
    if nodes is not None:
        solver.setOptionValue("mip_max_nodes", nodes)
    if beyond is not None:
        solver.setOptionValue("objective_bound", -beyond)
    if progress is not None:
        watch(solver, progress)
    solver.run()
    let_go(solver)
    if progress is not None:
        progress.check()
    return _found(solver, -INF if beyond is None else beyond)


def _found(solver: highspy.Highs, least: float) -> Found:
    import highspy  # noqa: PLC0415  loaded only where something is solved

    status, info = solver.getModelStatus(), solver.getInfo()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Found(None, -INF, max(-INF, least), infeasible=least == -INF)
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        ended = status == highspy.HighsModelStatus.kOptimal
        return Found(None, -INF, least if ended else max(-info.mip_dual_bound, least))
    gain = -info.objective_function_value
    bound = -info.mip_dual_bound
    return Found(tuple(solver.getSolution().col_value), gain, max(bound, gain, least))


def _solver(programme: Programme) -> highspy.Highs:
    import numpy as np  # noqa: PLC0415  loaded only where something is solved

    solver = quiet(_OPTIONS)
    count, none = len(programme.gain), np.array([], dtype=np.int32)
    cost = -np.array(programme.gain, dtype=float)
    low, high = np.array(programme.low), np.array(programme.high)
    solver.addCols(count, cost, low, high, 0, none, none, np.array([], dtype=float))
    _whole(solver, programme)
    for least, most, held in programme.rows:
        places = np.array(sorted(held), dtype=np.int32)
        values = np.array([held[at] for at in sorted(held)], dtype=float)
        solver.addRow(least, most, len(places), places, values)
    return solver


def _whole(solver: highspy.Highs, programme: Programme) -> None:
    import highspy  # noqa: PLC0415  loaded only where something is solved

    for at, whole in enumerate(programme.whole):
        if whole:
            solver.changeColIntegrality(at, highspy.HighsVarType.kInteger)
