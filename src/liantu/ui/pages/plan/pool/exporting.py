"""Where to put the projects that are shown: a workbook, a paper, or their Gantt chart."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from liantu.analysis.reading import Reading
from liantu.briefing.pictures import Wish
from liantu.briefing.projects import SUFFIXES, write
from liantu.render.charts.sheet import sheets
from liantu.render.vector import Picture
from liantu.telling.charts.bars import Gantt
from liantu.telling.filenames import city_stem, filled
from liantu.ui.dialogs.ask_path import ask_path
from liantu.ui.dialogs.export import ExportDialog, Offer
from liantu.ui.exporting.exporter import Exporter
from liantu.wording import text


def ask(exporter: Exporter, reading: Reading, projects: Sequence[str], parent: QWidget) -> None:
    """Ask for a file, and write these projects as they were when it was asked for."""
    formats = {text(f"pool.export.{suffix}"): suffix for suffix in SUFFIXES}
    region = reading.atlas.library.region.name
    stem = filled("", region=region, chain="", kind=text("pool.paper.name"), date=reading.date)

    def chosen(path: Path) -> None:
        exporter.make(lambda progress: write(reading, projects, path, progress))

    ask_path(parent, text("pool.export.title"), stem, formats, chosen)


def ask_gantt(exporter: Exporter, reading: Reading, found: Gantt, parent: QWidget) -> None:
    """Ask for a picture of the chart, with a preview."""

    def make(wish: Wish) -> Sequence[Picture]:
        return sheets(reading, found, wish.paper, wish.background)

    stem = city_stem(reading.atlas, text("pool.gantt.name"), reading.date)
    dialog = ExportDialog(Offer([("", Wish())], make, stem), parent)
    dialog.wished.connect(lambda wish: exporter.save(make, wish, dialog.made))
    dialog.show()
