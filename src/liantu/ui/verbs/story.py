"""演示 and 故事: a story shown to a room, made of what was looked at, and kept with the data."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import isValid

from liantu import files
from liantu.model.focus import CHARTS, LISTS_PAGE
from liantu.telling.charts.catalogue import ChartName
from liantu.telling.filenames import safe
from liantu.ui.dialogs.ask_path import ask_path
from liantu.ui.parts import Parts
from liantu.ui.seen import looking
from liantu.ui.show.now import can_be_shown, offered, ticked
from liantu.ui.show.now import step_now as step_of_focus
from liantu.ui.verbs.step_note import tell_step
from liantu.ui.verbs.verb import Menu, Verb, VerbAction
from liantu.ui.verbs.view import is_ready
from liantu.wording import text

ABOUT = "story"
PAPERS, PICTURES = ("pptx", "pdf"), "png"
"""Files that hold a whole story, and what each of its slides can be by itself."""

if TYPE_CHECKING:  # else where it is used, which the first frame does not wait for
    from liantu.analysis.reading import Reading
    from liantu.jobs import Progress
    from liantu.model.edits import Edit
    from liantu.model.story import Step, Story
    from liantu.ui.dialogs.stories.window import StoriesDialog
    from liantu.ui.show.window import Left


def step_now(parts: Parts) -> Step:
    """What the window looks at as a step."""
    return step_of_focus(
        parts.reading,
        parts.selection.focus,
        parts.bridge.session.wanted,
        picture=str(parts.charts.view.name),
        ledger=parts.lists.view.key,
    )


def show(parts: Parts) -> None:
    """Begin the show with its contents; one that is on comes to the front."""
    window = parts.shows.window
    if window is not None:
        window.activateWindow()
        window.raise_()
    else:
        show_from(parts)


def show_from(parts: Parts, story: str = "", at: int | None = None) -> None:
    """Show step ``at`` of a story, by default the contents."""
    parts.shows.open(step_now(parts), partial(land, parts), story, at)


def land(parts: Parts, left: Left) -> None:
    """Look at what the show was left at; the contents and what is looked at anyhow change nothing,
    unless something was selected there.
    """
    deck = left.deck
    if not deck.in_contents and deck.told.id:
        _look(parts, deck.told.steps[deck.at])
    if left.target is None:
        return
    focus, reading = parts.selection.focus, parts.reading
    if left.followed:
        parts.selection.go(looking.follow(reading, focus, left.target))
    else:
        parts.selection.settle(replace(focus, target=left.target))


def _look(parts: Parts, step: Step) -> None:
    """Look at a step in the window: one step that can be undone where its day or its assumptions
    are others.
    """
    from liantu.ui.show.landing import focus_at, scenario_at  # noqa: PLC0415  as above

    session = parts.bridge.session
    if step.page == CHARTS and step.picture in set(ChartName):
        parts.charts.view.choose(ChartName(step.picture))
    ledger = parts.lists.view
    if step.page == LISTS_PAGE and step.list in ledger.side.entries:
        ledger.show_list(step.list)
    parts.selection.go(focus_at(step, session.atlas))
    wanted = scenario_at(step, session.atlas, session.wanted, parts.reading.date)
    if wanted != session.wanted:
        parts.bridge.look(wanted, text("ui.step.show", name=step.title))


def add(parts: Parts) -> None:
    """Keep what is looked at as a step of a story; a small window asks for its words."""
    from liantu.ui.dialogs.stories.adding import AddStep  # noqa: PLC0415  as above

    dialog = AddStep(
        parts.bridge.session.atlas,
        parts.reading,
        step_now(parts),
        parts.shell.tones.theme,
        parts.shows.recorded,
        parts.shell,
    )
    dialog.recorded.connect(partial(_record, parts))
    dialog.show()


def _record(parts: Parts, edit: Edit, story: str) -> None:
    """``story`` is the id of the one that takes the step, of a new one its name."""
    parts.bridge.edit(edit)
    parts.bridge.after_steps(partial(_tell_recorded, parts, edit, story))


def _tell_recorded(parts: Parts, edit: Edit, story: str) -> None:
    """Say where the step went, and offer to see it there."""
    session = parts.bridge.session
    parts.shows.remember(story)
    told = session.atlas.stories.get(parts.shows.recorded)
    if told is None or session.history.undo_label != edit.label:
        return  # it was refused, which is told
    words = text("ui.story.recorded", name=told.name, count=len(told.steps))
    tell_step(parts, words, ABOUT, [(text("ui.story.see"), partial(show_from, parts, told.id, 0))])


def can_add(parts: Parts) -> bool:
    """Whether what is looked at can be kept as a step."""
    return not parts.bridge.block and can_be_shown(parts.selection.focus)


def edit(parts: Parts) -> None:
    """All stories in a window that stays open."""
    from liantu.ui.dialogs.stories.window import StoriesDialog  # noqa: PLC0415  as above

    bridge, shell = parts.bridge, parts.shell
    there = shell.findChild(StoriesDialog)
    if isinstance(there, StoriesDialog) and there.isVisible():
        there.activateWindow()
        return
    actions = {a.verb.id: a for a in shell.actions() if isinstance(a, VerbAction)}
    undo = [(actions[id_].verb.text, actions[id_]) for id_ in ("undo", "redo")]
    dialog = StoriesDialog(shell.tones.theme, undo, shell)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def draw(*_: object) -> None:
        dialog.show_stories(bridge.session.atlas, parts.reading)

    def dress() -> None:
        dialog.set_theme(shell.tones.theme)

    told = (bridge.stepped, bridge.opened, bridge.revised)
    for signal, slot in (*((one, draw) for one in told), (shell.dressed, dress)):
        signal.connect(slot)
        dialog.finished.connect(lambda _, signal=signal, slot=slot: signal.disconnect(slot))
    bridge.refused.connect(dialog.restore)
    dialog.asked.connect(bridge.edit)
    dialog.wanted.connect(partial(_do, parts, dialog))
    dialog.choose(parts.shows.recorded)
    draw()
    dialog.show()


def _do(parts: Parts, dialog: StoriesDialog, act: str, story: str, at: int) -> None:
    """What the window of the stories cannot do by itself."""
    if act == "show":
        parts.bridge.after_steps(partial(show_from, parts, story, at))
    elif act == "export":
        parts.bridge.after_steps(partial(_export, parts, dialog, story))
    elif act in ("here", "put"):
        parts.bridge.after_steps(partial(_keep, parts, story, at if act == "put" else None))


def _keep(parts: Parts, story: str, at: int | None) -> None:
    """What is looked at as one more step, or in the place of step ``at``, whose words stay."""
    from liantu.library.edits import stories  # noqa: PLC0415  as above

    atlas, scenario, step = parts.bridge.session.atlas, parts.reading.scenario, step_now(parts)
    found = atlas.stories.get(story)
    if found is None or not can_add(parts):
        return
    if at is None:
        offers = offered(parts.reading, step, first=not found.steps)
        step = replace(step, tells=(ticked(offers),))
        parts.bridge.edit(stories.record(atlas, story, step, scenario))
    elif at < len(found.steps):
        old = found.steps[at]
        step = replace(step, title=old.title, text=old.text, tells=old.tells)
        parts.bridge.edit(stories.replaced(atlas, story, at, step, scenario))


def _export(parts: Parts, dialog: StoriesDialog, story: str) -> None:
    """Ask where the slides of a story go."""
    found = parts.bridge.session.atlas.stories.get(story)
    if found is not None and found.steps and isValid(dialog):  # it may be closed by now
        formats = {text(f"ui.story.format.{suffix}"): suffix for suffix in (*PAPERS, PICTURES)}
        write = partial(_write, parts, found)
        ask_path(dialog, text("ui.story.export"), safe(found.name), formats, write)


def _write(parts: Parts, story: Story, path: Path) -> None:
    reading = parts.reading
    parts.exporter.make(lambda progress: _written(reading, story, path, progress))


def _written(reading: Reading, story: Story, path: Path, progress: Progress) -> Path:
    """Slides in one file; as pictures in a folder of the name that was given, which is a new one:
    what somebody may have changed by hand stays.
    """
    from liantu.briefing import stories  # noqa: PLC0415  as above

    if path.suffix.casefold() == f".{PICTURES}":
        folder = path.with_suffix("")
        path = files.beside(folder) if folder.exists() else folder
        path.mkdir(parents=True)
    return stories.write(reading, story, path, progress)[0]


VERBS = (
    Verb(id="show", menu=Menu.VIEW, run=show, keys=("F11",), apart=True, enabled=is_ready),
    Verb(
        id="story_add",
        menu=Menu.VIEW,
        run=add,
        keys=("Ctrl+Shift+A",),
        enabled=can_add,
    ),
    Verb(id="stories", menu=Menu.VIEW, run=edit, enabled=is_ready),
)
