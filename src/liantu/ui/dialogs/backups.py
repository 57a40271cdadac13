"""自动备份: the folder as it was before each saving, to go back to in one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from liantu import paths
from liantu.jobs import Progress
from liantu.ui.habits.fault import told
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.text import label
from liantu.ui.work.tasks import Tasks
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.library import Loaded
    from liantu.library.keeping.backups import Version

SIZE, READABLE = QSize(520, 420), 420
"""Size of the window and least width of its paragraphs, px."""


class BackupsDialog(QDialog):
    """``chosen`` carries the words for a version and what it reads as; then the window closes."""

    chosen = Signal(str, object)

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.backups"))
        from liantu.library.keeping import backups  # noqa: PLC0415  YAML may wait

        self._versions: tuple[Version, ...] = backups.versions(paths.state_folder(), folder)
        self._tasks = Tasks(self)
        self.finished.connect(self._tasks.stop)
        self.list = QListWidget()
        self.list.setAccessibleName(text("ui.backups"))
        self.list.addItems([_words(one) for one in self._versions])
        self.note = label("", "doubt", wrap=True)
        self.note.setMinimumWidth(READABLE)
        self.restore = QPushButton(text("ui.backups.restore"))
        self.restore.setEnabled(False)
        self.restore.clicked.connect(self._restore)
        self.list.currentRowChanged.connect(lambda row: self.restore.setEnabled(row >= 0))
        self.list.itemActivated.connect(lambda _: self._restore())
        self._assemble()

    def _assemble(self) -> None:
        close = QPushButton(text("ui.close"))
        close.clicked.connect(self.reject)
        for button in (self.restore, close):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.restore)
        row.addWidget(close)
        head = label(text("ui.backups.head" if self._versions else "ui.backups.none"), wrap=True)
        head.setMinimumWidth(READABLE)
        box = QVBoxLayout(self)
        box.addWidget(head)
        box.addWidget(self.list, 1)
        box.addWidget(self.note)
        box.addLayout(row)
        fit(self, SIZE)

    def _restore(self) -> None:
        version = self._versions[self.list.currentRow()]
        self.restore.setEnabled(False)
        self.note.setText(text("ui.backups.reading"))
        task = self._tasks.new(lambda progress: _read(version, progress))
        task.done.connect(lambda found: self._on_read(version, found))
        task.failed.connect(lambda error: self._refuse(told(error)))
        task.start()

    def _on_read(self, version: Version, loaded: Loaded | str) -> None:
        if isinstance(loaded, str):
            self._refuse(loaded)
            return
        if loaded.atlas.unread:  # what it holds there would be taken away
            self._refuse(loaded.atlas.lacking)
            return
        self.accept()
        self.chosen.emit(text("ui.step.backup", time=_words(version)), loaded.atlas)

    def _refuse(self, words: str) -> None:
        self.note.setText(words)
        self.restore.setEnabled(True)


def _read(version: Version, progress: Progress) -> Loaded | str:
    """What a version reads as, or why it cannot be read; raises ``OSError``."""
    from liantu.library.keeping.errors import SpoiltError  # noqa: PLC0415  YAML may wait
    from liantu.library.reader import load_files  # noqa: PLC0415

    try:
        return load_files(version.files(), progress)
    except SpoiltError:
        return text("ui.backups.spoilt")


def _words(version: Version) -> str:
    return f"{version.time:%Y-%m-%d %H:%M:%S}"
