"""The choices of an export, in a window that does not block the main one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.briefing.pictures import RESOLUTIONS, Wish
from liantu.diagram.page import FIT, PAPERS
from liantu.render.export import SUFFIXES
from liantu.render.vector import Picture
from liantu.telling.filenames import safe
from liantu.ui.dialogs.preview import Preview
from liantu.ui.remembered import export_memory
from liantu.ui.widgets.dialog_rows import end_row, fit, folder_row
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.text import label
from liantu.wording import reason, text

FIELD = 300
"""Least width of the names of file and folder, px."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be exported. ``ranges`` are words with what they stand for, the first is chosen;
    ``make`` draws the sheets of a wish, for the preview. With ``pictures`` (names of pictures of
    the city → file stems) one of them is exported, else what a range says under the name ``stem``.
    ``memos``: there are notes for a meeting that can be marked; they are internal, so they are
    asked for.
    """

    ranges: Sequence[tuple[str, Wish]]
    make: Callable[[Wish], Sequence[Picture]]
    stem: str = ""
    pictures: Mapping[str, str] = field(default_factory=dict)
    memos: bool = False


class ExportDialog(QDialog):
    """``wished`` carries a :class:`Wish` once the user asks for the file; a preview shows all the
    time what it would be.
    """

    wished = Signal(object)

    def __init__(self, offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.export.title"))
        self.made = False
        """Whether the folder of the wish was missing."""
        self._stems = offer.pictures
        last = export_memory.load(export_memory.Kind.PICTURE)
        titles = [(text(f"ui.picture.{name}"), name) for name in offer.pictures]
        self.picture = Combo.of("ui.export.picture", titles)
        self.format = Combo.of("ui.export.format", [(s[1:].upper(), s[1:]) for s in SUFFIXES])
        self.paper = Combo.of("ui.export.paper", [(_paper(p), p) for p in PAPERS])
        self.dpi = Combo.of("ui.export.dpi", [(str(d), d) for d in RESOLUTIONS])
        white = (text("ui.export.white"), "#FFFFFF")
        self.background = Combo.of("ui.export.background", [white, (text("ui.export.clear"), "")])
        self.part = Combo.of("ui.export.part", offer.ranges)
        self.memos = QCheckBox(text("ui.export.memos.box"))
        self._offers_memos = offer.memos
        self.name = QLineEdit(offer.stem)
        self.name.setAccessibleName(text("ui.export.name"))
        self.name.setMinimumWidth(FIELD)
        self.name.setCursorPosition(0)
        self.folder = QLineEdit(str(_folder()))
        self.sheets = label("", "secondary", wrap=True)
        self.note = label("", "doubt", wrap=True)
        self.save = QPushButton(text("ui.export.save"))
        self.preview = Preview(offer.make)
        self._recall(last)
        self._assemble()
        self._connect()
        fit(self, self.sizeHint())  # Qt alone takes two thirds of a screen at most

    def wish(self) -> Wish:
        """The choices as they stand."""
        suffix = self.format.currentData()
        stem = self.name.text().removesuffix(f".{suffix}")
        base: Wish = self.part.currentData()
        return replace(
            base,
            lens=replace(base.lens, noted=self.memos.isChecked()),
            path=Path(self.folder.text()).expanduser() / f"{safe(stem)}.{suffix}",
            paper=self.paper.currentData(),
            dpi=self.dpi.currentData(),
            background=self.background.currentData(),
            picture=self.picture.currentData() or base.picture,
        )

    def _recall(self, last: export_memory.Choice) -> None:
        """The format and paper of the last time."""
        for combo, value in ((self.format, last.format), (self.paper, last.paper)):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        self._on_format()

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._on_format)
        self.picture.currentIndexChanged.connect(self._on_picture)
        for combo in (self.paper, self.background, self.part):
            combo.currentIndexChanged.connect(self._on_seen)
        self.memos.toggled.connect(self._on_seen)
        self.preview.seen.connect(self.sheets.setText)
        self.finished.connect(self.preview.stop)
        self._on_seen()

    def _on_seen(self) -> None:
        self.preview.show_wish(self.wish())

    def _assemble(self) -> None:
        form = QFormLayout()
        if self._stems:
            form.addRow(label(text("ui.export.picture")), self.picture)
        for code, row in (
            ("ui.export.format", self.format),
            ("ui.export.paper", self.paper),
            ("ui.export.dpi", self.dpi),
            ("ui.export.background", self.background),
            ("ui.export.part", self.part),
            ("ui.export.name", self.name),
        ):
            if row is not self.part or self.part.count() > 1:
                form.addRow(label(text(code)), row)
        form.addRow(label(text("ui.export.folder")), folder_row(self.folder))
        if self._offers_memos:
            form.addRow(label(text("ui.export.memos")), self.memos)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addLayout(form)
        side.addWidget(self.sheets)
        side.addWidget(self.note)
        side.addStretch(1)
        side.addLayout(end_row(self.save, self._save, self.reject))
        box = QHBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(18)
        box.addWidget(self.preview, 1)
        box.addLayout(side)
        self.note.hide()

    def show_picture(self, name: str) -> None:
        """Choose a picture of the city."""
        self.picture.setCurrentIndex(self.picture.findData(name))
        self._on_picture()

    def _on_picture(self) -> None:
        self.name.setText(self._stems.get(self.picture.currentData(), self.name.text()))
        self._on_seen()

    def _on_format(self) -> None:
        self.dpi.setEnabled(self.format.currentData() == "png")

    def _save(self) -> None:
        wish = self.wish()
        try:
            self.made = export_memory.make(wish.path.parent)
        except OSError as error:
            self.note.setText(text("ui.export.unmade", reason=reason(error)))
            self.note.show()
            return
        choices = (self.format.currentData(), self.paper.currentData())
        choice = export_memory.Choice(str(wish.path.parent), *choices)
        export_memory.save(export_memory.Kind.PICTURE, choice)
        self.wished.emit(wish)
        self.accept()


def _paper(paper: str) -> str:
    return text("ui.export.fit") if paper == FIT else paper


def _folder() -> Path:
    return export_memory.folder(export_memory.Kind.PICTURE, export_memory.usual())
