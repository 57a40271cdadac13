"""Forms about what joins things: capacities, inputs, a product between two, places in a chain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liantu.library.editing import Draft, new_id
from liantu.library.edits import chains, firms, products
from liantu.library.edits.products import Link, NewProduct
from liantu.library.edits.values import name_of, values_of
from liantu.library.fields.format import CAPACITY, INPUT
from liantu.library.fields.judgement_fields import KEY_LINK
from liantu.library.parsing.convert import (
    ChoiceValue,
    FlagValue,
    IdValue,
    ListValue,
    NumberValue,
    TextValue,
)
from liantu.library.parsing.record import Field, Record
from liantu.library.plain import plain
from liantu.model import Atlas, Basis, Capacity
from liantu.model.edits import Edit
from liantu.model.target import Target
from liantu.ui.forms.subject import Filled, Path, Subject
from liantu.wording import text

Values = Mapping[str, Any]

_COEFFICIENT = NumberValue(above=0)
BETWEEN = Record(
    "between",
    dict,
    (
        Field("name", TextValue(120), required=True),
        Field("unit", TextValue(60), required=True),
        Field("stage", IdValue(), required=True),
        Field("group", TextValue(60)),
        Field("up", IdValue("product")),
        Field("up_per_unit", _COEFFICIENT),
        Field("up_basis", ChoiceValue(Basis)),
        Field("down", IdValue("product")),
        Field("down_per_unit", _COEFFICIENT),
        Field("down_basis", ChoiceValue(Basis)),
        Field("instead", FlagValue()),
        Field("source", ListValue(IdValue("source"))),
    ),
)
"""A new product of a chain with what it is made of and who takes it."""
MOVE = Record(
    "move",
    dict,
    (
        Field("stage", IdValue(), required=True),
        Field("group", TextValue(60)),
        Field("new_group", TextValue(60)),
    ),
)
"""Where a product stands in a chain."""


def capacity(atlas: Atlas, firm: str, product: str) -> Subject:
    """A new capacity of a firm, which may still be chosen."""

    def whole(now: Atlas, told: Values, key: str) -> tuple[Draft, Path]:
        values = plain(now, "enterprise", firm or key) or {}
        rows = list(values.get("capacities", []))
        values["capacities"] = [*rows, dict(told)]
        return Draft("enterprise", firm or key, values), ("capacities", len(rows))

    def make(now: Atlas, filled: Filled) -> Edit:
        return firms.add_capacity(now, firm or filled.key, filled.values, filled.also)

    name = name_of(atlas, "enterprise", firm) or name_of(atlas, "product", product)
    return Subject(
        title=text("ui.form.title.capacity", name=name),
        record=CAPACITY,
        values=_of_product(atlas, product),
        whole=whole,
        make=make,
        keyed_by="" if firm else "enterprise",
        hint=text("ui.form.hint.capacity"),
    )


def amended(atlas: Atlas, firm: str, item: Capacity) -> Subject:
    """A capacity that is told already, its amount first. Raises ``RefusedError`` where the firm is
    gone, ``ValueError`` where it says something else by now.
    """
    values = values_of(atlas, "enterprise", firm)
    at = atlas.enterprises[firm].capacities.index(item)
    before = values["capacities"][at]

    def whole(now: Atlas, told: Values, _key: str) -> tuple[Draft, Path]:
        around = plain(now, "enterprise", firm) or {}
        rows = list(around.get("capacities", []))
        around["capacities"] = [dict(told) if row == before else row for row in rows]
        return Draft("enterprise", firm, around), ("capacities", at)

    def make(now: Atlas, filled: Filled) -> Edit:
        return firms.change_capacity(now, firm, before, filled.values, filled.also)

    names = {
        "firm": name_of(atlas, "enterprise", firm),
        "product": name_of(atlas, "product", item.product),
    }
    return Subject(
        title=text("ui.form.title.amend", **names),
        record=CAPACITY,
        values=before,
        whole=whole,
        make=make,
        hint=text("ui.form.hint.capacity"),
        first="amount",
    )


def input_(atlas: Atlas, consumer: str, supplied: str = "") -> Subject:
    """An input of a product, as it is told already or new."""
    start = _told_input(atlas, consumer, supplied)

    def whole(now: Atlas, told: Values, key: str) -> tuple[Draft, Path]:
        values = products.taking(values_of(now, "product", consumer), Link(key, told))
        route = next(r for r, one in values["routes"].items() if key in one.get("inputs", {}))
        return Draft("product", consumer, values), ("routes", route, "inputs", key)

    def make(now: Atlas, filled: Filled) -> Edit:
        link = Link(filled.key, filled.values)
        return products.add_input(now, consumer, link, also=filled.also)

    name = name_of(atlas, "product", consumer)
    title = text("ui.form.title.input", name=name)
    if supplied:
        words = name_of(atlas, "product", supplied)
        title = text("ui.form.title.input.change", input=words, name=name)
    return Subject(
        title=title,
        record=INPUT,
        values=start,
        whole=whole,
        make=make,
        keyed_by="product",
        key=supplied,
        hint=text("ui.form.hint.input", name=name),
    )


def between(atlas: Atlas, chain: str, up: str = "", down: str = "") -> Subject:
    """A new product of a chain, where known between two."""
    id_ = new_id(atlas, "product")
    start = _placed(atlas, chain, down or up) | {"chain": chain, "up": up, "down": down}
    start |= {"up_basis": "estimate", "down_basis": "estimate"}
    if up in atlas.products:
        start["unit"] = atlas.products[up].unit

    def draft(now: Atlas, told: Values, _key: str) -> tuple[Draft, Path]:
        new = _new_product(now, id_, chain, told)
        values = dict(new.values)
        for link in new.takes:
            values = products.taking(values, link)
        return Draft("product", id_, values, chain), ()

    def make(now: Atlas, filled: Filled) -> Edit:
        new = _new_product(now, id_, chain, filled.values)
        return products.make_product(now, new, filled.also)

    return Subject(
        title=text("ui.form.title.between"),
        record=BETWEEN,
        values={key: value for key, value in start.items() if value},
        whole=draft,
        make=make,
        hint=text("ui.form.hint.between"),
        target=Target("product", id_),
        lacking=lambda told: () if told.get("stage") else ("stage",),
        field_of=lambda path: "up_per_unit" if path[0] == "routes" else str(path[0]),
    )


def key_link(atlas: Atlas, chain: str, product: str) -> Subject:
    """What a product is for a chain as its key link, and why."""
    links = (values_of(atlas, "chain", chain)).get("key", [])
    told = (one for one in links if isinstance(one, dict) and one["product"] == product)
    start = next(told, {"product": product})

    def whole(now: Atlas, values: Values, _key: str) -> tuple[Draft, Path]:
        held = values_of(now, "chain", chain)
        rows = list(held.get("key", []))
        held["key"] = [*rows, {**values, "product": product}]
        return Draft("chain", chain, held), ("key", len(rows))

    def make(now: Atlas, filled: Filled) -> Edit:
        kind, why = (str(filled.values.get(key, "")) for key in ("kind", "why"))
        return chains.set_key(now, chain, product, kind=kind, why=why)

    return Subject(
        title=text("ui.form.title.key", name=name_of(atlas, "product", product)),
        record=KEY_LINK.record,
        values=start,
        whole=whole,
        make=make,
        keys=("kind", "why"),
        fresh=True,
        hint=text("ui.form.hint.key"),
    )


def move(atlas: Atlas, chain: str, product: str) -> Subject:
    """The stage and the 细分环节 of a product in a chain."""

    def whole(now: Atlas, _values: Values, _key: str) -> tuple[Draft, Path]:
        return Draft("chain", chain, values_of(now, "chain", chain)), ("moved",)

    def make(now: Atlas, filled: Filled) -> Edit:
        told = filled.values
        group = str(told.get("new_group") or told.get("group", ""))
        return chains.move_to_group(now, chain, product, str(told["stage"]), group)

    return Subject(
        title=text("ui.form.title.move", name=name_of(atlas, "product", product)),
        record=MOVE,
        values=_placed(atlas, chain, product) | {"chain": chain},
        whole=whole,
        make=make,
        hint=text("ui.form.hint.move"),
        lacking=lambda told: () if told.get("stage") else ("stage",),
    )


def _of_product(atlas: Atlas, product: str) -> dict[str, Any]:
    """What a capacity of a product begins with; empty where the product is still to be chosen."""
    found = atlas.products.get(product)
    return {"product": found.id, "unit": found.unit} if found else {}


def _told_input(atlas: Atlas, consumer: str, supplied: str) -> dict[str, Any]:
    """What is said of an input already; of a new one the unit of the supplied product."""
    values = values_of(atlas, "product", consumer)
    for route in values.get("routes", {}).values():
        if supplied in route.get("inputs", {}):
            return dict(route["inputs"][supplied])
    found = atlas.products.get(supplied)
    return {"basis": "estimate"} | ({"unit": found.base_unit} if found else {})


def _placed(atlas: Atlas, chain: str, product: str) -> dict[str, Any]:
    """Where a product stands in a chain; empty where it does not."""
    found = atlas.chains[chain]
    stage = next((m.stage for m in found.members() if m.product == product), "")
    groups = (g.name for g in found.groups if product in g.products and g.stage == stage)
    return {"stage": stage, "group": next(groups, "")}


def _new_product(atlas: Atlas, id_: str, chain: str, told: Values) -> NewProduct:
    values = {key: told[key] for key in ("name", "unit") if told.get(key)}
    library, unit = atlas.library, str(told.get("unit", ""))
    base = library.units.get(unit, ("t", 1.0))[0]
    up, down = str(told.get("up", "")), str(told.get("down", ""))
    found = atlas.products.get(up)
    cited = {"source": told["source"]} if told.get("source") else {}
    takes = _link(up, told, "up", found.base_unit if found else base, cited)
    gives = _link(down, told, "down", base, cited)
    instead = (up,) if told.get("instead") and takes and gives else ()
    return NewProduct(
        id=id_,
        values=values,
        chain=chain,
        stage=str(told.get("stage", "")),
        group=str(told.get("group", "")),
        takes=takes,
        gives=gives,
        instead=instead,
    )


def _link(product: str, told: Values, side: str, unit: str, cited: Values) -> tuple[Link, ...]:
    amount = told.get(f"{side}_per_unit")
    if not product or not amount:
        return ()
    basis = told.get(f"{side}_basis") or "estimate"
    return (Link(product, {"per_unit": amount, "unit": unit, "basis": basis, **cited}),)
