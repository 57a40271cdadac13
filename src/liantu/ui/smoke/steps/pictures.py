"""Pictures as files in every format, and on the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtGui import QGuiApplication

from liantu.briefing.pictures import BOARD, CITY
from liantu.model.focus import CHARTS as CHARTS_PAGE
from liantu.model.focus import HOME, MAP, POSTER
from liantu.render.export import SUFFIXES
from liantu.telling.charts.catalogue import CHARTS, ChartName
from liantu.ui.dialogs.export import ExportDialog
from liantu.ui.smoke.stage import Script, Skipped, Stage, Step, expect
from liantu.wording import text

DPI = 150
"""Of raster pictures: fine enough to be looked at."""
Ask = Callable[[Stage], Script]
"""Brings the export dialog on screen, as it shall be but for folder and format."""
FOLDER = "pictures"


def steps(stage: Stage) -> Iterator[Step]:
    """Map and board of the chains that stand for all, the page of the city, every chart."""
    for suffix in SUFFIXES if stage.chains else ():
        for chain in stage.samples:
            yield _step(f"map-{chain}", suffix, partial(_of_chain, chain, "ui.export.seen"))
            yield _step(f"{BOARD}-{chain}", suffix, partial(_of_chain, chain, "ui.export.board"))
        yield _step(CITY, suffix, _city)
    for at, name in enumerate(CHARTS if stage.chains else ()):
        yield _step(name, SUFFIXES[at % len(SUFFIXES)], partial(_chart, name))
    for page in (MAP, POSTER, CHARTS_PAGE, HOME):
        title = f"{text('ui.verb.copy_picture')} · {text(f'ui.page.{page}')}"
        yield Step(f"copy/{page}", title, partial(_copy, page))


def _step(name: str, suffix: str, ask: Ask) -> Step:
    title = f"{text('ui.export.title')} · {name}{suffix}"
    return Step(f"picture/{name}{suffix}", title, partial(_save, name, suffix, ask))


def _save(name: str, suffix: str, ask: Ask, stage: Stage) -> Script:
    yield from ask(stage)
    dialog, folder = stage.dialog(ExportDialog), stage.folder / FOLDER / name
    dialog.folder.setText(str(folder))
    dialog.format.setCurrentIndex(dialog.format.findData(suffix[1:]))
    dialog.dpi.setCurrentIndex(dialog.dpi.findData(DPI))
    before = set(folder.glob("*"))
    dialog.save.click()
    yield stage.is_calm
    made = set(folder.glob(f"*{suffix}")) - before
    expect(made, stage.desk.banner.words or "no file")


def _of_chain(chain: str, part: str, stage: Stage) -> Script:
    stage.parts.selection.open_chain(chain)
    yield stage.is_calm
    stage.run("picture")
    parts = stage.dialog(ExportDialog).part
    parts.setCurrentIndex(parts.findText(text(part)))


def _city(stage: Stage) -> Script:
    stage.run(f"page_{HOME}")
    yield stage.is_calm
    stage.run("picture")
    stage.dialog(ExportDialog).show_picture(CITY)


def _chart(name: ChartName, stage: Stage) -> Script:
    """The chart in front, by the button above it."""
    stage.stand()
    stage.run(f"page_{CHARTS_PAGE}")
    charts = stage.parts.charts.view
    charts.choose(name)
    yield stage.is_calm
    if not charts.save.isEnabled():
        raise Skipped(name)
    charts.save.click()


def _copy(page: str, stage: Stage) -> Script:
    stage.stand()
    stage.run(f"page_{page}")
    yield stage.is_calm
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    stage.run("copy_picture")
    yield stage.is_calm
    expect(not clipboard.image().isNull(), "nothing copied")
