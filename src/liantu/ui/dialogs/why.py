"""The sheet “为什么” of a product beside the map; its text can be copied."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from liantu.telling.line import Dossier
from liantu.telling.why.explanation import plain
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.dossier import DossierView
from liantu.ui.widgets.inspector import Head
from liantu.wording import text

SIZE = QSize(560, 720)
"""Size where the screen has room for it."""


class WhyDialog(QDialog):
    """Not modal, so that it can lie beside the map; ``followed`` as in :class:`DossierView`."""

    followed = Signal(object)

    def __init__(self, dossier: Dossier, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(dossier.title)
        head = Head()
        head.show_dossier(dossier)
        self.sheet = DossierView()
        self.sheet.show_dossier(dossier)
        self.sheet.followed.connect(self.followed)
        self.copy_button = QPushButton(text("ui.why.copy"))
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(plain(dossier))
        )
        close = QPushButton(text("ui.close"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addStretch(1)
        row.addWidget(self.copy_button)
        row.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 12)
        box.addWidget(head)
        box.addWidget(self.sheet, 1)
        box.addLayout(row)
        fit(self, SIZE)
