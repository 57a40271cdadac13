"""Where a show is: at the contents or at a step of a story, and what of it is selected.

Pure values, so that every key can be tried without a screen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from liantu.model.story import Story
from liantu.model.target import Target

CONTENTS = -1
"""The step before the first: all stories, one of them marked."""


@dataclass(frozen=True, slots=True)
class Deck:
    """``story`` counts ``stories`` and ``at`` the steps of it, both from 0. ``over``: somebody
    wanted to go on behind the last step; asked once more, the contents come.
    """

    stories: tuple[Story, ...]
    story: int = 0
    at: int = CONTENTS
    chosen: Target | None = None
    over: bool = False

    @property
    def told(self) -> Story:
        """The story that is told, or marked in the contents."""
        return self.stories[self.story]

    @property
    def in_contents(self) -> bool:
        """Whether all stories are shown."""
        return self.at == CONTENTS

    def next(self) -> Deck:
        """A step on; from the contents into the marked story."""
        if self.at + 1 < len(self.told.steps):
            return self._at(self.at + 1)
        if not self.over:
            return replace(self, over=True)
        following = min(self.story + 1, len(self.stories) - 1)
        return Deck(self.stories, following)

    def back(self) -> Deck:
        """A step back; from the first one to the contents."""
        return self if self.in_contents else self._at(self.at - 1)

    def first(self) -> Deck:
        """The first step, or the first story of the contents."""
        return self.marked(0) if self.in_contents else self._at(0)

    def last(self) -> Deck:
        """The last step, or the last story of the contents."""
        if self.in_contents:
            return self.marked(len(self.stories) - 1)
        return self._at(len(self.told.steps) - 1)

    def number(self, number: int) -> Deck:
        """The step of that number (from 1), in the contents the story; the nearest there is."""
        if self.in_contents:
            return self.marked(number - 1).next()
        return self._at(max(0, min(number, len(self.told.steps)) - 1))

    def contents(self) -> Deck:
        """All stories, the one that is told marked."""
        return self._at(CONTENTS)

    def marked(self, story: int) -> Deck:
        """Another story, marked in the contents; the nearest there is."""
        return Deck(self.stories, max(0, min(story, len(self.stories) - 1)))

    def pick(self, target: Target | None) -> Deck:
        """Something selected in the slide; what is selected already is not any more."""
        return replace(self, chosen=None if target == self.chosen else target)

    def of(self, stories: tuple[Story, ...]) -> Deck:
        """The same place in stories that have been changed, as near as there is one."""
        ids = [one.id for one in stories]
        if self.told.id not in ids:
            return Deck(stories, min(self.story, len(stories) - 1))
        found = ids.index(self.told.id)
        return Deck(stories, found, min(self.at, len(stories[found].steps) - 1), self.chosen)

    def _at(self, at: int) -> Deck:
        return Deck(self.stories, self.story, at)
