"""Fields of a form that hold several things: chosen ones as chips, told ones as lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from liantu.library.parsing.record import Record
from liantu.ui.forms.inputs import Input
from liantu.ui.forms.knowing import Known
from liantu.ui.forms.picker import Picker
from liantu.ui.forms.words import brief
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.flow import Flow
from liantu.ui.widgets.text import Elided, plain_tip
from liantu.wording import text

CHIP = 18
"""So many characters of a name stand on a chip."""


class PickList(Input):
    """Things chosen by search, each as a chip that a click takes away; ``new_asked``: one that is
    not on record yet is to be told.
    """

    new_asked = Signal()

    def __init__(self, name: str, kind: str, known: Known, *, adds: bool) -> None:
        super().__init__(name)
        self._kind = kind
        self._ids: list[str] = []
        self._chips = Flow(6)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._row = QWidget()
        self._row.setLayout(self._chips)
        self.picker = Picker(name, kind, known)
        self.picker.picked.connect(self.take)
        self.picker.changed.connect(self._on_typed)
        self.setFocusProxy(self.picker)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.picker, 1)
        if adds:
            self.new = QPushButton(text("ui.form.new", kind=text(f"library.kind.{kind}")))
            self.new.setAutoDefault(False)
            self.new.clicked.connect(self.new_asked)
            row.addWidget(self.new, 0, Qt.AlignmentFlag.AlignTop)
        self.box.addWidget(self._row)
        self.box.addLayout(row)
        self._draw()

    def know(self, known: Known) -> None:
        """Offer from other data."""
        self.picker.known = known
        self._draw()

    def value(self) -> list[str]:
        """The ids in the order in which they were chosen."""
        return list(self._ids)

    def show_value(self, value: Any) -> None:
        """Show other things."""
        self._ids = list(value or ())
        self._draw()

    def take(self, id_: str) -> None:
        """Take one more in."""
        if id_ not in self._ids:
            self._ids.append(id_)
        self.picker.clear()
        self._draw()
        self.changed.emit()

    def _on_typed(self) -> None:
        self.trouble = self.picker.trouble
        self.changed.emit()

    def _drop(self, id_: str) -> None:
        self._ids.remove(id_)
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        self._chips.clear()
        for id_ in self._ids:
            name = self.picker.known.name(self._kind, id_)
            cut = name if len(name) <= CHIP else name[:CHIP] + "…"
            chip = QPushButton(text("ui.form.chip", name=cut).replace("&", "&&"))
            chip.setObjectName("mapChip")
            chip.setAutoDefault(False)
            chip.setAccessibleName(text("ui.form.drop", name=name))
            plain_tip(chip, text("ui.form.drop", name=name))
            chip.clicked.connect(partial(self._drop, id_))
            self._chips.addWidget(chip)
        self._row.setVisible(bool(self._ids))


class Told(Input):
    """Things within the thing, a line each with buttons; they are told on a page of their own, for
    which ``asked`` carries the key of the one meant (``None``: a new one).

    ``one``: there is at most one of them. The value is a list, a mapping where ``keyed``, else the
    one mapping.
    """

    asked = Signal(object)

    def __init__(
        self, name: str, record: Record, known: Known, *, one: bool = False, keyed: bool = False
    ) -> None:
        super().__init__(name)
        self.record, self.known = record, known
        self.one, self.keyed = one, keyed
        self._value: Any = {} if one or keyed else []
        self.box.setSpacing(2)
        self._lines: list[QWidget] = []
        self.more = QPushButton(text("ui.form.more", name=name))
        self.more.setAutoDefault(False)
        self.more.clicked.connect(lambda: self.asked.emit(None))
        self.setFocusProxy(self.more)
        self.box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> Any:
        """All of them."""
        return self._value

    def show_value(self, value: Any) -> None:
        """Show others."""
        self._value = value or ({} if self.one or self.keyed else [])
        self._draw()

    def rows(self) -> Mapping[Any, Any]:
        """What there is, by its key: a place in the list, an id, or nothing."""
        if self.one:
            return {"": self._value} if self._value else {}
        if self.keyed:
            return dict(self._value)
        return dict(enumerate(self._value))

    def put(self, key: Any, values: Any, fresh: str = "") -> None:
        """Tell one anew; ``None`` as key: one more, under ``fresh`` where they have ids."""
        if self.one:
            self._value = values
        elif self.keyed:
            self._value = {**self._value, fresh or key: values}
            if fresh and key not in (None, fresh):
                self._value = {k: v for k, v in self._value.items() if k != key}
        elif key is None:
            self._value = [*self._value, values]
        else:
            self._value = [values if at == key else v for at, v in enumerate(self._value)]
        self._draw()
        self.changed.emit()

    def drop(self, key: Any) -> None:
        """Take one away."""
        if self.one:
            self._value = {}
        elif self.keyed:
            self._value = {k: v for k, v in self._value.items() if k != key}
        else:
            self._value = [v for at, v in enumerate(self._value) if at != key]
        self._draw()
        self.changed.emit()

    def words(self, key: Any) -> str:
        """One of them in a line."""
        values = self.rows()[key]
        told = brief(self.record, values, self.known)
        refers = self.record.name in ("input", "byproduct")
        return " · ".join(filter(None, (self.known.name("product", key) if refers else "", told)))

    def _draw(self) -> None:
        for line in self._lines:
            self.box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(key) for key in self.rows()]
        for at, line in enumerate(self._lines):
            self.box.insertWidget(at, line)
        self.more.setVisible(not (self.one and self._value))

    def _line(self, key: Any) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        words = self.words(key)
        row.addWidget(Elided(words), 1)
        row.addWidget(_small("ui.form.change", words, lambda: self.asked.emit(key)))
        row.addWidget(_small("ui.form.remove", words, lambda: self.drop(key)))
        return line


def _small(code: str, about: str, act: Callable[[], None]) -> QPushButton:
    made = button(text(code), act)
    made.setAccessibleName(text("ui.form.of", act=text(code), about=about))
    return made
