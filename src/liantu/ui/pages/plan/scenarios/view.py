"""The list of the scenarios, 现状 first, beside the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.analysis.reading import Reading
from liantu.model import Atlas
from liantu.model.scenario import Scenario
from liantu.telling.assumed import in_full, is_changed, name_of
from liantu.telling.scenarios import idle
from liantu.ui.pages.plan.scenarios.detail import Detail
from liantu.ui.pages.plan.scenarios.effects import Effects
from liantu.ui.style.look import Tones
from liantu.ui.widgets.text import label
from liantu.wording import text

SIDE = 250
NOW, OWN = "", "\0"
"""Ids of 现状 and of what is looked at and not kept."""
_ID = Qt.ItemDataRole.UserRole


class ScenariosView(QWidget):
    """``asked`` carries what is to be done, the id of a scenario (:data:`NOW`, :data:`OWN`) and
    words where it needs some; ``chosen`` the id of a product.
    """

    asked = Signal(str, str, str)
    chosen = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__()
        self.setAccessibleName(text("ui.plan.scenarios"))
        self._reading = Reading.nothing()
        self._wanted: Scenario | None = None
        self.effects = Effects(parent or self)
        self.effects.found.connect(self._show_effect)
        self.list = QListWidget()
        self.list.setObjectName("settingsSide")
        self.list.setAccessibleName(text("ui.plan.scenarios"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemActivated.connect(lambda _: self._ask("use", ""))
        self.hint = label(text("ui.scenarios.empty"), "secondary", wrap=True)
        self.fetch = QPushButton(text("ui.scenarios.import"))
        self.fetch.clicked.connect(lambda _=False: self.asked.emit("import", "", ""))
        self.detail = Detail()
        self.detail.asked.connect(self._ask)
        self.detail.chosen.connect(self.chosen)
        self._assemble()

    def draw(self, reading: Reading) -> None:
        """Show the scenarios that there are, the one looked at marked; the chosen one stays."""
        first = self._wanted is None
        kept, looked = self.id, self._looked(reading)
        self._reading, self._wanted = reading, reading.scenario
        ids = [NOW, *([OWN] if looked == OWN else []), *reading.base.scenarios]
        self.list.blockSignals(True)
        self.list.clear()
        for id_ in ids:
            self.list.addItem(self._item(id_, looked))
        at = looked if first or kept not in ids else kept
        self.list.setCurrentRow(ids.index(at))
        self.list.blockSignals(False)
        self.hint.setVisible(not reading.base.scenarios)
        self._show()

    def set_tones(self, tones: Tones) -> None:
        """The style sheet has all its colours."""

    def let_go(self) -> None:
        """Stop what runs, and hold nothing of the reading that was drawn."""
        self.effects.drop()
        self._reading = Reading.nothing()

    def stop(self) -> None:
        """Leave no thread behind."""
        self.effects.stop()

    @property
    def busy(self) -> bool:
        """Whether what a scenario changes is still being worked out."""
        return self.effects.busy

    def restore(self) -> None:
        """What was written and not taken is as the data have it."""
        if self._wanted is not None:
            self.detail.restore()

    def choose(self, id_: str) -> None:
        """Bring a scenario to the front."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == id_:
                self.list.setCurrentRow(row)

    @property
    def id(self) -> str:
        """The id of the chosen scenario."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if item is not None else NOW

    def _assemble(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.list, 1)
        side.addWidget(self.hint)
        side.addWidget(self.fetch)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 8)
        box.setSpacing(8)
        held = QWidget()
        held.setFixedWidth(SIDE)
        held.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        box.addWidget(held)
        box.addWidget(self.detail, 1)

    # -- what is shown

    @staticmethod
    def _looked(reading: Reading) -> str:
        scenario = reading.scenario
        if scenario.id in reading.base.scenarios:
            return scenario.id
        return OWN if scenario.assumes or scenario.name else NOW

    def _scenario(self, id_: str) -> Scenario:
        """The scenario of a row; of what is looked at as it was changed."""
        looked = self._reading.scenario
        if id_ == NOW:
            return Scenario()
        return looked if id_ == OWN else self._reading.base.scenarios[id_]

    def _item(self, id_: str, looked: str) -> QListWidgetItem:
        base = self._reading.base
        scenario = self._reading.scenario if id_ == looked else self._scenario(id_)
        words = text("ui.scenario.now") if id_ == NOW else name_of(base, scenario)
        item = QListWidgetItem(text("ui.scenarios.looked", name=words) if id_ == looked else words)
        item.setData(_ID, id_)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        return item

    def _show(self) -> None:
        base: Atlas = self._reading.base
        id_, looked = self.id, self._looked(self._reading)
        scenario = self._scenario(id_)
        doubts = [*idle(base, scenario)] if id_ != NOW else []
        name = text("ui.scenario.now") if id_ == NOW else name_of(base, scenario)
        note = text("ui.scenarios.now.note") if id_ == NOW else scenario.note
        words = [*in_full(base, scenario)]
        self.detail.show_facts(name, note, self._state(id_, looked), words, doubts)
        self.detail.let(self._able(id_, looked), writable=id_ not in (NOW, OWN))
        self._show_effect()

    def _state(self, id_: str, looked: str) -> str:
        scenario = self._scenario(id_)
        date = text("ui.scenarios.undated", date=self._reading.date)
        told = [text("ui.scenarios.dated", date=scenario.date) if scenario.date else date]
        if id_ == looked:
            told.insert(0, text("ui.scenarios.in_use"))
        if id_ == looked and is_changed(self._reading.base, self._reading.scenario):
            told.append(text("ui.scenarios.changed"))
        return "；".join(told)

    @staticmethod
    def _able(id_: str, looked: str) -> frozenset[str]:
        if id_ == NOW:
            return frozenset({"edit"} if looked == NOW else {"use"})
        if id_ == OWN:
            return frozenset({"edit", "copy", "compare"})
        able = {"edit", "copy", "delete", "compare", "export"}
        return frozenset(able if id_ == looked else able | {"use"})

    def _show_effect(self) -> None:
        if self.id == NOW:
            self.detail.show_effect(None)
            return
        found = self.effects.of(self._reading, self._scenario(self.id))
        self.detail.show_effect(found, text("ui.scenarios.waiting"))

    def _on_row(self, _row: int) -> None:
        if self.id in (NOW, OWN) or self.id in self._reading.base.scenarios:
            self._show()  # else it is drawn when it is seen again

    def _ask(self, code: str, words: str) -> None:
        self.asked.emit(code, self.id, words)
