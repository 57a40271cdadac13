"""合并同事的资料: what is taken by itself is listed, what both changed is decided one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from liantu.jobs import Progress
from liantu.library.editing import Draft, RefusedError, edited
from liantu.library.merging import Merged, Side, drafts, left, merge
from liantu.library.three_ways import Conflict
from liantu.library.versions.opening import common_version
from liantu.library.versions.snapshots import Shelf, shelf
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.telling.versions.conflicts import (
    conflict_row,
    doubles,
    left_line,
    refused_lines,
    renamed_lines,
    sum_line,
    taken_line,
)
from liantu.telling.versions.values import Names
from liantu.ui.versions.deciding import Deciding
from liantu.ui.versions.source import FILE, FOLDER, SourceCombo, ask
from liantu.ui.versions.waiting import Waiting
from liantu.ui.versions.work import Read, Refused, read_named
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.scrolled import Measured
from liantu.ui.widgets.text import label
from liantu.ui.work.tasks import Tasks
from liantu.wording import text

SIZE = QSize(980, 640)
"""Size where the screen has room for it, px."""


@dataclass(frozen=True, slots=True, eq=False)
class Both:
    """What was put together: ``ours`` as it was then, and what came of it."""

    ours: Atlas
    theirs: Read
    merged: Merged
    names: Names


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """The one step that merges, and what theirs say that it does not take."""

    edit: Edit
    left: tuple[str, ...]


class MergeDialog(QDialog):
    """Not modal. ``decided`` carries the :class:`Outcome` once every conflict is decided and the
    result is sound data.
    """

    decided = Signal(object)

    def __init__(self, atlas: Callable[[], Atlas], folder: Path, parent: QWidget) -> None:
        """``atlas`` tells what the open folder holds now."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.verb.version_merge").rstrip("…"))
        self._atlas, self._folder = atlas, folder
        self._theirs: Path | None = None
        self.both: Both | None = None
        self.named = label(text("version.merge.choose"), "secondary")
        self.base = SourceCombo(text("version.merge.base"), folder, opens=False)
        self.base.chosen.connect(self._start)
        self.waiting = Waiting(self)
        self.words = label(text("version.merge.hint"), wrap=True)
        self.deciding = Deciding()
        self.deciding.changed.connect(self._on_decided)
        self.taken = QListWidget()
        self.taken.setAccessibleName(text("version.merge.tab.taken", count=0))
        self.taken.setWordWrap(True)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.take = QPushButton(text("version.merge.go"))
        self.take.setObjectName("primary")
        self.take.clicked.connect(self._on_take)
        self.finished.connect(self.waiting.stop)
        self._assemble()
        self._meant: Path | None = None
        self._tasks = Tasks(self)
        self.finished.connect(self._tasks.stop)
        task = self._tasks.new(lambda _: shelf(folder), may_hang=True)
        task.done.connect(self._offer)
        task.start()

    def _assemble(self) -> None:
        row = QHBoxLayout()
        for what in (FOLDER, FILE):
            wish = partial(ask, self, what, self._folder.parent, self.choose)
            button = self._button(f"version.merge.{what}", wish)
            row.addWidget(button)
        row.addWidget(self.named, 1)
        row.addWidget(label(text("version.merge.base")))
        row.addWidget(self.base)
        scroll = Measured()
        scroll.setWidget(self.deciding)
        self.tabs.addTab(scroll, "")
        self.tabs.addTab(self.taken, "")
        self.tabs.hide()
        foot = QHBoxLayout()
        self._all = [
            self._button(f"version.merge.all.{side}", partial(self.deciding.take_all, side))
            for side in Side
        ]
        for button in self._all:
            foot.addWidget(button)
            button.hide()
        foot.addStretch(1)
        foot.addWidget(self._button("ui.cancel", self.reject))
        foot.addWidget(self.take)
        self.take.setEnabled(False)
        self.take.setAutoDefault(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 12)
        box.setSpacing(8)
        box.addLayout(row)
        box.addWidget(self.waiting)
        box.addWidget(self.words)
        box.addWidget(self.tabs, 1)
        box.addStretch(0)
        box.addLayout(foot)
        self.words.setMinimumWidth(560)  # else it asks for the height of a narrow column
        fit(self, SIZE)

    def _button(self, code: str, run: Callable[[], object]) -> QPushButton:
        made = QPushButton(text(code))
        made.setAutoDefault(False)
        made.clicked.connect(partial(_plainly, run))
        return made

    def _offer(self, found: object) -> None:
        assert isinstance(found, Shelf)
        self.base.offer(found.snapshots)
        if self._meant is not None:  # found before the versions were read
            self._mean(self._meant)

    # -- putting together

    def choose(self, theirs: Path) -> None:
        """Merge the folder or version at this path; a version that both have is the base."""
        self._theirs = theirs
        self.named.setText(theirs.name)
        self._start(seek=True)

    def _start(self, seek: bool = False) -> None:
        theirs, source = self._theirs, self.base.source
        if theirs is None:
            return
        ours, folder = self._atlas(), self._folder
        chosen = source.path if source is not None else None

        def job(progress: Progress) -> tuple[Both, Path | None]:
            base = chosen
            if seek:
                found = common_version(folder, str(theirs))
                base = found.path if found is not None else None
            return _merged(ours, theirs, base, progress), base

        self.take.setEnabled(False)
        self.waiting.run(text("version.merge.working"), job, self._on_merged, lambda: None)

    def _on_merged(self, found: object) -> None:
        if isinstance(found, Refused):
            self.words.setText(found.words)
            return
        assert isinstance(found, tuple)
        both, base = found
        self._mean(base)
        self._show(both)

    def _mean(self, base: Path | None) -> None:
        """Show which version was the base."""
        self._meant = base
        for at in range(self.base.count()):
            source = self.base.itemData(at)
            if getattr(source, "path", None) == base and not isinstance(source, str):
                self.base.choose(at)
                return

    def _show(self, both: Both) -> None:
        self.both = both
        merged, names = both.merged, both.names
        lines = [sum_line(merged, both.theirs.title, based=self._meant is not None)]
        if both.theirs.errors:
            lines.append(text("version.errors", name=both.theirs.title, count=both.theirs.errors))
        if self._meant is None:
            lines.append(text("version.merge.baseless"))
        lines += doubles(both.ours, both.theirs.atlas)
        self.words.setText("\n".join(lines))
        self.deciding.show_rows([conflict_row(names, one) for one in merged.conflicts])
        self.taken.clear()
        self.taken.addItems(renamed_lines(names, merged))
        self.taken.addItems([taken_line(names, one) for one in merged.taken])
        asked = "conflicts" if self._meant is not None else "differing"
        counts = {asked: len(merged.conflicts), "taken": len(merged.taken)}
        for at, (code, count) in enumerate(counts.items()):
            self.tabs.setTabText(at, text(f"version.merge.tab.{code}", count=count))
        self.tabs.setCurrentIndex(0 if merged.conflicts else 1)
        self.tabs.setVisible(bool(merged.changes))
        for button in self._all:
            button.setVisible(bool(merged.conflicts))
        self._on_decided()

    # -- deciding

    def _on_decided(self) -> None:
        changes = self.both is not None and bool(self.both.merged.changes)
        self.take.setEnabled(changes and self.deciding.complete)

    def _on_take(self) -> None:
        both = self.both
        if both is None:
            return
        if self._atlas() is not both.ours:
            self._start()
            self.words.setText(text("version.merge.changed"))
            return
        sides = dict(zip(both.merged.conflicts, self.deciding.sides, strict=True))
        self.take.setEnabled(False)
        job = partial(_outcome, both, sides)
        self.waiting.run(text("version.merge.working"), job, self._on_outcome, self._on_decided)

    def _on_outcome(self, found: object) -> None:
        if isinstance(found, Refused):
            self.words.setText(found.words)
        elif isinstance(found, Outcome):
            self.decided.emit(found)
            self.accept()


def _plainly(run: Callable[[], object], _checked: bool = False) -> None:
    """What a button tells of itself is no argument."""
    run()


def _merged(ours: Atlas, theirs: Path, base: Path | None, progress: Progress) -> Both:
    read = read_named(str(theirs), progress)
    known = read_named(str(base), progress).atlas if base is not None else None
    merged = merge(ours, read.atlas, known, sound=not read.errors, progress=progress)
    return Both(ours, read, merged, Names(ours, read.atlas))


def _outcome(both: Both, sides: dict[Conflict, Side], _progress: Progress) -> Outcome | Refused:
    """The step, tried on what the folder holds."""
    made = drafts(both.merged, sides)
    try:
        edited(both.ours, made)
    except RefusedError as error:
        return Refused("\n".join((text("version.merge.refused"), *refused_lines(error))))
    kept = tuple(left_line(both.names, one) for one in left(both.merged, sides))
    label_ = text("edit.merge", name=both.theirs.title, count=len(made))
    return Outcome(Edit(label_, partial(_apply, made)), kept)


def _apply(made: tuple[Draft, ...], atlas: Atlas) -> Atlas:
    return edited(atlas, made)
