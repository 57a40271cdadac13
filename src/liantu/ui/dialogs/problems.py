"""资料问题: every problem of the folder with its place, sentence and line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.issues import Issue, Severity
from liantu.telling.lists.column import Scope
from liantu.telling.lists.condition import IssueRow
from liantu.ui.lists.page import ListPage
from liantu.ui.widgets.text import label
from liantu.wording import issue_text, text


def counts(issues: Sequence[Issue]) -> tuple[int, int]:
    """Number of errors and of warnings."""
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    return errors, sum(issue.severity is Severity.WARNING for issue in issues)


class ProblemsDialog(QDialog):
    """A list like the others: sort, filter, copy; the chosen problem in full below."""

    def __init__(self, issues: Sequence[Issue], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.problems"))
        self.page = ListPage("issues", "ui.problems")
        self.detail = label("", wrap=True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.page.picked.connect(self._tell)
        self.page.show_list(Reading.nothing(), Scope(issues=tuple(issues)))
        errors, warnings = counts(issues)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 12, 8, 12)
        words = text("ui.problems.count", errors=errors, warnings=warnings)
        box.addWidget(label(words, "sectionTitle"))
        box.addWidget(self.page, 1)
        box.addWidget(self.detail)
        self.resize(1040, 520)

    def _tell(self, row: IssueRow) -> None:
        issue = row.issue
        lines = [f"{issue.place}", issue_text(issue), issue.excerpt]
        lines.extend(str(place) for place in issue.related)
        self.detail.setText("\n".join(line for line in lines if line))
