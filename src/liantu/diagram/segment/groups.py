"""The segments of a map: those of the chain file, and derived ones for what stands in none.

Derived segments are average-linkage clusters of what belongs together by industry class, trunk,
users and inputs. Their memberships come out sensible, their names stay bureaucratic: hence the
field ``groups`` of the chain file.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from liantu.diagram.segment.model import Edge, Item, Kind, Segment
from liantu.model import Chain, Product
from liantu.wording import text

WANTED = 5.5
"""Products of a derived segment, about."""
MOST, BIGGEST = 7, 11
"""Derived segments of a stage and products of a segment, at most, for chains of usual size."""
CLASS = {4: 1.0, 3: 0.75, 2: 0.35}
"""Likeness of two products whose GB/T codes agree in so many digits."""
LINKED, SAME_PARENT, USERS, INPUTS, SAME_HOME, APART, SHARED = 0.9, 0.6, 0.7, 0.5, 0.2, 0.8, 0.2
"""Trunk edge between them; the same parent; shares of common users and inputs; the same home
chain; taken off in different 板块, or where one of them is shared by several.
"""
COMPARED = 400
"""Products of a stage up to which each is compared with each."""
TOP = 0.6
"""Share of a segment that one class must have to name it."""


def segments(
    chain: Chain,
    items: Sequence[Item],
    edges: Sequence[Edge],
    products: Mapping[str, Product],
) -> tuple[Segment, ...]:
    """The segments in order of stage and file; bought materials stand in none."""
    stage_of = {stage.id: at for at, stage in enumerate(chain.stages)}
    free = {i.id: i for i in items if i.kind is not Kind.BOUGHT}
    names = {i.id: i.name for i in items}
    found: list[tuple[int, str, tuple[str, ...], bool]] = []
    for group in chain.groups:
        stage = stage_of.get(group.stage, -1)
        inside = tuple(p for p in group.products if p in free and free[p].stage == stage)
        for product in inside:
            del free[product]
        if inside:
            found.append((stage, group.name, inside, False))
    web = _Likeness(free, edges, products)
    for stage in sorted({i.stage for i in free.values()}):
        parts = web.clusters([i for i in free.values() if i.stage == stage])
        found += [(stage, _name(ids, names, products), ids, True) for ids in parts]
    found.sort(key=lambda row: row[0])
    return tuple(
        Segment(at, f"{stage}:{ids[0] if derived else name}", name, stage, ids, derived)
        for at, (stage, name, ids, derived) in enumerate(found)
    )


@dataclass(frozen=True, slots=True)
class _Node:
    """What a product is compared by."""

    code: str
    home: str
    section: int
    parent: str
    users: frozenset[str]
    inputs: frozenset[str]
    linked: frozenset[str]


class _Likeness:
    """Products of a stage with what makes two of them alike."""

    def __init__(
        self, items: Mapping[str, Item], edges: Iterable[Edge], products: Mapping[str, Product]
    ) -> None:
        users: defaultdict[str, set[str]] = defaultdict(set)
        inputs: defaultdict[str, set[str]] = defaultdict(set)
        linked: defaultdict[str, set[str]] = defaultdict(set)
        parent: dict[str, str] = {}
        for edge in edges:
            users[edge.source].add(edge.target)
            inputs[edge.target].add(edge.source)
            if edge.trunk:
                linked[edge.source].add(edge.target)
                linked[edge.target].add(edge.source)
            if edge.first:
                parent[edge.target] = edge.source
        self._nodes = {
            i.id: _Node(
                code=products[i.id].gbt,
                home=products[i.id].home,
                section=i.section,
                parent=parent.get(i.id, ""),
                users=frozenset(users[i.id]),
                inputs=frozenset(inputs[i.id]),
                linked=frozenset(linked[i.id]),
            )
            for i in items.values()
        }

    def clusters(self, items: Sequence[Item]) -> list[tuple[str, ...]]:
        """The products of one stage, parted; those of a part in the order of the file."""
        ids = [i.id for i in sorted(items, key=lambda i: i.order)]
        if len(ids) > COMPARED:
            return self._by_class(ids)
        wanted = max(1, min(max(MOST, len(ids) // BIGGEST + 1), round(len(ids) / WANTED)))
        parts: dict[int, list[int]] = {at: [at] for at in range(len(ids))}
        root = list(range(len(ids)))
        for one, other in self._merges(ids):
            first, second = sorted((_root(root, one), _root(root, other)))
            if len(parts) > wanted and len(parts[first]) + len(parts[second]) <= BIGGEST:
                parts[first] += parts.pop(second)
                root[second] = first
        return [tuple(ids[at] for at in sorted(parts[key])) for key in sorted(parts)]

    def _by_class(self, ids: Sequence[str]) -> list[tuple[str, ...]]:
        """One part for each class of three digits: comparing each with each would take too long."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for product in ids:
            found[self._nodes[product].code[:3]].append(product)
        return [tuple(part) for part in found.values()]

    def _merges(self, ids: Sequence[str]) -> list[tuple[int, int]]:
        """Average linkage by nearest-neighbour chains (O(n²)); the most alike are joined first."""
        count = len(ids)
        like = [[self._like(a, b) if a != b else 0.0 for b in ids] for a in ids]
        size, live = [1] * count, set(range(count))
        chain: list[int] = []
        found: list[tuple[float, int, int]] = []
        while len(live) > 1:
            chain = chain or [min(live)]
            last, before = chain[-1], chain[-2] if len(chain) > 1 else -1
            row = like[last]
            best = max(live - {last}, key=lambda at: (row[at], at == before, -at))
            if best != before:
                chain.append(best)
                continue
            del chain[-2:]
            one, other = sorted((last, best))
            found.append((row[best], one, other))
            _join(like, size, live, one, other)
        found.sort(key=lambda step: (-step[0], step[1], step[2]))
        return [(one, other) for _, one, other in found]

    def _like(self, one: str, other: str) -> float:
        a, b = self._nodes[one], self._nodes[other]
        found = next((v for n, v in CLASS.items() if a.code[:n] == b.code[:n] and a.code), 0.0)
        if a.section != b.section:
            found -= SHARED if -1 in (a.section, b.section) else APART
        found += LINKED * (other in a.linked)
        found += SAME_PARENT * (bool(a.parent) and a.parent == b.parent)
        found += USERS * _common(a.users, b.users) + INPUTS * _common(a.inputs, b.inputs)
        return found + SAME_HOME * (a.home == b.home)


def _common(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard index."""
    both = len(one & other)
    return both / len(one | other) if both else 0.0


def _join(like: list[list[float]], size: list[int], live: set[int], one: int, other: int) -> None:
    """Put ``other`` into ``one``; likeness to the rest is the mean over all pairs."""
    live.discard(other)
    whole = size[one] + size[other]
    for at in live - {one}:
        mean = (size[one] * like[one][at] + size[other] * like[other][at]) / whole
        like[one][at] = like[at][one] = mean
    size[one] = whole


def _root(root: list[int], at: int) -> int:
    while root[at] != at:
        at = root[at]
    return at


_TAIL = re.compile(r"(制造|生产|开采洗选|采选|采运|专业及辅助性活动)$")


def _name(ids: Sequence[str], items: Mapping[str, str], products: Mapping[str, Product]) -> str:
    """That of the class which most of them are of; of two classes both, of many the first."""
    if len(ids) == 1:
        return items[ids[0]]
    classes = Counter(products[p].gbt_name for p in ids if products[p].gbt_name)
    if not classes:
        return text("diagram.segment.rest")
    (first, count), *others = classes.most_common(2)
    if count >= TOP * len(ids):
        return _plain(first)
    if others and others[0][1] > 1:
        return text("diagram.segment.both", first=_plain(first), second=_plain(others[0][0]))
    return text("diagram.segment.etc", first=_plain(first))


def _plain(name: str) -> str:
    return _TAIL.sub("", name) or name
