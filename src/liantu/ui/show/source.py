"""What the slides of a show are made from: stories on one reading, in the colours of a theme."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.diagram.slides.contents import contents
from liantu.diagram.slides.model import Slide
from liantu.diagram.slides.slide import slide
from liantu.diagram.theme import Theme
from liantu.document.show import Scene, Show
from liantu.model.focus import HOME
from liantu.model.story import Step, Story
from liantu.model.target import Target
from liantu.ui.show.deck import CONTENTS
from liantu.ui.show.making import Wish
from liantu.wording import text

NOW = ""
"""Id of the story of one step that shows what the window looks at."""


def now_story(step: Step) -> Story:
    """What is looked at as a story of its own."""
    return Story(NOW, text("ui.show.now"), text("ui.show.now.note"), None, (step,))


class Source:
    """Immutable but for what is made once; a worker asks it. ``now`` is what was looked at when the
    show began, with its reading, which may rest on assumptions that nobody keeps.
    """

    def __init__(self, reading: Reading, now: tuple[Step, Reading], theme: Theme) -> None:
        self.reading, self.now, self.theme = reading, now, theme
        kept = (story for story in reading.base.stories.values() if story.steps)
        self.stories: tuple[Story, ...] = (*kept, now_story(now[0]))
        self._shows: dict[str, Show] = {}

    def scene(self, story: int, at: int) -> Scene:
        """A step of a story as it is shown; both count from 0."""
        found = self.stories[story]
        if found.id == NOW:
            return Scene(found, at, self.now[1], None)
        show = self._shows.get(found.id)
        if show is None:
            show = self._shows[found.id] = Show(found, self.reading)
        return show.scene(at)

    def draw(self, wish: Wish) -> Slide:
        """The slide of a wish."""
        if wish.at == CONTENTS:
            return contents(self.stories, wish.story, self.theme)
        scene = self.scene(wish.story, wish.at)
        chosen = wish.chosen if wish.chosen != scene.step.target else None
        return drawn(scene, self.theme, chosen)

    def dressed(self, theme: Theme) -> Source:
        """The same in other colours."""
        made = Source(self.reading, self.now, theme)
        made._shows = self._shows
        return made

    def revised(self, reading: Reading) -> Source:
        """Of data that have been edited meanwhile."""
        return Source(reading, self.now, self.theme)


def drawn(scene: Scene, theme: Theme, chosen: Target | None = None) -> Slide:
    """The slide of a scene; where the data do not have any more what its step names, its words and
    what is lacking.
    """
    try:
        return slide(scene, theme, chosen=chosen)
    except KeyError as error:
        step = scene.step
        lost = text("ui.show.lost", name=error.args[0])
        bare = Step(step.title, "\n".join(filter(None, (step.text, lost))), page=HOME)
        steps = (*scene.story.steps[: scene.at], bare, *scene.story.steps[scene.at + 1 :])
        return slide(Scene(replace(scene.story, steps=steps), scene.at, scene.reading, None), theme)
