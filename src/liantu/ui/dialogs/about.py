"""关于: version, edition, statement about the data, counts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from liantu import __version__
from liantu.document.session import Opened
from liantu.telling.status import headline
from liantu.telling.trust import trust_lines
from liantu.ui.widgets.text import label
from liantu.wording import text


class AboutDialog(QDialog):
    """Tells what the program and its data are."""

    def __init__(self, opened: Opened, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.about.title"))
        library = opened.reading.atlas.library
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(10)
        self.lines = [
            text("ui.about.version", version=__version__),
            text("ui.about.folder", folder=opened.folder, files=opened.files),
            text("ui.edition", edition=library.edition or text("ui.unknown")),
            headline(opened.reading),
            *trust_lines(opened.reading.atlas),
            text("ui.statement", statement=library.statement) if library.statement else "",
            text("ui.about.coefficients"),
        ]
        box.addWidget(label(text("ui.app"), "brand"))
        for line in filter(None, self.lines):
            words = label(line, wrap=True)
            words.setMinimumWidth(500)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            box.addWidget(words)
        close = QPushButton(text("ui.close"))
        close.clicked.connect(self.accept)
        box.addStretch(1)
        box.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(560, 360)
