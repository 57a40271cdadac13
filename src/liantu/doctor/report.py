"""All findings in their order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from liantu.doctor import machine, places, screen, trial
from liantu.doctor.finding import Finding
from liantu.jobs import Progress

if TYPE_CHECKING:  # Qt may be what is missing
    from liantu.render.facts import Facts


def findings(
    facts: Facts | None, progress: Progress, *, trouble: str = "", here: Path | None = None
) -> list[Finding]:
    """Everything, on any thread; ``facts`` is ``None`` where Qt cannot be loaded, which
    ``trouble`` says then. ``here`` is the current folder of a console.
    """
    found = [*machine.programs(), places.portable(), *machine.packages()]
    if facts is None:
        found.append(Finding("Qt", trouble, good=False))
    else:
        found += [*screen.screen(facts), *trial.office(facts)]
    progress.check()
    found += [*screen.fonts(), *places.folders(here)]
    progress.check()
    found.append(trial.data())
    progress.check()
    return [*found, *trial.drawn(), *places.faults()]
