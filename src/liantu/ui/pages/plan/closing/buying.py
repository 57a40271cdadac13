"""What the planner wants bought at once: a line with the names, and a button that forgets them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from liantu.analysis.reading import Reading
from liantu.telling.names import plain_name
from liantu.ui.widgets.text import label
from liantu.wording import text


class Buying(QWidget):
    """``changed`` tells that more or nothing is to be bought. Hidden while there is nothing."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.products: frozenset[str] = frozenset()
        self.words = label("", "secondary", wrap=True)
        self.clear = QToolButton()
        self.clear.setText(text("ui.closing.buying.clear"))
        self.clear.setAccessibleName(text("ui.closing.buying.clear"))
        self.clear.clicked.connect(self._forget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.clear)
        self.hide()

    def add(self, reading: Reading, product: str) -> None:
        """Have one more bought."""
        self.products |= {product}
        self.tell(reading)
        self.changed.emit()

    def tell(self, reading: Reading) -> None:
        """Say what is bought, of what there still is."""
        self.products &= reading.atlas.products.keys()
        names = "、".join(plain_name(reading, p) for p in sorted(self.products))
        self.words.setText(text("ui.closing.buying", names=names))
        self.setVisible(bool(self.products))

    def _forget(self) -> None:
        self.products = frozenset()
        self.hide()
        self.changed.emit()
