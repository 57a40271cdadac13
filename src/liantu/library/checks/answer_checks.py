"""Doubts about answers, declarations and what else says that something is made without a firm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from liantu.issues import Issue, Place
from liantu.library.checks.doubts import at, issue
from liantu.model import Atlas, Cluster, Figure
from liantu.model.verification import UNPLACED, WHOLE, Answer, Declaration, Reply
from liantu.numerals import plain

_FILE = Place("verification.yaml")


def answers(atlas: Atlas) -> Iterator[Issue]:
    """Answers that hold nowhere or never, or that lack what they promise."""
    for reply in atlas.answers:
        for code in _troubles(reply, atlas):
            yield _reply(atlas, f"library.answer_{code}", reply)


def _troubles(reply: Reply, atlas: Atlas) -> Iterator[str]:
    if _unplaced(reply.county, atlas):
        yield "county"
    if reply.until and reply.until <= reply.date:
        yield "until"
    if reply.answer is Answer.ASKED and reply.due and reply.due < reply.date:
        yield "due"
    if reply.answer is Answer.MADE and not reply.firms:
        yield "firms"


def contradictions(atlas: Atlas) -> Iterator[Issue]:
    """Answers of one county, product and day that say different things."""
    seen: dict[tuple[str, str, str], Reply] = {}
    for reply in atlas.answers:
        first = seen.setdefault((reply.product, reply.county, reply.date), reply)
        if first.answer is not reply.answer:
            place = first.place or _FILE
            yield _reply(atlas, "library.answer_conflict", reply, place)


def _reply(atlas: Atlas, code: str, reply: Reply, first: Place | None = None) -> Issue:
    found = at(
        code,
        reply.place or _FILE,
        product=atlas.products[reply.product].name,
        county=reply.county,
        date=reply.date,
        due=reply.due,
        until=reply.until,
        first=str(first or ""),
    )
    return replace(found, related=(first,)) if first else found


def declarations(atlas: Atlas) -> Iterator[Issue]:
    """Declarations that hold nowhere or never, or whose counts cannot be."""
    for told in atlas.declarations:
        for code in _flaws(told, atlas):
            params = {"county": told.county, "date": told.date, "until": told.until}
            counts = {"listed": told.listed or 0.0, "recorded": told.recorded or 0.0}
            numbers = {key: plain(value) for key, value in counts.items()}
            yield at(f"library.declaration_{code}", told.place or _FILE, **params, **numbers)


def _flaws(told: Declaration, atlas: Atlas) -> Iterator[str]:
    if _unplaced(told.county, atlas):
        yield "county"
    if told.until and told.until <= told.date:
        yield "until"
    if told.listed is not None and told.recorded is not None and told.listed < told.recorded:
        yield "counts"


def _unplaced(county: str, atlas: Atlas) -> bool:
    known = atlas.library.region.counties
    return bool(known) and county not in (*known, WHOLE, UNPLACED)


def registers(atlas: Atlas) -> Iterator[Issue]:
    """The figure of the register, where it has no number to count by."""
    figure = atlas.figures.get(atlas.library.registered)
    if figure is not None and figure.amount is None:
        yield issue(atlas, "library.registered", f"figure:{figure.id}", item=figure.item)


def undated_groups(atlas: Atlas) -> Iterator[Issue]:
    """Clusters and figures that say what is made, but not when."""
    told: dict[str, Cluster | Figure] = {
        **{f"cluster:{id_}": item for id_, item in atlas.clusters.items()},
        **{f"figure:{id_}": item for id_, item in atlas.figures.items()},
    }
    for key, item in told.items():
        dated = item.year or any(
            atlas.sources[id_].date for id_ in item.sources if id_ in atlas.sources
        )
        if item.products and not dated:
            name = item.name if isinstance(item, Cluster) else item.item
            yield issue(atlas, "library.group_year", key, name=name)
