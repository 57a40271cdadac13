"""资料问题: every problem of the folder with its place, sentence and line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.issues import Issue, Root, Severity, counted, folded
from liantu.telling.lists.column import Scope
from liantu.telling.lists.condition import IssueRow
from liantu.ui.lists.page import ListPage
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.scrolled import Measured
from liantu.ui.widgets.text import label
from liantu.wording import issue_text, text

DETAIL = 130
"""Height of the place where the chosen problem is told in full."""
SIZE = QSize(1040, 600)
"""Size where the screen has room for it."""


def counts(issues: Sequence[Issue]) -> tuple[int, int]:
    """Number of errors and of warnings to be mended."""
    found = counted(issues)
    return found[Severity.ERROR], found[Severity.WARNING]


class ProblemsDialog(QDialog):
    """A list like the others: sort, filter, copy; the chosen problem in full below, with those that
    only follow from it folded.
    """

    def __init__(self, issues: Sequence[Issue], folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.problems"))
        self._folder = folder
        self._chosen: Root | None = None
        self._all = folded(issues)
        self._roots = {id(root.issue): root for root in self._all}
        self.page = ListPage("issues", "ui.problems")
        self.detail = label("", wrap=True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.follows = QPushButton()
        self.open_button = button(text("ui.problems.open"), self._open)
        self.copy_button = button(text("ui.problems.copy"), self._copy)
        self.follows.clicked.connect(self._unfold)
        self.page.picked.connect(self._tell)
        self.page.show_list(Reading.nothing(), Scope(issues=tuple(r.issue for r in self._all)))
        self._assemble(issues)

    def _assemble(self, issues: Sequence[Issue]) -> None:
        errors, warnings = counts(issues)
        behind = len(issues) - len(self._all)
        words = text("ui.problems.count", errors=errors, warnings=warnings)
        words += text("ui.problems.follows", count=behind) if behind else ""
        scroll = Measured()
        scroll.setFixedHeight(DETAIL)
        scroll.setWidget(self.detail)
        row = QHBoxLayout()
        row.addWidget(self.follows)
        row.addStretch(1)
        for act in (self.open_button, self.copy_button, button(text("ui.close"), self.accept)):
            row.addWidget(act)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 12, 8, 12)
        box.addWidget(label(words, "sectionTitle"))
        box.addWidget(self.page, 1)
        box.addWidget(scroll)
        box.addLayout(row)
        self.follows.hide()
        self.open_button.setEnabled(False)
        fit(self, SIZE)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell the first problem at once."""
        super().showEvent(event)
        if self._chosen is None and self.page.model.rowCount():
            self.page.table.selectRow(0)
            self._tell(self.page.model.row_at(0))

    def _tell(self, row: IssueRow) -> None:
        root = self._roots[id(row.issue)]
        self._chosen = root
        self.detail.setText("\n".join(_lines(root)))
        self.follows.setText(text("ui.problems.because", count=len(root.follows)))
        self.follows.setVisible(bool(root.follows))
        self.open_button.setEnabled(self._path().is_file())

    def _unfold(self) -> None:
        if self._chosen is not None:
            told = (*_lines(self._chosen), *_behind(self._chosen))
            self.detail.setText("\n".join(told))
            self.follows.hide()

    def _path(self) -> Path:
        return self._folder / (self._chosen.issue.place.file if self._chosen else "")

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path())))

    def _copy(self) -> None:
        """All problems as text, each with those that follow from it."""
        told = ("\n".join((*_lines(root), *_behind(root))) for root in self._all)
        QGuiApplication.clipboard().setText("\n\n".join(told))
        self.copy_button.setText(text("ui.inspector.copied"))


def _lines(root: Root) -> list[str]:
    issue = root.issue
    lines = [str(issue.place), issue_text(issue), issue.excerpt]
    return [line for line in (*lines, *map(str, issue.related)) if line]


def _behind(root: Root) -> Iterator[str]:
    if root.follows:
        yield text("library.follows", count=len(root.follows))
    for issue in root.follows:
        yield f"{issue.place}  {issue_text(issue)}"
