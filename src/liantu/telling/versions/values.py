"""Keys and values of files in the words of the office: references as names, codes as words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from liantu.model import Atlas
from liantu.telling.names import brief
from liantu.wording import table, text

SHORT = 24
"""Characters up to which a text is told in full."""
MOST = 3
"""Names that a list tells."""
_REFERS = {
    "product": frozenset(
        (
            *("product", "products", "except", "trunk", "inputs", "byproducts", "members", "key"),
            *("outside", "fold"),
        )
    ),
    "enterprise": frozenset({"enterprise", "leads", "supplier", "customer", "substitutes", "firm"}),
    "chain": frozenset({"chain", "chains"}),
    "source": frozenset({"source"}),
    "project": frozenset({"project", "projects", "requires", "excludes"}),
    "figure": frozenset({"headline", "registered"}),
    "scenario": frozenset({"scenario"}),
}
_INNER = {
    "capacities": "capacity",
    "phases": "phase",
    "routes": "route",
    "inputs": "input",
    "byproducts": "byproduct",
    "honours": "honour",
    "flags": "flag",
    "gate": "product_gate",
    "scale_min": "scale",
    "cost": "cost",
    "barrier": "barrier",
    "key": "key_link",
    "groups": "group",
    "lines": "line",
    "plan": "plan_text",
    "unmapped": "unmapped",
    "drill": "drill",
    "shocks": "shock",
    "measures": "measure",
    "steps": "step",
    **{board: board for board in ("fill", "extend", "strong")},
    **dict.fromkeys(
        (
            *("investment", "invested", "revenue", "profit_tax", "profit", "tax"),
            *("land", "energy", "emissions"),
        ),
        "quantity",
    ),
}
_FAILING = ("enterprise", "outside", "county")
_KIND = {key: kind for kind, keys in _REFERS.items() for key in keys}
_WORDS = {
    "status": "ui.status",
    "state": "ui.project.state",
    "mode": "ui.mode",
    "basis": "ui.basis",
    "role": "standing.role",
    "effect": "standing.effect",
}


def key_word(kind: str, key: str) -> str:
    """The name of a key of a kind of thing."""
    own = (
        f"version.field.{kind}.{key}",
        f"ui.field.{kind}.{key}",
        f"standing.criterion.{kind}.{key}",
    )
    codes = (*own, f"ui.field.{key}", f"version.field.{key}", f"ui.column.{key}")
    return next((text(code) for code in codes if code in table()), key)


def inner(kind: str, key: str) -> str:
    """The kind of the items or the mapping under a key of a kind of thing."""
    return _INNER.get(key, kind)


def kind_word(kind: str) -> str:
    """企业, 环节, 项目 …"""
    return text("version.settings") if kind == "library" else text(f"library.kind.{kind}")


class Names:
    """The names of things in two atlases, the newer first."""

    def __init__(self, after: Atlas, before: Atlas) -> None:
        self._atlases = (after, before)

    def of(self, kind: str, id_: str) -> str:
        """How a thing is called; its id where neither atlas has it."""
        return next((name for a in self._atlases if (name := _name(a, kind, id_))), id_)

    def value(self, key: str, value: Any, *, whole: bool = False) -> str:
        """A scalar under a key: a name, a word, 是/否, or a text, in short unless ``whole``."""
        told = str(value)
        if key in _KIND:
            return self.of(_KIND[key], told)
        code = f"{_WORDS.get(key, '')}.{told}"
        if code in table():
            return text(code)
        if key == "answer" and f"version.answer.{told}" in table():
            return text(f"version.answer.{told}")
        if told in ("yes", "no"):
            return text(f"version.{told}")
        return told if whole or len(told) <= SHORT else f"{told[: SHORT - 1]}…"

    def item(self, key: str, item: Any) -> str:
        """What an item of a list is about."""
        if not isinstance(item, Mapping):
            return self.value(key, item)
        if key == "measures":
            return text(f"scenario.measure.{item['kind']}")
        if key == "shocks" and "product" not in item:
            told = next((one for one in _FAILING if one in item), "")
            return self.value(told, item.get(told, ""))
        if "product" in item:
            return self.of("product", str(item["product"]))
        naming = ("name", "title", "claim", "text", "level", "stage", "item", "kind")
        found = next((str(item[one]) for one in naming if one in item), "")
        return found if len(found) <= SHORT else f"{found[: SHORT - 1]}…"

    def keyed(self, key: str, id_: str, value: Any) -> str:
        """The name of an entry of a mapping under a key (inputs, routes, units)."""
        if key in _KIND:
            return self.of(_KIND[key], id_)
        if isinstance(value, Mapping) and "name" in value:
            return str(value["name"])
        return id_


def some(names: Sequence[str], most: int = MOST) -> str:
    """``甲、乙、丙 等 5 项``."""
    shown = "、".join(names[:most])
    return text("version.more", names=shown, count=len(names)) if len(names) > most else shown


def amount_word(item: Mapping[str, Any]) -> str:
    """An amount with its unit; 不详 where it is not known."""
    if "amount" not in item:
        return text("version.unknown")
    return text("ui.amount", number=item["amount"], unit=item.get("unit", "")).strip()


def _name(atlas: Atlas, kind: str, id_: str) -> str:
    if kind == "enterprise":
        firm = atlas.enterprises.get(id_)
        return brief(firm) if firm else ""
    if kind in ("product", "chain"):
        found = (atlas.products if kind == "product" else atlas.chains).get(id_)
        return found.label if found else ""
    if kind == "library":
        return text("version.settings")
    if kind in ("answer", "declaration"):
        return _dated(atlas, kind, id_)
    return _record(atlas, kind, id_)


def _dated(atlas: Atlas, kind: str, id_: str) -> str:
    """``碳酸二甲酯 · 东阿县``: an answer or a declaration by what it is about and where."""
    about, county, *_ = f"{id_}@".split("@")
    name = _name(atlas, "product" if kind == "answer" else "chain", about)
    return text("version.at", name=name or about or text("version.whole"), county=county)


def _record(atlas: Atlas, kind: str, id_: str) -> str:
    from liantu.model.records import RECORDS  # noqa: PLC0415  beside its only use

    attribute = next((one.attribute for one in RECORDS if one.name == kind), "")
    thing = getattr(atlas, attribute).get(id_) if attribute else None
    if thing is None:
        return ""
    if kind == "supply":
        names = {"supplier": thing.supplier_name, "customer": thing.customer_name}
        return text("version.supply", claim=thing.claim, **names)
    for field in ("name", "title", "item", "matter", "text"):
        if found := getattr(thing, field, ""):
            return str(found)
    return ""
