"""The solver that closing plans and portfolios share."""

from __future__ import annotations

import pytest

from liantu.analysis.plans.integer import Program, Status
from liantu.analysis.solver import let_go, quiet, watch
from liantu.jobs import Cancelled, Progress


def test_it_says_nothing_and_uses_one_thread(capfd: pytest.CaptureFixture[str]) -> None:
    solver = quiet({"time_limit": 3.0})
    watch(solver, Progress())
    solver.addVar(0.0, 1.0)
    solver.run()
    let_go(solver)
    assert capfd.readouterr() == ("", "")
    assert solver.getOptionValue("threads")[1] == 1
    assert solver.getOptionValue("time_limit")[1] == 3.0


def test_options_of_the_caller_go_before_the_usual() -> None:
    assert quiet({"random_seed": 7}).getOptionValue("random_seed")[1] == 7


def test_a_wish_to_stop_ends_a_programme() -> None:
    progress = Progress()
    program = Program(progress=progress)
    column = program.binary()
    program.row({column: 1.0}, low=1.0)
    assert program.minimise([{column: 1.0}], 5.0).status is Status.OPTIMAL
    progress.cancel()
    with pytest.raises(Cancelled):
        program.minimise([{column: 1.0}], 5.0)
