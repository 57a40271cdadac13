"""外观: theme and type size."""

from __future__ import annotations

from PySide6.QtCore import Signal

from liantu.ui.dialogs.settings.parts import SettingsPage, form
from liantu.ui.remembered.settings import THEMES, Settings
from liantu.ui.style import typesize
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.choice import Choice
from liantu.ui.widgets.text import label
from liantu.wording import text


class LooksPage(SettingsPage):
    """``theme_chosen`` and ``size_chosen`` carry a name; ``restart_asked``: start anew to see the
    other size.
    """

    name = "looks"
    theme_chosen = Signal(str)
    size_chosen = Signal(str)
    restart_asked = Signal()

    def __init__(self, settings: Settings, running: str) -> None:
        """``running`` is the size with which the window was started."""
        super().__init__()
        self._running = running
        self.theme = Choice(self, text("ui.settings.theme"))
        self.theme.offer({key: text(f"ui.verb.theme_{key}") for key in THEMES}, settings.theme)
        self.theme.chosen.connect(self.theme_chosen)
        self.size_ = Choice(self, text("ui.settings.size"))
        sizes = {key: text(f"ui.settings.size.{key}") for key in typesize.SIZES}
        self.size_.offer(sizes, settings.type_size)
        self.size_.chosen.connect(self._on_size)
        self.waiting = label(text("ui.settings.size.later"), "doubt")
        self.restart = button(text("ui.settings.size.restart"), self.restart_asked.emit)
        self.restart.setProperty("leaves", True)
        for choice in (self.theme, self.size_):
            choice.setContentsMargins(1, 0, 0, 0)  # the first button reaches over its own edge
        rows = form()
        rows.addRow(label(text("ui.settings.theme")), self.theme)
        rows.addRow(label(text("ui.settings.size")), self.size_)
        rows.addRow("", self.waiting)
        rows.addRow("", self.restart)
        self.body.addLayout(rows)
        self.body.addStretch(1)
        self.add_reset(self.restore)
        self._show_waiting(settings.type_size)

    def restore(self) -> None:
        """As at the very first start."""
        self.theme.mark(THEMES[0])
        self.theme_chosen.emit(THEMES[0])
        self.size_.mark(typesize.USUAL)
        self._on_size(typesize.USUAL)

    def _on_size(self, size: str) -> None:
        self._show_waiting(size)
        self.size_chosen.emit(size)

    def _show_waiting(self, size: str) -> None:
        for part in (self.waiting, self.restart):
            part.setVisible(size != self._running)
