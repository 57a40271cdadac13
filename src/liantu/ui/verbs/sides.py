"""谋划 · 并排: two chains or counties side by side, asked for wherever one of them is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QAction, QGuiApplication

from liantu.model.focus import PLAN, SIDES
from liantu.model.target import Target
from liantu.telling.beside.pair import joined, possible
from liantu.telling.filenames import filled
from liantu.ui.dialogs.ask_path import ask_path
from liantu.ui.pages.plan.sides.page import SidesTab
from liantu.ui.parts import Parts
from liantu.ui.verbs.verb import Menu, Verb
from liantu.ui.verbs.view import is_ready
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.jobs import Progress
    from liantu.telling.beside.told import Beside


def tab(parts: Parts) -> SidesTab:
    """The tab of the page 谋划."""
    return cast(SidesTab, parts.plan.tabs[SIDES])


def connect(parts: Parts, actions: Sequence[QAction], refresh: Callable[[], None]) -> None:
    """What the tab and the map ask of the window: the actions :data:`ON_TAB`, to be refreshed."""
    found = tab(parts)
    found.take_verbs(actions)
    found.made.connect(refresh)
    found.aimed.connect(partial(parts.lists.ask, parts.selection))
    parts.map.beside_asked.connect(partial(stand, parts))


def show(parts: Parts) -> None:
    """The tab, with the shown chain at the left unless two were chosen before."""
    parts.selection.go(replace(parts.selection.focus, page=PLAN, plan=SIDES))


def stand(parts: Parts, left: Target | None, right: Target) -> None:
    """Let ``right`` stand beside ``left``; without that it is the left one itself."""
    focus = replace(parts.selection.focus, page=PLAN, plan=SIDES)
    one, other = (right, None) if left in (None, right) else (left, right)
    parts.selection.go(replace(focus, left=one, right=other))


def swap(parts: Parts) -> None:
    """Both change places."""
    tab(parts).swap()


def export(parts: Parts) -> None:
    """Both sides as a paper, a workbook or a picture."""
    from liantu.briefing import sides  # noqa: PLC0415  papers come late

    found = tab(parts).view.found
    if found is None:
        return
    formats = {text(f"beside.format.{suffix}"): suffix for suffix in sides.suffixes(found)}
    ask_path(
        parts.shell,
        text("ui.verb.sides_export"),
        _stem(found),
        formats,
        partial(_write, parts, found, tab(parts).view.maps.chain.currentData() or ""),
    )


def _stem(found: Beside) -> str:
    region = found.reading.atlas.library.region.name
    kind = text("beside.stem", pair=joined(found.reading, found.pair))
    return filled("", region=region, chain="", kind=kind, date=found.reading.date)


def _write(parts: Parts, found: Beside, chain: str, path: Path) -> None:
    from liantu.briefing.sides import write  # noqa: PLC0415  as above

    def job(progress: Progress) -> Path:
        return write(found, path, chain, progress)

    parts.exporter.make(job)


def copy(parts: Parts) -> None:
    """The sentence and every row as text."""
    from liantu.telling.beside.plain import lines  # noqa: PLC0415  as above

    found = tab(parts).view.found
    if found is not None:
        QGuiApplication.clipboard().setText("\n".join(lines(found)))
        parts.banner.tell(text("beside.tab.copied"), [], "good")


def can_show(parts: Parts) -> bool:
    """Whether there are two that can stand side by side."""
    return is_ready(parts) and possible(parts.reading, parts.selection.focus)


def has_sides(parts: Parts) -> bool:
    """Whether two sides are seen."""
    focus = parts.selection.focus
    return focus.page == PLAN and focus.plan == SIDES and tab(parts).view.found is not None


VERBS = (
    Verb(id="sides_open", menu=Menu.VIEW, run=show, keys=("Ctrl+M",), enabled=can_show, apart=True),
    Verb(id="sides_swap", menu=Menu.VIEW, run=swap, enabled=has_sides),
    Verb(id="sides_export", menu=Menu.EXPORT, run=export, enabled=has_sides, apart=True),
    Verb(id="sides_copy", menu=Menu.EXPORT, run=copy, enabled=has_sides),
)
ON_TAB = ("sides_copy", "sides_export")
"""Verbs with a button on the tab."""
