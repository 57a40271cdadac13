"""Where to put the graph of the chains, in the file dialog of the system."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from liantu.briefing.graphs import SUFFIXES
from liantu.ui.remembered import export_memory
from liantu.wording import text

_NAMES = {".graphml": "GraphML", ".gexf": "GEXF", ".json": "JSON"}


class GraphDialog(QFileDialog):
    """``wished`` carries the ``Path`` once the user has chosen it, an existing file only after
    they said that it may be replaced; its suffix is that of a format.
    """

    wished = Signal(object)

    def __init__(self, stem: str, parent: QWidget) -> None:
        folder = export_memory.start(export_memory.Kind.GRAPH)
        super().__init__(parent, text("ui.graph.title"), str(folder))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._formats = {
            text("ui.graph.format", name=_NAMES[suffix], suffix=suffix): suffix
            for suffix in SUFFIXES
        }
        self.setNameFilters(list(self._formats))
        self.filterSelected.connect(self._on_format)
        last = export_memory.load(export_memory.Kind.GRAPH).format
        self.selectNameFilter(next((n for n, s in self._formats.items() if s == last), ""))
        self._on_format(self.selectedNameFilter())
        self.selectFile(stem)
        self.fileSelected.connect(self._on_chosen)

    def _on_format(self, name: str) -> None:
        """A name without a suffix gets that of the format, before it is asked about."""
        self.setDefaultSuffix(self._formats[name])

    def _on_chosen(self, name: str) -> None:
        path = Path(name)
        choice = export_memory.Choice(str(path.parent), path.suffix.casefold())
        export_memory.save(export_memory.Kind.GRAPH, choice)
        self.wished.emit(path)
