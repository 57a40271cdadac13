"""All steps of a smoke run, in their order."""

from __future__ import annotations

from liantu.ui.smoke.stage import Script, Stage, Step
from liantu.ui.smoke.steps import (
    asking,
    closing,
    drill,
    equipment,
    looks,
    manual,
    map_ways,
    pages,
    papers,
    pictures,
    planning,
    saving,
    scenarios,
    show,
    sides,
    tables,
    verbs,
)
from liantu.wording import text


def plan(stage: Stage) -> list[Step]:
    """The steps for the folder that is open."""
    return [
        *equipment.steps(stage),
        *pages.steps(stage),
        *map_ways.steps(stage),
        *asking.steps(stage),
        *planning.steps(stage),
        *scenarios.steps(stage),
        *closing.steps(stage),
        *sides.steps(stage),
        *drill.steps(stage),
        *show.steps(stage),
        *verbs.steps(stage),
        *manual.steps(stage),
        *pictures.steps(stage),
        *papers.steps(stage),
        *tables.steps(stage),
        *saving.steps(stage),
        *looks.steps(stage),
        Step("quit", text("ui.verb.quit"), _quit),
    ]


def _quit(stage: Stage) -> Script:
    stage.run("quit")
    yield lambda: not stage.window.isVisible()
