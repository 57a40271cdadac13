"""清单模板: which sheets an office hands in together, with which titles and columns."""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout

from liantu.library.tuning import free_template_id, template_values, with_template
from liantu.model import SHEET_LISTS, Atlas
from liantu.model.edits import Edit
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.lists.templates import templates
from liantu.ui.dialogs.settings.parts import SettingsPage
from liantu.ui.dialogs.settings.rows import DOWN, UP, Rows, moved
from liantu.ui.dialogs.settings.sheet_form import SheetForm
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.text import label
from liantu.wording import text

LONGEST = 120
"""Characters of a name that the format takes."""


class TemplatesPage(SettingsPage):
    """``edited`` carries an :class:`Edit` of the folder."""

    name = "templates"
    edited = Signal(object)

    def __init__(self, atlas: Atlas) -> None:
        super().__init__()
        self._atlas, self._id = atlas, ""
        self._all: dict[str, dict[str, Any]] = {}
        self.sets = Rows(text("ui.settings.templates"))
        self.sheets = Rows(text("ui.settings.sheets"))
        self.title = QLineEdit()
        self.title.setMaxLength(LONGEST)
        self.title.setAccessibleName(text("ui.settings.template.name"))
        self.default = QCheckBox(text("ui.settings.template.default"))
        self.superior = QCheckBox(text("ui.settings.template.superior"))
        self.sheet = SheetForm()
        self._assemble()
        self._connect()
        self.show_atlas(atlas)

    def show_atlas(self, atlas: Atlas) -> None:
        """Show what a folder says, without an edit of it."""
        self._atlas = atlas
        found = {id_: template_values(item) for id_, item in templates(atlas).items()}
        if found != self._all:
            self._all = found
            self._show(self._id, self.sheets.at)

    # -- what is shown

    def _show(self, id_: str, sheet: int = 0) -> None:
        ids = list(self._all)
        self._id = id_ if id_ in self._all else ids[0]
        names = [
            text("ui.settings.template.first", name=one["name"]) if at == 0 else str(one["name"])
            for at, one in enumerate(self._all.values())
        ]
        self.sets.show_rows(names, ids.index(self._id))
        own = self._all[self._id]
        if self.title.text() != own["name"]:
            self.title.setText(own["name"])
        self.default.setChecked(own.get("default") == "yes")
        self.superior.setChecked(own.get("superior") == "yes")
        self._show_sheets(sheet)

    def _show_sheets(self, at: int) -> None:
        found = self._own_sheets()
        self.sheets.show_rows([one["title"] for one in found], at)
        self._show_sheet(self.sheets.at)

    def _show_sheet(self, at: int) -> None:
        found = self._own_sheets()
        self.sheet.show_sheet(found[at] if 0 <= at < len(found) else None)

    def _own_sheets(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._all[self._id].get("sheets", [])
        return found

    # -- whole templates

    def _choose(self, at: int) -> None:
        self._show(list(self._all)[at])

    def _add(self) -> None:
        sheet = {"title": LISTS["fill"].title, "list": "fill"}
        self._put_new({"name": text("ui.settings.template.new"), "sheets": [sheet]})

    def _copy(self) -> None:
        values = deepcopy(self._all[self._id])
        values.pop("default", None)
        values["name"] = text("ui.settings.template.copy", name=values["name"])[:LONGEST]
        self._put_new(values)

    def _put_new(self, values: dict[str, Any]) -> None:
        id_ = free_template_id(self._atlas)
        while id_ in self._all:  # one that was added just now
            id_ += "b"
        self._all[id_] = values
        self._tell(id_, text("ui.settings.step.template.add", name=values["name"]))
        self._show(id_)

    def _remove(self) -> None:
        name = self._all.pop(self._id)["name"]
        told = text("ui.settings.step.template.remove", name=name)
        self.edited.emit(Edit(told, partial(with_template, id_=self._id, values=None)))
        self._all = self._all or {
            id_: template_values(item)
            for id_, item in templates(with_template(self._atlas, self._id, None)).items()
        }
        self._show("")

    def restore(self) -> None:
        """Nothing but what the program offers where a folder has no templates."""

        def change(atlas: Atlas) -> Atlas:
            for id_ in atlas.library.lists:
                atlas = with_template(atlas, id_, None)
            return atlas

        self.edited.emit(Edit(text("ui.settings.step.template.usual"), change))

    # -- inside a template

    def _rename(self, words: str) -> None:
        name = words.strip()
        self.tell("" if name else text("ui.settings.template.unnamed"))
        if name:
            self._change({"name": name}, "name")
            self.sets.list.item(self.sets.at).setText(name)

    def _flag(self, key: str, on: bool) -> None:
        for one in self._all.values() if key == "default" else ():
            one.pop("default", None)
        self._all[self._id].pop(key, None)
        self._change({key: "yes"} if on else {}, key)

    def _add_sheet(self) -> None:
        used = {one["list"] for one in self._own_sheets()}
        kind = next((id_ for id_ in SHEET_LISTS if id_ not in used), SHEET_LISTS[0])
        at = self.sheets.at + 1
        found = self._own_sheets()
        self._put_sheets([*found[:at], {"title": LISTS[kind].title, "list": kind}, *found[at:]], at)

    def _remove_sheet(self) -> None:
        found, at = self._own_sheets(), self.sheets.at
        if len(found) > 1:
            self._put_sheets([*found[:at], *found[at + 1 :]], at)
        else:
            self.tell(text("ui.settings.template.last"))

    def _move_sheet(self, by: int) -> None:
        self._put_sheets(moved(self._own_sheets(), self.sheets.at, by), self.sheets.at + by)

    def _on_sheet(self, values: dict[str, Any], what: str) -> None:
        found, at = list(self._own_sheets()), self.sheets.at
        if not 0 <= at < len(found):
            return
        found[at] = values
        self._change({"sheets": found}, f"sheet.{at}.{what}" if what == "title" else "")
        self.sheets.list.item(at).setText(values["title"])

    def _put_sheets(self, found: list[dict[str, Any]], at: int) -> None:
        self.tell("")
        if found != self._own_sheets():
            self._change({"sheets": found}, "")
            self._show_sheets(at)

    def _change(self, values: dict[str, Any], key: str) -> None:
        self._all[self._id] = {**self._all[self._id], **values}
        told = text("ui.settings.step.template", name=self._all[self._id]["name"])
        self._tell(self._id, told, f"list.{self._id}.{key}" if key else "")

    def _tell(self, id_: str, told: str, merge: str = "") -> None:
        values = deepcopy(self._all[id_])
        self.edited.emit(Edit(told, partial(with_template, id_=id_, values=values), merge))

    # -- building

    def _assemble(self) -> None:
        self.sets.take_buttons(
            ("ui.settings.add", self._add),
            ("ui.settings.copy", self._copy),
            ("ui.settings.remove", self._remove),
        )
        self.sheets.take_buttons(
            ("ui.settings.add", self._add_sheet),
            ("ui.settings.remove", self._remove_sheet),
            ("ui.settings.up", lambda: self._move_sheet(UP)),
            ("ui.settings.down", lambda: self._move_sheet(DOWN)),
        )
        middle = QVBoxLayout()
        middle.addWidget(label(text("ui.settings.template.name"), "secondary"))
        middle.addWidget(self.title)
        middle.addWidget(self.default)
        middle.addWidget(self.superior)
        middle.addWidget(label(text("ui.settings.sheets"), "secondary"))
        middle.addWidget(self.sheets, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.sets, 3)
        row.addLayout(middle, 4)
        row.addWidget(self.sheet, 4)
        self.body.addLayout(row, 1)
        reset = button(text("ui.settings.template.usual"), self.restore)
        self.foot.addWidget(reset)
        self.foot.addStretch(1)

    def _connect(self) -> None:
        self.sets.chosen.connect(self._choose)
        self.sheets.chosen.connect(self._show_sheet)
        self.title.textEdited.connect(self._rename)
        self.default.clicked.connect(lambda on: self._flag("default", on))
        self.superior.clicked.connect(lambda on: self._flag("superior", on))
        self.sheet.changed.connect(self._on_sheet)
