"""存为新情景…: under which name the assumptions are kept, with a note."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.library.edits import scenarios
from liantu.model import Atlas
from liantu.model.scenario import Scenario
from liantu.telling.assumed import assumptions_of
from liantu.ui.forms.inputs import TextEdit
from liantu.ui.widgets.dialog_rows import end_row
from liantu.ui.widgets.text import label
from liantu.wording import text

LONGEST, PROPOSED = 200, 40
"""Characters of a name that the format takes, and of one that is proposed."""
WIDTH = 460


class KeepScenario(QDialog):
    """``kept`` carries the edit, which looks at the new scenario."""

    kept = Signal(object)

    def __init__(self, atlas: Atlas, scenario: Scenario, date: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("ui.scenario.keep"))
        self._atlas, self._scenario = atlas, scenario
        self.name = QLineEdit(scenarios.free_name(atlas, _proposed(atlas, scenario)))
        self.name.setMaxLength(LONGEST)
        self.name.selectAll()
        self.remark = TextEdit()
        self.remark.setFixedHeight(64)
        self.remark.setPlainText(scenario.note)
        date = scenario.date or date
        self.dated = QCheckBox(text("ui.scenario.dated", date=date))
        kept = atlas.scenarios.get(scenario.id)
        self.dated.setChecked(kept is not None and bool(kept.date))
        self.told = label("；".join(assumptions_of(atlas, scenario)), "secondary", wrap=True)
        self.told.setMinimumWidth(WIDTH)
        self.trouble = label("", "doubt", wrap=True)
        self.save = QPushButton(text("ui.scenario.keep.do"))
        self._assemble()
        self.name.textChanged.connect(self._check)
        self._check()

    def _assemble(self) -> None:
        form = QFormLayout()
        for code, part in (("name", self.name), ("note", self.remark)):
            words = text(f"ui.scenario.{code}")
            part.setAccessibleName(words)
            form.addRow(label(words), part)
        form.addRow(label(""), self.dated)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addWidget(self.told)
        box.addLayout(form)
        box.addWidget(self.trouble)
        box.addLayout(end_row(self.save, self._keep, self.reject))

    def _check(self) -> None:
        """Only a name that no other scenario has can be given."""
        name = self.name.text().strip()
        taken = scenarios.is_taken(self._atlas, "", name)
        self.save.setEnabled(bool(name) and not taken)
        self.trouble.setText(text("edit.scenario.taken", name=name) if taken else "")
        self.trouble.setVisible(taken)

    def _keep(self) -> None:
        looked, remark = self._scenario, self.remark.toPlainText().strip()
        kept = replace(looked, date=looked.date if self.dated.isChecked() else "")
        made = scenarios.fresh(self._atlas, kept, self.name.text().strip(), remark)
        edit = scenarios.keep(self._atlas, made)
        self.kept.emit(replace(edit, look=replace(made, date=looked.date)))
        self.accept()


def _proposed(atlas: Atlas, scenario: Scenario) -> str:
    """The name it has, else what it assumes first."""
    if scenario.name:
        return scenario.name
    words = next(iter(assumptions_of(atlas, scenario)), text("ui.scenario.unnamed"))
    return words[:PROPOSED]
