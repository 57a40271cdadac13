"""The graph of a chain for the segment map: who makes what, what is lacking, what goes where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.diagram.segment.groups import segments
from liantu.diagram.segment.model import Graph, Item, Kind, kind_of
from liantu.diagram.segment.trunk import edges
from liantu.diagram.views.detail import title
from liantu.diagram.views.product import tooltip
from liantu.model import Chain, Member, Product
from liantu.model.classes import ACTED_ON, ORDER, Word
from liantu.model.standing import SOLE, Standing, Tag
from liantu.numerals import plain, scaled
from liantu.telling import memos, records
from liantu.telling.names import brief
from liantu.wording import text

SHARED = -1
"""Section of what several 板块 show."""
_NOTE = re.compile(r"[（(].*?[)）]")


def build_graph(reading: Reading, chain_id: str, section: str | None = None) -> Graph:
    """The graph of a chain, or of one section; raises ``KeyError`` for an unknown chain."""
    atlas = reading.atlas
    chain = atlas.chains[chain_id]
    members = [m for m in chain.members(section) if m.product in atlas.products]
    names = short_names({m.product: atlas.products[m.product] for m in members})
    maker = _Items(reading, chain, names)
    items = tuple(maker.item(member, order) for order, member in enumerate(members))
    by_id = {item.id: item for item in items}
    links = edges(reading, chain_id, by_id)
    return Graph(
        chain=chain_id,
        title=title(chain, section),
        stages=tuple(stage.name for stage in chain.stages),
        items=items,
        edges=links,
        segments=segments(chain, items, links, atlas.products),
        section=section,
    )


def kinds(reading: Reading, chain: str, section: str | None = None) -> Counter[Kind]:
    """How many products a chain or section shows of each kind; as the graph would count them."""
    members = reading.atlas.chains[chain].members(section)
    known = [m.product for m in members if m.product in reading.atlas.products]
    return Counter(
        kind_of(reading.situation.standing(p), _words(reading.verdicts.get(p))) for p in known
    )


def short_names(products: Mapping[str, Product]) -> dict[str, str]:
    """Names for cards: without remarks in brackets where no two become the same; with the id where
    two are the same from the start.
    """
    bare = {key: _NOTE.sub("", p.label).strip() or p.label for key, p in products.items()}
    counts = Counter(bare.values())
    labels = Counter(p.label for p in products.values())
    whole = {
        key: p.label if labels[p.label] == 1 else f"{p.name} [{key}]" for key, p in products.items()
    }
    return {key: name if counts[name] == 1 else whole[key] for key, name in bare.items()}


class _Items:
    """Makes the items of one chain."""

    def __init__(self, reading: Reading, chain: Chain, names: Mapping[str, str]) -> None:
        self._reading, self._names = reading, names
        self._chain = chain
        self._stages = {stage.id: at for at, stage in enumerate(chain.stages)}
        self._sections = _sections(chain)
        self._memos = memos.by_product(reading.base)
        self._jobs = {s.product: at for at, s in enumerate(reading.jobs(chain.id), start=1)}

    def item(self, member: Member, order: int) -> Item:
        """The item of one product."""
        reading, product = self._reading, self._reading.atlas.products[member.product]
        standing = reading.situation.standing(product.id)
        verdict = reading.verdicts.get(product.id)
        words = _words(verdict)
        balance = verdict.balance if verdict else None
        return Item(
            id=product.id,
            name=self._names[product.id],
            full=product.name,
            stage=self._stages[member.stage],
            standing=standing,
            kind=kind_of(standing, words),
            order=order,
            section=self._sections[product.id],
            words=words,
            sole=_sole(verdict),
            makers=self._makers(product.id),
            planned=self._planned(product.id),
            amount=self._amount(product.id),
            missing=self._missing(verdict),
            job=self._jobs.get(product.id, 0),
            doors=tuple(
                c for c in reading.atlas.chains_of.get(product.id, ()) if c != self._chain.id
            ),
            tooltip=tooltip(reading, product, standing),
            memo="\n".join(map(memos.told, self._memos.get(product.id, ()))),
            supply=None if balance is None or balance.supply_unknown else balance.supply,
            need=None if balance is None or balance.need_unknown else balance.need,
        )

    def _makers(self, product: str) -> tuple[str, ...]:
        running = (m for m in self._reading.situation.makers(product) if m.operating)
        return tuple(dict.fromkeys(brief(m.enterprise) for m in running))

    def _planned(self, product: str) -> str:
        found = records.first(self._reading, product)
        if found is None:
            return ""
        return text(f"diagram.segment.{found.capacity.status}", maker=brief(found.enterprise))

    def _amount(self, product: str) -> str:
        supply = self._reading.situation.supply(product)
        if supply is None or not supply.known:
            return ""
        bound = "≥" if supply.unknown_makers else ""
        value, unit = scaled(supply.known, supply.unit)
        return f"{bound}{plain(value, 4)}{unit}"

    def _missing(self, verdict: Verdict | None) -> tuple[str, ...]:
        """Mains and parts that what is made here has to buy; what is closed by policy is 稳供."""
        if verdict is None or not verdict.local:
            return ()
        products, standing = self._reading.atlas.products, self._reading.situation.standing
        lacking = [p for p in verdict.missing if standing(p) is not Standing.SHUT]
        lacking.sort(key=lambda p: (-verdict.missing[p], p))
        return tuple(self._names.get(p) or products[p].label for p in lacking)


def _sections(chain: Chain) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, section in enumerate(chain.sections):
        for member in section.members:
            found[member.product] = SHARED if found.get(member.product, at) != at else at
    return found


def _words(verdict: Verdict | None) -> tuple[Word, ...]:
    if verdict is None:
        return ()
    return tuple(w for w in sorted(verdict.words, key=ORDER.__getitem__) if w in ACTED_ON)


def _sole(verdict: Verdict | None) -> Tag | None:
    tags = verdict.tags if verdict else ()
    return next((t for t in tags if t in SOLE), None)


# -- parts of a graph


def folded(graph: Graph, product: str) -> Graph:
    """Only the up- and downstream of a product; all where the graph does not have it."""
    if product not in graph.by_id:
        return graph
    kept = _reach(graph, product, back=True) | _reach(graph, product, back=False)
    return _part(graph, kept, graph.by_id[product].name)


def boxed(graph: Graph, key: str) -> Graph:
    """A segment with what goes directly into it and comes from it; all for an unknown one."""
    found = next((s for s in graph.segments if s.key == key), None)
    if found is None:
        return graph
    inside = set(found.items)
    near = {e.source for e in graph.edges if e.target in inside}
    near |= {e.target for e in graph.edges if e.source in inside}
    return _part(graph, inside | near, found.name)


def limited(graph: Graph, products: Collection[str], words: str) -> Graph:
    """Only ``products``; ``words`` say which part of the chain they are."""
    return _part(graph, set(products).intersection(graph.by_id), words)


def _reach(graph: Graph, product: str, *, back: bool) -> set[str]:
    seen, queue = {product}, [product]
    while queue:
        at = queue.pop()
        edges_ = graph.into.get(at, ()) if back else graph.out.get(at, ())
        for edge in edges_:
            other = edge.source if back else edge.target
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return seen


def _part(graph: Graph, kept: set[str], words: str) -> Graph:
    """The graph of these products only; boxes without any are gone."""
    inside = [
        replace(s, items=tuple(p for p in s.items if p in kept))
        for s in graph.segments
        if kept.intersection(s.items)
    ]
    return replace(
        graph,
        items=tuple(i for i in graph.items if i.id in kept),
        edges=tuple(e for e in graph.edges if e.source in kept and e.target in kept),
        segments=tuple(replace(s, id=at) for at, s in enumerate(inside)),
        part=words,
    )
