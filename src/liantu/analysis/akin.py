"""Who works like what nobody is on record for: firms of its 小类, and of them those that handle its
materials.

A 小类 may be as wide as 有色金属合金 or 电子专用材料: who casts aluminium billets does not know of
cemented carbide, nor who makes polyimide of copper foil. So a firm counts first that makes or takes
something of which the product comes, through a few absent steps; else one of the same chain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from liantu.analysis.diagnosis import Diagnosis
from liantu.jobs import each
from liantu.model import Atlas, Role
from liantu.once import once

STEPS = 3
"""Steps towards the raw material through which what is handled alike is looked for."""
_CLASS = 4
"""Digits of GB/T 4754 that name a 小类."""
_MAINS = frozenset({Role.MAIN})
_PARTS = frozenset({Role.MAIN, Role.PART})
_Index = Mapping[tuple[str, str], tuple[str, ...]]


class Akin:
    """Finds the firms of a kind; what all products need is worked out once."""

    def __init__(self, atlas: Atlas, diagnosis: Diagnosis) -> None:
        self._atlas, self._situation = atlas, diagnosis.situation

    def prepare(self) -> None:
        """Work that out now: in a large city it takes some tenths of a second."""
        _ = self._by_material, self._by_chain

    def handling(self, product: str) -> tuple[str, ...]:
        """Enterprises of the same 小类 that handle the same materials."""
        code = self._class(product)
        keys = [(code, q) for q in self._materials(product)] if code else []
        return _joined(self._by_material.get(key, ()) for key in keys)

    def standing(self, product: str) -> tuple[str, ...]:
        """Enterprises of the same 小类 and chain."""
        code = self._class(product)
        keys = [(code, c) for c in self._atlas.chains_of.get(product, ())] if code else []
        return _joined(self._by_chain.get(key, ()) for key in keys)

    def _class(self, product: str) -> str:
        return self._atlas.products[product].gbt[:_CLASS]

    def _materials(self, product: str) -> list[str]:
        """The product, its mains and parts, and the mains of its mains: who puts a part in does
        not handle what the part is made of.
        """
        found = dict.fromkeys((product, *self._inputs(product, _PARTS)))
        last = [product]
        for _ in range(STEPS):
            last = list(dict.fromkeys(q for p in last for q in self._inputs(p, _MAINS)))
            found.update(dict.fromkeys(last))
        return list(found)

    def _inputs(self, product: str, roles: frozenset[Role]) -> list[str]:
        recipes = self._situation.recipes
        shares = [recipes.shares(product, route) for route in recipes.own(product)]
        return [q for share in shares for q, one in share.items() if one.role in roles]

    @once
    def _made(self) -> Mapping[str, list[str]]:
        """小类 → what firms on record make of it."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for product in each(self._atlas.products):
            if self._class(product) and self._situation.firms(product):
                found[self._class(product)].append(product)
        return found

    @once
    def _by_material(self) -> _Index:
        """(小类, material) → firms that make it or take it for something of the 小类."""
        made = (p for products in self._made.values() for p in products)
        return self._index({p: [p, *self._inputs(p, _PARTS)] for p in made})

    @once
    def _by_chain(self) -> _Index:
        """(小类, chain) → firms that make something of the 小类 which the chain shows."""
        shown = self._atlas.chains_of
        return self._index({p: shown.get(p, ()) for ps in self._made.values() for p in ps})

    def _index(self, keys: Mapping[str, Iterable[str]]) -> _Index:
        found: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for product, names in each(keys.items()):
            for name in names:
                firms = dict.fromkeys(self._situation.firms(product))
                found[self._class(product), name].update(firms)
        return {key: tuple(firms) for key, firms in found.items()}


def _joined(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(firm for part in parts for firm in part))
