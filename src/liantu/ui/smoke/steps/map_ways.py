"""The ways to look at one map: lens, picture, detail, section, county, fold, segment, firm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QPushButton

from liantu.diagram.segment.mapping import graph_of
from liantu.model.target import Target
from liantu.ui.lists.bar import GROUPS
from liantu.ui.smoke.stage import Script, Skipped, Stage, Step, expect
from liantu.ui.widgets.choice import Choice
from liantu.wording import text

CHOICES = ("lens", "detail", "view", "section", "county")
"""Choices of the row above the map, by their names there and in the focus."""


def steps(stage: Stage) -> Iterator[Step]:
    """For each chain that stands for all."""
    for chain in stage.samples:
        label = stage.parts.reading.atlas.chains[chain].label
        for name in CHOICES:
            title = f"{text(f'ui.{name}')} · {label}"
            yield Step(f"map/{chain}/{name}", title, partial(_choose_each, chain, name))
        for name, code, script in (
            ("fold", "ui.inspector.fold", _fold),
            ("box", "ui.box.alone", _box),
            ("firm", "ui.firm.map", _firm),
            ("lists", "ui.lists", _lists),
        ):
            yield Step(f"map/{chain}/{name}", f"{text(code)} · {label}", partial(script, chain))


def _open(chain: str, stage: Stage) -> None:
    selection = stage.parts.selection
    usual = replace(selection.focus, view="segments", detail="auto", lens="diagnosis", county="")
    selection.go(usual.opened(chain))


def _choose_each(chain: str, name: str, stage: Stage) -> Script:
    """Choose each way once, and the first one again."""
    _open(chain, stage)
    yield stage.is_calm
    choice: Choice = getattr(stage.parts.map.head, name)
    if not choice.keys:
        raise Skipped(name)
    for key in (*choice.keys[1:], choice.keys[0]):
        next(a for a in choice.menu.actions() if a.data() == key).trigger()
        yield stage.is_calm
        shown = getattr(stage.parts.selection.focus, name) or ""
        expect(shown == key and stage.parts.map.panel.shows, f"{name} {key}")


def _press(code: str, stage: Stage) -> Script:
    """Press a button of the inspector, which opens a while after something was selected."""

    def found() -> list[QPushButton]:
        buttons = stage.parts.map.inspector.buttons()
        return [b for b in buttons if b.accessibleName() == text(code) and b.isVisible()]

    yield lambda: bool(found())
    found()[0].click()
    yield stage.is_calm


def _fold(chain: str, stage: Stage) -> Script:
    _open(chain, stage)
    items = graph_of(stage.parts.reading, chain).items
    if not items:
        raise Skipped(chain)
    stage.parts.selection.pick(Target("product", items[0].id), chain)
    yield stage.is_calm
    yield from _press("ui.inspector.fold", stage)
    expect(stage.parts.selection.focus.fold == items[0].id, "not folded")


def _box(chain: str, stage: Stage) -> Script:
    _open(chain, stage)
    yield stage.is_calm
    for segment in graph_of(stage.parts.reading, chain).segments:
        stage.parts.map.panel.canvas.box_asked.emit(segment.key)
        yield stage.is_calm
        expect(stage.parts.map.panel.shows, f"segment {segment.key}")


def _firm(chain: str, stage: Stage) -> Script:
    """The first enterprise of the chain: what is told of it, then its own map."""
    _open(chain, stage)
    firms = stage.parts.reading.summary(chain).enterprises
    firm = next(iter(firms), "")
    if not firm:
        raise Skipped(chain)
    stage.desk.follow(Target("enterprise", firm))
    yield stage.is_calm
    yield from _press("ui.firm.map", stage)
    expect(stage.parts.selection.focus.firm == firm, "another map")
    stage.run("back")


def _lists(chain: str, stage: Stage) -> Script:
    """Every list under the map, opened and shut."""
    _open(chain, stage)
    yield stage.is_calm
    stage.run("lists_open")
    lists = stage.parts.map.lists
    for key in (key for keys in GROUPS.values() for key in keys):
        lists.bar.chosen.emit(key)
        yield stage.is_calm
        expect(lists.front == key, f"list {key}")
    stage.run("lists_open")
