"""Lists as workbooks and on the clipboard, the graph of the chains for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtGui import QGuiApplication

from liantu.briefing.graphs import SUFFIXES
from liantu.model.focus import HOME, MAP
from liantu.telling.lists.catalogue import find
from liantu.ui.dialogs.graph import GraphDialog
from liantu.ui.exporting.list_export import SUFFIX, ListDialog
from liantu.ui.lists.tools import CopyButton
from liantu.ui.pages.lists.ledger import GROUPS
from liantu.ui.smoke.stage import Script, Stage, Step, expect, save_as
from liantu.wording import text

FOLDER = "tables"


def steps(stage: Stage) -> Iterator[Step]:
    """Every list of the city, then the graph of the city and of a chain in every format."""
    for key in (key for keys in GROUPS.values() for key in keys):
        title = f"{text('ui.page.lists')} XLSX · {find(key).title}"
        yield Step(f"table/{key}", title, partial(_list, key))
    if stage.chains:
        for page in (HOME, MAP):
            for suffix in SUFFIXES:
                title = f"{text('ui.graph.title')} · {text(f'ui.page.{page}')}{suffix}"
                yield Step(f"graph/{page}{suffix}", title, partial(_graph, page, suffix))


def _list(key: str, stage: Stage) -> Script:
    stage.run("page_lists")
    ledger = stage.desk.lists.view
    ledger.side.clear()
    ledger.side.entries[key].click()
    yield stage.is_calm
    if stage.chains and ledger.grid.model.rowCount():  # else the page says why it is empty
        QGuiApplication.clipboard().clear()
        next(b for b in ledger.head.findChildren(CopyButton) if b.isVisible()).click()
        expect(QGuiApplication.clipboard().text(), "nothing copied")
    ledger.head.export.click()
    path = stage.folder / FOLDER / f"{key}{SUFFIX}"
    save_as(stage.dialog(ListDialog), path)
    yield stage.is_calm
    expect(path.exists(), stage.desk.banner.words)


def _graph(page: str, suffix: str, stage: Stage) -> Script:
    stage.stand()
    stage.run(f"page_{page}")
    yield stage.is_calm
    stage.run("graph")
    path = stage.folder / FOLDER / f"graph-{page}{suffix}"
    save_as(stage.dialog(GraphDialog), path)
    yield stage.is_calm
    expect(path.exists(), stage.desk.banner.words)
