"""补链方案: asked for from a product, written and copied from the page 谋划."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from liantu.briefing.pictures import Wish
from liantu.diagram.page import FIT
from liantu.diagram.plan_map.picture import plan_map
from liantu.jobs import Progress
from liantu.model.focus import CLOSING, PLAN
from liantu.model.standing import Standing
from liantu.model.target import Target
from liantu.telling.filenames import filled
from liantu.telling.names import plain_name
from liantu.ui.dialogs.ask_path import ask_path
from liantu.ui.pages.plan.closing.page import ClosingTab
from liantu.ui.parts import Parts
from liantu.ui.verbs import change
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import text

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from liantu.analysis.plans.plan import Plans
    from liantu.analysis.reading import Reading

SUFFIXES = ("docx", "pdf", "xlsx")


def tab(parts: Parts) -> ClosingTab:
    """The tab of the page 谋划."""
    found = parts.plan.tabs[CLOSING]
    assert isinstance(found, ClosingTab)
    return found


def connect(parts: Parts, actions: Sequence[QAction], refresh: Callable[[], None]) -> None:
    """What the tab asks of the window: the actions :data:`ON_TAB`, to be refreshed."""
    view = tab(parts).view
    view.take_verbs(*actions)
    view.edit_asked.connect(partial(change.edit_target, parts))
    view.made.connect(refresh)


def ask(parts: Parts) -> None:
    """Plans of the selected product."""
    of_product(parts, Target("product", parts.selection.focus.product))


def of_product(parts: Parts, target: Target) -> None:
    """Plans of a product."""
    focus = parts.selection.focus
    chain = parts.reading.chain_for(target.id, focus.chain)
    tab(parts).aim(target.id, chain)
    chain = chain or focus.chain
    parts.selection.go(replace(focus, page=PLAN, plan=CLOSING, chain=chain))


def export(parts: Parts) -> None:
    """Ask for a file for the plans that are shown, the chosen one in full."""
    shown = tab(parts).view.shown
    if shown is None:
        return
    reading, found, at = shown
    ask_path(
        parts.shell,
        text("ui.verb.plan_export"),
        _stem(reading, found),
        {text(f"version.format.{suffix}"): suffix for suffix in SUFFIXES},
        partial(_write, parts, reading, found, at),
    )


def _stem(reading: Reading, found: Plans) -> str:
    title = text("plan.paper.title", target=plain_name(reading, found.target))
    region = reading.atlas.library.region.name
    return filled("", region=region, chain="", kind=title, date=reading.date)


def _write(parts: Parts, reading: Reading, found: Plans, at: int, path: Path) -> None:
    from liantu.briefing.plans import write  # noqa: PLC0415  office papers load only when written

    def job(progress: Progress) -> Path:
        return write(reading, [found], path, progress, at)

    parts.exporter.make(job)


def copy(parts: Parts) -> None:
    """Put the map of the chosen plan on the clipboard."""
    shown = tab(parts).view.shown
    if shown is not None:
        reading, found, at = shown
        drawing = plan_map(reading, found.plans[at]).drawing
        parts.exporter.copy(lambda _wish: drawing, Wish(paper=FIT))


def can_ask(parts: Parts) -> bool:
    """Whether a product is selected that somebody might make."""
    product = parts.selection.focus.product
    if product not in parts.reading.verdicts:
        return False
    return parts.reading.situation.standing(product) is not Standing.EXTERNAL


def has_plans(parts: Parts) -> bool:
    """Whether plans are shown."""
    found = tab(parts)
    on_page = parts.selection.focus.page == PLAN
    return on_page and found.widget.isVisible() and found.view.shown is not None


VERBS = (
    Verb(id="plan_closing", menu=Menu.VIEW, run=ask, enabled=can_ask, apart=True),
    Verb(id="plan_export", menu=Menu.EXPORT, run=export, enabled=has_plans, apart=True),
    Verb(id="plan_copy", menu=Menu.EXPORT, run=copy, enabled=has_plans),
)
ON_CARD = ("plan_closing",)
"""Verbs in the menu of a card."""
IN_INSPECTOR = ("plan_closing",)
"""Verbs below what is told of a thing."""
ON_TAB = ("plan_export", "plan_copy")
"""Verbs with a button on the tab."""
