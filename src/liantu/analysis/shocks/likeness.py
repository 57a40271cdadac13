"""Which products of the city are made much as another one is: by main materials, by industry class
and by the kind of works that makes them.

A works that presses and welds can turn to another part within weeks; a chemical plant or a furnace
makes what it was built for. So a common material says something only within one kind of works, and
in the process industries only within one 小类.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from liantu.analysis.diagnosis import Diagnosis
from liantu.analysis.recipes import Shares
from liantu.model import Atlas, Product, Role, RouteKind

CLASS, FAMILY, BRANCH = 4, 3, 2
"""Digits of GB/T 4754 that name a 小类, a 中类 and a 大类."""
WORKS = (
    ("01", "02", "03", "04", "05"),
    ("13", "14", "15"),
    ("17", "18"),
    ("20", "21", "22", "23"),
    ("27",),
    ("29",),
    ("33", "34", "35", "36", "37"),
    ("38", "39", "40"),
)
"""大类 whose works can turn to what the others of the group make. Chemicals, cement, glass and the
rolling of metals stand in none.
"""
PLANTS = ("25", "26", "28")
"""大类 whose plants make one thing: nobody turns to another, not even within a 小类."""
HALF = 0.5
"""Share of its materials that makes one the main one."""
MUCH = 1 / 3
"""Share of its own materials from which a raw material tells what a works can do."""
_HEAD = 2
"""Characters at the end of a name that say what kind of thing it is (轴承, 锻件, 轮胎)."""
_NOTE = re.compile(r"[（(].*?[)）]|[/、].*$")


@dataclass(frozen=True, slots=True)
class Alike:
    """``product`` is made here; ``shared`` are the main materials and parts of the other one that
    it is made of, too, ``share`` their weights in the other's route, 0 to 1, ``own`` those in its
    own. ``sister``: of the same 小类; ``near``: of the same 中类; ``turns``: a works that makes it
    could turn to the other one.
    """

    product: str
    shared: tuple[str, ...]
    share: float
    own: float
    sister: bool
    near: bool
    turns: bool


class Likeness:
    """What is made in the city, by what it is made of and by its class; built once a diagnosis."""

    def __init__(self, atlas: Atlas, diagnosis: Diagnosis) -> None:
        self._atlas, self._situation = atlas, diagnosis.situation
        self._verdicts = diagnosis.verdicts
        self._materials: dict[str, Mapping[str, float]] = {}
        self._takers: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._classes: defaultdict[str, list[str]] = defaultdict(list)
        for product in atlas.products:
            if product not in self._verdicts or not self._situation.firms(product):
                continue
            code = atlas.products[product].gbt
            if code:
                self._classes[code[:CLASS]].append(product)
            self._materials[product] = self._taken(product)
            for material in self._materials[product]:
                self._takers[material][product] = None

    def routes(self, product: str) -> Iterator[Shares]:
        """Main materials and parts of each of its routes."""
        recipes = self._situation.recipes
        for route in self._atlas.products[product].routes:
            if route.kind is RouteKind.MAKE:
                shares = recipes.shares(product, route)
                found = {q: s for q, s in shares.items() if s.weight}
                if found:
                    yield found

    def of(self, product: str) -> Iterator[Alike]:
        """Products made here that are made much as ``product``, which is left out itself."""
        item = self._atlas.products[product]
        near = dict.fromkeys(self._classes.get(item.gbt[:CLASS], ()) if item.gbt else ())
        routes = list(self.routes(product))
        for taken in routes:
            for material in taken:
                near |= self._takers.get(material, {})
        near.pop(product, None)
        for other in near:
            yield self._alike(item, self._atlas.products[other], routes)

    def _alike(self, item: Product, other: Product, routes: Sequence[Shares]) -> Alike:
        found = [self._common(taken, item, other) for taken in routes]
        best = max(found, key=lambda f: sum(f.values()), default={})
        plant = _digits(item, BRANCH) in PLANTS
        sister = _digits(item, CLASS) == _digits(other, CLASS) != "" and not plant
        own = self._materials[other.id]
        return Alike(
            product=other.id,
            shared=tuple(best),
            share=sum(best.values()),
            own=sum(own[q] for q in best),
            sister=sister,
            near=_digits(item, FAMILY) == _digits(other, FAMILY),
            turns=sister or one_works(item, other),
        )

    def partners(self, product: str) -> Iterator[str]:
        """Products that go into the same thing, come from one kind of works, and are mainly of
        materials of the same 小类 as ``product``: pressed panels beside a welded frame.
        """
        item = self._atlas.products[product]
        users = self._verdicts[product].uses if product in self._verdicts else {}
        weights = [{q: s.weight for q, s in taken.items()} for taken in self.routes(product)]
        classes = {c for taken in weights for c in self._classes_of(taken, HALF)}
        for other, own in self._materials.items():
            if other == product or users.keys().isdisjoint(self._verdicts[other].uses):
                continue
            like = classes.intersection(self._classes_of(own, MUCH))
            if like and one_works(item, self._atlas.products[other]):
                yield other

    def _classes_of(self, taken: Mapping[str, float], least: float) -> set[str]:
        """小类 of the materials that are so much of a product, without raw ones."""
        heavy = (self._atlas.products[q] for q, weight in taken.items() if weight >= least)
        return {q.gbt[:CLASS] for q in heavy if q.gbt and not self._is_raw(q.id)}

    def _common(self, taken: Shares, item: Product, other: Product) -> dict[str, float]:
        """Materials of a route that the other one is made of, too; parts alone, which are bought
        and put in, tell nothing. A raw material (soya, coal, timber) goes into all sorts of
        things: it counts within one 中类, where it is much of the other.
        """
        own = self._materials[other.id]
        near = _digits(item, FAMILY) == _digits(other, FAMILY)
        found = {
            q: share
            for q, share in taken.items()
            if q in own and (not self._is_raw(q) or (near and own[q] >= MUCH))
        }
        told = any(share.role is Role.MAIN for share in found.values())
        return {q: share.weight for q, share in found.items()} if told else {}

    def _is_raw(self, product: str) -> bool:
        item = self._atlas.products[product]
        return item.raw or not item.home

    def _taken(self, product: str) -> dict[str, float]:
        recipes, found = self._situation.recipes, dict[str, float]()
        for route in self._situation.routes(product):
            for q, share in recipes.shares(product, route).items():
                if share.counts:
                    found[q] = max(found.get(q, 0.0), share.weight)
        return found


def same_kind(item: Product, other: Product) -> bool:
    """Whether two names end in the same word: 深沟球轴承 and 圆锥滚子轴承."""
    head = _bare(item)[-_HEAD:]
    return len(head) == _HEAD and head == _bare(other)[-_HEAD:]


def _bare(item: Product) -> str:
    return _NOTE.sub("", item.name).strip()


def one_works(item: Product, other: Product) -> bool:
    """Whether one kind of works makes both."""
    pair = {_digits(item, BRANCH), _digits(other, BRANCH)}
    return any(pair.issubset(works) for works in WORKS)


def _digits(item: Product, number: int) -> str:
    return item.gbt[:number]
