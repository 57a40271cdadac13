"""What the projects of the pool change, worked out ahead."""

from __future__ import annotations

from collections.abc import Iterable

from liantu.analysis.portfolio.changing import changed, is_known
from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.model import Project

__all__ = ["changed", "is_known", "work_out"]


def work_out(reading: Reading, projects: Iterable[Project], progress: Progress) -> None:
    """Find what each of them changes; raises ``Cancelled``."""
    wanted = [project for project in projects if not is_known(reading, project)]
    for at, project in enumerate(wanted):
        progress.step(at, len(wanted), project.name)
        changed(reading, project)
