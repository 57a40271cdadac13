"""项目: which run and which do not count, as a whole or by phase, and from when."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
)

from liantu.model import Atlas
from liantu.model.records import Phase, Project
from liantu.model.scenario import ProjectChoice, Scenario
from liantu.model.supposing import choice_of, with_choice, without_choice
from liantu.telling.assumed import project_words
from liantu.telling.searching import matching
from liantu.ui.assuming.section import Section, Since
from liantu.ui.widgets.text import label
from liantu.wording import text

_KEY = Qt.ItemDataRole.UserRole
PLAIN, ON, OFF = "plain", "on", "off"
Key = tuple[str, int | None]
"""A project and a phase of it, counted from 1; ``None``: as a whole."""


class ProjectsSection(Section):
    """A tree of projects and their phases; the row that is chosen is switched by three buttons."""

    name = "projects"

    def __init__(self) -> None:
        super().__init__()
        self._atlas: Atlas | None = None
        self._scenario = Scenario()
        self.search = QLineEdit()
        self.search.setPlaceholderText(text("ui.assuming.projects.search"))
        self.search.setAccessibleName(text("ui.assuming.projects.search"))
        self.search.setClearButtonEnabled(True)
        self.only = QCheckBox(text("ui.assuming.projects.only"))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(text("ui.assuming.projects"))
        self.tree.setColumnCount(3)
        self.tree.setHeaderLabels([text(f"ui.assuming.column.{n}") for n in range(1, 4)])
        self.tree.setUniformRowHeights(True)
        self.group = QButtonGroup(self)
        self.buttons = {code: self._button(code) for code in (PLAIN, ON, OFF)}
        self.since = Since(text("ui.assuming.since"))
        self.trouble = label("", "doubt", wrap=True)
        self.trouble.hide()
        self._assemble()
        self.search.textChanged.connect(self._sift)
        self.only.toggled.connect(self._sift)
        self.tree.currentItemChanged.connect(self._on_row)
        self.since.editingFinished.connect(self._redate)

    def show_scenario(self, atlas: Atlas, scenario: Scenario) -> None:
        """Show the projects, and what is supposed of them."""
        self._scenario = scenario
        if self._atlas is None or atlas.projects is not self._atlas.projects:
            self._atlas = atlas
            self._fill(atlas)
        for item in self._items():
            item.setText(2, self._told(item.data(0, _KEY)))
        self._sift()
        self._on_row()

    def count(self, scenario: Scenario) -> int:
        """The choices."""
        return len(scenario.projects)

    # -- building

    def _button(self, code: str) -> QPushButton:
        made = QPushButton(text(f"ui.assuming.project.{code}"))
        made.setObjectName("small")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.clicked.connect(partial(self._choose, code))
        self.group.addButton(made)
        return made

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self.only)
        foot = QHBoxLayout()
        for made in self.buttons.values():
            foot.addWidget(made)
        foot.addSpacing(12)
        foot.addWidget(label(text("ui.assuming.since")))
        foot.addWidget(self.since)
        foot.addStretch(1)
        bar = self.tree.header()
        bar.setStretchLastSection(False)
        bar.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            bar.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.box.addLayout(head)
        self.box.addWidget(self.tree, 1)
        self.box.addLayout(foot)
        self.box.addWidget(self.trouble)

    def _fill(self, atlas: Atlas) -> None:
        self.tree.blockSignals(True)
        self.tree.clear()
        for project in atlas.projects.values():
            item = self._item((project.id, None), project.name, text(f"ui.status.{project.status}"))
            item.setToolTip(0, project.name)
            self.tree.addTopLevelItem(item)
            for number, phase in enumerate(project.phases, 1):
                words = _phase(atlas, number, phase)
                item.addChild(
                    self._item((project.id, number), words, text(f"ui.status.{phase.status}"))
                )
        if (first := self.tree.topLevelItem(0)) is not None:
            self.tree.setCurrentItem(first)
        self.tree.blockSignals(False)

    @staticmethod
    def _item(key: Key, name: str, status: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name, status, ""])
        item.setData(0, _KEY, key)
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount())]
        found = []
        for top in tops:
            assert top is not None
            found += [top, *(top.child(at) for at in range(top.childCount()))]
        return found

    # -- what is shown

    def _told(self, key: Key) -> str:
        choice = choice_of(self._scenario, *key)
        if choice is None:
            return ""
        words = text(f"ui.assuming.project.{ON if choice.on else OFF}")
        return text("scenario.since", words=words, since=choice.since) if choice.since else words

    def _sift(self) -> None:
        """Hide what does not fit what is typed, or of which nothing is supposed."""
        wanted, chosen = matching.folded(self.search.text()), {c.project for c in _choices(self)}
        for at in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(at)
            assert item is not None
            id_ = item.data(0, _KEY)[0]
            fits = not wanted or wanted in self._spoken(id_)
            item.setHidden(not fits or (self.only.isChecked() and id_ not in chosen))
            if any(c.project == id_ and c.phase is not None for c in _choices(self)):
                item.setExpanded(True)
        if self.key is None:
            self._choose_first()

    def _choose_first(self) -> None:
        """Once the chosen row is hidden, the first that is seen is chosen."""
        for at in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(at)
            if item is not None and not item.isHidden():
                self.tree.setCurrentItem(item)
                return

    def _spoken(self, id_: str) -> str:
        assert self._atlas is not None
        project: Project = self._atlas.projects[id_]
        firm = self._atlas.enterprises.get(project.enterprise)
        owner = firm.name if firm else project.owner
        return matching.folded(f"{project.name} {owner} {project.county}")

    def _on_row(self) -> None:
        """The buttons say how the chosen row stands."""
        key = self.key
        for made in (*self.buttons.values(), self.since):
            made.setEnabled(key is not None)
        choice = choice_of(self._scenario, *key) if key else None
        code = PLAIN if choice is None else ON if choice.on else OFF
        self.buttons[code].setChecked(True)
        if not self.since.hasFocus():
            self.since.setText(choice.since if choice else "")

    @property
    def key(self) -> Key | None:
        """The row that is chosen."""
        item = self.tree.currentItem()
        if item is None or (item.parent() or item).isHidden():
            return None
        found: Key = item.data(0, _KEY)
        return found

    # -- what is asked

    def _choose(self, code: str) -> None:
        key = self.key
        self.trouble.setVisible(not self.since.is_sound)
        self.trouble.setText(text("ui.assuming.since.wrong"))
        if key is None or not self.since.is_sound:
            return
        assert self._atlas is not None
        choice = ProjectChoice(key[0], code == ON, key[1], self.since.value)
        name = project_words(self._atlas, choice)
        if code == PLAIN:
            change = partial(without_choice, project=key[0], phase=key[1])
            self.asked.emit(change, text("ui.step.project.back", name=name))
        else:
            change = partial(with_choice, choice=choice)
            self.asked.emit(change, text(f"ui.step.project.{code}", name=name))

    def _redate(self) -> None:
        """Another day for what is supposed already."""
        key = self.key
        choice = choice_of(self._scenario, *key) if key else None
        if choice is not None and choice.since != self.since.value:
            self._choose(ON if choice.on else OFF)


def _choices(section: ProjectsSection) -> tuple[ProjectChoice, ...]:
    return section._scenario.projects


def _phase(atlas: Atlas, number: int, phase: Phase) -> str:
    product = atlas.products.get(phase.product)
    return text(
        "ui.assuming.phase", number=number, product=product.label if product else phase.product
    )
