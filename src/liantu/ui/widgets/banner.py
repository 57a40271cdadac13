"""A note inside the window: a message with up to two buttons, never a modal box."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton

from liantu.ui.widgets.text import label
from liantu.wording import text

Offer = tuple[str, Callable[[], None]]


class Banner(QFrame):
    """Hidden until :meth:`tell` or :meth:`tell_progress`; the user can close it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAccessibleName(text(name))
        self._words = label("", "bannerWords", wrap=True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(160, 8)
        self._about = ""
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 12, 6)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._progress)
        self.hide()

    @property
    def words(self) -> str:
        """The message shown."""
        return self._words.text()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The offered buttons, the closing one last."""
        return tuple(self._buttons)

    def tell(
        self, words: str, offers: Sequence[Offer] = (), kind: str = "note", about: str = ""
    ) -> None:
        """Show a message; ``kind`` is ``note``, ``good`` or ``bad``; :meth:`withdraw` takes back
        what was told ``about`` something.
        """
        self._about = about
        self._show(words, [*offers, (text("ui.close"), self.hide)], kind)
        self._progress.hide()

    def withdraw(self, about: str) -> None:
        """Hide the message if it is still the one about this."""
        if self._about == about:
            self.hide()

    def tell_progress(self, words: str, cancel: Callable[[], None]) -> None:
        """Show that work goes on, with a button that cancels it."""
        self._about = ""
        self._show(words, [(text("ui.cancel"), cancel)], "note")
        self._progress.setRange(0, 0)
        self._progress.show()

    def step(self, done: int, total: int) -> None:
        """Move the progress bar."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _show(self, words: str, offers: Sequence[Offer], kind: str) -> None:
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for caption, run in offers:
            button = QPushButton(caption)
            button.setAccessibleName(caption)
            button.clicked.connect(lambda _=False, run=run: run())
            self._row.addWidget(button)
            self._buttons.append(button)
        self._words.setText(words)
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
