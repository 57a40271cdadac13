"""What the pages of the settings are built of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.scrolled import Scrolled
from liantu.ui.widgets.text import label
from liantu.wording import text

LINE = 400
"""Least width of a sentence, px."""


class SettingsPage(QWidget):
    """A page with a remark at its head and 恢复缺省 at its foot; ``body`` is filled by the page."""

    name = ""

    def __init__(self) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        words = sentence(text(f"ui.settings.{self.name}.words"), "secondary")
        self.note = sentence("", "doubt")
        self.note.hide()
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 8, 0)
        self.foot = QHBoxLayout()
        whole.addWidget(words)
        whole.addWidget(Scrolled(inside, "settingsArea"), 1)
        whole.addWidget(self.note)
        whole.addLayout(self.foot)

    def tell(self, words: str) -> None:
        """Say what is wrong below the fields; nothing where it is well."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def add_reset(self, run: Callable[[], None]) -> QPushButton:
        """恢复缺省."""
        made = button(text("ui.settings.reset"), run)
        self.foot.addWidget(made)
        self.foot.addStretch(1)
        return made


def sentence(words: str, name: str) -> QLabel:
    """A label of several lines; without a least width its height would be that of a column of
    single characters, and the window higher than the screen.
    """
    made = label(words, name, wrap=True)
    made.setMinimumWidth(LINE)
    return made


def form() -> QFormLayout:
    """A form with room between its rows."""
    made = QFormLayout()
    made.setVerticalSpacing(8)
    made.setHorizontalSpacing(12)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return made


def show_folder(path: str) -> None:
    """Show a folder in the file manager of the system."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
