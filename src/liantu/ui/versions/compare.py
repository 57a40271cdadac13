"""版本对比: two versions side by side, as lists, numbers and a map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from liantu.briefing import versions
from liantu.jobs import Progress
from liantu.library.versions.snapshots import Shelf, Snapshot, shelf
from liantu.model.scenario import Scenario
from liantu.telling.filenames import filled
from liantu.telling.versions import lists
from liantu.telling.versions.comparison import Comparison, Version, compared, reading_of
from liantu.telling.versions.summary import basis, board_lines, sentence
from liantu.ui.lists.page import ListPage
from liantu.ui.remembered import export_memory
from liantu.ui.versions.mapped import MapTab
from liantu.ui.versions.source import Source, SourceCombo, reader
from liantu.ui.versions.waiting import Waiting
from liantu.ui.versions.work import Read, Refused
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.text import label
from liantu.ui.work.tasks import Tasks
from liantu.wording import text

SIZE = QSize(1120, 680)
"""Size where the screen has room for it, px."""

READABLE = 640
"""Least width of sentences, px."""


@dataclass(frozen=True, slots=True, eq=False)
class Now:
    """The data as they are open, and under which date and assumptions they are looked at."""

    read: Read
    scenario: Scenario


class CompareDialog(QDialog):
    """Not modal, so that it can lie beside the map. ``followed`` carries the target of a row that
    was chosen, ``wished`` a comparison and the path at which to write it, ``marked`` what the map
    of the window is to mark by product (nothing: no marks).
    """

    followed = Signal(object)
    wished = Signal(object, object)
    marked = Signal(object)

    def __init__(
        self, now: Now, folder: Path, parent: QWidget, first: Snapshot | None = None
    ) -> None:
        """``folder`` is that of the open data; ``first`` of its versions is compared at once, by
        default the newest one.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.verb.version_compare").rstrip("…"))
        self._now = now
        self.found: Comparison | None = None
        self.before = SourceCombo(text("version.head.before"), folder)
        self.after = SourceCombo(text("version.head.after"), folder)
        self.go = QPushButton(text("version.compare.go"))
        self.go.setObjectName("primary")
        self.go.clicked.connect(self.start)
        self.waiting = Waiting(self)
        self.words = label(text("version.compare.hint"), wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notes = label("", "secondary", wrap=True)
        for one in (self.words, self.notes):
            one.setMinimumWidth(READABLE)  # else it asks for the height of a narrow column
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.export = QPushButton(text("version.compare.export"))
        self.export.clicked.connect(self._ask_file)
        self.mark = QPushButton(text("version.compare.mark"))
        self.mark.setCheckable(True)
        self.mark.toggled.connect(self._on_mark)
        self.finished.connect(self.stop)
        for combo in (self.before, self.after):
            combo.chosen.connect(self._on_chosen)
        self._assemble()
        self._on_chosen()
        self._tasks = Tasks(self)
        task = self._tasks.new(lambda _: shelf(folder), may_hang=True)
        task.done.connect(partial(self._offer, first))
        task.start()

    def _offer(self, first: Snapshot | None, found: object) -> None:
        """Offer the versions of the folder, and compare with one of them at once."""
        assert isinstance(found, Shelf)
        for combo in (self.before, self.after):
            combo.offer(found.snapshots)
        paths = [one.path for one in found.snapshots]
        if paths and not self.waiting.running:
            self.before.choose(1 + paths.index(first.path) if first and first.path in paths else 1)
            self.start()
        elif not paths and self.found is None and not self.waiting.running:
            self.words.setText(text("version.compare.none"))

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()
        self.waiting.stop()
        self.mark.setChecked(False)
        self._clear()

    def _assemble(self) -> None:
        row = QHBoxLayout()
        for code, combo in (("before", self.before), ("after", self.after)):
            row.addWidget(label(text(f"version.head.{code}")))
            row.addWidget(combo)
        row.addWidget(self.go)
        row.addStretch(1)
        foot = QHBoxLayout()
        close = QPushButton(text("ui.close"))
        close.clicked.connect(self.close)
        foot.addWidget(self.export)
        foot.addWidget(self.mark)
        foot.addStretch(1)
        foot.addWidget(close)
        for button in (self.go, self.export, self.mark, close):
            button.setAutoDefault(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 12)
        box.setSpacing(8)
        box.addLayout(row)
        box.addWidget(self.waiting)
        box.addWidget(self.words)
        box.addWidget(self.notes)
        box.addWidget(self.tabs, 1)
        box.addStretch(0)  # the buttons stay below while there are no tabs
        box.addLayout(foot)
        self.export.setEnabled(False)
        self.mark.setEnabled(False)
        self.tabs.hide()
        self.notes.hide()
        fit(self, SIZE)

    # -- comparing

    def _on_chosen(self) -> None:
        old, new = self.before.source, self.after.source
        self.go.setEnabled(old is not None and new is not None and old != new)

    def start(self) -> None:
        """Read and compare what is chosen, away from the window's thread."""
        old, new = self.before.source, self.after.source
        if old is None or new is None:
            return
        now = self._now
        self.go.setEnabled(False)

        def job(progress: Progress) -> Comparison:
            first, second = (_version(source, now, progress) for source in (old, new))
            return compared(first, second, progress)

        self.waiting.run(text("version.compare.working"), job, self._on_done, self._on_chosen)

    def _on_done(self, found: object) -> None:
        if isinstance(found, Refused):
            self.words.setText(found.words)
        elif isinstance(found, Comparison):
            self.show_comparison(found)

    def show_comparison(self, found: Comparison) -> None:
        """Tell what differs."""
        self.found = found
        self.words.setText(sentence(found))
        notes = [] if found.same else board_lines(found)
        self.notes.setText(" ".join((*notes, *basis(found))))
        self.notes.show()
        self._clear()
        for item, count in (
            (lists.classes(found), len(found.classes) + len(found.came) + len(found.went)),
            (lists.things(found), len(found.things)),
        ):
            page = ListPage(item)
            page.show_list(found.after.reading, lists.SCOPE)
            page.picked.connect(lambda row: self.followed.emit(row.target))
            self.tabs.addTab(page, text("version.compare.tab", title=item.title, count=count))
        self.tabs.addTab(MapTab(found), text("version.compare.map"))
        if not found.classes and found.things:
            self.tabs.setCurrentIndex(1)
        self.tabs.show()
        self.export.setEnabled(True)
        self.mark.setEnabled(True)
        self._on_mark(self.mark.isChecked())

    def _on_mark(self, wanted: bool) -> None:
        found = self.found
        self.marked.emit(found.turns if wanted and found is not None else {})

    def _clear(self) -> None:
        while self.tabs.count():
            page = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if isinstance(page, MapTab):
                page.stop()
            page.deleteLater()

    # -- writing

    def _ask_file(self) -> None:
        if self.found is None:
            return
        atlas = self.found.after.atlas
        stem = filled(
            "",
            region=atlas.library.region.name,
            chain="",
            kind=text("version.stem", title=self.found.after.title),
            date=self.found.after.reading.date,
        )
        folder = export_memory.start(export_memory.Kind.PAPER)
        dialog = QFileDialog(self, text("version.compare.export"), str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kinds = {text(f"version.format.{suffix}"): suffix for suffix in _SUFFIXES}
        dialog.setNameFilters(list(kinds))
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(kinds[name]))
        dialog.setDefaultSuffix(_SUFFIXES[0])
        dialog.selectFile(stem)
        found = self.found
        dialog.fileSelected.connect(lambda name: self._on_file(found, Path(name)))
        dialog.open()

    def _on_file(self, found: Comparison, path: Path) -> None:
        choice = export_memory.Choice(str(path.parent), path.suffix.casefold())
        export_memory.save(export_memory.Kind.PAPER, choice)
        self.wished.emit(found, path)


_SUFFIXES = tuple(reversed(versions.SUFFIXES))


def _version(source: Source, now: Now, progress: Progress) -> Version:
    """The open data as they are looked at, and so any other version of the same edition, so that
    only the data differ; one of another edition as its own data ask.
    """
    read = reader(source, now.read)(progress)
    alike = read.atlas.library.edition == now.read.atlas.library.edition
    beside = now.scenario if source.path is None or alike else None
    return Version(read.title, reading_of(read.atlas, beside=beside), read.errors)
