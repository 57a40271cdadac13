"""Boxes in which a value is chosen: no wider than they must be."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from liantu.wording import text

WIDEST = 420
"""The opened list is no wider, px."""
MANY = 400
"""Of so many values one is long, and measuring each would take longer than a key may."""


def hold(combo: QComboBox, value: str) -> None:
    """Choose a value, though no row has it."""
    if combo.findData(value) < 0 and value:
        combo.addItem(text("ui.list.value", value=value, count=0), value)
    combo.setCurrentIndex(max(0, combo.findData(value)))


def narrow(combo: QComboBox) -> None:
    """Keep a filter narrow, however long its values are."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    combo.setMinimumWidth(128)


def widen_list(combo: QComboBox) -> None:
    """Let the opened list show its values whole, up to a limit."""
    wanted = combo.view().sizeHintForColumn(0) + 40 if combo.count() < MANY else WIDEST
    combo.view().setMinimumWidth(min(wanted, WIDEST))
