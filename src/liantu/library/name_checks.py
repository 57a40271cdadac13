"""Doubts about names: one thing entered twice?"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from liantu.issues import Issue
from liantu.library.doubts import issue
from liantu.model import Atlas


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
    """One name on several products, or on several enterprises of one county."""
    products = ((p.name, "product", p.id) for p in atlas.products.values())
    firms = ((f"{e.name}·{e.county}", "enterprise", e.id) for e in atlas.enterprises.values())
    for rows in (products, firms):
        yield from _repeated(atlas, rows)


def _repeated(atlas: Atlas, rows: Iterable[tuple[str, str, str]]) -> Iterator[Issue]:
    groups: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, kind, id_ in rows:
        groups[_bare(name)].append((kind, id_))
    for name, things in groups.items():
        if len(things) > 1:
            kind, id_ = things[1]
            ids = "、".join(i for _, i in things[:5])
            params: dict[str, str | float] = {"name": name, "count": len(things), "ids": ids}
            yield issue(atlas, "library.same_name", f"{kind}:{id_}", **params)


def _bare(name: str) -> str:
    """A name without what typing makes of it: case, widths of signs and brackets, blanks."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def aliases(atlas: Atlas) -> Iterator[Issue]:
    """A name or alias that another enterprise has as well: one firm entered twice, once renamed?

    Full names that are equal within a county are :func:`same_names`.
    """
    groups: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for firm in atlas.enterprises.values():
        for name in (firm.name, *firm.aka):
            groups[_bare(name)].setdefault(firm.id, name)
    told: set[tuple[str, ...]] = set()
    for names in groups.values():
        ids = tuple(names)
        full = {(_bare(atlas.enterprises[i].name), atlas.enterprises[i].county) for i in ids}
        if len(ids) < 2 or len(full) == 1 or ids in told:
            continue
        told.add(ids)
        params: dict[str, str | float] = {"name": names[ids[0]], "count": len(ids)}
        shown = "、".join(ids[:5])
        yield issue(atlas, "library.aliases", f"enterprise:{ids[1]}", ids=shown, **params)
