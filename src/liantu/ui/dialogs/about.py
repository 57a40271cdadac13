"""关于: version, edition, what the data are and are not, counts, licences."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu import __version__
from liantu.document.session import Opened
from liantu.telling.status import headline
from liantu.telling.trust import trust_lines
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.scrolled import Scrolled
from liantu.ui.widgets.text import label
from liantu.wording import text

SIZE = QSize(660, 560)
"""Size where the screen has room for it, px."""
PARTS = ("program", "font", "icons", "qt", "typst", "python")
"""Whose licences are told."""


class AboutDialog(QDialog):
    """Tells what the program and its data are, and whose work is in it."""

    def __init__(self, opened: Opened, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.about.title"))
        self.lines = [*_of_data(opened), *_licences()]
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(10)
        column.addWidget(label(text("ui.app"), "brand"))
        column.addWidget(_words(text("ui.about.version", version=__version__)))
        self._add(column, "ui.about.data", _of_data(opened))
        self._add(column, "ui.about.licences", _licences())
        column.addStretch(1)
        close = QPushButton(text("ui.close"))
        close.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 12)
        box.addWidget(Scrolled(inside), 1)
        box.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        fit(self, SIZE)
        close.setFocus()

    def _add(self, column: QVBoxLayout, head: str, lines: Iterator[str]) -> None:
        column.addSpacing(4)
        column.addWidget(label(text(head), "sectionTitle"))
        for line in lines:
            column.addWidget(_words(line))


def _of_data(opened: Opened) -> Iterator[str]:
    """What the data are, what of them is deduced, and what nobody may take them for."""
    library = opened.reading.atlas.library
    yield text("ui.about.folder", folder=opened.folder, files=opened.files)
    yield text("ui.edition", edition=library.edition or text("ui.unknown"))
    yield headline(opened.reading)
    yield from filter(None, trust_lines(opened.reading.atlas))
    if library.statement:
        yield text("ui.statement", statement=library.statement)
    yield text("ui.about.coefficients")
    yield text("ui.about.honest")


def _licences() -> Iterator[str]:
    """The program's own, then those of what it carries."""
    return (text(f"ui.about.licence.{part}") for part in PARTS)


def _words(line: str) -> QWidget:
    made = label(line, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
