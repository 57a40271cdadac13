"""Where to put the projects that are shown: a workbook, a paper, or their Gantt chart."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from liantu.analysis.reading import Reading
from liantu.briefing.pictures import Wish
from liantu.briefing.projects import SUFFIXES, write
from liantu.render.charts.sheet import sheet
from liantu.render.vector import Picture
from liantu.telling.charts.bars import Gantt
from liantu.telling.filenames import city_stem, filled
from liantu.ui.dialogs import export_memory
from liantu.ui.dialogs.export import ExportDialog, Offer
from liantu.ui.exporting import Exporter
from liantu.wording import text


def ask(exporter: Exporter, reading: Reading, projects: Sequence[str], parent: QWidget) -> None:
    """Ask for a file, and write these projects as they were when it was asked for."""
    folder = export_memory.start(export_memory.Kind.PAPER)
    dialog = QFileDialog(parent, text("pool.export.title"), str(folder))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    formats = {text(f"pool.export.{suffix}"): suffix for suffix in SUFFIXES}
    dialog.setNameFilters(list(formats))
    dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(formats[name]))
    dialog.setDefaultSuffix(SUFFIXES[0])
    region = reading.atlas.library.region.name
    stem = filled("", region=region, chain="", kind=text("pool.paper.name"), date=reading.date)
    dialog.selectFile(stem)

    def chosen(name: str) -> None:
        path = Path(name)
        export_memory.save(export_memory.Kind.PAPER, export_memory.Choice(str(path.parent)))
        exporter.make(lambda progress: write(reading, projects, path, progress))

    dialog.fileSelected.connect(chosen)
    dialog.open()


def ask_gantt(exporter: Exporter, reading: Reading, found: Gantt, parent: QWidget) -> None:
    """Ask for a picture of the chart, with a preview."""

    def make(wish: Wish) -> Picture:
        return sheet(reading, found, wish.paper, wish.background)

    stem = city_stem(reading.atlas, text("pool.gantt.name"), reading.date)
    dialog = ExportDialog(Offer([("", Wish())], make, stem), parent)
    dialog.wished.connect(lambda wish: exporter.save(make, wish, dialog.made))
    dialog.show()
