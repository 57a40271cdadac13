"""HiGHS as all of analysis uses it: silent, one thread, one seed.

Imported late: a start of the window does without its 8 MB, and only who plans needs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from liantu.jobs import Progress

if TYPE_CHECKING:
    import highspy

Options = Mapping[str, bool | int | float | str]
_SAME: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
}
"""Equal questions get equal answers, however many cores a machine has."""


def quiet(options: Options) -> highspy.Highs:
    """A solver with these options that never writes to the console: HiGHS greets when its callbacks
    are switched on, which it does before anybody could tell it to be silent.
    """
    import highspy  # noqa: PLC0415  see above

    class Quiet(highspy.Highs):
        """Silent before anything else."""

        def enableCallbacks(self) -> None:  # noqa: N802  the name that HiGHS calls
            self.setOptionValue("output_flag", False)
            super().enableCallbacks()  # type: ignore[no-untyped-call]

    solver = Quiet()  # type: ignore[no-untyped-call]
    for name, value in {**_SAME, **options}.items():
        solver.setOptionValue(name, value)
    return solver


def let_go(solver: highspy.Highs) -> None:
    """Give back what the solver keeps for this thread once it has run: on Windows a worker thread
    could not end with it. Older versions lack the call.
    """
    reset = getattr(solver, "resetThreadScheduler", None)
    if reset is not None:
        reset(False)


def watch(solver: highspy.Highs, progress: Progress) -> None:
    """Stop the solver soon after somebody wishes to; then ``progress.check()`` raises."""

    def listen(event: Any) -> None:
        if progress.cancelled:
            event.interrupt()

    solver.cbMipInterrupt.subscribe(listen)
