"""The four pages of 新建城市; each tells by ``changed`` that something was typed or chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from liantu.library.naming import split
from liantu.model import Chain
from liantu.ui.dialogs.settings.parts import sentence
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.text import label
from liantu.ui.widgets.ticks import Ticks
from liantu.wording import text

NAME = 120
"""Characters of the name of a city."""
FIELD = 76
"""Height of a field of several lines, px."""


class CityPage(QWidget):
    """城市与县市区."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.region = QLineEdit()
        self.region.setMaxLength(NAME)
        self.region.setPlaceholderText(text("ui.new.region.like"))
        self.counties = _lines("ui.new.counties", "ui.new.counties.like")
        self.region.setAccessibleName(text("ui.new.region"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for code, field in (("region", self.region), ("counties", self.counties)):
            box.addWidget(label(text(f"ui.new.{code}")))
            box.addWidget(field)
        box.addStretch(1)
        self.region.textChanged.connect(self.changed)
        self.counties.textChanged.connect(self.changed)

    @property
    def names(self) -> tuple[str, ...]:
        """The counties in their order."""
        return split(self.counties.toPlainText(), blanks=True)


class ChainsPage(QWidget):
    """产业链: from those that come with the program, and own ones."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shipped = Ticks()
        self.shipped.setObjectName("settingsRows")
        self.shipped.setAccessibleName(text("ui.new.shipped"))
        self.own = _lines("ui.new.own", "ui.new.own.like")
        row = QHBoxLayout()
        for code, on in (("ui.new.all", True), ("ui.new.none", False)):
            made = button(text(code), partial(self._tick_all, on))
            made.setObjectName("small")
            row.addWidget(made)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(label(text("ui.new.shipped")))
        box.addWidget(self.shipped, 1)
        box.addLayout(row)
        box.addWidget(label(text("ui.new.own")))
        box.addWidget(self.own)
        self.shipped.changed.connect(self.changed)
        self.own.textChanged.connect(self.changed)

    def offer(self, chains: Sequence[Chain]) -> None:
        """Offer the chains that come with the program."""
        self.shipped.offer((chain.id, chain.name) for chain in chains)

    @property
    def taken(self) -> list[str]:
        """The names of the chains that are ticked."""
        ids = self.shipped.ids
        return [self.shipped.item(ids.index(key)).text() for key in self.ids]

    @property
    def ids(self) -> tuple[str, ...]:
        """The chains that are ticked."""
        return self.shipped.ticked()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of own chains."""
        return split(self.own.toPlainText())

    def _tick_all(self, on: bool) -> None:
        self.shipped.tick(self.shipped.ids if on else ())
        self.changed.emit()


class BasisPage(QWidget):
    """从空白开始 or 沿用产品结构."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.like = QRadioButton(text("ui.new.like"))
        self.empty = QRadioButton(text("ui.new.empty"))
        self.like.setChecked(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for radio, code in ((self.like, "like"), (self.empty, "empty")):
            box.addWidget(radio)
            words = sentence(text(f"ui.new.{code}.words"), "secondary")
            words.setContentsMargins(24, 0, 0, 12)
            box.addWidget(words)
        box.addStretch(1)
        self.like.toggled.connect(lambda _: self.changed.emit())


class FolderPage(QWidget):
    """放在哪里, and in a few lines what will be made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.path = QLineEdit()
        self.path.setAccessibleName(text("ui.new.folder"))
        self.choose = button(text("ui.new.choose"), self._choose)
        self.told = sentence("", "secondary")
        self._own = False
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self.choose)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(label(text("ui.new.folder")))
        box.addLayout(row)
        box.addSpacing(12)
        box.addWidget(self.told)
        box.addStretch(1)
        self.path.textChanged.connect(self.changed)
        self.path.textEdited.connect(self._note_own)

    def propose(self, folder: Path) -> None:
        """Propose a folder, as long as none was typed."""
        if not self._own:
            self.path.setText(str(folder))

    def _note_own(self, _words: str) -> None:
        self._own = True

    def _choose(self) -> None:
        before = str(Path(self.path.text()).parent)
        found = QFileDialog.getExistingDirectory(self, text("ui.new.folder"), before)
        if found:
            self._own = True
            self.path.setText(found)


def _lines(code: str, like: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFixedHeight(FIELD)
    made.setAccessibleName(text(code))
    made.setPlaceholderText(text(like))
    return made
