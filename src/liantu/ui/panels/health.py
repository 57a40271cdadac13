"""数据体检: what the named checks found, beside how far the facts of each chain are sourced."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter

from liantu.document.session import Session
from liantu.issues import Issue
from liantu.telling.health import Finding, findings
from liantu.ui.models.record_rows import FINDING_COLUMNS, TRUST_COLUMNS, TrustRow, trust_rows
from liantu.ui.models.table import TableModel
from liantu.ui.panels.list_page import ListPage

SHARES = (350, 700)
"""Widths of the two lists at first."""


class Health(QSplitter):
    """``check_chosen`` carries the name of a check whose findings are wanted, ``chain_chosen``
    the id of a chain.
    """

    check_chosen = Signal(str)
    chain_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        checks: TableModel[Finding] = TableModel(FINDING_COLUMNS, lambda row: row.title)
        trust: TableModel[TrustRow] = TableModel(TRUST_COLUMNS, lambda row: row.chain)
        self.checks = ListPage("ui.list.checks", checks, ())
        self.trust = ListPage("ui.list.trust", trust, ())
        for page in (self.checks, self.trust):
            self.addWidget(page)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self.setSizes(list(SHARES))
        self.checks.picked.connect(self._choose_check)
        self.trust.picked.connect(lambda key: self.chain_chosen.emit(key) if key else None)

    def show_workspace(self, workspace: Session) -> None:
        """Judge another reading."""
        self.trust.set_rows(trust_rows(workspace))
        self.show_issues(workspace.issues)

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """Count what the checks found; those that found something first."""
        rows = sorted(findings(issues), key=lambda row: not row.count)
        self.checks.set_rows(rows)

    def _choose_check(self, title: str) -> None:
        row = self.checks.model.rows[self.checks.model.row_of(title)]
        if row.count:
            self.check_chosen.emit(title)
