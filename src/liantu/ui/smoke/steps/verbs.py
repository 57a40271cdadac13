"""Every verb of the menus, on the map of a chain with a product selected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from liantu.ui.settings import THEMES
from liantu.ui.smoke.stage import Script, Stage, Step, expect
from liantu.ui.smoke.steps import scenarios
from liantu.ui.verbs.registry import VERBS
from liantu.ui.verbs.verb import Menu, Verb

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
ELSEWHERE = {"quit", "save", "unsaved", "discard", *(f"theme_{theme}" for theme in THEMES)}
ELSEWHERE |= set(scenarios.VERBS)
"""They have steps of their own."""


def steps(stage: Stage) -> Iterator[Step]:
    """Verb by verb, in the order of the menus."""
    for verb in VERBS:
        if verb.id not in ELSEWHERE:
            yield Step(f"verb/{verb.id}", verb.text, partial(_run, verb))


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
