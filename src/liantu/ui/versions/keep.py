"""存为版本: keep the folder under a name, and look after the versions that it has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.files import beside
from liantu.jobs import Progress
from liantu.library.versions.snapshots import (
    LONGEST,
    Shelf,
    Snapshot,
    delete,
    put_back,
    rename,
    restore,
    shelf,
    take,
)
from liantu.telling.filenames import safe
from liantu.ui.versions.source import FOLDER, ask
from liantu.ui.versions.waiting import Waiting
from liantu.ui.versions.work import Refused
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.text import label
from liantu.wording import text

SIZE = QSize(640, 520)
"""Size where the screen has room for it, px."""
_ONE = ("rename", "delete", "restore", "compare")
"""What can be done to one version, in the order of the buttons."""


class KeepDialog(QDialog):
    """Not modal. ``compared`` carries a version that is to be compared with the data, ``wished``
    the folder of one that was restored and is to be opened.
    """

    compared = Signal(object)
    wished = Signal(object)

    def __init__(
        self,
        folder: Path,
        parent: QWidget,
        files: Callable[[], Mapping[str, bytes]],
        *,
        unsaved: bool = False,
    ) -> None:
        """``files`` makes what is kept: the open data as they would be saved. ``unsaved``: they are
        ahead of the folder.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.verb.version_keep").rstrip("…"))
        self._folder, self._files = folder, files
        self._shelf = Shelf()
        self._undo: Path | None = None
        self.name, self.note = QLineEdit(), QLineEdit()
        self.name.setMaxLength(LONGEST)
        self.name.setPlaceholderText(text("version.keep.example"))
        self.name.setAccessibleName(text("version.keep.name"))
        self.note.setAccessibleName(text("version.keep.note"))
        self.keep = QPushButton(text("version.keep.go"))
        self.keep.setObjectName("primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._on_keep)
        self.list = QListWidget()
        self.list.setAccessibleName(text("version.keep.list"))
        self.list.currentRowChanged.connect(self._on_row)
        self.waiting = Waiting(self)
        self.words = label(text("version.keep.unsaved") if unsaved else "", "doubt", wrap=True)
        self.back = QPushButton(text("version.keep.back"))
        self.back.clicked.connect(self._on_back)
        self.enter = QPushButton(text("version.keep.enter"))
        self.enter.clicked.connect(self._on_enter)
        self._restored: Path | None = None
        self.buttons = {code: self._button(code) for code in _ONE}
        self.finished.connect(self.waiting.stop)
        self._assemble()
        self._read()

    def _button(self, code: str) -> QPushButton:
        made = QPushButton(text(f"version.keep.{code}"))
        made.setAutoDefault(False)
        made.clicked.connect(getattr(self, f"_on_{code}"))
        return made

    def _assemble(self) -> None:
        form = QFormLayout()
        form.addRow(label(text("version.keep.name")), self.name)
        form.addRow(label(text("version.keep.note")), self.note)
        top = QHBoxLayout()
        top.addWidget(label(text("version.keep.with"), "secondary", wrap=True), 1)
        top.addWidget(self.keep)
        foot = QHBoxLayout()
        for code in _ONE:
            foot.addWidget(self.buttons[code])
        foot.addStretch(1)
        close = QPushButton(text("ui.close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        foot.addWidget(close)
        told = QHBoxLayout()
        told.addWidget(self.words, 1)
        for button in (self.back, self.enter):
            told.addWidget(button)
            button.hide()
            button.setAutoDefault(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 12)
        box.setSpacing(10)
        box.addLayout(form)
        box.addLayout(top)
        box.addWidget(label(text("version.keep.list"), "sectionTitle"))
        box.addWidget(self.list, 1)
        box.addWidget(self.waiting)
        box.addLayout(told)
        box.addLayout(foot)
        fit(self, SIZE)

    # -- the shelf

    def _read(self) -> None:
        self._run(lambda _: shelf(self._folder), lambda _: "")

    def _show(self, found: Shelf) -> None:
        self._shelf = found
        self.list.clear()
        for one in found.snapshots:
            row = {"date": one.time.replace("T", " ")[:16], "name": one.name, "note": one.note}
            self.list.addItem(text("version.keep.row", **row).rstrip())
        for path, error in found.damaged:
            why = text(error.code, **error.params)
            item = QListWidgetItem(text("version.keep.damaged", name=path.name, reason=why))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        if not found.snapshots and not found.damaged:
            item = QListWidgetItem(text("version.keep.none"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self._on_row(self.list.currentRow())

    @property
    def chosen(self) -> Snapshot | None:
        """The version that is chosen in the list."""
        row = self.list.currentRow()
        return self._shelf.snapshots[row] if 0 <= row < len(self._shelf.snapshots) else None

    def _on_row(self, _row: int) -> None:
        for button in self.buttons.values():
            button.setEnabled(self.chosen is not None)

    # -- what is done

    def _run(self, job: Callable[[Progress], object], told: Callable[[object], str]) -> None:
        """Do something, then read the shelf again and say what was done."""
        folder = self._folder

        def both(progress: Progress) -> tuple[object, Shelf]:
            return job(progress), shelf(folder)

        def done(found: object) -> None:
            if isinstance(found, Refused):
                self._tell(found.words, bad=True)
            elif isinstance(found, tuple):
                self._show(found[1])
                if words := told(found[0]):
                    self._tell(words)

        self.keep.setEnabled(False)
        self.waiting.run(
            text("version.keep.working"), both, done, lambda: self.keep.setEnabled(True)
        )

    def _tell(self, words: str, *, bad: bool = False) -> None:
        self.words.setObjectName("doubt" if bad else "secondary")
        self.words.style().polish(self.words)
        self.words.setText(words)
        self.back.setVisible(self._undo is not None)
        self.enter.setVisible(self._restored is not None and not bad)

    def _on_keep(self) -> None:
        folder, files = self._folder, self._files
        name, note = self.name.text(), self.note.text()

        def job(_progress: Progress) -> Snapshot:
            return take(folder, files(), name, note)

        self._undo = self._restored = None
        self._run(job, self._kept)

    def _kept(self, made: object) -> str:
        assert isinstance(made, Snapshot)
        self.name.clear()
        self.note.clear()
        paths = [one.path for one in self._shelf.snapshots]
        self.list.setCurrentRow(paths.index(made.path))  # what is done next is done to it
        here = "" if made.path.is_relative_to(self._folder) else text("version.keep.here")
        return text("version.keep.saved", name=made.name) + here

    def _on_rename(self) -> None:
        """Take the name of the field, or put the present one there to be changed."""
        one = self.chosen
        if one is None:
            return
        name = self.name.text().strip()
        if not name:
            self.name.setText(one.name)
            self.name.setFocus()
            self.name.selectAll()
            self._tell(text("version.keep.rename.how"))
            return
        self._undo = self._restored = None
        done = partial(text, "version.keep.renamed", name=name)
        self._run(lambda _: rename(self._folder, one, name), lambda _: done())
        self.name.clear()

    def _on_delete(self) -> None:
        one = self.chosen
        if one is None:
            return

        def told(kept: object) -> str:
            assert isinstance(kept, Path)
            self._restored = None
            self._undo = kept
            return text("version.keep.deleted", name=one.name)

        self._run(lambda _: delete(one), told)

    def _on_back(self) -> None:
        kept, self._undo = self._undo, None
        if kept is not None:
            words = text("version.keep.returned", name=kept.stem.partition("_")[2])
            self._run(lambda _: put_back(kept), lambda _: words)

    def _on_restore(self) -> None:
        one = self.chosen
        if one is not None:
            ask(self, FOLDER, self._folder.parent, partial(self._restore, one))

    def _restore(self, one: Snapshot, above: Path) -> None:
        """Into a folder of its own there: nothing that somebody has is written over."""
        target = above / safe(f"{self._folder.name}_{one.name}")
        target = beside(target) if target.exists() else target
        self._undo = self._restored = None

        def told(_count: object) -> str:
            self._restored = target
            return text("version.keep.restored", name=one.name, folder=target)

        self._run(lambda _: restore(one.path, target), told)

    def _on_enter(self) -> None:
        if self._restored is not None:
            self.wished.emit(self._restored)
            self.close()

    def _on_compare(self) -> None:
        if self.chosen is not None:
            self.compared.emit(self.chosen)
