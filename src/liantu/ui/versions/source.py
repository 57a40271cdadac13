"""Which version is meant: the open data, one that was kept, or another folder or file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from liantu.jobs import Progress
from liantu.library.versions.snapshots import Snapshot
from liantu.ui.versions.work import Read, read_named
from liantu.ui.widgets.fields import Combo
from liantu.wording import text

OPEN, FOLDER, FILE = "open", "folder", "file"
WIDTH = 230


@dataclass(frozen=True, slots=True)
class Source:
    """``path`` of what is to be read; ``None``: the data as they are open."""

    title: str
    path: Path | None = None


class SourceCombo(Combo):
    """``chosen`` tells that another version is meant; its last entries ask for a folder or file."""

    chosen = Signal()

    def __init__(self, name: str, folder: Path, *, opens: bool = True) -> None:
        """``folder``: that of the open data, beside which others are looked for. ``opens``: the
        open data may be meant; else nothing may be.
        """
        super().__init__()
        self._folder = folder
        self.setAccessibleName(name)
        self.setMinimumWidth(WIDTH)
        if opens:
            self.addItem(text("version.source.open"), Source(text("version.source.open")))
        else:
            self.addItem(text("version.source.none"), None)
        for code in (FOLDER, FILE):
            self.addItem(text(f"version.source.{code}"), code)
        self._last = 0
        self.activated.connect(self._on_activated)

    @property
    def source(self) -> Source | None:
        """What is meant; ``None``: nothing."""
        found = self.itemData(self._last)
        return found if isinstance(found, Source) else None

    def offer(self, snapshots: Sequence[Snapshot]) -> None:
        """Add the versions of the folder behind the first entry."""
        for at, one in enumerate(snapshots, 1):
            words = text("version.source.kept", name=one.name, date=one.time[:10])
            self.insertItem(at, words, Source(one.name, one.path))

    def choose(self, at: int) -> None:
        """Choose an entry without telling anybody."""
        self._last = at
        self.setCurrentIndex(at)

    def add(self, path: Path) -> None:
        """Mean a folder or file from outside."""
        at = self.count() - 2
        self.insertItem(at, path.name, Source(path.name, path))
        self.choose(at)
        self.chosen.emit()

    def _on_activated(self, at: int) -> None:
        asked = self.itemData(at)
        if asked not in (FOLDER, FILE):
            self._last = at
            self.chosen.emit()
            return
        self.setCurrentIndex(self._last)
        ask(self, asked, self._folder.parent, self.add)


def ask(parent: QWidget, what: str, start: Path, then: Callable[[Path], None]) -> None:
    """Let the user choose a folder or the file of a version; ``start`` is looked into first."""
    there = next((p for p in (start, *start.parents) if p.is_dir()), start)
    dialog = QFileDialog(parent, text(f"version.source.{what}").rstrip("…"), str(there))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if what == FOLDER:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    else:
        dialog.setNameFilters([text("version.source.format")])
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def reader(source: Source, now: Read) -> Callable[[Progress], Read]:
    """The job that reads a version; ``now`` is the data as they are open."""
    if source.path is None:
        return lambda _: now
    return partial(read_named, str(source.path))
