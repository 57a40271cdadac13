"""A step of a story in words, finished: its title, what is said, when, and how sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from liantu.model.story import Story
from liantu.telling.assumed import assumed
from liantu.telling.dates import spoken
from liantu.telling.standing import coverage_sentence
from liantu.telling.story.sentences import sentences
from liantu.telling.story.shown import Shown
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Told:
    """``text`` is what somebody wrote, ``lines`` are computed of the data, one a paragraph; ``at``
    is date and scenario, ``foot`` how much of the city is on record, ``count`` which step it is.
    """

    title: str
    text: str
    lines: tuple[str, ...]
    at: str
    foot: str
    count: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All that is said, the written words first."""
        return tuple(words for words in (self.text, *self.lines) if words)


def told(scene: Shown) -> Told:
    """What a step says. Raises ``KeyError`` where it names what the data do not have."""
    reading, step = scene.reading, scene.step
    place = text("story.at", region=reading.atlas.library.region.name, date=spoken(reading.date))
    return Told(
        title=step.title,
        text=step.text.strip(),
        lines=sentences(scene),
        at=text("story.dot").join((place, assumed(reading) or text("ui.scenario.now"))),
        foot=coverage_sentence(reading),
        count=text("story.count", at=scene.at + 1, all=len(scene.story.steps)),
    )


def plain(story: Story, steps: Sequence[Told]) -> Iterator[list[str]]:
    """The story and each of its steps as it is told, a line each."""
    yield [line for line in (story.name, story.note) if line]
    for said in steps:
        yield [f"{said.count}　{said.title}", said.at, *said.paragraphs]
