"""What plans are for, and under which conditions: the left side of the tab."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from liantu.analysis.plans.city import Reach
from liantu.analysis.plans.closing import COUNT
from liantu.analysis.plans.targets import first_gaps, key_gaps
from liantu.analysis.reading import Reading
from liantu.telling.names import plain_name
from liantu.telling.searching.search import Index, build
from liantu.ui.pages.plan.closing.buying import Buying
from liantu.ui.pages.plan.closing.rows import PRODUCT, head_item, item
from liantu.ui.widgets.fields import Combo, Spin
from liantu.ui.widgets.text import label
from liantu.wording import text

WIDTH = 244
HITS = 30
"""Products that a search offers."""
MOST, MOST_BOUGHT = 12, 99
"""Plans that can be asked for, and gaps that they may leave to be bought."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The conditions as they are set. ``allowed`` gaps may be left to be bought, where plans are no
    ladder; ``demand`` in the unit of the target, ``None``: as usual.
    """

    ladder: bool
    count: int
    allowed: int
    reach: Reach | None
    within: bool
    demand: float | None
    buying: frozenset[str]


class Side(QWidget):
    """``chosen`` carries the id of a target, ``changed`` tells that a condition is another."""

    chosen = Signal(str)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("planSide")
        self.setFixedWidth(WIDTH)
        self._reading: Reading | None = None
        self._chain = ""
        self._index = Index()
        self.search = QLineEdit()
        self.search.setPlaceholderText(text("ui.closing.search"))
        self.search.setAccessibleName(text("ui.closing.search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.targets = QListWidget()
        self.targets.setObjectName("chartSide")
        self.targets.setAccessibleName(text("ui.closing.targets"))
        self.targets.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.targets.itemClicked.connect(lambda one: self._take(one.data(PRODUCT)))
        self.targets.itemActivated.connect(lambda one: self._take(one.data(PRODUCT)))
        self.kind = _combo("kind", {"ladder": "ladder", "cheapest": "cheapest"})
        self.count = _spin("count", 1, MOST, COUNT)
        self.allow = _spin("allow", 0, MOST_BOUGHT, 0)
        self.reach = _combo("reach", {"": "usual", **{str(r): str(r) for r in Reach}})
        self.within = QCheckBox(text("ui.closing.within"))
        self.within.setChecked(True)
        self.demand = QLineEdit()
        self.demand.setPlaceholderText(text("ui.closing.demand.usual"))
        self.demand.setAccessibleName(text("ui.closing.demand"))
        self.unit = label("", "secondary")
        self.buying = Buying()
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self._form = form = QFormLayout()
        form.setContentsMargins(10, 6, 10, 8)
        form.setVerticalSpacing(5)
        for code, field in (
            ("kind", self.kind),
            ("count", self.count),
            ("allow", self.allow),
            ("reach", self.reach),
            ("demand", self.demand),
        ):
            form.addRow(label(text(f"ui.closing.{code}"), "secondary"), field)
        form.addRow("", self.unit)
        form.addRow(self.within)
        form.addRow(self.buying)
        form.setRowVisible(self.allow, False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.search)
        box.addWidget(self.targets, 1)
        box.addLayout(form)

    def _connect(self) -> None:
        self.kind.activated.connect(self._on_kind)
        self.allow.valueChanged.connect(self.changed)
        self.reach.activated.connect(self.changed)
        self.count.valueChanged.connect(self.changed)
        self.within.clicked.connect(self.changed)
        self.demand.editingFinished.connect(self._on_demand)
        self.buying.changed.connect(self.changed)

    # -- what is offered

    def offer(self, reading: Reading, chain: str, target: str) -> None:
        """Offer what a chain lacks; ``target`` is the chosen product."""
        if reading is not self._reading and not self._index.spelt:
            self._index = build(reading.atlas)
        self._reading, self._chain = reading, chain
        self.buying.tell(reading)
        self.show_target(target)

    def let_go(self) -> None:
        """Offer nothing new until a reading is there again; conditions stay."""
        self._reading = None

    def show_target(self, target: str) -> None:
        """Mark the chosen product, in whose unit an amount is told."""
        if self._reading is None:
            return
        known = self._reading.atlas.products.get(target)
        self.unit.setText(known.unit if known else "")
        self.unit.setVisible(known is not None)
        self._fill()
        for row in range(self.targets.count()):
            if target and self.targets.item(row).data(PRODUCT) == target:
                self.targets.setCurrentRow(row)

    @property
    def first(self) -> str:
        """The product that is offered first, or empty."""
        rows = (self.targets.item(row).data(PRODUCT) for row in range(self.targets.count()))
        return next((product for product in rows if product), "")

    def take_index(self, index: Index) -> None:
        """Search by pinyin, too, from now on."""
        self._index = index

    @property
    def asked(self) -> Asked:
        """The conditions."""
        reach = self.reach.currentData()
        return Asked(
            ladder=self.kind.currentData() == "ladder",
            count=round(self.count.value()),
            allowed=round(self.allow.value()),
            reach=Reach(reach) if reach else None,
            within=self.within.isChecked(),
            demand=_number(self.demand.text()),
            buying=self.buying.products,
        )

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Down leads from the search into what was found, Enter takes the first of it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Down:
            self.targets.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.text().strip():
            self._take(self.first)
            return True
        return False

    def _take(self, product: str | None) -> None:
        if product:
            self.chosen.emit(product)

    def _on_kind(self) -> None:
        self._form.setRowVisible(self.allow, self.kind.currentData() != "ladder")
        self.changed.emit()

    def _on_demand(self) -> None:
        if self.demand.isModified():
            self.demand.setModified(False)
            self.changed.emit()

    def _fill(self) -> None:
        reading = self._reading
        if reading is None:
            return
        self.targets.clear()
        typed = self.search.text().strip()
        if typed:
            self._add(reading, text("ui.closing.found"), self._found(reading, typed))
        elif self._chain in reading.atlas.chains:
            keys = key_gaps(reading, self._chain)
            self._add(reading, text("ui.closing.keys", count=len(keys)), keys)
            gaps = first_gaps(reading, self._chain)
            self._add(reading, text("ui.closing.gaps"), gaps)

    def _found(self, reading: Reading, typed: str) -> list[str]:
        hits = (hit.target for hit in self._index.hits(typed))
        known = (t.id for t in hits if t.kind == "product" and t.id in reading.verdicts)
        return list(known)[:HITS]

    def _add(self, reading: Reading, words: str, products: list[str]) -> None:
        self.targets.addItem(head_item(words if products else f"{words}{text('ui.closing.none')}"))
        for product in products:
            self.targets.addItem(item(plain_name(reading, product), product))


def _combo(code: str, options: Mapping[str, str]) -> Combo:
    named = [(text(f"ui.closing.{code}.{words}"), key) for key, words in options.items()]
    return Combo.of(f"ui.closing.{code}", named)


def _spin(code: str, least: int, most: int, usual: int) -> Spin:
    made = Spin()
    made.setAccessibleName(text(f"ui.closing.{code}"))
    made.setDecimals(0)
    made.setRange(least, most)
    made.setValue(usual)
    made.setKeyboardTracking(False)
    return made


def _number(words: str) -> float | None:
    """What is typed; something that is no number asks for an amount that nobody can have, so that
    it is told.
    """
    if not words.strip():
        return None
    try:
        return float(words)
    except ValueError:
        return float("nan")
