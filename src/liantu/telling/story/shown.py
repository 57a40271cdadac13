"""What is told of: a step of a story with the city as it is shown in it."""

from __future__ import annotations

from typing import Protocol

from liantu.analysis.reading import Reading
from liantu.model.story import Step, Story


class Shown(Protocol):
    """A scene of a story. ``before`` is the city in the step before (``None`` for the first),
    ``at`` counts the steps from 0.
    """

    @property
    def story(self) -> Story:
        """The story."""

    @property
    def at(self) -> int:
        """Which of its steps is shown."""

    @property
    def reading(self) -> Reading:
        """The city in this step."""

    @property
    def before(self) -> Reading | None:
        """The city in the step before."""

    @property
    def step(self) -> Step:
        """What is shown."""
