"""Every verb of the menus, on the map of a chain with a product selected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from liantu.ui.remembered.settings import THEMES
from liantu.ui.smoke.stage import Script, Stage, Step, expect
from liantu.ui.smoke.steps import drill, scenarios, show
from liantu.ui.verbs.dates import is_playing, is_shown
from liantu.ui.verbs.registry import VERBS
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import text

BEFORE: Mapping[str, tuple[str, ...]] = {
    "date_after": ("date_before",),
    "undo": ("date_before",),
    "redo": ("date_before", "undo"),
    "forward": ("back",),
}
"""What has to be done before there is something to do."""
AFTER: Mapping[str, tuple[str, ...]] = {
    "date_before": ("undo",),
    "date_after": ("undo", "undo"),
    "redo": ("undo",),
}
"""What takes it back."""
ELSEWHERE = {"quit", "play", "save", "unsaved", "discard", *(f"theme_{theme}" for theme in THEMES)}
ELSEWHERE |= {*scenarios.VERBS, *drill.VERBS, *show.VERBS}
"""They have steps of their own."""


def steps(stage: Stage) -> Iterator[Step]:
    """Verb by verb, in the order of the menus."""
    for verb in VERBS:
        if verb.id not in ELSEWHERE:
            yield Step(f"verb/{verb.id}", verb.text, partial(_run, verb))
    yield Step("verb/play", text("ui.verb.play"), _play)


def _run(verb: Verb, stage: Stage) -> Script:
    folder = stage.parts.bridge.folder
    stage.stand()
    yield stage.is_calm
    for key in (*BEFORE.get(verb.id, ()), verb.id):
        stage.run(key)
        yield stage.is_calm
    _close(stage)
    for key in AFTER.get(verb.id, ()):
        stage.run(key)
        yield stage.is_calm
    if verb.checked is not None and verb.menu is not Menu.PAGE:
        stage.run(verb.id)
        yield stage.is_calm
        _close(stage)  # a key link is made in a form
    if stage.parts.bridge.folder != folder:
        yield from _return_to(folder, stage)


def _play(stage: Stage) -> Script:
    """One event and a pause, and back to the date before."""
    stage.stand()
    yield stage.is_calm
    date, seen = stage.parts.reading.date, is_shown(stage.parts)
    stage.run("play")
    yield stage.is_calm
    expect(is_playing(stage.parts), "events that are played")
    stage.run("play")
    yield stage.is_calm
    moved = stage.parts.reading.date != date
    for key in (*(("undo",) if moved else ()), *(() if seen else ("timeline",))):
        stage.run(key)
        yield stage.is_calm
    expect(stage.parts.reading.date == date, "the date before")


def _close(stage: Stage) -> None:
    for dialog in stage.dialogs:
        dialog.close()


def _return_to(folder: Path, stage: Stage) -> Script:
    """Drop the folder on the window; one that is not there cannot be dropped."""
    if folder.is_dir():
        stage.window.drops.dropped.emit([folder])
    else:
        stage.parts.bridge.open(folder)
    yield stage.is_calm
    expect(stage.parts.bridge.session.folder == folder, "another folder")
