"""Verbs of stories: begin one, add what is looked at as a step, reword, move and take away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from liantu.issues import Issue, Place, Severity
from liantu.library.editing import Draft, Fault, RefusedError, new_id
from liantu.library.edits import scenarios
from liantu.library.edits.removing import remove
from liantu.library.edits.values import edit, gone, name_of
from liantu.library.plain import plain_of
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.model.scenario import Scenario
from liantu.model.story import MOST_STEPS, Step, Story
from liantu.wording import text

KIND = "story"


def is_taken(atlas: Atlas, id_: str, name: str) -> bool:
    """Whether a story other than ``id_`` goes by this name."""
    return any(one.name == name for one in atlas.stories.values() if one.id != id_)


def begin(atlas: Atlas, name: str, steps: tuple[Step, ...] = ()) -> Edit:
    """A new story under a name that none has."""
    id_ = new_id(atlas, KIND, name if name.isascii() else "")
    return edit(
        text("edit.story.new", name=name), lambda now: _kept(now, Story(id_, name, "", None, steps))
    )


def add(atlas: Atlas, id_: str, step: Step, at: int | None = None) -> Edit:
    """A step more, at the end or before step ``at`` (from 0)."""

    def change(story: Story) -> Story:
        place = len(story.steps) if at is None else at
        return replace(story, steps=(*story.steps[:place], step, *story.steps[place:]))

    return _change(
        atlas, id_, text("edit.story.step", name=name_of(atlas, KIND, id_), step=step.title), change
    )


def needs_scenario(atlas: Atlas, scenario: Scenario) -> bool:
    """Whether something is assumed that no kept scenario holds."""
    kept = atlas.scenarios.get(scenario.id)
    known = kept is not None and scenario.alike(replace(kept, date=scenario.date))
    return bool(scenario.unnamed.assumes) and not known


def record(atlas: Atlas, id_: str, step: Step, scenario: Scenario, at: int | None = None) -> Edit:
    """What is looked at as one more step, at the end or before step ``at``. Assumptions that are
    not kept are kept with it, as a scenario of the step's title, or the step would show something
    else later.
    """
    return _with_scenario(atlas, step, scenario, lambda named: add(atlas, id_, named, at))


def record_new(atlas: Atlas, name: str, step: Step, scenario: Scenario) -> Edit:
    """The same as the first step of a new story."""
    return _with_scenario(atlas, step, scenario, lambda named: begin(atlas, name, (named,)))


def replaced(atlas: Atlas, id_: str, at: int, step: Step, scenario: Scenario) -> Edit:
    """The same in the place of step ``at``."""
    return _with_scenario(atlas, step, scenario, lambda named: put(atlas, id_, at, named))


def _with_scenario(
    atlas: Atlas, step: Step, scenario: Scenario, make: Callable[[Step], Edit]
) -> Edit:
    """The edit for a step, with the scenario that has to be kept for it."""
    if not needs_scenario(atlas, scenario):
        return make(step)
    made = scenarios.fresh(atlas, scenario, scenarios.free_name(atlas, step.title))
    both = make(replace(step, scenario=made.id))

    def change(now: Atlas) -> Atlas:
        return both.change(scenarios.keep(now, made).change(now))

    return replace(both, change=change, look=made)


def put(atlas: Atlas, id_: str, at: int, step: Step) -> Edit:
    """Another step in the place of step ``at``: other words, or another look."""

    label = text("edit.story.put", name=name_of(atlas, KIND, id_), step=step.title)
    return _change(atlas, id_, label, lambda story: with_step(story, at, step))


def with_step(story: Story, at: int, step: Step) -> Story:
    """The story with another step in the place of step ``at``."""
    return replace(story, steps=(*story.steps[:at], step, *story.steps[at + 1 :]))


def move(atlas: Atlas, id_: str, at: int, to: int) -> Edit:
    """Step ``at`` to place ``to``."""

    def change(story: Story) -> Story:
        steps = list(story.steps)
        steps.insert(to, steps.pop(at))
        return replace(story, steps=tuple(steps))

    return _change(atlas, id_, text("edit.story.move", name=name_of(atlas, KIND, id_)), change)


def drop(atlas: Atlas, id_: str, at: int) -> Edit:
    """Take a step away."""

    def change(story: Story) -> Story:
        return replace(story, steps=(*story.steps[:at], *story.steps[at + 1 :]))

    return _change(atlas, id_, text("edit.story.drop", name=name_of(atlas, KIND, id_)), change)


def rename(atlas: Atlas, id_: str, name: str) -> Edit:
    """Another name; id and file stay. It is refused where another story has the name."""
    label = text("edit.renamed", old=name_of(atlas, KIND, id_), name=name)
    return _change(atlas, id_, label, lambda story: replace(story, name=name))


def note(atlas: Atlas, id_: str, words: str, minutes: int | None) -> Edit:
    """What the story is for, and how long it takes."""
    label = text("edit.story.note", name=name_of(atlas, KIND, id_))
    return _change(atlas, id_, label, lambda story: replace(story, note=words, minutes=minutes))


def free_name(atlas: Atlas, name: str) -> str:
    """``name``, or with a number behind where a story has it."""
    count, found = 2, name
    while is_taken(atlas, "", found):
        found = text("ui.story.copy", name=name, count=count)
        count += 1
    return found


def duplicate(atlas: Atlas, id_: str, name: str) -> Edit:
    """The same steps once more under another name."""
    new = new_id(atlas, KIND, name if name.isascii() else "")

    def drafts(now: Atlas) -> tuple[Draft, ...]:
        found = now.stories.get(id_)
        if found is None:
            raise gone(KIND, id_)
        return _kept(now, replace(found, id=new, name=name))

    return edit(text("edit.story.new", name=name), drafts)


def delete(atlas: Atlas, id_: str) -> Edit:
    """Take a story away; its file stays empty."""
    return remove(atlas, KIND, id_)


def _change(atlas: Atlas, id_: str, label: str, change: Callable[[Story], Story]) -> Edit:
    def drafts(now: Atlas) -> tuple[Draft, ...]:
        found = now.stories.get(id_)
        if found is None:
            raise gone(KIND, id_)
        return _kept(now, change(found))

    return edit(label, drafts)


def _kept(atlas: Atlas, story: Story) -> tuple[Draft, ...]:
    """Raises ``RefusedError`` where the name is that of another story, or nobody would listen."""
    code = "edit.story.taken" if is_taken(atlas, story.id, story.name) else ""
    if len(story.steps) > MOST_STEPS:
        code = "edit.story.long"
    if code:
        issue = Issue(code, Severity.ERROR, Place(""), {"name": story.name, "most": MOST_STEPS})
        raise RefusedError([Fault(Draft(KIND, story.id, {}), ("name",), issue)])
    return (Draft(KIND, story.id, plain_of(KIND, story)),)
