"""Small things that the parts of the page are made of."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from liantu.wording import text


def row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; ``None`` is the room between."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(8)
    for widget in widgets:
        if widget is None:
            made.addStretch(1)
        else:
            made.addWidget(widget)
    return made


def box(code: str, *, on: bool = False) -> QCheckBox:
    """A box to be ticked."""
    made = QCheckBox(text(code, count=0))
    made.setChecked(on)
    return made
