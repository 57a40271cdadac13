"""What each project changes, a diagnosis a project, kept as long as the reading."""

from __future__ import annotations

from liantu.analysis.aside import Aside
from liantu.analysis.portfolio.effects import Effects, effects
from liantu.analysis.reading import Reading
from liantu.model import Project

_FOUND = Aside[dict[str, Effects | None]]()
"""What was found, by reading and project."""


def changed(reading: Reading, project: Project) -> Effects | None:
    """What changes once all that it still has to build runs; ``None``: nothing is to come of which
    the product is known.
    """
    kept = _FOUND.of(reading, dict)
    if project.id not in kept:
        kept[project.id] = effects(reading, (project,))
    return kept[project.id]


def is_known(reading: Reading, project: Project) -> bool:
    """Whether :func:`changed` answers at once."""
    return project.id in (_FOUND.get(reading) or {})
