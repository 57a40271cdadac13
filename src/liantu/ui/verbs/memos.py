"""便签: a note for a meeting about what is looked at."""

from __future__ import annotations

import datetime

from liantu.ui.parts import Parts
from liantu.ui.verbs.change import can_edit, forms, target_of
from liantu.ui.verbs.verb import Menu, Verb

_ABOUT = ("product", "enterprise", "chain")


def add_memo(parts: Parts) -> None:
    """A note about what is selected, else about the chain of the map; written today, still to be
    talked over.
    """
    found = target_of(parts)
    if found is None or not can_edit(parts):
        return
    chain = parts.selection.focus.chain
    values = {found.kind: found.id, "state": "open", "date": datetime.date.today().isoformat()}
    if found.kind == "product" and chain in parts.reading.atlas.chains_of.get(found.id, ()):
        values["chain"] = chain
    forms().new(parts, "memo", values)


def can_add(parts: Parts) -> bool:
    """Whether something is selected that a note can be about."""
    found = target_of(parts)
    return can_edit(parts) and found is not None and found.kind in _ABOUT


VERBS = (
    Verb(id="memo_add", menu=Menu.EDIT, run=add_memo, keys=("Ctrl+Shift+N",), enabled=can_add),
)
ON_CARD = ("memo_add",)
"""Verbs in the menu of a card."""
IN_INSPECTOR = ("memo_add",)
"""Verbs below what is told of a thing."""
