"""Where a paper goes: the file dialog of the system, with the kinds of file that can be written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from liantu import files
from liantu.ui.remembered import export_memory


def ask_path(
    parent: QWidget,
    title: str,
    stem: str,
    formats: Mapping[str, str],
    wished: Callable[[Path], None],
    kind: export_memory.Kind = export_memory.Kind.PAPER,
) -> QFileDialog:
    """Ask for a file; ``formats`` are words with suffixes, the first is usual. The name offered is
    one that no file has; the folder is that of the last time, and remembered with the suffix.
    """
    folder = export_memory.start(kind)
    dialog = QFileDialog(parent, title.rstrip("…"), str(folder))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(formats))
    suffixes = list(formats.values())
    dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(formats[name]))
    dialog.setDefaultSuffix(suffixes[0])
    path = folder / f"{stem}.{suffixes[0]}"
    dialog.selectFile(files.beside(path).stem if path.exists() else stem)

    def chosen(name: str) -> None:
        path = Path(name)
        choice = export_memory.Choice(str(path.parent), path.suffix.casefold())
        export_memory.save(kind, choice)
        wished(path)

    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog
