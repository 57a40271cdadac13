"""Doubts about how a chain is told: its key links, groups, product lines, 链主 and field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from liantu.issues import Issue, Place
from liantu.library.checks.doubts import at, place_of
from liantu.library.parsing.context import suggest
from liantu.model import Atlas, Chain, Line

LONGEST = 8
"""Characters of a group's name that its box can show."""
FEW, MANY = 5, 12
"""Fewer key links say little of a chain, more are none."""
FIELD = 4
"""Characters of a field that stand beside its chains."""
MOST_LEADS = 3
"""So many 链主 a board has room for; the first is the best known."""


def key_links(atlas: Atlas) -> Iterator[Issue]:
    """Key links that are too few, too many, not of the chain, or named twice."""
    for chain, here in _chains(atlas):
        count = len(chain.key)
        if count and not FEW <= count <= MANY:
            place = chain.key[0].place or here
            bounds = {"count": count, "few": FEW, "many": MANY}
            yield at("library.key_count", place, chain=chain.label, **bounds)
        shown = {member.product for member in chain.members()}
        seen: set[str] = set()
        for link in chain.key:
            params = {"chain": chain.label, "product": atlas.products[link.product].name}
            if link.product in seen:
                yield at("library.key_twice", link.place or here, **params)
            elif link.product not in shown:
                yield at("library.key_foreign", link.place or here, **params)
            seen.add(link.product)


def groups(atlas: Atlas) -> Iterator[Issue]:
    """Groups of unknown stages or with long names, or of products not of the chain, of another
    stage, or of another group as well.
    """
    for chain, here in _chains(atlas):
        shown = {member.product: member.stage for member in chain.members()}
        stages = [stage.id for stage in chain.stages]
        seen: dict[str, str] = {}
        for group in chain.groups:
            place, name = group.place or here, group.name
            if group.stage not in stages:
                near = suggest(group.stage, stages) or "、".join(stages)
                params = {"chain": chain.label, "name": name, "stage": group.stage, "near": near}
                yield at("library.group_stage", place, **params)
            elif len(name) > LONGEST:
                params = {"chain": chain.label, "name": name, "most": str(LONGEST)}
                yield at("library.group_long", place, **params)
            for id_ in group.products:
                params = {"chain": chain.label, "name": name, "product": atlas.products[id_].name}
                if id_ not in shown:
                    yield at("library.group_foreign", place, **params)
                elif shown[id_] != group.stage and group.stage in stages:
                    yield at("library.group_elsewhere", place, **params)
                if id_ in seen:
                    yield at("library.group_twice", place, first=seen[id_], **params)
                seen.setdefault(id_, name)


def ungrouped(atlas: Atlas) -> Iterator[Issue]:
    """Members of a chain with groups that stand in none."""
    for chain, here in _chains(atlas):
        grouped = {id_ for group in chain.groups for id_ in group.products}
        left = [m.product for m in chain.members() if m.product not in grouped]
        if chain.groups and left:
            names = "、".join(atlas.products[id_].name for id_ in left[:5])
            yield at("library.group_none", here, chain=chain.label, count=len(left), names=names)


def lines(atlas: Atlas) -> Iterator[Issue]:
    """Stations of a line that nothing joins to the one before, and what a line says twice."""
    for chain, here in _chains(atlas):
        counts = Counter(line.id for line in chain.lines)
        for line in chain.lines:
            place = line.place or here
            if counts[line.id] > 1:
                counts[line.id] = 0
                yield at("library.line_twice", place, chain=chain.label, id=line.id)
            yield from _gaps(atlas, chain, line, place)


def leads(atlas: Atlas) -> Iterator[Issue]:
    """链主 that are too many, named twice, or of which no product of the chain is known."""
    for chain, here in _chains(atlas):
        if len(chain.leads) > MOST_LEADS:
            params = {"count": len(chain.leads), "most": MOST_LEADS}
            yield at("library.lead_many", here, chain=chain.label, **params)
        shown = {member.product for member in chain.members()}
        for id_, count in Counter(chain.leads).items():
            firm = atlas.enterprises[id_]
            if count > 1:
                yield at("library.lead_twice", here, chain=chain.label, firm=firm.label)
            if shown.isdisjoint(c.product for c in firm.capacities):
                yield at("library.lead_idle", here, chain=chain.label, firm=firm.label)


def fields(atlas: Atlas) -> Iterator[Issue]:
    """Fields that the page of the city has no room for."""
    for chain, here in _chains(atlas):
        if len(chain.field) > FIELD:
            params: dict[str, str | float] = {"field": chain.field, "most": FIELD}
            yield at("library.field_long", here, chain=chain.label, **params)


def _gaps(atlas: Atlas, chain: Chain, line: Line, place: Place) -> Iterator[Issue]:
    params = {"chain": chain.label, "line": line.name}
    for before, after in pairwise(line.trunk):
        if after not in line.via and not _joined(atlas, before, after):
            names = {"before": atlas.products[before].name, "after": atlas.products[after].name}
            yield at("library.line_gap", place, **params, **names, id=after)
    for id_ in line.via:
        if id_ not in line.trunk[1:]:
            yield at("library.line_via", place, **params, product=atlas.products[id_].name)


def _joined(atlas: Atlas, before: str, after: str) -> bool:
    """Whether a route of one of both takes or yields the other."""

    def touches(product: str, other: str) -> bool:
        found = atlas.products[product].routes
        taken = {flow.product for route in found for flow in route.inputs}
        return other in taken | {flow.product for route in found for flow in route.byproducts}

    return touches(after, before) or touches(before, after)


def _chains(atlas: Atlas) -> Iterator[tuple[Chain, Place]]:
    for chain in atlas.chains.values():
        yield chain, place_of(atlas, f"chain:{chain.id}")
