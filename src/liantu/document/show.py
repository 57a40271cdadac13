"""A story on its way through the room: what the city is looked at like in each of its steps."""

from __future__ import annotations

from dataclasses import dataclass, replace

from liantu.analysis.reading import Reading
from liantu.model import Atlas
from liantu.model.scenario import Scenario
from liantu.model.story import Step, Story


def scenario_of(step: Step, atlas: Atlas) -> Scenario:
    """The scenario of a step: a kept one or 现状, at the date of the step where it tells one."""
    kept = atlas.scenarios.get(step.scenario, Scenario())
    return replace(kept, date=step.date) if step.date else kept


@dataclass(frozen=True, slots=True)
class Scene:
    """A step as it is shown: ``reading`` is the city in it, ``before`` in the step before it
    (``None`` for the first), ``at`` counts the steps from 0.
    """

    story: Story
    at: int
    reading: Reading
    before: Reading | None

    @property
    def step(self) -> Step:
        """What is shown."""
        return self.story.steps[self.at]


class Show:
    """The scenes of one story on one atlas, each reading made once; a thread may ask."""

    def __init__(self, story: Story, reading: Reading) -> None:
        """``reading`` is any one of the atlas that the story is told of."""
        self.story = story
        self._first = reading
        self._made: tuple[Reading, ...] = (reading,)

    def __len__(self) -> int:
        """How many steps there are."""
        return len(self.story.steps)

    def scene(self, at: int) -> Scene:
        """Step ``at``, from 0. Raises ``IndexError`` where there is none."""
        if at < 0:
            raise IndexError(at)
        before = self._reading(self.story.steps[at - 1]) if at else None
        return Scene(self.story, at, self._reading(self.story.steps[at]), before)

    def _reading(self, step: Step) -> Reading:
        wanted = scenario_of(step, self._first.base)
        known = next((one for one in self._made if one.scenario == wanted), None)
        if known is None:
            known = self._first.under(wanted)
            self._made = (*self._made, known)
        return known
