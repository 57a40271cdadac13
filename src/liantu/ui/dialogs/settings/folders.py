"""文件夹: where the data, the exports and what the program keeps are, and what it remembers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liantu import paths
from liantu.ui.dialogs.settings.parts import SettingsPage, form, sentence, show_folder
from liantu.ui.remembered import export_memory, places
from liantu.ui.remembered.settings import Settings
from liantu.ui.remembered.views import MOST
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.fields import Spin
from liantu.ui.widgets.text import Elided, label
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of a row; ``name`` is the end of its wording code."""

    name: str
    path: Path


def shown_places(folder: Path) -> tuple[Place, ...]:
    """The folders that a planner may look for; ``folder`` is the one that is open."""
    exports = export_memory.folder(export_memory.Kind.PAPER, export_memory.usual())
    return (
        Place("data", folder),
        Place("exports", exports),
        Place("config", paths.config_folder()),
        Place("state", paths.state_folder()),
    )


class FoldersPage(SettingsPage):
    """``kept_chosen`` carries how many folders are remembered; ``forget_asked``: none is any more,
    nor are the folders of exports.
    """

    name = "folders"
    kept_chosen = Signal(int)
    forget_asked = Signal()

    def __init__(self, settings: Settings, folder: Path) -> None:
        super().__init__()
        rows = form()
        self.opens = {}
        for place in shown_places(folder):
            words = text(f"ui.settings.folder.{place.name}")
            there = button(text("ui.settings.open"), partial(show_folder, str(place.path)))
            there.setAccessibleName(f"{words} {there.text()}")
            there.setEnabled(places.is_folder(place.path))
            self.opens[place.name] = there
            rows.addRow(label(words), _beside(Elided(str(place.path)), there))
        self.kept = Spin()
        self.kept.setDecimals(0)
        self.kept.setRange(0, MOST)
        self.kept.setValue(settings.recent)
        self.kept.setAccessibleName(text("ui.settings.kept"))
        self.kept.valueChanged.connect(lambda count: self.kept_chosen.emit(int(count)))
        self.forget = button(text("ui.settings.forget"), self.forget_asked.emit)
        rows.addRow(label(text("ui.settings.kept")), _beside(self.kept, self.forget))
        self.body.addLayout(rows)
        self.body.addLayout(self._portable())
        self.body.addStretch(1)
        self.add_reset(self.restore)

    def restore(self) -> None:
        """As many folders as at first."""
        self.kept.setValue(MOST)

    def _portable(self) -> QVBoxLayout:
        own = paths.own_folder()
        code = "ui.settings.portable.yes" if own else "ui.settings.portable.no"
        box = QVBoxLayout()
        box.setContentsMargins(0, 12, 0, 0)
        told = text(code, folder=own, name=paths.PORTABLE)
        box.addWidget(sentence(told, "secondary"))
        return box


def _beside(left: Elided | Spin, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(left, 1 if isinstance(left, Elided) else 0)
    row.addWidget(right)
    if not isinstance(left, Elided):
        row.addStretch(1)
    return row
