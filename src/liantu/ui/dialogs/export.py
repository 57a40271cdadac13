"""The choices of an export, in a window that does not block the main one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.briefing.pictures import RESOLUTIONS, Wish
from liantu.diagram.page import FIT, PAPERS
from liantu.diagram.sheet import Window
from liantu.render.export import SUFFIXES
from liantu.telling.filenames import safe
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.text import label
from liantu.wording import text


class ExportDialog(QDialog):
    """``wished`` carries a :class:`Wish` once the user asks for the file."""

    wished = Signal(object)

    def __init__(
        self,
        stem: str,
        window: Window | None,
        folder: Path | None,
        parent: QWidget,
        pictures: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """``pictures`` maps names of city pictures to file stems; with them no map is exported."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.export.title"))
        self._window = window
        self._stems = pictures
        titles = [(text(f"ui.picture.{name}"), name) for name in pictures]
        self.picture = _choice("ui.export.picture", titles)
        self.picture.currentIndexChanged.connect(self._on_picture)
        self.format = _choice("ui.export.format", [(s[1:].upper(), s[1:]) for s in SUFFIXES])
        self.paper = _choice("ui.export.paper", [(_paper(p), p) for p in PAPERS])
        self.dpi = _choice("ui.export.dpi", [(str(d), d) for d in RESOLUTIONS])
        white = (text("ui.export.white"), "#FFFFFF")
        self.background = _choice("ui.export.background", [white, (text("ui.export.clear"), "")])
        whole = (text("ui.export.whole"), False)
        self.part = _choice("ui.export.part", [whole, (text("ui.export.current"), True)])
        self.name = QLineEdit(stem)
        self.name.setAccessibleName(text("ui.export.name"))
        self.folder = QLineEdit(str(folder or _pictures()))
        self.folder.setAccessibleName(text("ui.export.folder"))
        self.note = label("", "doubt", wrap=True)
        self.save = QPushButton(text("ui.export.save"))
        self.format.currentIndexChanged.connect(self._on_format)
        self._assemble()

    def wish(self) -> Wish:
        """The choices as they stand."""
        suffix = self.format.currentData()
        stem = self.name.text().removesuffix(f".{suffix}")
        return Wish(
            path=Path(self.folder.text()).expanduser() / f"{safe(stem)}.{suffix}",
            paper=self.paper.currentData(),
            dpi=self.dpi.currentData(),
            background=self.background.currentData(),
            window=self._window if self.part.currentData() else None,
            picture=self.picture.currentData() or "",
        )

    def _assemble(self) -> None:
        form = QFormLayout()
        if self._stems:
            form.addRow(label(text("ui.export.picture")), self.picture)
        for code, field in (
            ("ui.export.format", self.format),
            ("ui.export.paper", self.paper),
            ("ui.export.dpi", self.dpi),
            ("ui.export.background", self.background),
            ("ui.export.part", self.part),
            ("ui.export.name", self.name),
        ):
            if field is not self.part or self._window is not None:
                form.addRow(label(text(code)), field)
        form.addRow(label(text("ui.export.folder")), self._folder_row())
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addLayout(form)
        box.addWidget(self.note)
        box.addLayout(self._buttons())
        self.resize(520, self.sizeHint().height())
        self.note.hide()

    def _folder_row(self) -> QHBoxLayout:
        browse = QPushButton(text("ui.export.browse"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        return row

    def _buttons(self) -> QHBoxLayout:
        leave = QPushButton(text("ui.cancel"))
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        self.save.setObjectName("primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.save)
        return row

    def _browse(self) -> None:
        found = QFileDialog.getExistingDirectory(self, text("ui.export.folder"), self.folder.text())
        if found:
            self.folder.setText(found)

    def show_picture(self, name: str) -> None:
        """Choose a picture of the city."""
        self.picture.setCurrentIndex(self.picture.findData(name))
        self._on_picture()

    def _on_picture(self) -> None:
        self.name.setText(self._stems.get(self.picture.currentData(), self.name.text()))

    def _on_format(self) -> None:
        self.dpi.setEnabled(self.format.currentData() == "png")

    def _save(self) -> None:
        wish = self.wish()
        if not wish.path.parent.is_dir():
            self.note.setText(text("ui.export.nofolder"))
            self.note.show()
            return
        self.wished.emit(wish)
        self.accept()


def _paper(paper: str) -> str:
    return text("ui.export.fit") if paper == FIT else paper


def _choice(code: str, entries: Sequence[tuple[str, object]]) -> QComboBox:
    combo = Combo()
    combo.setAccessibleName(text(code))
    for words, data in entries:
        combo.addItem(words, data)
    return combo


def _pictures() -> Path:
    place = QStandardPaths.StandardLocation.PicturesLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())
