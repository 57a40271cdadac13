"""谋划 · 对比: what can be done with the comparison that is shown."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtGui import QGuiApplication

from liantu.model.focus import COMPARE, PLAN
from liantu.ui.dialogs.ask_path import ask_path
from liantu.ui.pages.plan.compare.page import CompareTab
from liantu.ui.parts import Parts
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import text


def tab(parts: Parts) -> CompareTab:
    """The tab."""
    return cast(CompareTab, parts.plan.tabs[COMPARE])


def compare_export(parts: Parts) -> None:
    """The comparison as a workbook or a paper, with both maps of the chain that is shown."""
    from liantu.briefing import versions  # noqa: PLC0415  papers come late
    from liantu.telling.filenames import filled  # noqa: PLC0415  as above

    found = tab(parts).view.found
    if found is None:
        return
    chain = tab(parts).view.maps.chain.currentData() or ""
    formats = {text(f"version.format.{suffix}"): suffix for suffix in versions.SUFFIXES}
    region = found.after.atlas.library.region.name
    kind = text("version.look.stem", before=found.before.title, after=found.after.title)
    stem = filled("", region=region, chain="", kind=kind, date=found.after.reading.date)

    def chosen(path: Path) -> None:
        parts.exporter.make(lambda progress: versions.write(found, path, chain, progress))

    ask_path(parts.shell, text("version.compare.export"), stem, formats, chosen)


def compare_copy(parts: Parts) -> None:
    """The sentence and every row as text."""
    from liantu.telling.versions.summary import lines  # noqa: PLC0415  as above

    found = tab(parts).view.found
    if found is not None:
        QGuiApplication.clipboard().setText("\n".join(lines(found)))
        parts.banner.tell(text("version.tab.copied"), [], "good")


def _is_seen(parts: Parts) -> bool:
    focus = parts.selection.focus
    return focus.page == PLAN and focus.plan == COMPARE and parts.bridge.session.ready


VERBS = (
    Verb(id="compare_export", menu=Menu.EXPORT, run=compare_export, enabled=_is_seen),
    Verb(id="compare_copy", menu=Menu.EXPORT, run=compare_copy, enabled=_is_seen),
)
ON_TAB = ("compare_copy", "compare_export")
