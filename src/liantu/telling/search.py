"""Search over chains, products and enterprises by name, alias and pinyin. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liantu.jobs import Progress
from liantu.model import Atlas
from liantu.model.target import Target

KINDS = ("chain", "product", "enterprise")


@dataclass(frozen=True, slots=True)
class Hit:
    """A found thing; ``matched`` is the name or alias that fitted."""

    target: Target
    name: str
    matched: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a thing as typed, with its pinyin in full and as initials (lower case)."""

    target: Target
    name: str
    word: str
    plain: str
    initials: str = ""
    full: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """All entries in the order of the atlas, firms with most products first."""

    entries: tuple[Entry, ...] = ()

    def find(self, query: str, limit: int = 8) -> tuple[Hit, ...]:
        """Best hits, at most ``limit`` of a kind, grouped by kind; linear in the entries."""
        wanted = _normal(query)
        if not wanted:
            return ()
        best: dict[Target, tuple[int, int, Entry]] = {}
        for order, entry in enumerate(self.entries):
            rank = _rank(entry, wanted)
            if rank is not None and (entry.target not in best or rank < best[entry.target][0]):
                best[entry.target] = (rank, order, entry)
        ranked = sorted(best.values(), key=lambda found: found[:2])
        return tuple(_limited([entry for _, _, entry in ranked], limit))


def build(atlas: Atlas) -> Index:
    """The index by names and aliases only; fast."""
    return Index(tuple(_entries(atlas)))


def with_pinyin(index: Index, progress: Progress | None = None) -> Index:
    """The same index with pinyin; imports pypinyin, so call it away from the first frame."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  its dictionary takes a while to load

    made = []
    for count, entry in enumerate(index.entries):
        if progress is not None and count % 64 == 0:
            progress.step(count, len(index.entries))
        full = "".join(lazy_pinyin(entry.word)).lower()
        initials = "".join(lazy_pinyin(entry.word, style=Style.FIRST_LETTER)).lower()
        made.append(
            Entry(
                entry.target,
                entry.name,
                entry.word,
                entry.plain,
                _normal(initials),
                _normal(full),
            )
        )
    return Index(tuple(made))


def _entries(atlas: Atlas) -> Iterator[Entry]:
    for chain in atlas.chains.values():
        yield from _named(Target("chain", chain.id), chain.name, (chain.short,))
    for product in atlas.products.values():
        if product.id in atlas.chains_of:
            yield from _named(Target("product", product.id), product.name, product.aka)
    for firm in sorted(atlas.enterprises.values(), key=lambda e: -len(e.capacities)):
        yield from _named(Target("enterprise", firm.id), firm.name, firm.aka)


def _named(target: Target, name: str, aka: tuple[str, ...]) -> Iterator[Entry]:
    for word in dict.fromkeys((name, *aka)):
        if word:
            yield Entry(target, name, word, _normal(word))


def _normal(word: str) -> str:
    return "".join(ch for ch in word.casefold() if ch.isalnum())


def _rank(entry: Entry, wanted: str) -> int | None:
    """Smaller is better; ``None`` does not fit."""
    if entry.plain == wanted:
        return 0
    for rank, spelt in ((1, entry.plain), (2, entry.initials), (3, entry.full)):
        if spelt.startswith(wanted):
            return rank if len(spelt) > len(wanted) else rank - 1
    for rank, spelt in ((4, entry.plain), (5, entry.initials)):
        if wanted in spelt:
            return rank
    return 6 if len(wanted) > 2 and wanted in entry.full else None


def _limited(entries: list[Entry], limit: int) -> Iterator[Hit]:
    for kind in KINDS:
        found = [entry for entry in entries if entry.target.kind == kind]
        for entry in found[:limit]:
            yield Hit(entry.target, entry.name, entry.word)
