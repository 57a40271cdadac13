"""Labels whose text is never taken for HTML, and tooltips likewise."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_BETWEEN, _CUT = "、", "…"
_KEPT = 0.5
"""So much of what fits is shown at least where a list is cut between two of its names."""
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\n", "<br>"))
"""As ``html.escape``, whose module brings a table of names that the first frame would wait for."""


def label(words: str = "", name: str = "", *, wrap: bool = False) -> QLabel:
    """A plain text label; ``name`` is its role in the style sheet."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(words)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        made.setMinimumWidth(40)
    return made


def plain_tip(widget: QWidget, words: str) -> None:
    """Set a tooltip with ``words`` as they are, line by line."""
    for sign, told in _ESCAPES:
        words = words.replace(sign, told)
    widget.setToolTip(words)


class Elided(QLabel):
    """A single line that is cut with … and told in full by its tooltip."""

    def __init__(self, words: str = "", name: str = "", *, right: bool = False) -> None:
        super().__init__()
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        plain_tip(self, words)
        self._fit()

    @property
    def words(self) -> str:
        """The words in full."""
        return self._words

    def changeEvent(self, event: QEvent) -> None:
        """Cut anew for another type: that of the style comes after the words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: object) -> None:
        """Cut anew for the width."""
        self._fit()

    def _fit(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        cut = self.fontMetrics().elidedText(self._words, mode, max(self.contentsRect().width(), 24))
        self.setText(cut if cut == self._words else _whole_names(cut))


def _whole_names(cut: str) -> str:
    """A list ends with a whole name; words without one stay as they are cut."""
    at = cut.rfind(_BETWEEN)
    return cut[:at] + _CUT if at > _KEPT * len(cut) else cut
