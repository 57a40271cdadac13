"""新建城市: asks page by page, tells at once what cannot stay, and makes the folder."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from liantu import paths
from liantu.jobs import Progress
from liantu.library import load
from liantu.library.founding import found, is_free
from liantu.library.naming import CHAINS, Trouble, troubles
from liantu.library.starting import Start, chosen, start
from liantu.model import Atlas
from liantu.telling.filenames import safe
from liantu.ui.dialogs.new_city.pages import BasisPage, ChainsPage, CityPage, FolderPage
from liantu.ui.dialogs.settings.parts import sentence
from liantu.ui.habits.fault import told
from liantu.ui.remembered import export_memory
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.work.tasks import Tasks
from liantu.wording import text

SIZE, SIDE = QSize(680, 520), 132
"""Size where the screen has room for it, px; width of the list of steps."""
STEPS = ("city", "chains", "basis", "folder")


@dataclass(frozen=True, slots=True)
class _Order:
    """All that a worker needs."""

    wanted: Start
    like: Atlas | None
    folder: Path

    def run(self, _progress: Progress) -> Path:
        found(self.folder, start(self.wanted, self.like))
        return self.folder


class NewCityDialog(QDialog):
    """``founded`` carries the new folder; then the window closes by itself."""

    founded = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.new"))
        self.city, self.chains = CityPage(), ChainsPage()
        self.basis, self.place = BasisPage(), FolderPage()
        self.note = sentence(text("ui.new.reading"), "doubt")
        self._shipped: Atlas | None = None
        self._making = False
        self._tasks = Tasks(self)
        self.finished.connect(self._tasks.stop)  # Esc sends no event of closing
        self._assemble()
        fit(self, SIZE)
        self._read()
        self._show(0)

    # -- what is wanted

    def wanted(self, like: Atlas) -> Start:
        """What was asked for, beside units and list templates of the shipped library."""
        return Start(
            region=self.city.region.text().strip(),
            counties=self.city.names,
            edition=f"{datetime.date.today():%Y-%m}",
            chains=chosen(like, (*self.chains.ids, *self.chains.names)),
            units=like.library.units,
            lists=tuple(like.library.lists.values()),
        )

    def problem(self) -> str:
        """Why the page that is shown cannot be left; empty: it can."""
        at = STEPS[self.stack.currentIndex()]
        if at == "folder":
            return self._folder_problem()
        if at == "chains" and not (self.chains.ids or self.chains.names):
            return text("ui.new.chains.none")
        fits = {"city": lambda t: t.field != CHAINS, "chains": lambda t: t.field == CHAINS}.get(at)
        wrong = next(filter(fits, self._troubles()), None) if fits else None
        return text(wrong.code, **wrong.params) if wrong else ""

    def _troubles(self) -> tuple[Trouble, ...]:
        taken = self.chains.taken
        return troubles(self.city.region.text(), self.city.names, self.chains.names, taken)

    def _folder_problem(self) -> str:
        words = self.place.path.text().strip()
        if not words or not Path(words).is_absolute():
            return text("ui.new.folder.none")
        try:
            return "" if is_free(Path(words)) else text("ui.new.folder.taken")
        except (OSError, ValueError):
            return text("ui.new.folder.none")

    # -- steps

    def step(self, by: int) -> None:
        """To the next page or back; beyond the last one the folder is made."""
        at = self.stack.currentIndex() + by
        if at < len(STEPS):
            self._show(max(at, 0))
        else:
            self._make()

    def _show(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self.side.setCurrentRow(at)
        if STEPS[at] == "folder":
            name = safe(text("ui.new.folder.name", region=self.city.region.text().strip()))
            self.place.propose(export_memory.usual().parent / name)
            self._tell_what()
        self._refresh()

    def _tell_what(self) -> None:
        count = len(self.chains.ids) + len(self.chains.names)
        code = "like" if self.basis.like.isChecked() else "empty"
        self.place.told.setText(
            text(
                f"ui.new.told.{code}",
                region=self.city.region.text().strip(),
                counties=len(self.city.names),
                chains=count,
            )
        )

    def _refresh(self) -> None:
        at, problem = self.stack.currentIndex(), self.problem()
        ready = self._shipped is not None and not self._making
        self.note.setText(problem if ready else self.note.text())
        self.note.setVisible(bool(self.note.text()))
        self.back.setEnabled(at > 0 and not self._making)
        self.next.setEnabled(ready and not problem)
        last = at == len(STEPS) - 1
        self.next.setText(text("ui.new.make" if last else "ui.new.next"))

    # -- work

    def _read(self) -> None:
        task = self._tasks.new(lambda progress: load(paths.shipped_chains(), progress).atlas)
        task.done.connect(self._on_read)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_read(self, atlas: object) -> None:
        assert isinstance(atlas, Atlas)
        self._shipped = atlas
        self.chains.offer(tuple(atlas.chains.values()))
        self.note.setText("")
        self._refresh()

    def _make(self) -> None:
        assert self._shipped is not None
        like = self._shipped if self.basis.like.isChecked() else None
        order = _Order(self.wanted(self._shipped), like, Path(self.place.path.text().strip()))
        self._making = True
        self.note.setText(text("ui.new.making"))
        self._refresh()
        task = self._tasks.new(order.run)
        task.done.connect(self._on_made)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_made(self, folder: object) -> None:
        self.accept()
        self.founded.emit(folder)

    def _on_failed(self, error: Exception) -> None:
        self._making = False
        self._refresh()
        self.note.setText(told(error))
        self.note.show()

    # -- building

    def _assemble(self) -> None:
        self.side = QListWidget()
        self.side.setObjectName("settingsSide")
        self.side.setFixedWidth(SIDE)
        self.side.setEnabled(False)  # steps, one after the other
        self.side.addItems([text(f"ui.new.step.{name}") for name in STEPS])
        self.stack = QStackedWidget()
        for page in (self.city, self.chains, self.basis, self.place):
            self.stack.addWidget(page)
            page.changed.connect(self._refresh)
        self.back = button(text("ui.new.back"), lambda: self.step(-1))
        self.next = button(text("ui.new.next"), lambda: self.step(1))
        self.next.setObjectName("primary")
        self.next.setDefault(True)
        inside = QVBoxLayout()
        inside.addWidget(self.stack, 1)
        inside.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.side)
        row.addLayout(inside, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for one in (button(text("ui.cancel"), self.reject), self.back, self.next):
            foot.addWidget(one)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 12)
        box.addLayout(row, 1)
        box.addLayout(foot)
