"""The filters at the left of the page 清单: which list, and what of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.ui.pages.lists.boxes import HEAD, ROW, Boxes, Entry, head_of
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.scrolled import Scrolled
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text

NARROW, WIDE = 196, 220
"""Width on a small window and on a large one."""
PLACES = ("field", "chain", "county")
"""What the rows are taken from, from the larger to the smaller."""


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
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            combo.setSizeAdjustPolicy(policy)
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
        box.addWidget(head_of(text("ui.facet.place")))
        box.addLayout(self._places())
        box.addSpacing(8)
        box.addWidget(self.boxes["state"])
        box.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Scrolled(inside), 1)
        whole.addLayout(self._end())

    def _places(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 2, 8, 2)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for at, place in enumerate(PLACES):
            grid.addWidget(label(text(f"ui.facet.{place}"), "secondary"), at, 0)
            grid.addWidget(self.combos[place], at, 1)
        return grid

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
        box.addWidget(head_of(head))
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


def _link(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName("textLink")
    plain_tip(button, words)
    return button
