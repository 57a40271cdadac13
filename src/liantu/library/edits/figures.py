"""Verbs of projects: a figure that was missing and has been told."""

from __future__ import annotations

from liantu.library.edits.things import field_name
from liantu.library.edits.values import Values, changing, edit, name_of
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.numerals import plain
from liantu.wording import text

EXACT = 12
"""Significant digits of what was typed."""


def tell_figure(
    atlas: Atlas, project: str, key: str, amount: float, unit: str, said: str, day: str
) -> Edit:
    """Set a quantity (``investment``, ``land``, ``energy``, ``emissions``) of a project; its note
    keeps who ``said`` it and when (``day``, ISO), below what it says already.
    """
    told = f"{plain(amount, EXACT)}{unit}"
    name, field = name_of(atlas, "project", project), field_name("project", key)

    def alter(values: Values) -> None:
        values[key] = {"text": told, "amount": plain(amount, EXACT), "unit": unit}
        line = text("edit.figure.note", field=field, told=told, said=said, day=day)
        before = str(values.get("note", "")).rstrip()
        values["note"] = f"{before}{'' if not before or before.endswith('。') else '。'}{line}"

    label = text("edit.figure", name=name, field=field, told=told)
    return edit(label, changing("project", project, alter))
