"""What the sections are built of: their frame, a day that may be left out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from liantu.model import Atlas
from liantu.model.scenario import Scenario
from liantu.ui.widgets.text import label
from liantu.wording import text

Change = Callable[[Scenario], Scenario]
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SINCE = 132
"""Width of a day (px)."""


class Section(QWidget):
    """``asked`` carries a change (``Scenario → Scenario``) and what it is called."""

    asked = Signal(object, str)
    name = ""

    def __init__(self) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(8)
        words = label(text(f"ui.assuming.{self.name}.words"), "secondary", wrap=True)
        words.setMinimumWidth(360)
        self.box.addWidget(words)

    def show_scenario(self, atlas: Atlas, scenario: Scenario) -> None:
        """Show what is supposed, without telling anybody."""
        raise NotImplementedError

    def count(self, scenario: Scenario) -> int:
        """How many assumptions of the section there are."""
        raise NotImplementedError


class Since(QLineEdit):
    """A day, month or year from which something holds; empty: at any date."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(text("ui.assuming.since.hint"))
        self.setAccessibleName(name)
        self.setFixedWidth(SINCE)

    @property
    def is_sound(self) -> bool:
        """Whether what is typed is a day that exists, or nothing."""
        told = self.text().strip()
        if not told:
            return True
        if not _DAY.fullmatch(told):
            return False
        try:
            datetime.date.fromisoformat(told + "-01-01"[len(told) - 4 :])
        except ValueError:
            return False
        return True

    @property
    def value(self) -> str:
        """The day; only where it :attr:`is_sound`."""
        return self.text().strip()
