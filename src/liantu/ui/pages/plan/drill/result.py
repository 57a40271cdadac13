"""What a drill brings about: day by day, what stands still, who could step in, and the supplies on
record behind it.
"""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from liantu.diagram.theme import Theme
from liantu.telling.line import Dossier
from liantu.telling.shocks.told import Told
from liantu.ui.pages.plan.closing.rows import Rows
from liantu.ui.pages.plan.drill.days import Days
from liantu.ui.pages.plan.drill.table import Hits
from liantu.ui.widgets.dossier import DossierView
from liantu.wording import text

RECORDS = (220, 70, 300, 260)
"""Widths of the columns of supplies, px."""
_RECORDS = ("who", "mode", "said", "source")


class Result(QWidget):
    """All of it in tabs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.days, self.hits, self.backups = Days(theme), Hits(), DossierView()
        heads = [text(f"shock.drill.record.{name}") for name in _RECORDS]
        self.records = Rows(heads, RECORDS, text("shock.drill.record.who"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for part in (self.days, self.hits, self.backups, self.records):
            self.tabs.addTab(part, "")
        self.tabs.setTabText(0, text("shock.drill.tab.days"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tabs, 1)
        self.days.day_chosen.connect(self.hits.stress)

    def show_told(self, told: Told) -> None:
        """Show all of it."""
        self.days.show_days(told.days, told.course)
        self.hits.show_hits(told.hits)
        self.backups.show_dossier(Dossier("", "", "", told.backups))
        self.records.show_rows([(str(at), cells) for at, cells in enumerate(told.records)])
        for code, part, count in (
            ("hits", self.hits, len(told.hits)),
            ("backups", self.backups, len(told.backups)),
            ("records", self.records, len(told.records)),
        ):
            at = self.tabs.indexOf(part)
            self.tabs.setTabText(at, text(f"shock.drill.tab.{code}", count=count))
            self.tabs.setTabVisible(at, count > 0)
