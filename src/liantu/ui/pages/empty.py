"""What every page shows where there is no chain: why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from liantu.document.session import Session
from liantu.issues import Issue
from liantu.ui.widgets.text import label
from liantu.wording import issue_text, text

IS_FILE = "library.folder_is_file"
TITLES = {
    "library.folder_missing": "ui.empty.missing",
    IS_FILE: "ui.empty.file",
    "library.folder_unreadable": "ui.empty.unreadable",
}
"""Problems of the folder as a whole and the titles that tell them."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be done: open another folder, the shipped one or a certain one; read again; see
    the problems.
    """

    choose: Callable[[], None]
    open_shipped: Callable[[], None]
    open: Callable[[Path], None]
    reload: Callable[[], None]
    show_problems: Callable[[], None]


class EmptyPage(QWidget):
    """Offers the ways that lead on from where the folder stands."""

    def __init__(self, ways: Ways) -> None:
        super().__init__()
        self.setObjectName("centre")
        self._folder = Path()
        self._title, self._words = _centred("pageTitle"), _centred("secondary")
        self.inside = _button("ui.empty.inside", lambda: ways.open(self._folder.parent))
        self.problems = _button("ui.problems.show", ways.show_problems)
        self.buttons = [
            _button("ui.verb.open", ways.choose),
            _button("ui.verb.shipped", ways.open_shipped),
            self.inside,
            _button("ui.verb.reload", ways.reload),
            self.problems,
        ]
        row = QHBoxLayout()
        row.addStretch(1)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setSpacing(14)
        box.addStretch(2)
        box.addWidget(self._title)
        box.addWidget(self._words)
        box.addLayout(row)
        box.addStretch(3)

    @property
    def told(self) -> str:
        """Title and words."""
        return f"{self._title.text()}\n{self._words.text()}"

    def show_session(self, session: Session) -> None:
        """Say why the folder that was read holds no chain."""
        folder = session.folder
        cause = next((issue for issue in session.issues if issue.code in TITLES), None)
        if cause is None:
            words = text("ui.empty.folder", folder=folder)
            self._tell(folder, "ui.empty.title", words, session.issues)
        else:
            words = f"{folder}\n{issue_text(cause)}"
            self._tell(folder, TITLES[cause.code], words, session.issues, cause.code == IS_FILE)

    def show_given_up(self, folder: Path) -> None:
        """Say that the first folder was not read to the end."""
        self._tell(folder, "ui.empty.given_up", text("ui.empty.unread", folder=folder))

    def show_failed(self, folder: Path, error: Exception) -> None:
        """Say that reading went wrong for a reason that nobody foresaw."""
        words = f"{folder}\n{text('ui.reading.failed', reason=error)}"
        self._tell(folder, "ui.empty.failed", words)

    def _tell(
        self,
        folder: Path,
        title: str,
        words: str,
        problems: tuple[Issue, ...] = (),
        is_file: bool = False,
    ) -> None:
        self._folder = folder
        self._title.setText(text(title))
        self._words.setText(words)
        self.setAccessibleName(text(title))
        self.inside.setVisible(is_file)
        self.problems.setVisible(bool(problems))


def _centred(name: str) -> QLabel:
    made = label("", name, wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return made


def _button(code: str, run: Callable[[], None]) -> QPushButton:
    button = QPushButton(text(code))
    button.setAccessibleName(text(code))
    button.clicked.connect(lambda _=False: run())
    return button
