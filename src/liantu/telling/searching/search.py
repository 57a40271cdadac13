"""Search over chains, products and enterprises by name, alias, formula and pinyin. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from liantu.jobs import Progress, each
from liantu.model import Atlas, Product
from liantu.model.target import Target
from liantu.telling.searching import matching
from liantu.telling.searching.entries import Called, Entry
from liantu.telling.searching.haystack import Haystack
from liantu.telling.searching.matching import Key, Query, Rank

KINDS = ("chain", "product", "enterprise")
LISTED = "、"
BEST = 3
"""So many hits stand above the groups, whatever they are."""
WHOLE = 300
"""So many hits of one kind are shown at most at once, where all of it is asked for."""
STEP = 16
"""Things that are spelt between two steps: each takes a tenth of a millisecond."""
CHECKED = 128
"""Things that are asked between two looks whether somebody still waits."""


Worth = tuple[Rank, bool, bool, int, int, int, int]
"""By what hits are ordered, then the places of the entry and of the name of it that fitted."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A found thing; ``matched`` is the name or alias that fitted, ``rank`` how well.
    ``weight``: in so many chains, with so many products.
    """

    target: Target
    name: str
    matched: str
    rank: Rank = Rank.INSIDE
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one kind, the best first; ``more`` are not shown."""

    kind: str
    hits: tuple[Hit, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits of any kind, and the others by kind, the kind with the better hit first."""

    best: tuple[Hit, ...] = ()
    groups: tuple[Group, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All that are shown, from top to bottom."""
        return self.best + tuple(hit for group in self.groups for hit in group.hits)


@dataclass(frozen=True, slots=True)
class Index:
    """All things in the order of the atlas, firms with most products first. ``spelt``: pinyin is
    known as well, so what is not found is not there.
    """

    entries: tuple[Entry, ...] = ()
    called: Called = field(default_factory=Called)
    around: Mapping[str, Key] = field(default_factory=dict)
    spelt: bool = False
    names: Haystack = field(default_factory=Haystack)

    def hits(self, typed: str, progress: Progress | None = None) -> tuple[Hit, ...]:
        """Every hit, the best first: by rank, the own name before aliases, the
        weightier thing, the shorter name.
        """
        return tuple(self._hit(one) for one in self._ranked(typed, progress))

    def _ranked(self, typed: str, progress: Progress | None) -> list[Worth]:
        """What tells the order of the hits, the best first: a short word has tens of thousands."""
        query = matching.asked(typed)
        if not query:
            return []
        found = []
        for count, at in enumerate(self.names.candidates(query)):
            if progress is not None and count % CHECKED == 0:
                progress.check()
            if worth := _worth(self.entries[at], query, at):
                found.append(worth)
        return sorted(found)

    def _hit(self, worth: Worth) -> Hit:
        rank, *_, at, name = worth
        entry = self.entries[at]
        return Hit(entry.target, entry.names[0], entry.names[name], rank, entry.weight)

    def find(
        self,
        typed: str,
        limit: int = 6,
        whole: str = "",
        most: int = WHOLE,
        progress: Progress | None = None,
    ) -> Found:
        """The hits as shown: at most ``limit`` of a kind, but ``most`` of the kind ``whole``."""
        ranked = self._ranked(typed, progress)
        by_kind: dict[str, list[Worth]] = {}
        for one in ranked[BEST:]:
            by_kind.setdefault(self.entries[one[-2]].target.kind, []).append(one)
        groups = []
        for kind, rest in by_kind.items():
            shown = rest[: limit if kind != whole else most]
            groups.append(Group(kind, tuple(map(self._hit, shown)), len(rest) - len(shown)))
        return Found(tuple(map(self._hit, ranked[:BEST])), tuple(groups))

    def row(self, cells: Iterable[str]) -> Key:
        """A row of a list as ``matching.holds`` compares it: a cell (or a part of it between 、)
        that is a name known here brings the other names of the thing and how they are spelt.
        """
        texts = tuple(cells)
        parts = (part for cell in texts for part in cell.split(LISTED))
        known = (self._known(matching.folded(part)) for part in parts)
        return matching.row(texts, filter(None, known))

    def _known(self, name: str) -> Key | None:
        """The thing that is called so, else what stands beside things."""
        return self.called.find(name) or self.around.get(name)


def build(atlas: Atlas) -> Index:
    """The index by names and aliases only; fast."""
    entries = tuple(each(_entries(atlas)))
    return _index(entries, Called.of(entries))


def with_pinyin(index: Index, progress: Progress | None = None) -> Index:
    """The same index with pinyin; imports pypinyin, so call it away from the first frame."""
    made = []
    beside: dict[Key, Key] = {}  # many stand beside the same county or chain
    for count, entry in enumerate(index.entries):
        if progress is not None and count % STEP == 0:
            progress.step(count, len(index.entries))
        if entry.around not in beside:
            beside[entry.around] = matching.spelt(entry.around)
        made.append(entry.spelling(beside[entry.around]))
    entries = tuple(made)
    return _index(entries, replace(index.called, entries=entries), spelt=True)


def _index(entries: tuple[Entry, ...], called: Called, *, spelt: bool = False) -> Index:
    around = dict[str, Key]()
    for entry in entries:
        around.setdefault(entry.around.plain, entry.around)
    return Index(entries, called, around, spelt, Haystack.of(entries))


def _entries(atlas: Atlas) -> Iterator[Entry]:
    around_of = cache(matching.key)
    for chain in atlas.chains.values():
        field_ = around_of(tuple(filter(None, (chain.field,))))
        yield _entry(Target("chain", chain.id), 1, (chain.name, chain.short), field_)
    for product in atlas.products.values():
        if chains := atlas.chains_of.get(product.id):
            around = around_of(tuple(name for key in chains if (name := atlas.chains[key].name)))
            yield _entry(Target("product", product.id), len(chains), _called(product), around)
    for firm in sorted(atlas.enterprises.values(), key=lambda e: -len(e.capacities)):
        names = (firm.name, firm.short, *firm.aka)
        weight = len(firm.capacities)
        county = around_of(tuple(filter(None, (firm.county,))))
        yield _entry(Target("enterprise", firm.id), weight, names, county)


def _called(product: Product) -> tuple[str, ...]:
    return product.name, product.short, *product.aka, product.formula, product.hs


def _entry(target: Target, weight: int, names: Iterable[str], around: Key) -> Entry:
    own, *others = dict.fromkeys(filter(None, names))
    stem = own.split("(", 1)[0].strip() or own
    keys = (matching.key(dict.fromkeys((own, stem))), *(matching.key((name,)) for name in others))
    return Entry.of(target, weight, (own, *others), keys, around)


def _worth(entry: Entry, query: Query, at: int) -> Worth | None:
    """How well the best of its names fits. Initials are typed for firms first of all. What begins
    as typed counts by its weight; of what only holds it, the shortest is nearest.
    """
    best: Rank | None = None
    name = 0
    for place, key in enumerate(entry.keys):
        rank = matching.match_beside(query, key, entry.around)
        if rank is not None and (best is None or rank < best):
            best, name = rank, place
    if best is None:
        return None
    matched = entry.names[name]
    by_letters = best is Rank.INITIALS and entry.target.kind != "enterprise"
    weight, size = -entry.weight, len(matched)
    first, second = (weight, size) if best < Rank.WORD else (size, weight)
    return best, matched != entry.names[0], by_letters, first, second, at, name
