"""编辑: what is changed, added or taken away of the data. The forms come with the first that is
opened: they need the reader of the files, for which the first frame must not wait.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import ModuleType

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from liantu.model.focus import MAP
from liantu.model.target import Target
from liantu.telling.line import Amend
from liantu.ui.parts import Parts
from liantu.ui.verbs.verb import Menu, Verb

CITING = ("chain", "enterprise", "project")
"""Kinds of what can be selected that have sources."""
NOTED = ("enterprise", "project")
"""Kinds of what can be selected that have a note."""


def forms() -> ModuleType:
    """The forms, imported late."""
    from liantu.ui.forms import opening  # noqa: PLC0415  YAML must not delay the first frame

    return opening


def edit_target(parts: Parts, target: Target) -> None:
    """All fields of a thing."""
    if not parts.bridge.block:
        forms().change(parts, target)


def edit_cell(parts: Parts, target: Target, key: str, where: QWidget, rect: QRect) -> None:
    """One field of a thing, in the cell of a list."""
    if not parts.bridge.block:
        forms().cell(parts, target, key, where, rect)


def remove_target(parts: Parts, target: Target) -> None:
    """Take a thing away, telling first what hangs on it."""
    if not parts.bridge.block:
        forms().remove(parts, target)


def add_capacity_to(parts: Parts, target: Target) -> None:
    """A capacity of an enterprise, or of a product whose maker is still to be chosen."""
    if not parts.bridge.block:
        firm = target.id if target.kind == "enterprise" else ""
        forms().capacity(parts, firm, target.id if target.kind == "product" else "")


def amend(parts: Parts, figure: Amend) -> None:
    """The capacity whose figure was pressed, where its amount is told."""
    if not parts.bridge.block:
        forms().amended(parts, figure.enterprise, figure.capacity)


def connect(parts: Parts) -> None:
    """Do what the map and what is told beside it ask for."""
    parts.map.joined.connect(partial(join, parts))
    parts.map.input_asked.connect(partial(change_input, parts))
    parts.map.carried.connect(partial(carry, parts))
    parts.map.amended.connect(partial(amend, parts))


def join(parts: Parts, supplied: str, consumer: str) -> None:
    """An input that was drawn on the map."""
    if not parts.bridge.block and supplied != consumer:
        forms().input_(parts, consumer, supplied)


def change_input(parts: Parts, act: str, supplied: str, consumer: str) -> None:
    """Change an input all in all (``edit``), take it away (``remove``), or give it a role."""
    from liantu.library.edits import products  # noqa: PLC0415  as above

    if act == "edit":
        join(parts, supplied, consumer)
        return
    atlas = parts.bridge.session.atlas
    if not parts.bridge.block and supplied in atlas.inputs_of(consumer):
        remove = products.remove_input
        made = (
            remove(atlas, consumer, supplied)
            if act == "remove"
            else products.set_role(atlas, consumer, supplied, act)
        )
        parts.bridge.edit(made)


def carry(parts: Parts, product: str, stage: str, group: str) -> None:
    """A card that was carried to another 细分环节."""
    from liantu.library.edits import chains  # noqa: PLC0415  as above

    if not parts.bridge.block:
        chain, atlas = parts.selection.focus.chain, parts.bridge.session.atlas
        parts.bridge.edit(chains.move_to_group(atlas, chain, product, stage, group))


# -- whether there is something to change


def can_edit(parts: Parts) -> bool:
    """Whether the data can be changed now."""
    return not parts.bridge.block


def target_of(parts: Parts) -> Target | None:
    """The thing that is selected, else the chain of the map."""
    focus = parts.selection.focus
    if focus.target is not None:
        return focus.target if parts.reading.atlas.has(focus.target) else None
    chain = focus.chain if focus.page == MAP else ""
    return Target("chain", chain) if chain in parts.reading.atlas.chains else None


def _on(*kinds: str) -> Callable[[Parts], bool]:
    def enabled(parts: Parts) -> bool:
        found = target_of(parts) if can_edit(parts) else None
        return found is not None and (not kinds or found.kind in kinds)

    return enabled


def _in_chain(parts: Parts) -> bool:
    """Whether a product that the chain of the map shows is selected."""
    focus = parts.selection.focus
    known = parts.reading.atlas.chains_of.get(focus.product, ())
    return can_edit(parts) and focus.page == MAP and focus.chain in known


def _has_chain(parts: Parts) -> bool:
    focus = parts.selection.focus
    return can_edit(parts) and focus.page == MAP and focus.chain in parts.reading.atlas.chains


def is_key(parts: Parts) -> bool:
    """Whether the selected product is a key link of the chain."""
    focus = parts.selection.focus
    chain = parts.reading.atlas.chains.get(focus.chain)
    return chain is not None and any(link.product == focus.product for link in chain.key)


def leads(parts: Parts) -> bool:
    """Whether the selected enterprise is a 链主 of the chain."""
    focus = parts.selection.focus
    chain = parts.reading.atlas.chains.get(focus.chain)
    return chain is not None and focus.enterprise in chain.leads


# -- the verbs


def edit_thing(parts: Parts) -> None:
    """All fields of what is selected."""
    if found := target_of(parts):
        edit_target(parts, found)


def delete_thing(parts: Parts) -> None:
    """Take what is selected away."""
    if found := parts.selection.focus.target:
        remove_target(parts, found)


def edit_note(parts: Parts) -> None:
    """The note of what is selected."""
    if found := target_of(parts):
        forms().note(parts, found)


def edit_source(parts: Parts) -> None:
    """The sources of what is selected."""
    if found := target_of(parts):
        forms().sources(parts, found)


def edit_standing(parts: Parts) -> None:
    """What the office holds of the selected product."""
    forms().standing(parts, parts.selection.focus.product)


def edit_capacity(parts: Parts) -> None:
    """A capacity of what is selected."""
    if found := target_of(parts):
        add_capacity_to(parts, found)


def edit_project(parts: Parts) -> None:
    """A project of what is selected."""
    focus = parts.selection.focus
    forms().project(parts, focus.enterprise, focus.product, focus.chain)


def edit_input(parts: Parts) -> None:
    """An input of the selected product, chosen by search."""
    forms().input_(parts, parts.selection.focus.product)


def edit_draw(parts: Parts) -> None:
    """An input of the selected product, to be clicked on the map."""
    parts.map.begin_drawing()


def edit_between(parts: Parts) -> None:
    """A product that is made of the selected one."""
    focus = parts.selection.focus
    forms().between(parts, focus.chain, focus.product)


def edit_key(parts: Parts) -> None:
    """The selected product as a key link of the chain, or no longer."""
    from liantu.library.edits import chains  # noqa: PLC0415  as above

    focus = parts.selection.focus
    if is_key(parts):
        atlas = parts.bridge.session.atlas
        parts.bridge.edit(chains.set_key(atlas, focus.chain, focus.product, False))
    else:
        forms().key_link(parts, focus.chain, focus.product)


def edit_lead(parts: Parts) -> None:
    """The selected enterprise as a 链主 of the chain, or no longer."""
    from liantu.library.edits import firms  # noqa: PLC0415  as above

    focus, atlas = parts.selection.focus, parts.bridge.session.atlas
    parts.bridge.edit(firms.set_lead(atlas, focus.chain, focus.enterprise, not leads(parts)))


def edit_move(parts: Parts) -> None:
    """Another place in the chain for the selected product."""
    forms().move(parts, parts.selection.focus.chain, parts.selection.focus.product)


def new_product(parts: Parts) -> None:
    """A product of the chain of the map."""
    forms().between(parts, parts.selection.focus.chain)


def new_enterprise(parts: Parts) -> None:
    """An enterprise."""
    forms().new(parts, "enterprise")


def new_source(parts: Parts) -> None:
    """A source."""
    forms().new(parts, "source")


def _verb(
    run: Callable[[Parts], None],
    enabled: Callable[[Parts], bool],
    *,
    keys: tuple[str, ...] = (),
    apart: bool = False,
    checked: Callable[[Parts], bool] | None = None,
) -> Verb:
    return Verb(
        id=run.__name__,
        menu=Menu.EDIT,
        run=run,
        keys=keys,
        apart=apart,
        enabled=enabled,
        checked=checked,
    )


VERBS = (
    _verb(edit_thing, _on(), keys=("F2",), apart=True),
    _verb(edit_between, _in_chain, apart=True),
    _verb(edit_input, _on("product")),
    _verb(edit_draw, _in_chain),
    _verb(edit_capacity, _on("product", "enterprise")),
    _verb(edit_project, _on("product", "enterprise", "chain")),
    _verb(edit_source, _on(*CITING)),
    _verb(edit_note, _on(*NOTED)),
    _verb(edit_standing, _on("product"), apart=True),
    _verb(edit_key, _in_chain, checked=is_key),
    _verb(edit_lead, _on("enterprise"), checked=leads),
    _verb(edit_move, _in_chain),
    _verb(new_product, _has_chain, apart=True),
    _verb(new_enterprise, can_edit),
    _verb(new_source, can_edit),
    _verb(delete_thing, _on("product", "enterprise", "project"), apart=True),
)
ON_CARD = ("edit_thing",)
"""Verbs in the menu of a card."""
MORE_ON_CARD = (
    *("edit_between", "edit_input", "edit_draw", "edit_capacity", "edit_project"),
    *("edit_standing", "edit_key", "edit_move", "delete_thing"),
)
"""Verbs in the menu 增改 of a card: with them its own would not fit a small screen."""
IN_INSPECTOR = (
    *("edit_thing", "edit_capacity", "edit_project", "edit_input", "edit_source", "edit_note"),
    *("edit_standing", "edit_lead", "delete_thing"),
)
"""Verbs below what is told of a thing; the first one as a button of its own."""
