"""故事…: all stories with their steps, to be reworded, put in order, shown and handed out; the
window stays open beside the main one, so that what is looked at there can become a step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.diagram.slides.model import Slide
from liantu.diagram.theme import Theme
from liantu.document.show import Show
from liantu.library.edits import stories
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.model.story import Step, Story
from liantu.ui.dialogs.stories.preview import SlidePreview
from liantu.ui.dialogs.stories.shelf import Shelf
from liantu.ui.dialogs.stories.steps import Steps
from liantu.ui.dialogs.stories.words import StepWords
from liantu.ui.show.now import offered
from liantu.ui.show.source import drawn
from liantu.ui.widgets.buttons import button, run_by
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.text import label
from liantu.wording import text

SIZE = QSize(980, 600)
"""Size where the screen has room for it, px."""
SIDE, MIDDLE = (170, 210), (200, 250)
"""Widths of the lists, px: at least, and at most."""


class StoriesDialog(QDialog):
    """``asked`` carries an edit; ``wanted`` what only the main window can do (``here``, ``put``,
    ``show``, ``export``) with the id of a story and a step of it (-1: none).
    """

    asked = Signal(object)
    wanted = Signal(str, str, int)

    def __init__(self, theme: Theme, verbs: Sequence[tuple[str, QAction]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(text("ui.story.list"))
        self._theme = theme
        self._reading = Reading.nothing()
        self._atlas: Atlas = self._reading.base
        self._shown: tuple[str, int, Step] | None = None
        self._aim: tuple[str, int] = ("", 0)
        self.shelf, self.steps = Shelf(), Steps()
        self.preview, self.words = SlidePreview(), StepWords()
        self.hint = label(text("ui.story.none"), "secondary", wrap=True)
        self.buttons = {
            act: button(text(f"ui.story.act.{act}"), partial(self._do, act))
            for act in ("show", "export")
        }
        self._assemble(verbs)
        self._connect()
        fit(self, SIZE)

    # -- what is shown

    def show_stories(self, atlas: Atlas, reading: Reading) -> None:
        """Show the stories of ``atlas``, the newest; what is chosen stays."""
        self._atlas, self._reading = atlas, reading
        known = {story.name: story.id for story in atlas.stories.values()}
        wanted, at = self._aim
        self.shelf.show_stories(atlas, known.get(wanted, wanted))
        self.steps.show_story(self.story, at)
        self._show_step()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme, self._shown = theme, None
        self._show_step()

    @property
    def story(self) -> Story | None:
        """The chosen story."""
        return self._atlas.stories.get(self.shelf.id)

    def choose(self, story: str, at: int = 0) -> None:
        """Bring a story to the front, by its id or name, once it is there."""
        self._aim = (story, at)

    def restore(self) -> None:
        """What was written and refused is as the data have it."""
        self.shelf.restore()

    def _show_step(self) -> None:
        """The slide and the words of the chosen step."""
        story, at, reading, theme = self.story, self.steps.at, self._reading, self._theme
        told = story is not None and 0 <= at < len(story.steps)
        self.words.setEnabled(told)
        self.hint.setVisible(not self._atlas.stories)
        self.steps.let(story is not None)
        self.buttons["show"].setEnabled(told)
        self.buttons["export"].setEnabled(story is not None and bool(story.steps))
        if story is None or not told:
            self._shown = None
            self.preview.show_slide(None)
            return
        step = story.steps[at]
        self._aim = (story.id, at)
        if (story.id, at, step) != self._shown and self.words.step != step:
            self.words.show_step(step, offered(reading, step, first=at == 0))
        self._shown = (story.id, at, step)
        self.preview.show_slide(lambda: _slide(story, at, reading, theme))

    # -- what is done

    def _on_story(self) -> None:
        self._aim = (self.shelf.id, 0)
        self.shelf.show_stories(self._atlas, self.shelf.id)
        self.steps.show_story(self.story, 0)
        self._show_step()

    def _do(self, act: str) -> None:
        """What a button asks; other work is done by who has the window."""
        story, at = self.story, self.steps.at
        if act in self._acts:
            made = self._acts[act]()
            if made is not None:
                self.asked.emit(made)
        elif story is not None:
            self.take_words()
            if act == "here":
                self._aim = (story.id, len(story.steps))
            self.wanted.emit(act, story.id, at)

    def _new(self) -> Edit:
        name = stories.free_name(self._atlas, text("ui.story.name.proposed"))
        self._aim = (name, 0)
        return stories.begin(self._atlas, name)

    def _copy(self) -> Edit | None:
        if self.story is None:
            return None
        name = stories.free_name(self._atlas, self.story.name)
        self._aim = (name, 0)
        return stories.duplicate(self._atlas, self.story.id, name)

    def _delete(self) -> Edit | None:
        return stories.delete(self._atlas, self.story.id) if self.story else None

    def _move(self, by: int) -> Edit | None:
        story, at = self.story, self.steps.at
        if story is None or not 0 <= at + by < len(story.steps):
            return None
        self._aim = (story.id, at + by)
        return stories.move(self._atlas, story.id, at, at + by)

    def _drop(self) -> Edit | None:
        story, at = self.story, self.steps.at
        return stories.drop(self._atlas, story.id, at) if story is not None and at >= 0 else None

    def _rename(self, name: str) -> None:
        if self.story is not None:
            self.asked.emit(stories.rename(self._atlas, self.story.id, name))

    def _annotate(self, words: str, minutes: int) -> None:
        if self.story is not None:
            edit = stories.note(self._atlas, self.story.id, words, minutes or None)
            self.asked.emit(edit)

    def take_words(self) -> None:
        """Keep what was written of the step."""
        step, shown = self.words.step, self._shown
        if shown is None or step is None or step == shown[2]:
            return
        id_, at, _ = shown
        story = self._atlas.stories.get(id_)
        if story is not None and at < len(story.steps):
            self._shown = (id_, at, step)
            self.asked.emit(stories.put(self._atlas, id_, at, step))

    def _on_typed(self) -> None:
        """The slide with what is being written."""
        step, story, at = self.words.step, self.story, self.steps.at
        if step is not None and story is not None and 0 <= at < len(story.steps):
            told = stories.with_step(story, at, step)
            reading, theme = self._reading, self._theme
            self.preview.show_slide(lambda: _slide(told, at, reading, theme))

    # -- building

    def _assemble(self, verbs: Sequence[tuple[str, QAction]]) -> None:
        for part, (least, most) in ((self.shelf, SIDE), (self.steps, MIDDLE)):
            part.setMinimumWidth(least)
            part.setMaximumWidth(most)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.hint)
        right.addWidget(self.preview)
        right.addWidget(self.words)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.shelf)
        row.addWidget(self.steps)
        row.addLayout(right, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addLayout(row, 1)
        box.addLayout(self._foot(verbs))

    def _foot(self, verbs: Sequence[tuple[str, QAction]]) -> QHBoxLayout:
        foot = QHBoxLayout()
        for words, action in verbs:
            made = QToolButton()
            made.setText(words)  # what would be taken back has no room in the row
            run_by(made, action)
            foot.addWidget(made)
            self.addAction(action)
        foot.addStretch(1)
        for one in (*self.buttons.values(), button(text("ui.close"), self.accept)):
            foot.addWidget(one)
        return foot

    def _connect(self) -> None:
        self._acts: Mapping[str, Callable[[], Edit | None]] = {
            "new": self._new,
            "copy": self._copy,
            "delete": self._delete,
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
            "drop": self._drop,
        }
        self.shelf.chosen.connect(self._on_story)
        self.shelf.asked.connect(self._do)
        self.shelf.renamed.connect(self._rename)
        self.shelf.noted.connect(self._annotate)
        self.steps.chosen.connect(self._show_step)
        self.steps.asked.connect(self._do)
        self.words.left.connect(self.take_words)
        self.words.changed.connect(self._on_typed)
        self.finished.connect(self.take_words)
        self.finished.connect(self.preview.stop)


def _slide(story: Story, at: int, reading: Reading, theme: Theme) -> Slide:
    return drawn(Show(story, reading).scene(at), theme)
