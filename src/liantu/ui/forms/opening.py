"""Opens forms over the window, and lets what they make be seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from liantu.library.editing import RefusedError
from liantu.library.plain import ids
from liantu.model import Atlas, Capacity
from liantu.model.edits import Edit
from liantu.model.focus import MAP, PLAN, POOL
from liantu.model.target import Target
from liantu.ui.forms import ledgers, links, subjects
from liantu.ui.forms.cell import CellEditor, field_of
from liantu.ui.forms.form import Form
from liantu.ui.forms.knowing import Known
from liantu.ui.forms.removing import Removal
from liantu.ui.forms.several import PickList, Told
from liantu.ui.forms.subject import Subject
from liantu.ui.parts import Parts
from liantu.ui.seen import looking


def open_form(parts: Parts, subject: Subject) -> Form:
    """Show a form; what it makes goes to the bridge, and is selected once it is there."""
    bridge = parts.bridge
    form = Form(subject, Known(bridge.session.atlas, parts.search.index), parts.shell)
    form.confirmed.connect(bridge.edit)
    bridge.refused.connect(form.refuse)
    bridge.blocked.connect(form.block)
    bridge.stepped.connect(form.close_taken)
    if subject.target is not None and not there(bridge.session.atlas, subject.target):
        form.taken.connect(partial(_select_once, parts, subject.target))
    form.show()
    return form


def _select_once(parts: Parts, target: Target) -> None:
    once = Qt.ConnectionType.SingleShotConnection
    parts.bridge.revised.connect(lambda _before: _select(parts, target), once)


def _select(parts: Parts, target: Target) -> None:
    """Look at a new thing where the map is seen, and at a project among the others; elsewhere the
    page stays.
    """
    reading, focus = parts.reading, parts.selection.focus
    if not there(reading.atlas, target):
        return
    if (focus.page, focus.plan, target.kind) == (PLAN, POOL, "project"):
        parts.selection.go(replace(focus, target=target))
    if focus.page != MAP:
        return
    if target.kind == "product" and focus.chain in reading.atlas.chains_of.get(target.id, ()):
        parts.selection.go(replace(focus, fold="", box="").picked(target))
    else:
        parts.selection.go(looking.follow(reading, focus, target))


def there(atlas: Atlas, target: Target) -> bool:
    """Whether the data hold what is meant."""
    return target.id in ids(atlas, target.kind)


def change(parts: Parts, target: Target) -> None:
    """All fields of a thing."""
    _open(parts, lambda atlas: subjects.change(atlas, target.kind, target.id))


def cell(parts: Parts, target: Target, key: str, where: QWidget, rect: QRect) -> None:
    """One field of a thing, in the cell that shows it; one that is told otherwise in a form."""
    try:
        atlas = parts.bridge.session.atlas
        subject = subjects.change(atlas, target.kind, target.id, keys=(key,))
    except (RefusedError, KeyError):
        return
    known = Known(atlas, parts.search.index)
    field = field_of(subject, known)
    if field is None or isinstance(field, Told | PickList):
        open_form(parts, subject)
        return
    editor = CellEditor(subject, field, known, where, rect)
    editor.confirmed.connect(parts.bridge.edit)
    parts.bridge.refused.connect(editor.refuse)
    parts.bridge.stepped.connect(editor.close_taken)


def note(parts: Parts, target: Target) -> None:
    """Its note."""
    _open(parts, lambda atlas: subjects.note(atlas, target.kind, target.id))


def sources(parts: Parts, target: Target) -> None:
    """Its sources."""
    _open(parts, lambda atlas: subjects.sources(atlas, target.kind, target.id))


def standing(parts: Parts, product: str) -> None:
    """What the office holds of a product."""
    _open(parts, lambda atlas: subjects.standing(atlas, product))


def new(parts: Parts, kind: str, values: Mapping[str, Any] | None = None) -> None:
    """A thing that is not there yet; ``values`` are proposed."""
    _open(parts, lambda atlas: subjects.new(atlas, kind, values))


def of_visit(parts: Parts, visit: str, values: Mapping[str, Any]) -> None:
    """A finding that a visit made."""
    _open(parts, lambda atlas: ledgers.from_visit(atlas, visit, values))


def project(parts: Parts, firm: str, product: str, chain: str) -> None:
    """A project of what is looked at."""
    _open(parts, lambda atlas: subjects.project(atlas, firm, product, chain))


def capacity(parts: Parts, firm: str, product: str) -> None:
    """A new capacity."""
    _open(parts, lambda atlas: links.capacity(atlas, firm, product))


def amended(parts: Parts, firm: str, item: Capacity) -> None:
    """A capacity that is told already."""
    _open(parts, lambda atlas: links.amended(atlas, firm, item))


def input_(parts: Parts, consumer: str, supplied: str = "") -> None:
    """An input, new or told already."""
    _open(parts, lambda atlas: links.input_(atlas, consumer, supplied))


def between(parts: Parts, chain: str, up: str = "", down: str = "") -> None:
    """A new product of a chain."""
    _open(parts, lambda atlas: links.between(atlas, chain, up, down))


def key_link(parts: Parts, chain: str, product: str) -> None:
    """A key link with its reasons."""
    _open(parts, lambda atlas: links.key_link(atlas, chain, product))


def move(parts: Parts, chain: str, product: str) -> None:
    """The place of a product in a chain."""
    _open(parts, lambda atlas: links.move(atlas, chain, product))


def remove(parts: Parts, target: Target) -> None:
    """Tell what hangs on a thing, and take it away where that is wanted."""
    atlas = parts.bridge.session.atlas
    if not there(atlas, target):
        return
    dialog = Removal(atlas, target.kind, target.id, parts.shell)
    dialog.confirmed.connect(partial(_remove, parts, target))
    dialog.show()


def _remove(parts: Parts, target: Target, edit: Edit) -> None:
    if parts.selection.focus.target == target and parts.selection.focus.page == MAP:
        parts.selection.pick(None)
    parts.bridge.edit(edit)


def _open(parts: Parts, subject: Callable[[Atlas], Subject]) -> None:
    """Open a form where what it tells of is still there."""
    try:
        made = subject(parts.bridge.session.atlas)
    except (RefusedError, KeyError, ValueError):
        return
    open_form(parts, made)
