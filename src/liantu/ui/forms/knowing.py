"""What a form knows while it is filled in: the things that can be chosen, units, counties."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from liantu.library.editing import Draft, edited, new_id
from liantu.library.edits.values import name_of
from liantu.library.plain import ids, plain
from liantu.model import Atlas
from liantu.telling.searching import matching
from liantu.telling.searching.search import Index
from liantu.wording import text

MOST = 40
"""So many things are offered at once."""
_REMARKS = {
    "enterprise": ("county",),
    "source": ("publisher", "date"),
    "project": ("county", "when"),
    "figure": ("text", "year"),
}

Options = tuple[tuple[str, str], ...]
"""Values with their words."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A thing that can be chosen; ``remark`` tells it from others of the same name."""

    id: str
    words: str
    remark: str = ""


@dataclass(frozen=True)
class Known:
    """The data as they are now, with the things that the form itself brings (``also``)."""

    atlas: Atlas
    index: Index = field(default_factory=Index)
    also: tuple[Draft, ...] = ()
    _names: dict[tuple[str, str], str] = field(default_factory=dict, compare=False)

    def bringing(self, draft: Draft) -> Known:
        """The same with one new thing more."""
        atlas = edited(self.atlas, (draft,))
        return replace(self, atlas=atlas, also=(*self.also, draft), _names={})

    def name(self, kind: str, id_: str) -> str:
        """What a thing is called; its id where it is not there."""
        key = kind, id_
        if key not in self._names:
            self._names[key] = name_of(self.atlas, kind, id_) or id_
        return self._names[key]

    def free(self, kind: str) -> str:
        """An id for a new thing."""
        return new_id(self.atlas, kind)

    def find(self, kind: str, typed: str) -> tuple[Offered, ...]:
        """The things of a kind that fit what is typed, the best first; all where nothing is."""
        found = dict.fromkeys(self._indexed(kind, typed))
        for id_ in self._holding(kind, typed):
            if len(found) >= MOST:
                break
            found.setdefault(id_)
        return tuple(self._offered(kind, id_) for id_ in list(found)[:MOST])

    def _indexed(self, kind: str, typed: str) -> Iterator[str]:
        there = set(ids(self.atlas, kind))
        hits = (hit.target for hit in self.index.hits(typed))
        return (one.id for one in hits if one.kind == kind and one.id in there)

    def _holding(self, kind: str, typed: str) -> Iterator[str]:
        wanted = matching.folded(typed)
        for id_ in ids(self.atlas, kind):
            if not wanted or wanted in self._spoken(kind, id_):
                yield id_

    def _spoken(self, kind: str, id_: str) -> str:
        """The names of a thing in one text, folded."""
        key = "names", f"{kind}:{id_}"
        if key not in self._names:
            values = plain(self.atlas, kind, id_) or {}
            names = (values.get("name", ""), self.name(kind, id_), *values.get("aka", ()))
            self._names[key] = matching.folded(" ".join(map(str, names)))
        return self._names[key]

    def _offered(self, kind: str, id_: str) -> Offered:
        return Offered(id_, self.name(kind, id_), self._remark(kind, id_))

    def _remark(self, kind: str, id_: str) -> str:
        if kind == "product":
            chains = self.atlas.chains_of.get(id_, ())
            return text("edit.list.comma").join(self.atlas.chains[c].label for c in chains[:2])
        values = plain(self.atlas, kind, id_) or {}
        return " · ".join(str(values[key]) for key in _REMARKS.get(kind, ()) if values.get(key))

    # -- choices that the folder itself names

    def options(self, record: str, key: str, values: Mapping[str, Any]) -> Options | None:
        """What a field may hold where the folder names it; ``None`` where anything may be said."""
        made = _OPTIONS.get(f"{record}.{key}") or _OPTIONS.get(key)
        return made(self, values) if made is not None else None

    def proposed(self, record: str, key: str, values: Mapping[str, Any]) -> dict[str, str]:
        """What other fields most likely hold for the product that was chosen."""
        product = self.atlas.products.get(key or str(values.get("product", "")))
        if product is None:
            return {}
        if record in ("input", "byproduct"):
            return {"unit": product.base_unit}
        return {"unit": product.unit} if record in ("capacity", "phase") else {}

    def same_name(self, kind: str, name: str, but: str) -> str:
        """The name of another thing of this name; empty where there is none."""
        wanted = matching.folded(name)
        if kind not in ("product", "enterprise") or not wanted:
            return ""
        things = self.atlas.products if kind == "product" else self.atlas.enterprises
        for thing in things.values():
            names = (thing.name, thing.short, *thing.aka)
            if thing.id != but and any(matching.folded(one) == wanted for one in names if one):
                return thing.name
        return ""


def _counties(known: Known, _: Mapping[str, Any]) -> Options | None:
    return tuple((one, one) for one in known.atlas.library.region.counties) or None


def _units(known: Known, _: Mapping[str, Any]) -> Options | None:
    return tuple((one, one) for one in known.atlas.library.units) or None


def _bases(known: Known, _: Mapping[str, Any]) -> Options | None:
    """Units of coefficients: what capacities are made of, and what routes use beside."""
    found = dict.fromkeys(base for base, _ in known.atlas.library.units.values())
    for product in known.atlas.products.values():
        for route in product.routes:
            found.update(dict.fromkeys(flow.unit for flow in route.inputs))
    return tuple((one, one) for one in found) or None


def _levels(known: Known, _: Mapping[str, Any]) -> Options | None:
    return tuple((rung.level, rung.level) for rung in known.atlas.library.ladder) or None


def _routes(known: Known, values: Mapping[str, Any]) -> Options:
    product = known.atlas.products.get(str(values.get("product", "")))
    return tuple((route.id, route.name) for route in product.routes) if product else ()


def _stages(known: Known, values: Mapping[str, Any]) -> Options:
    chain = known.atlas.chains.get(str(values.get("chain", "")))
    return tuple((one.id, one.name) for one in chain.stages) if chain else ()


def _groups(known: Known, values: Mapping[str, Any]) -> Options:
    """The 细分环节 of the stage that is chosen."""
    chain = known.atlas.chains.get(str(values.get("chain", "")))
    groups = chain.groups if chain else ()
    return tuple((g.name, g.name) for g in groups if g.stage == values.get("stage"))


_OPTIONS: Mapping[str, Callable[[Known, Mapping[str, Any]], Options | None]] = {
    "county": _counties,
    "product.unit": _units,
    "capacity.unit": _units,
    "phase.unit": _units,
    "scale.unit": _units,
    "input.unit": _bases,
    "byproduct.unit": _bases,
    "honour.level": _levels,
    "capacity.route": _routes,
    "between.unit": _units,
    "between.stage": _stages,
    "between.group": _groups,
    "move.stage": _stages,
    "move.group": _groups,
}
