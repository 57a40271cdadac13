"""假定产能: what an enterprise is taken to make of a product instead of what is on record."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit

from liantu.model import Atlas
from liantu.model.scenario import Plant, Scenario
from liantu.model.supposing import with_plant, without_plant
from liantu.numerals import plain
from liantu.telling.assumed import plant_words
from liantu.ui.assuming.section import Section, Since
from liantu.ui.forms.knowing import Known
from liantu.ui.forms.picker import Picker
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.supposed import Supposed
from liantu.ui.widgets.text import label
from liantu.wording import text

SPLIT = ":"


class PlantsSection(Section):
    """Firm and product are chosen by search; the amount may be left out: it is then not known."""

    name = "plants"

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._scenario = Scenario()
        self.rows = Supposed(text("ui.assuming.plants"), text("ui.assuming.plants.none"))
        self.firm = Picker(text("ui.assuming.firm"), "enterprise", known)
        self.product = Picker(text("ui.assuming.product"), "product", known)
        self.amount = QLineEdit()
        self.amount.setPlaceholderText(text("ui.assuming.amount.hint"))
        self.amount.setAccessibleName(text("ui.assuming.amount"))
        self.unit = Combo()
        self.unit.setAccessibleName(text("ui.assuming.unit"))
        self.since = Since(text("ui.assuming.since"))
        self.add = button(text("ui.assuming.plants.add"), self._add)
        self.trouble = label("", "doubt", wrap=True)
        self.trouble.hide()
        self._assemble()
        self.product.picked.connect(self._propose)
        self.rows.chosen.connect(self._show)
        self.rows.taken_away.connect(self._drop)

    def show_scenario(self, atlas: Atlas, scenario: Scenario) -> None:
        """Show the plants that are supposed."""
        self._scenario = scenario
        for picker in (self.firm, self.product):
            picker.known = Known(atlas, picker.known.index)
        kept = self.unit.currentText()
        if self.unit.count() != len(atlas.library.units):
            self.unit.clear()
            self.unit.addItems(list(atlas.library.units))
            self.unit.setCurrentText(kept)
        named = ((_key(p.enterprise, p.product), plant_words(atlas, p)) for p in scenario.plants)
        self.rows.show_rows([(key, words) for key, words in named if words])

    def count(self, scenario: Scenario) -> int:
        """The plants that are supposed."""
        return len(scenario.plants)

    def _assemble(self) -> None:
        amount = QHBoxLayout()
        amount.addWidget(self.amount, 1)
        amount.addWidget(self.unit, 1)
        last = QHBoxLayout()
        last.addWidget(self.since)
        last.addStretch(1)
        last.addWidget(self.add)
        form = QFormLayout()
        form.addRow(label(text("ui.assuming.firm")), self.firm)
        form.addRow(label(text("ui.assuming.product")), self.product)
        form.addRow(label(text("ui.assuming.amount")), amount)
        form.addRow(label(text("ui.assuming.since")), last)
        self.box.addWidget(self.rows, 1)
        self.box.addLayout(form)
        self.box.addWidget(self.trouble)

    def _propose(self, product: str) -> None:
        """The unit in which the product is told."""
        found = self.product.known.atlas.products.get(product)
        if found is not None:
            self.unit.setCurrentText(found.unit)

    def _show(self, key: str) -> None:
        """Take a supposed plant into the fields, to be changed."""
        firm, _, product = key.partition(SPLIT)
        for plant in self._scenario.plants:
            if (plant.enterprise, plant.product) == (firm, product):
                self.firm.show_value(firm)
                self.product.show_value(product)
                self.amount.setText("" if plant.amount is None else plain(plant.amount))
                self.unit.setCurrentText(plant.unit)
                self.since.setText(plant.since)

    def _trouble(self) -> str:
        if not self.firm.value():
            return text("ui.assuming.firm.missing")
        if not self.product.value():
            return text("ui.assuming.product.missing")
        if self._amount() is None and self.amount.text().strip():
            return text("ui.assuming.amount.wrong")
        return "" if self.since.is_sound else text("ui.assuming.since.wrong")

    def _amount(self) -> float | None:
        """A positive number; ``None`` where there is none."""
        told = self.amount.text().strip()
        try:
            found = float(told)
        except ValueError:
            return None
        return found if 0 < found < float("inf") else None

    def _add(self) -> None:
        wrong = self._trouble()
        self.trouble.setText(wrong)
        self.trouble.setVisible(bool(wrong))
        if wrong:
            return
        amount = self._amount()
        plant = Plant(
            enterprise=self.firm.value(),
            product=self.product.value(),
            amount=amount,
            unit="" if amount is None else self.unit.currentText(),
            since=self.since.value,
        )
        told = plant_words(self.firm.known.atlas, plant)
        self.asked.emit(partial(with_plant, plant=plant), text("ui.step.plant", name=told))
        for picker in (self.firm, self.product):
            picker.clear()
        self.amount.clear()

    def _drop(self, key: str) -> None:
        firm, _, product = key.partition(SPLIT)
        change = partial(without_plant, enterprise=firm, product=product)
        told = plant_words(self.firm.known.atlas, Plant(firm, product))
        self.asked.emit(change, text("ui.step.plant.back", name=told))


def _key(firm: str, product: str) -> str:
    return f"{firm}{SPLIT}{product}"
