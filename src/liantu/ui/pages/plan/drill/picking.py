"""What is to fail: an enterprise, all makers of a product, a county, or what comes from outside."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from liantu.model import Atlas
from liantu.model.drill import ShockKind
from liantu.telling.searching.search import Index
from liantu.ui.pages.plan.drill.finder import Finder
from liantu.ui.widgets.fields import Combo
from liantu.wording import text


class Picking(QWidget):
    """``picked`` carries the kind and the id of what is to fail, as soon as it is chosen."""

    picked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._atlas: Atlas | None = None
        self.kind = Combo()
        self.kind.setAccessibleName(text("shock.drill.kind"))
        for kind in ShockKind:
            self.kind.addItem(text(f"shock.drill.kind.{kind}"), str(kind))
        self.finder = Finder()
        self.county = Combo()
        self.county.setAccessibleName(text("shock.drill.kind.county"))
        self.add = QPushButton(text("shock.drill.add"))
        self.add.setObjectName("small")
        self.add.setAutoDefault(False)
        self._assemble()
        self.kind.activated.connect(self._on_kind)
        self.finder.picked.connect(self._pick)
        self.add.clicked.connect(lambda _=False: self._pick(self.county.currentText()))
        self._on_kind()

    def know(self, atlas: Atlas, index: Index) -> None:
        """What there is to choose from."""
        self.finder.know(atlas, index)
        if atlas is not self._atlas:
            self._atlas = atlas
            self.county.clear()
            self.county.addItems(list(atlas.library.region.counties))

    def _assemble(self) -> None:
        county = QWidget()
        row = QHBoxLayout(county)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.county, 1)
        row.addWidget(self.add)
        self.stack = QStackedWidget()
        for part in (self.finder, county):
            self.stack.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.kind)
        box.addWidget(self.stack)

    def _on_kind(self) -> None:
        kind = ShockKind(self.kind.currentData())
        self.stack.setCurrentIndex(int(kind is ShockKind.COUNTY))
        of = "enterprise" if kind is ShockKind.ENTERPRISE else "product"
        self.finder.look_for(of, text(f"shock.drill.kind.{kind}"))

    def _pick(self, id_: str) -> None:
        if id_:
            self.picked.emit(ShockKind(self.kind.currentData()), id_)
