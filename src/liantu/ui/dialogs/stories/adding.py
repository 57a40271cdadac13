"""把这一步加进故事…: which story takes what is looked at, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.diagram.slides.model import Slide
from liantu.diagram.theme import Theme
from liantu.document.show import Scene, Show
from liantu.library.edits import scenarios, stories
from liantu.model import Atlas
from liantu.model.story import Step, Story
from liantu.ui.dialogs.stories.preview import SlidePreview
from liantu.ui.dialogs.stories.words import LONGEST, StepWords
from liantu.ui.show.now import offered, ticked
from liantu.ui.show.source import drawn
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.text import label
from liantu.wording import text

WIDTH = 380
"""Of the fields (px)."""


class AddStep(QDialog):
    """``recorded`` carries the edit, and the id of the story (of a new one its name)."""

    recorded = Signal(object, str)

    def __init__(
        self, atlas: Atlas, reading: Reading, step: Step, theme: Theme, last: str, parent: QWidget
    ) -> None:
        """``step`` is what is looked at in ``reading``; ``last`` the story that took one last."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.story.add"))
        self._atlas, self._reading, self._step, self._theme = atlas, reading, step, theme
        self.story, self.place = Combo(), Combo()
        self.name = QLineEdit(stories.free_name(atlas, text("ui.story.name.proposed")))
        self.words, self.preview = StepWords(), SlidePreview()
        self.note = label("", "remark", wrap=True)
        self.trouble = label("", "doubt", wrap=True)
        self.save = QPushButton(text("ui.story.do"))
        self._fill(last)
        self._assemble()
        self._on_story()
        self._connect()

    def _fill(self, last: str) -> None:
        for story in self._atlas.stories.values():
            self.story.addItem(story.name, story.id)
        self.story.addItem(text("ui.story.fresh"), "")
        self.story.setCurrentIndex(max(0, self.story.findData(last)))
        self.name.setMaxLength(LONGEST)
        offers = offered(self._reading, self._step, first=False)
        self.words.show_step(replace(self._step, tells=(ticked(offers),)), offers)
        self.words.title.selectAll()

    def _assemble(self) -> None:
        form = QFormLayout()
        for code, part in (("which", self.story), ("name", self.name), ("place", self.place)):
            words = text(f"ui.story.{code}")
            part.setAccessibleName(words)
            part.setMinimumWidth(WIDTH - 100)
            form.addRow(label(words), part)
        self._form = form
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addLayout(form)
        side.addWidget(self.words)
        side.addWidget(self.note)
        side.addWidget(self.trouble)
        side.addStretch(1)
        side.addLayout(self._foot())
        box = QHBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(18)
        box.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(side, 1)
        self.words.title.setFocus()

    def _foot(self) -> QHBoxLayout:
        leave = button(text("ui.cancel"), self.reject)
        self.save.setObjectName("primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._record)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.save)
        return row

    def _connect(self) -> None:
        self.story.currentIndexChanged.connect(self._on_story)
        self.place.currentIndexChanged.connect(self._on_words)
        self.name.textChanged.connect(self._check)
        self.words.changed.connect(self._on_words)
        self.finished.connect(self.preview.stop)

    # -- what is chosen

    @property
    def id(self) -> str:
        """The story that takes it; empty: a new one."""
        return str(self.story.currentData())

    def _on_story(self) -> None:
        """Another story, with its places."""
        self._form.setRowVisible(self.name, not self.id)
        self._form.setRowVisible(self.place, bool(self.id))
        count = len(self._atlas.stories[self.id].steps) if self.id else 0
        self.place.blockSignals(True)
        self.place.clear()
        self.place.addItem(text("ui.story.place.end"), count)
        for at in range(count - 1, 0, -1):
            self.place.addItem(text("ui.story.place.after", at=at), at)
        if count:
            self.place.addItem(text("ui.story.place.first"), 0)
        self.place.blockSignals(False)
        self._check()
        self._on_words()

    def _check(self) -> None:
        """Only a name that no other story has can be given."""
        name = self.name.text().strip()
        taken = not self.id and stories.is_taken(self._atlas, "", name)
        self.save.setEnabled(bool(self.id or name) and not taken)
        self.trouble.setText(text("edit.story.taken", name=name) if taken else "")
        self.trouble.setVisible(taken)

    def _on_words(self) -> None:
        step = self.words.step
        if step is None:
            return
        unkept = stories.needs_scenario(self._atlas, self._reading.scenario)
        name = scenarios.free_name(self._atlas, step.title)
        self.note.setText(text("ui.story.kept_with", name=name) if unkept else "")
        self.note.setVisible(unkept)
        story, at, reading, theme = *self._told(step), self._reading, self._theme

        def draw() -> Slide:
            before = Show(story, reading).scene(at - 1).reading if at else None
            return drawn(Scene(story, at, reading, before), theme)

        self.preview.show_slide(draw)

    def _told(self, step: Step) -> tuple[Story, int]:
        """The story as it will be, and where the step stands in it."""
        if not self.id:
            return Story("", self.name.text(), "", None, (step,)), 0
        story, at = self._atlas.stories[self.id], self.place.currentData()
        return replace(story, steps=(*story.steps[:at], step, *story.steps[at:])), at

    def _record(self) -> None:
        step, scenario, name = self.words.step, self._reading.scenario, self.name.text().strip()
        if step is None:
            return
        if self.id:
            at = self.place.currentData()
            edit = stories.record(self._atlas, self.id, step, scenario, at)
        else:
            edit = stories.record_new(self._atlas, name, step, scenario)
        self.recorded.emit(edit, self.id or name)
        self.accept()
