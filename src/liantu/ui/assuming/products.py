"""外购与本地目标: products that may be bought, and raw ones that the city wants to make itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QVBoxLayout

from liantu.model import Atlas
from liantu.model.scenario import Scenario
from liantu.model.supposing import aiming, buying
from liantu.ui.assuming.section import Section
from liantu.ui.forms.knowing import Known
from liantu.ui.forms.picker import Picker
from liantu.ui.widgets.supposed import Supposed
from liantu.wording import text


class _Group(QGroupBox):
    """Products of one kind of assumption; ``switched`` carries the product and whether it is in."""

    switched = Signal(str, bool)

    def __init__(self, code: str, known: Known) -> None:
        super().__init__(text(f"ui.assuming.{code}"))
        self.rows = Supposed(text(f"ui.assuming.{code}"), text(f"ui.assuming.{code}.none"))
        self.product = Picker(text(f"ui.assuming.{code}.add"), "product", known)
        self.product.line.setPlaceholderText(text(f"ui.assuming.{code}.add"))
        box = QVBoxLayout(self)
        box.addWidget(self.rows, 1)
        box.addWidget(self.product)
        self.product.picked.connect(self._add)
        self.rows.taken_away.connect(lambda product: self.switched.emit(product, False))

    def show_products(self, atlas: Atlas, ids: tuple[str, ...]) -> None:
        self.product.known = Known(atlas, self.product.known.index)
        known = (atlas.products[p] for p in ids if p in atlas.products)
        self.rows.show_rows([(p.id, p.name) for p in known])

    def _add(self, product: str) -> None:
        self.product.clear()
        self.switched.emit(product, True)


class ProductsSection(Section):
    """Both lists side by side; a product that is chosen is added at once."""

    name = "products"

    def __init__(self, known: Known) -> None:
        super().__init__()
        self.external = _Group("external", known)
        self.ambition = _Group("ambition", known)
        row = QHBoxLayout()
        row.addWidget(self.external)
        row.addWidget(self.ambition)
        self.box.addLayout(row, 1)
        self.external.switched.connect(self._buy)
        self.ambition.switched.connect(self._aim)

    def show_scenario(self, atlas: Atlas, scenario: Scenario) -> None:
        """Show both lists."""
        self.external.show_products(atlas, scenario.external)
        self.ambition.show_products(atlas, scenario.ambition)

    def count(self, scenario: Scenario) -> int:
        """The products of both lists."""
        return len(scenario.external) + len(scenario.ambition)

    def _buy(self, product: str, may: bool) -> None:
        self._ask("external", product, may)

    def _aim(self, product: str, aims: bool) -> None:
        self._ask("ambition", product, aims)

    def _ask(self, code: str, product: str, on: bool) -> None:
        name = self.external.product.known.name("product", product)
        change = (
            partial(buying, product=product, may=on)
            if code == "external"
            else partial(aiming, product=product, aims=on)
        )
        told = text(f"ui.changes.{code}.{'in' if on else 'out'}", names=name)
        self.asked.emit(change, told)
