"""The themes, and every page in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from liantu.model.focus import MAP
from liantu.ui.bars.topbar import PAGES
from liantu.ui.smoke.stage import Script, Stage, Step, expect
from liantu.wording import text

DARK, LIGHT = "dark", "light"


def steps(_: Stage) -> Iterator[Step]:
    """As the system, dark, then light."""
    for theme in ("system", DARK, LIGHT):
        yield Step(f"look/{theme}", text(f"ui.verb.theme_{theme}"), partial(_look, theme))


def _look(theme: str, stage: Stage) -> Script:
    stage.stand()
    yield stage.is_calm
    stage.run(f"theme_{theme}")
    yield stage.is_calm
    if theme == DARK:
        yield from _through(stage)
    expect(theme not in (DARK, LIGHT) or stage.window.tones.dark is (theme == DARK), theme)


def _through(stage: Stage) -> Script:
    for page in PAGES:
        stage.run(f"page_{page}")
        yield stage.is_calm
        if page == MAP:
            stage.grab("map-dark")
