"""断供 in dossiers: what stands still if a thing fails, and whose failure reaches it; every line
leads to the drill in which that fails.
"""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.exposure import Exposure
from liantu.model import Supply
from liantu.model.drill import Shock, ShockKind
from liantu.model.target import DRILLED, Target
from liantu.telling.line import Line, Part, folded, how_many, joined
from liantu.telling.relations import supplies_of
from liantu.telling.shocks.rows import shock_name
from liantu.wording import text

MOST = 3
"""Suppliers on record that are named at once."""
REACHING = 12
"""Of those whose failure reaches a thing so many are listed, what most hangs on first."""


def of_firm(reading: Reading, enterprise: str) -> Iterator[Part]:
    """What hangs on an enterprise and who supplies it on record, then who else reaches it."""
    reaching = {e.id: e for e in _reaching(reading, enterprise)}
    supplies = sorted(_suppliers(reading, enterprise), key=lambda s: s.supplier not in reaching)
    lines = [*_own(reading, ShockKind.ENTERPRISE, enterprise)]
    lines += [_supplier(reading, s, s.supplier in reaching) for s in supplies[:MOST]]
    if lines:
        yield Part(text("ui.part.outage"), tuple(lines), "ui.part.outage")
    later = [_supplier(reading, s, s.supplier in reaching) for s in supplies[MOST:]]
    known = {s.supplier for s in supplies}
    others = [_line(reading, e) for e in reaching.values() if e.id not in known]
    if later or others:
        yield folded("ui.part.reaching", how_many([*later, *others]), [*later, *_few(others)])


def of_product(reading: Reading, product: str) -> Iterator[Part]:
    """What hangs on a product, and whose failure reaches those who make it."""
    lines = [line for kind in _OF_PRODUCT for line in _own(reading, kind, product)]
    gist = lines[0].words if lines else text("ui.outage.none")
    found = [e for e in reading.reaching.get(("product", product), ()) if e.id != product]
    if found:
        lines.append(Line(text("ui.part.reaching"), head=True))
        lines += _few([_line(reading, e) for e in found])
    if lines:
        yield folded("ui.part.outage", gist, lines)


def _few(lines: list[Line]) -> list[Line]:
    """The first of them, and how many more there are."""
    more = len(lines) - REACHING
    rest = [Line(text("ui.outage.more", count=more))] if more > 0 else []
    return [*lines[:REACHING], *rest]


_OF_PRODUCT = (ShockKind.PRODUCT, ShockKind.OUTSIDE)


def _reaching(reading: Reading, enterprise: str) -> Iterator[Exposure]:
    """Whose failure reaches an enterprise: other firms first, then what it buys; that all makers of
    a product fail says nothing of one of them, and nothing new where there is one.
    """
    own = {c.product for c in reading.atlas.enterprises[enterprise].capacities}
    found = reading.reaching.get(("enterprise", enterprise), ())
    yield from (e for e in found if e.kind is ShockKind.ENTERPRISE)
    yield from (e for e in found if e.kind is ShockKind.OUTSIDE)
    whole = (e for e in found if e.kind is ShockKind.PRODUCT and e.id not in own)
    yield from (e for e in whole if len(reading.situation.firms(e.id)) != 1)


def _suppliers(reading: Reading, enterprise: str) -> list[Supply]:
    """One supply on record for each other firm that supplies it."""
    found: dict[str, Supply] = {}
    for supply in supplies_of(reading.atlas, enterprise=enterprise):
        if supply.customer == enterprise and supply.supplier not in ("", enterprise):
            found.setdefault(supply.supplier, supply)
    return list(found.values())


def _own(reading: Reading, kind: ShockKind, id_: str) -> Iterator[Line]:
    """How much stands still if it fails; nothing where nothing does."""
    found = reading.exposed.get((kind, id_))
    if found is None:
        return
    words = text(
        f"ui.outage.own.{kind}",
        units=found.total,
        firms=len(found.firms),
        deduced=found.total - found.recorded,
    )
    yield Line(words, text("ui.outage.drill"), target=_target(kind, id_))


def _supplier(reading: Reading, supply: Supply, reaches: bool) -> Line:
    """The failure of a supplier on record, with what is said of it and by whom."""
    atlas = reading.atlas
    sources = (atlas.sources[s].title for s in supply.sources if s in atlas.sources)
    told = text("ui.outage.source", titles="；".join(sources)) if supply.sources else ""
    open_ = "" if reaches else text("ui.outage.maybe")
    return Line(
        shock_name(atlas, Shock(ShockKind.ENTERPRISE, supply.supplier)),
        text("ui.outage.deduced" if supply.inferred else "ui.outage.recorded"),
        joined(supply.claim, open_, supply.note, told),
        _target(ShockKind.ENTERPRISE, supply.supplier),
        supply.inferred,
    )


def _line(reading: Reading, found: Exposure) -> Line:
    """The failure of something else, and whether supplies on record alone tell what it does."""
    name = shock_name(reading.atlas, Shock(found.kind, found.id))
    target = _target(found.kind, found.id)
    some = "some" if found.recorded else "deduced"
    code = "recorded" if found.recorded == found.total else some
    return Line(name, text(f"ui.outage.{code}"), target=target, doubt=code != "recorded")


def _target(kind: ShockKind, id_: str) -> Target:
    return Target(f"{DRILLED}{kind}", id_)
