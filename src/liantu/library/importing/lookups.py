"""What names in a sheet mean: counties and things of the atlas, with the nearest where none."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from liantu.library.firm_names import folded, name_key
from liantu.library.importing.names import firms_by_key
from liantu.library.importing.trouble import Trouble, listed
from liantu.library.importing.units import Units
from liantu.model import Atlas
from liantu.model.kinds import KINDS

JOINT = "\u3001"
_ATTRIBUTES = {kind.name: kind.attribute for kind in KINDS}
_NEAR = 0.5
"""Likeness from which a name is proposed instead."""


@dataclass(frozen=True, slots=True)
class Lookups:
    """The names of an atlas, prepared once for many rows."""

    atlas: Atlas
    units: Units
    firms: Mapping[str, tuple[str, ...]]
    names: dict[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def county(self, told: str) -> str:
        """The county that is meant. Raises :class:`Trouble`.

        Only the kind of county may be left out or be an older one (茌平 and 茌平县 are 茌平区):
        anything looser would take one development zone for another.
        """
        region = self.atlas.library.region
        wanted = told
        for start in (region.name, region.name[:-1]):
            wanted = wanted.removeprefix(start) or wanted
        if wanted in region.counties or not region.counties:
            return wanted
        bare = [one for one in region.counties if _bare(one) == _bare(wanted)]
        if len(bare) == 1 and len(_bare(wanted)) > 1:
            return bare[0]
        raise Trouble("county", value=told, known=JOINT.join(region.counties))

    def thing(self, kind: str, told: str) -> str:
        """The id of a product, chain and the like by name or id. Raises :class:`Trouble`."""
        if told in getattr(self.atlas, _ATTRIBUTES[kind]):
            return told
        names = self.called(kind)
        found = names.get(folded(told), ())
        if len(found) == 1:
            return found[0]
        if found:
            raise Trouble("ambiguous", value=told, ids=JOINT.join(found))
        near = difflib.get_close_matches(folded(told), names, 3, _NEAR)
        shown = JOINT.join(dict.fromkeys(self.name(kind, names[one][0]) for one in near))
        raise Trouble(
            f"{kind}_near" if near and kind == "product" else "thing", **_params(kind, told, shown)
        )

    def firm(self, told: str) -> str:
        """The id of an enterprise by one of its names, empty where none has it. Raises
        :class:`Trouble` where several have it.
        """
        exact = [id_ for id_ in self.firms.get(name_key(told), ()) if self._is(id_, told)]
        found = exact or self.firms.get(name_key(told), ())
        if len(found) > 1:
            raise Trouble(
                "firms", value=told, ids=JOINT.join(self.name("enterprise", f) for f in found)
            )
        return found[0] if found else ""

    def called(self, kind: str) -> Mapping[str, tuple[str, ...]]:
        """Folded name → ids of the things of a kind that are called so."""
        if kind not in self.names:
            found: dict[str, dict[str, None]] = {}
            for thing in getattr(self.atlas, _ATTRIBUTES[kind]).values():
                for name in _names(thing):
                    found.setdefault(folded(name), {})[thing.id] = None
            self.names[kind] = {key: tuple(ids) for key, ids in found.items()}
        return self.names[kind]

    def name(self, kind: str, id_: str) -> str:
        """What a thing is called in sheets: its name, else its id."""
        thing = getattr(self.atlas, _ATTRIBUTES[kind]).get(id_)
        return next(_names(thing), id_) if thing is not None else id_

    def _is(self, id_: str, told: str) -> bool:
        return self.atlas.enterprises[id_].name == told


def lookups(atlas: Atlas) -> Lookups:
    """Those of an atlas."""
    return Lookups(atlas, Units(atlas.library.units), firms_by_key(atlas))


def _params(kind: str, told: str, near: str) -> dict[str, str]:
    return {"kind": kind, "value": told, "near": near or "—"}


def _bare(county: str) -> str:
    ends = listed("library.import.county_ends")
    return next((county.removesuffix(end) for end in ends if county.endswith(end)), county)


def _names(thing: Any) -> Iterator[str]:
    for key in ("name", "title", "short", "label"):
        if found := getattr(thing, key, ""):
            yield found
    yield from getattr(thing, "aka", ())
