"""A page of a form: the fields of one record, each with what is wrong beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.library.parsing.convert import IdValue
from liantu.library.parsing.record import Field, Record
from liantu.ui.forms import layout
from liantu.ui.forms.inputs import FlagInput, Input
from liantu.ui.forms.knowing import Known
from liantu.ui.forms.making import make_input
from liantu.ui.forms.several import PickList, Told
from liantu.ui.forms.words import caption
from liantu.ui.widgets.scrolled import Measured
from liantu.ui.widgets.text import label
from liantu.wording import text

CAPTION = 150
"""Width of the names of the fields (px)."""


class Panel(Measured):
    """``changed`` by the user; ``told_asked`` carries a :class:`Told` and the key of the one to be
    told on a page of its own; ``new_asked`` the list for which a new thing is wanted.

    ``keyed_by``: the kind of thing that the record is told of by its key (an input: a product).
    """

    changed = Signal()
    told_asked = Signal(object, object)
    new_asked = Signal(object)

    def __init__(
        self,
        record: Record,
        values: Mapping[str, Any],
        known: Known,
        *,
        keys: Sequence[str] = (),
        keyed_by: str = "",
        key: str = "",
    ) -> None:
        super().__init__()
        self.record, self.known = record, known
        self._start = dict(values)
        self.inputs: dict[str, Input] = {}
        self.messages: dict[str, QLabel] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("reportScroll")
        body = QWidget()
        body.setObjectName("reportForm")
        self._box = QVBoxLayout(body)
        self._box.setContentsMargins(20, 8, 20, 8)
        self._box.setSpacing(10)
        self._fill(keys or layout.shown(record), keyed_by, key)
        self._fold(layout.folded(record) if not keys else ())
        self._box.addStretch(1)
        self.setWidget(body)
        self._offer()

    # -- what it holds

    def value(self) -> dict[str, Any]:
        """What is said: the fields that are here as they stand, all others as they were."""
        found = dict(self._start)
        for key, one in self.inputs.items():
            if not key:
                continue
            value = one.value()
            if value in ("", [], {}):
                found.pop(key, None)
            else:
                found[key] = value
        return found

    @property
    def key(self) -> str:
        """The id of the thing that the record is told of by; empty where there is none."""
        return str(self.inputs[""].value()) if "" in self.inputs else ""

    def changes(self) -> dict[str, Any]:
        """The keys that say something else than at first; an empty text where nothing is said."""
        now = self.value()
        keys = dict.fromkeys((*self._start, *now))
        return {k: now.get(k, "") for k in keys if (now.get(k) or "") != (self._start.get(k) or "")}

    @property
    def troubles(self) -> dict[str, str]:
        """What stands in fields and is no value yet."""
        return {key: one.trouble for key, one in self.inputs.items() if one.trouble}

    def know(self, known: Known) -> None:
        """Offer from other data: something new is there to be chosen."""
        self.known = known
        for one in self.inputs.values():
            if isinstance(one, PickList):
                one.know(known)

    def tell(self, faults: Mapping[str, str], doubts: Mapping[str, str]) -> None:
        """Say beside the fields what is wrong, or only to be looked at."""
        for key, message in self.messages.items():
            words = faults.get(key) or doubts.get(key, "")
            message.setText(words)
            message.setVisible(bool(words))
            message.setProperty("kind", "bad" if faults.get(key) else "")

    def focus_first(self, key: str = "") -> None:
        """The keys go to a field, or to the first one."""
        first = self.inputs.get(key) or next(iter(self.inputs.values()), None)
        if first is not None:
            reason = Qt.FocusReason  # by Tab, what a field holds is chosen: typing replaces it
            first.setFocus(reason.TabFocusReason if key else reason.OtherFocusReason)

    # -- building

    def _fill(self, keys: Sequence[str], keyed_by: str, key: str) -> None:
        grid = self._grid()
        if keyed_by:
            item = Field(keyed_by, IdValue(keyed_by), required=True)
            self._row(grid, item, key, as_key=True)
        for name in keys:
            if name in self.record.by_key:
                self._row(grid, self.record.by_key[name], self._start.get(name))

    def _fold(self, keys: Sequence[str]) -> None:
        """The fields that are seldom told, behind a button; open where something is told."""
        if not keys:
            return
        inside = QWidget()
        grid = self._grid(inside)
        for name in keys:
            self._row(grid, self.record.by_key[name], self._start.get(name))
        if grid.count() == 0:
            return
        opened = any(name in self._start for name in keys)
        button = QPushButton(text("ui.form.fold.shut" if opened else "ui.form.fold.open"))
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._unfold, inside, button))
        self._box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(inside)
        inside.setVisible(opened)

    @staticmethod
    def _unfold(inside: QWidget, button: QPushButton) -> None:
        inside.setVisible(inside.isHidden())
        button.setText(text("ui.form.fold.open" if inside.isHidden() else "ui.form.fold.shut"))

    def _grid(self, inside: QWidget | None = None) -> QGridLayout:
        grid = QGridLayout() if inside is None else QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, CAPTION)
        grid.setColumnStretch(1, 1)
        if inside is None:
            self._box.addLayout(grid)
        return grid

    def _row(self, grid: QGridLayout, item: Field, value: Any, *, as_key: bool = False) -> None:
        made = make_input(self.record, item, self.known)
        if made is None:
            return
        key = "" if as_key else item.key
        made.show_value(value)
        made.changed.connect(self._on_changed)
        if isinstance(made, Told):
            made.asked.connect(partial(self.told_asked.emit, made))
        if isinstance(made, PickList):
            made.new_asked.connect(partial(self.new_asked.emit, made))
        at = grid.rowCount()
        if not isinstance(made, FlagInput):
            words = caption(self.record, item)
            name = label(text("ui.form.needed", name=words) if item.required else words)
            name.setContentsMargins(0, 5, 0, 0)
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(made, at, 1)
        message = label("", "doubt", wrap=True)
        message.hide()
        grid.addWidget(message, at + 1, 1)
        self.inputs[key], self.messages[key] = made, message

    def _on_changed(self) -> None:
        self._offer()
        self._propose()
        self.changed.emit()

    def _propose(self) -> None:
        """Fill in what follows from a product that was chosen, where nothing is said."""
        found = self.known.proposed(self.record.name, self.key, self.value())
        for key, value in found.items():
            one = self.inputs.get(key)
            if one is not None and not one.value():
                one.show_value(value)

    def _offer(self) -> None:
        """What the folder names for some fields may depend on what others say."""
        values = self.value()
        for key, one in self.inputs.items():
            options = self.known.options(self.record.name, key, values) if key else None
            if options is not None:
                one.offer(options)
