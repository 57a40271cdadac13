"""The weights of the three boards, one group beside the other."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QFormLayout, QGroupBox, QHBoxLayout

from liantu.model.boards import Board
from liantu.ui.widgets.fields import Spin
from liantu.ui.widgets.text import label
from liantu.wording import text


def boards(weights: Mapping[Board, Mapping[str, Spin]]) -> QHBoxLayout:
    """A row with a group of each board, in which every criterion has its spin box."""
    row = QHBoxLayout()
    for board, spins in weights.items():
        name = text(f"standing.board.{board}")
        group = QGroupBox(text("ui.switches.weights", name=name))
        form = QFormLayout(group)
        for criterion, spin in spins.items():
            words = text(f"standing.criterion.{board}.{criterion}")
            spin.setAccessibleName(f"{name} {words}")
            form.addRow(label(words), spin)
        row.addWidget(group)
    return row
