"""Doubts about names: one thing entered twice? a short name that is none?"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from liantu.issues import Issue
from liantu.jobs import each
from liantu.library.checks.doubts import at, issue, place_of
from liantu.library.firm_names import name_key
from liantu.model import Atlas, Enterprise, Product

WIDE = 6
"""Wide characters that fit on a card; two ASCII letters count one."""


def probable_duplicates(atlas: Atlas) -> Iterator[Issue]:
    """Ids that differ only in case or in ``-``/``_``/``.``."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in atlas.products:
        groups[id_.casefold().replace("-", "_").replace(".", "_")].append(id_)
    for ids in groups.values():
        if len(ids) > 1:
            key = f"product:{ids[1]}"
            yield issue(atlas, "library.similar_ids", key, ids="、".join(ids[:5]))


def same_names(atlas: Atlas) -> Iterator[Issue]:
    """One name on several products, or on several enterprises of one county; their legal form and
    brackets make no other name.
    """
    products = ((_bare(p.name), p.name, p.id) for p in atlas.products.values())
    yield from _repeated(atlas, "product", products)
    firms = (
        (f"{name_key(e.name)}·{e.county}", f"{e.name}·{e.county}", e.id)
        for e in atlas.enterprises.values()
    )
    yield from _repeated(atlas, "enterprise", firms)


def _repeated(atlas: Atlas, kind: str, rows: Iterable[tuple[str, str, str]]) -> Iterator[Issue]:
    """One problem for each key (of key, name, id) that several have, at the second of them."""
    groups: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, name, id_ in each(rows):
        groups[key].append((name, id_))
    for things in groups.values():
        if len(things) > 1:
            name, id_ = things[1]
            ids = "、".join(i for _, i in things[:5])
            params: dict[str, str | float] = {"name": name, "count": len(things), "ids": ids}
            yield issue(atlas, "library.same_name", f"{kind}:{id_}", **params)


def _bare(name: str) -> str:
    """A name without what typing makes of it: case, widths of signs and brackets, blanks."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def aliases(atlas: Atlas) -> Iterator[Issue]:
    """A name or alias that another enterprise has as well: one firm entered twice, once renamed?
    Legal form, brackets and blanks make no other name.

    Full names that are equal within a county are :func:`same_names`.
    """
    groups: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for firm in each(atlas.enterprises.values()):
        for name in (firm.name, *firm.aka):
            groups[name_key(name)].setdefault(firm.id, name)
    told: set[tuple[str, ...]] = set()
    for names in groups.values():
        ids = tuple(names)
        full = {(name_key(atlas.enterprises[i].name), atlas.enterprises[i].county) for i in ids}
        if len(ids) < 2 or len(full) == 1 or ids in told:
            continue
        told.add(ids)
        params: dict[str, str | float] = {"name": names[ids[0]], "count": len(ids)}
        shown = "、".join(ids[:5])
        yield issue(atlas, "library.aliases", f"enterprise:{ids[1]}", ids=shown, **params)


def wide_shorts(atlas: Atlas) -> Iterator[Issue]:
    """Short names that no card has room for."""
    for kind, thing in _things(atlas):
        if _width(thing.short) > 2 * WIDE:
            key = f"{kind}:{thing.id}"
            yield issue(atlas, "library.short_wide", key, short=thing.short, limit=WIDE)


def same_shorts(atlas: Atlas) -> Iterator[Issue]:
    """Short names that several products have, or that another enterprise is called by."""
    groups: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for kind, thing in _things(atlas):
        if thing.short:
            groups[kind, _bare(thing.short)][thing.id] = None
    for firm in atlas.enterprises.values():
        for name in (firm.name, *firm.aka):
            found = groups.get(("enterprise", _bare(name)))
            if found is not None:
                found[firm.id] = None
    for (kind, _), ids in groups.items():
        if len(ids) > 1:
            yield _shared(atlas, kind, tuple(ids))


def _shared(atlas: Atlas, kind: str, ids: tuple[str, ...]) -> Issue:
    """One short name on several things: told at the second of those that give it as such, else at
    the only one.
    """
    things: Mapping[str, Product | Enterprise] = (
        atlas.enterprises if kind == "enterprise" else atlas.products
    )
    short = things[ids[0]].short
    second = _bare(things[ids[1]].short) == _bare(short)
    here, other = (ids[1], ids[0]) if second else (ids[0], ids[1])
    first = place_of(atlas, f"{kind}:{other}")
    params = {"short": short, "ids": "、".join(ids[:5]), "first": str(first)}
    found = at("library.short_twice", place_of(atlas, f"{kind}:{here}"), **params)
    return replace(found, related=(first,))


def _things(atlas: Atlas) -> Iterator[tuple[str, Product | Enterprise]]:
    for product in each(atlas.products.values()):
        yield "product", product
    for firm in each(atlas.enterprises.values()):
        yield "enterprise", firm


def _width(name: str) -> int:
    """Columns of a text: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in name)
