"""The filters at the left of the page 清单: which list, and what of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from liantu.ui.lists.cells import ICON
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

NARROW, WIDE = 196, 220
"""Width on a small window and on a large one."""
ROW, HEAD = 24, 20
PLACES = ("field", "chain", "county")
"""What the rows are taken from, from the larger to the smaller."""


class Entry(QPushButton):
    """A list by its name, with the number of its rows at the right."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setObjectName("entry")
        self.setCheckable(True)
        self.setFixedHeight(ROW)
        self.setAccessibleName(words)
        self._count = label("", "entryCount")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(label(words, "entryWords"))
        row.addStretch(1)
        row.addWidget(self._count)
        self.words = words

    def tell(self, count: int) -> None:
        """Show how many rows it has."""
        self._count.setText(str(count))
        self.setAccessibleName(f"{self.words} {count}")

    @property
    def count(self) -> str:
        """The number as shown; empty before it is known."""
        return self._count.text()


class Box(QWidget):
    """A value that may be hidden, with the number of its rows."""

    def __init__(self, words: str, icon: QIcon | None = None) -> None:
        super().__init__()
        self.box = QCheckBox(words)
        self.box.setChecked(True)
        if icon is not None:
            self.box.setIcon(icon)
            self.box.setIconSize(ICON)
        self.count = label("", "entryCount")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addWidget(self.box)
        row.addStretch(1)
        row.addWidget(self.count)
        self.setFixedHeight(ROW)

    def tell(self, count: int) -> None:
        """Show how many rows it has; one without rows is pale."""
        self.count.setText(str(count))
        self.box.setProperty("none", count == 0)


class Boxes(QWidget):
    """Values of one kind; ``changed`` tells that another of them is ticked or no more."""

    changed = Signal()

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.boxes, self._hidden = dict[str, Box](), set[str]()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 6)
        self._rows.setSpacing(0)
        self._rows.addWidget(_head(text(f"ui.facet.{kind}")))

    @property
    def hidden(self) -> frozenset[str]:
        """The values that are not ticked."""
        return frozenset(self._hidden & self.boxes.keys())

    def offer(self, values: Mapping[str, str], icons: Mapping[str, QIcon]) -> None:
        """Show these values (by their words), all ticked but those that were unticked before."""
        if list(values) == list(self.boxes):
            return
        for box in self.boxes.values():
            self._rows.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {value: Box(words, icons.get(value)) for value, words in values.items()}
        for value, box in self.boxes.items():
            box.box.setChecked(value not in self._hidden)
            box.box.toggled.connect(partial(self._on_ticked, value))
            self._rows.addWidget(box)
        self.setFixedHeight(HEAD + ROW * len(values) + 6)  # no row is squeezed meanwhile
        self.setVisible(bool(values))

    def _on_ticked(self, value: str, ticked: bool) -> None:
        (self._hidden.discard if ticked else self._hidden.add)(value)
        self.changed.emit()

    def tick_all(self) -> None:
        """Hide nothing."""
        self._hidden.clear()
        for box in self.boxes.values():
            box.box.setChecked(True)


class Side(QFrame):
    """``list_chosen`` carries a list, ``scope_changed`` tells that it is of another place,
    ``changed`` that something else is shown or hidden, ``folded`` that the column is to go.
    """

    list_chosen = Signal(str)
    scope_changed = Signal()
    changed = Signal()
    cleared = Signal()
    folded = Signal()

    def __init__(self, groups: Mapping[str, Mapping[str, str]]) -> None:
        """``groups``: heads with their lists by id and name; the first group stays open."""
        super().__init__()
        self.setObjectName("listSide")
        self.setFixedWidth(NARROW)
        self._group = QButtonGroup(self)
        self.entries = {
            key: self._entry(key, words)
            for names in groups.values()
            for key, words in names.items()
        }
        self.boxes = {kind: Boxes(kind) for kind in ("certainty", "class", "state")}
        self.combos = {place: Combo() for place in PLACES}
        self._others = QWidget()
        self._assemble(groups)
        for boxes in self.boxes.values():
            boxes.changed.connect(self.changed)
        for place, combo in self.combos.items():
            combo.setAccessibleName(text(f"ui.facet.{place}"))
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.setMaximumWidth(NARROW - 76)
            told = self.changed if place == "county" else self.scope_changed
            combo.currentIndexChanged.connect(told)

    # -- what is chosen

    def value(self, place: str) -> str:
        """The chosen place; empty for all."""
        return self.combos[place].currentData() or ""

    def choose(self, place: str, value: str) -> None:
        """Choose a place."""
        combo = self.combos[place]
        combo.setCurrentIndex(max(0, combo.findData(value)))

    def clear(self) -> None:
        """Hide nothing and take all places."""
        for boxes in self.boxes.values():
            boxes.tick_all()
        for place in PLACES:
            self.choose(place, "")
        self.cleared.emit()

    # -- what is offered

    def show_list(self, key: str) -> None:
        """Mark the list in front; one of the folded group opens it."""
        self.entries[key].setChecked(True)
        if self._others.isAncestorOf(self.entries[key]):
            self.more.setChecked(True)

    def offer_places(self, place: str, values: Iterable[tuple[str, str]]) -> None:
        """Offer places (id and words with their number); the chosen one stays if it is there."""
        combo, before = self.combos[place], self.value(place)
        found = list(values)
        combo.blockSignals(True)
        combo.clear()
        combo.addItem(text("ui.facet.all", count=len(found)), "")
        for key, words in found:
            combo.addItem(words, key)
        combo.setCurrentIndex(max(0, combo.findData(before)))
        combo.view().setMinimumWidth(min(combo.view().sizeHintForColumn(0) + 40, 420))
        combo.blockSignals(False)

    def show_place(self, place: str, *, shown: bool) -> None:
        """Whether a place can be chosen for this list."""
        self.combos[place].setEnabled(shown)

    # -- building

    def _entry(self, key: str, words: str) -> Entry:
        entry = Entry(words)
        entry.clicked.connect(partial(self.list_chosen.emit, key))
        self._group.addButton(entry)
        return entry

    def _assemble(self, groups: Mapping[str, Mapping[str, str]]) -> None:
        inside = QWidget()
        inside.setObjectName("listSideBody")
        box = QVBoxLayout(inside)
        box.setContentsMargins(8, 8, 6, 4)
        box.setSpacing(0)
        first, *rest = groups.items()
        self._add_group(box, first[0], list(first[1]))
        self._fold_others(box, rest)
        box.addSpacing(8)
        for kind in ("certainty", "class"):
            box.addWidget(self.boxes[kind])
        box.addWidget(_head(text("ui.facet.place")))
        for place in PLACES:
            row = QHBoxLayout()
            row.setContentsMargins(0, 2, 8, 2)
            row.addWidget(label(text(f"ui.facet.{place}"), "secondary"))
            row.addStretch(1)
            row.addWidget(self.combos[place])
            box.addLayout(row)
        box.addSpacing(8)
        box.addWidget(self.boxes["state"])
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._end())

    def _end(self) -> QHBoxLayout:
        self.clear_button = _link(text("ui.facet.clear"))
        self.clear_button.clicked.connect(self.clear)
        self.fold_button = _link(text("ui.facet.fold"))
        self.fold_button.clicked.connect(self.folded)
        end = QHBoxLayout()
        end.setContentsMargins(12, 2, 12, 6)
        end.addWidget(self.clear_button)
        end.addStretch(1)
        end.addWidget(self.fold_button)
        return end

    def _add_group(self, box: QVBoxLayout, head: str, keys: Sequence[str]) -> None:
        box.addWidget(_head(head))
        for key in keys:
            box.addWidget(self.entries[key])

    def _fold_others(
        self, box: QVBoxLayout, groups: Sequence[tuple[str, Mapping[str, str]]]
    ) -> None:
        """The other lists below a button that shows them."""
        self.more = QPushButton()
        self.more.setObjectName("entryMore")
        self.more.setCheckable(True)
        self.more.setFixedHeight(ROW)
        self.more.toggled.connect(self._show_others)
        inside = QVBoxLayout(self._others)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for head, names in groups:
            self._add_group(inside, head, list(names))
        self._others.setFixedHeight(sum(HEAD + ROW * len(names) for _, names in groups))
        box.addWidget(self.more)
        box.addWidget(self._others)
        self._show_others(shown=False)

    def _show_others(self, shown: bool) -> None:
        words = text("ui.facet.fewer" if shown else "ui.facet.more")
        self.more.setText(words)
        self.more.setAccessibleName(words)
        self._others.setVisible(shown)


def _head(words: str) -> QLabel:
    head = label(words, "partTitle")
    head.setFixedHeight(HEAD)
    return head


def _link(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName("textLink")
    plain_tip(button, words)
    return button
