"""Fields of a form that hold one value: words, numbers, days, choices, yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from liantu.library.parsing.convert import NumberValue
from liantu.ui.forms.words import tidy
from liantu.ui.widgets.fields import Combo
from liantu.wording import text

LINES = 3
"""Lines of a longer text that are seen at once."""
NARROW = 190
"""Width of a number or a day (px)."""


class Input(QWidget):
    """A field: ``changed`` by the user; :meth:`value` is as a file would hold it, empty for nothing
    said; :attr:`trouble` tells why what stands in it is no value yet.
    """

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(3)
        self.name = name
        self.trouble = ""

    def value(self) -> Any:
        """What is said."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Say something else, without telling."""
        raise NotImplementedError

    def offer(self, options: Iterable[tuple[str, str]]) -> None:
        """Other things may be chosen now; only a choice cares."""


class LineInput(Input):
    """Words in one line, a number or a day."""

    def __init__(self, name: str, reader: Any, hint: str = "", *, narrow: bool = False) -> None:
        super().__init__(name)
        self._reader = reader
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        if narrow:
            self.line.setMaximumWidth(NARROW)
        self.line.textEdited.connect(self.changed)
        self.setFocusProxy(self.line)
        self.box.addWidget(self.line)

    def value(self) -> str:
        """The words, as a file would hold them."""
        return tidy(self._reader, self.line.text())

    def show_value(self, value: Any) -> None:
        """Show other words."""
        self.line.setText("" if value is None else str(value))


class TextEdit(QPlainTextEdit):
    """Tab goes to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter with Ctrl is for the form."""
        enters = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in enters and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class TextInput(Input):
    """Words in several lines; ``each``: every line is a value of its own."""

    def __init__(self, name: str, hint: str = "", *, each: bool = False) -> None:
        super().__init__(name)
        self._each = each
        self.edit = TextEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.edit.setFixedHeight(self.edit.fontMetrics().lineSpacing() * LINES + 14)
        self.edit.textChanged.connect(self.changed)
        self.setFocusProxy(self.edit)
        self.box.addWidget(self.edit)

    def value(self) -> Any:
        """The words, or a list of the lines that say something."""
        words = self.edit.toPlainText()
        if not self._each:
            return words.strip()
        return [line.strip() for line in words.splitlines() if line.strip()]

    def show_value(self, value: Any) -> None:
        """Show other words."""
        words = "\n".join(value or ()) if self._each else str(value or "")
        self.edit.blockSignals(True)
        self.edit.setPlainText(words)
        self.edit.blockSignals(False)


class FlagInput(Input):
    """Yes, or nothing said."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.check = QCheckBox(name.replace("&", "&&"))
        self.check.setAccessibleName(name)
        self.check.toggled.connect(self.changed)
        self.setFocusProxy(self.check)
        self.box.addWidget(self.check)

    def value(self) -> str:
        """``yes`` or nothing."""
        return "yes" if self.check.isChecked() else ""

    def show_value(self, value: Any) -> None:
        """Check or not."""
        self.check.blockSignals(True)
        self.check.setChecked(value == "yes")
        self.check.blockSignals(False)


class ChoiceInput(Input):
    """One of several words; nothing is chosen where ``needed`` and nobody has chosen yet. ``usual``
    is what holds where nothing is said.
    """

    def __init__(
        self, name: str, options: Mapping[str, str], *, needed: bool, usual: str = ""
    ) -> None:
        super().__init__(name)
        self._none = text("ui.form.choose" if needed else "ui.form.none")
        self._none = options.get(usual, self._none)
        options = {value: words for value, words in options.items() if value != usual}
        self.combo = Combo()
        self.combo.setAccessibleName(name)
        self.combo.setSizePolicy(
            self.combo.sizePolicy().Policy.Preferred, self.combo.sizePolicy().Policy.Fixed
        )
        self.combo.setMinimumWidth(NARROW)
        self.offer(options.items())
        self.combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.setFocusProxy(self.combo)
        self.box.addWidget(self.combo, 0, Qt.AlignmentFlag.AlignLeft)

    def offer(self, options: Iterable[tuple[str, str]]) -> None:
        """Offer other words; what is chosen stays, also where it is none of them."""
        kept = self.value()
        wanted = {"": self._none, **dict(options)}
        if kept and kept not in wanted:
            wanted[kept] = kept
        now = {self.combo.itemData(at): self.combo.itemText(at) for at in self._places()}
        if wanted == now:
            return
        self.combo.blockSignals(True)
        self.combo.clear()
        for value, words in wanted.items():
            self.combo.addItem(words, value)
        self.combo.setCurrentIndex(max(self.combo.findData(kept), 0))
        self.combo.blockSignals(False)

    def value(self) -> str:
        """What is chosen."""
        return str(self.combo.currentData() or "")

    def show_value(self, value: Any) -> None:
        """Choose something else."""
        wanted = str(value or "")
        self.combo.blockSignals(True)
        if self.combo.findData(wanted) < 0:
            self.combo.addItem(wanted, wanted)
        self.combo.setCurrentIndex(self.combo.findData(wanted))
        self.combo.blockSignals(False)

    def _places(self) -> range:
        return range(self.combo.count())


def hint_of(reader: Any, *, needed: bool) -> str:
    """What stands in an empty field."""
    optional = isinstance(reader, NumberValue) and not needed
    return text("ui.form.unknown_amount") if optional else ""
