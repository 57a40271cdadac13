"""The stories: which there are, and what the chosen one is called and is for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.model import Atlas
from liantu.model.story import Story
from liantu.ui.dialogs.stories.words import LONGEST
from liantu.ui.widgets.fields import Spin
from liantu.ui.widgets.prose import Prose
from liantu.ui.widgets.text import label
from liantu.wording import text

ACTS = ("new", "copy", "delete")
NOTE_HIGH, NOTE_LOW = 70, 40
"""Height of the note where there is room for it and at least, px."""
LONG = 24 * 60
"""Minutes of a day: more than any story takes."""
_ID = Qt.ItemDataRole.UserRole


class Shelf(QWidget):
    """``chosen`` tells that another story is; ``asked`` carries one of :data:`ACTS`, ``renamed`` a
    name, ``noted`` a note and minutes (0: nobody said).
    """

    chosen = Signal()
    asked = Signal(str)
    renamed = Signal(str)
    noted = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._story: Story | None = None
        self.list = QListWidget()
        self.list.setObjectName("settingsRows")
        self.list.setAccessibleName(text("ui.story.list"))
        self.name, self.note, self.minutes = QLineEdit(), Prose(), Spin()
        self.buttons = {act: QPushButton(text(f"ui.story.act.{act}")) for act in ACTS}
        self.fields = QWidget()
        self._assemble()
        self._connect()

    def show_stories(self, atlas: Atlas, wanted: str) -> None:
        """Show those that there are, the wanted one chosen, else the first."""
        ids = list(atlas.stories)
        self.list.blockSignals(True)
        self.list.clear()
        for story in atlas.stories.values():
            item = QListWidgetItem(story.name)
            item.setData(_ID, story.id)
            item.setToolTip(story.note)
            self.list.addItem(item)
        at = ids.index(wanted) if wanted in ids else 0
        self.list.setCurrentRow(at if ids else -1)
        self.list.blockSignals(False)
        self._show(atlas.stories[ids[at]] if ids else None)

    @property
    def id(self) -> str:
        """The chosen story; empty where there is none."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def restore(self) -> None:
        """What was written and not taken is as the data have it."""
        story, self._story = self._story, None
        self._show(story)

    def _show(self, story: Story | None) -> None:
        self.fields.setEnabled(story is not None)
        for act in ("copy", "delete"):
            self.buttons[act].setEnabled(story is not None)
        if story == self._story:
            return
        self._story = story
        self.name.setText(story.name if story else "")
        self.name.setCursorPosition(0)
        self.note.setPlainText(story.note if story else "")
        self.minutes.setValue(story.minutes or 0 if story else 0)

    # -- building

    def _assemble(self) -> None:
        self.name.setMaxLength(LONGEST)
        self.note.setMinimumHeight(NOTE_LOW)
        self.note.setMaximumHeight(NOTE_HIGH)
        self.minutes.setDecimals(0)
        self.minutes.setRange(0, LONG)
        self.minutes.setSpecialValueText(text("ui.story.minutes.none"))
        inner = QVBoxLayout(self.fields)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        for code in ("name", "note", "minutes"):
            field: QWidget = getattr(self, code)
            field.setAccessibleName(text(f"ui.story.{code}"))
            inner.addWidget(label(text(f"ui.story.{code}"), "secondary"))
            inner.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in self.buttons.values():
            button.setObjectName("small")
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(label(text("ui.story.list"), "partTitle"))
        box.addWidget(self.list, 1)
        box.addLayout(row)
        box.addWidget(self.fields)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self.chosen.emit())
        for act, button in self.buttons.items():
            button.clicked.connect(lambda _=False, act=act: self.asked.emit(act))
        self.name.editingFinished.connect(self._rename)
        self.note.left.connect(self._annotate)
        self.minutes.editingFinished.connect(self._annotate)

    def _rename(self) -> None:
        name = self.name.text().strip()
        if self._story is not None and name and name != self._story.name:
            self.renamed.emit(name)
        elif self._story is not None:
            self.name.setText(self._story.name)

    def _annotate(self) -> None:
        note, minutes = self.note.toPlainText().strip(), int(self.minutes.value())
        story = self._story
        if story is not None and (note, minutes) != (story.note, story.minutes or 0):
            self.noted.emit(note, minutes)
