"""资料问题: every problem of the folder with its place, sentence and line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from liantu.analysis.reading import Reading
from liantu.issues import Issue, Severity, folded
from liantu.telling.lists.column import Scope
from liantu.telling.lists.condition import IssueRow
from liantu.ui.lists.page import ListPage
from liantu.ui.widgets.text import label
from liantu.wording import issue_text, text

SHOWN = 6
"""How many of the problems that follow from one are told in full."""


def counts(issues: Sequence[Issue]) -> tuple[int, int]:
    """Number of errors and of warnings to be mended."""
    found = [root.issue.severity for root in folded(issues)]
    return found.count(Severity.ERROR), found.count(Severity.WARNING)


class ProblemsDialog(QDialog):
    """A list like the others: sort, filter, copy; the chosen problem in full below, with those that
    only follow from it.
    """

    def __init__(self, issues: Sequence[Issue], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.problems"))
        roots = folded(issues)
        self._roots = {id(root.issue): root for root in roots}
        self.page = ListPage("issues", "ui.problems")
        self.detail = label("", wrap=True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.page.picked.connect(self._tell)
        self.page.show_list(Reading.nothing(), Scope(issues=tuple(root.issue for root in roots)))
        errors, warnings = counts(issues)
        follows = len(issues) - len(roots)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 12, 8, 12)
        words = text("ui.problems.count", errors=errors, warnings=warnings)
        words += text("ui.problems.follows", count=follows) if follows else ""
        box.addWidget(label(words, "sectionTitle"))
        box.addWidget(self.page, 1)
        box.addWidget(self.detail)
        self.resize(1040, 520)

    def _tell(self, row: IssueRow) -> None:
        issue = row.issue
        root = self._roots[id(issue)]
        lines = [f"{issue.place}", issue_text(issue), issue.excerpt]
        lines.extend(str(place) for place in issue.related)
        if root.follows:
            lines.append(text("library.follows", count=len(root.follows)))
            lines.extend(f"{i.place}  {issue_text(i)}" for i in root.follows[:SHOWN])
        self.detail.setText("\n".join(line for line in lines if line))
