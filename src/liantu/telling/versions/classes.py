"""Products whose class is another than before, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from liantu.analysis.diagnosis import Verdict
from liantu.library.difference import Changed
from liantu.model import Atlas
from liantu.model.classes import ORDER, Word
from liantu.model.standing import Standing
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.names import brief
from liantu.telling.standing import class_words, standing_word
from liantu.telling.versions.comparison import Comparison
from liantu.telling.versions.concerned import products_of
from liantu.telling.versions.pieces import pieces
from liantu.telling.versions.plants import plant_rows
from liantu.telling.versions.rows import words as told_of
from liantu.telling.versions.values import some
from liantu.wording import text

MOST = 2
"""Reasons that a row tells."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ClassRow:
    """A product from class to class; ``how``: it became local (``added``), is no longer
    (``removed``), or something else of it is another (``changed``).
    """

    product: str
    how: str
    name: str
    chain: str
    before: str
    after: str
    why: str
    target: Target | None

    @property
    def turn(self) -> str:
        """``疑似断链 → 在产``."""
        return f"{self.before} → {self.after}"


def class_rows(found: Comparison, chain: str = "") -> list[ClassRow]:
    """What became local, what is no longer, then the others, each the most urgent first; of a
    ``chain`` what it shows.
    """
    plants: dict[str, list[str]] = {}
    for plant in plant_rows(found) if found.one_base else ():
        plants.setdefault(plant.product, []).append(plant.line)
    rows = [(change.product, _how(change.gained, change.lost)) for change in found.classes]
    rows += [(product, "added") for product in found.came]
    rows += [(product, "removed") for product in found.went]
    if chain:
        shown = found.shown(chain)
        rows = [(product, how) for product, how in rows if product in shown]
    by_product = _by_product(found.things)
    made = [
        _row(found, product, how, _Known(by_product.get(product, ()), plants.get(product, ())))
        for product, how in rows
    ]
    order = {"added": 0, "removed": 1, "changed": 2}
    return sorted(made, key=lambda row: (order[row.how], _urgency(found, row.product)))


def _how(gained: bool, lost: bool) -> str:
    return "added" if gained else "removed" if lost else "changed"


def _urgency(found: Comparison, product: str) -> int:
    verdicts = (v.reading.verdicts.get(product) for v in (found.after, found.before))
    words = [word for verdict in verdicts if verdict for word in verdict.words]
    return min((ORDER[word] for word in words), default=len(ORDER))


def _by_product(things: Sequence[Changed]) -> Mapping[str, Sequence[Changed]]:
    found: dict[str, list[Changed]] = {}
    for changed in things:
        for product in products_of(changed):
            found.setdefault(product, []).append(changed)
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a product to have changed: its data, and of the same data its plants."""

    own: Sequence[Changed] = ()
    plants: Sequence[str] = ()


def _row(found: Comparison, product: str, how: str, known: _Known) -> ClassRow:
    old, new = (v.reading.verdicts.get(product) for v in (found.before, found.after))
    reading = found.after.reading if new else found.before.reading
    chain = reading.chain_for(product)
    return ClassRow(
        product=product,
        how=how,
        name=found.names.of("product", product),
        chain=found.names.of("chain", chain) if chain else "",
        before=_stand(old),
        after=_stand(new),
        why="；".join(list(_why(found, product, known))[:MOST]),
        target=Target("product", product) if new else None,
    )


def _stand(verdict: Verdict | None) -> str:
    """The class, or how it stands where the class says nothing."""
    if verdict is None:
        return text("version.class.none")
    if verdict.worst in (None, Word.STEADY):
        return standing_word(verdict)
    return class_words(verdict)


# -- why


def _why(found: Comparison, product: str, known: _Known) -> Iterator[str]:
    """Its own data and plants first, then the date where that alone does it, then its users and
    materials, then amounts, else the products round it.
    """
    told = [*_own(found, product, known.own), *known.plants]
    if product in found.drift and not found.one_base:
        told.append(_date(found, product))
    old, new = (v.reading.verdicts.get(product) for v in (found.before, found.after))
    if old and new:
        told += _grouped(old, new)
        turned = old.local != new.local
        told += _neighbours(found, product) if turned and not told else ()
        told += _around(found, old, new)
    yield from told or list(_neighbours(found, product)) or [text("version.why.around")]


def _grouped(old: Verdict, new: Verdict) -> Iterator[str]:
    """That a group of firms is on record now, or is no longer."""
    if new.standing is Standing.GROUP and old.standing is not Standing.GROUP:
        yield text("version.why.group")
    if old.standing is Standing.GROUP and not new.local:
        yield text("version.why.group.ended")


def _date(found: Comparison, product: str) -> str:
    """The two dates, with what began or ended between them."""
    old, new = found.before.reading.date, found.after.reading.date
    told = [text("version.why.date", before=old, after=new)]
    early, late = sorted((found.before.reading.situation.day, found.after.reading.situation.day))
    turns: dict[str, str] = {}
    for firm, item in found.after.atlas.makers.get(product, ()):
        name = {"firm": brief(firm)}
        if early < item.until <= late and not item.contested:
            turns.setdefault(firm.id, text("version.why.ended", date=item.until, **name))
        if early < item.since <= late and not item.contested:
            status = text(f"ui.status.{item.status}")
            turns[firm.id] = text("version.why.began", date=item.since, status=status, **name)
    told += turns.values()
    return "，".join(told)


def _neighbours(found: Comparison, product: str) -> Iterator[str]:
    """Materials and users that became local or are no longer."""
    atlas = found.after.atlas
    near = {*atlas.consumers.get(product, ())}
    near |= {*atlas.inputs_of(product)} if product in atlas.products else set()
    near |= {c.product for c in found.classes if _yields(atlas, c.product, product)}
    for code in ("gained", "lost"):
        hits = [c.product for c in found.classes if getattr(c, code) and c.product in near]
        if hits:
            names = some([found.names.of("product", one) for one in hits])
            yield text(f"version.why.{code}", names=names)


def _yields(atlas: Atlas, maker: str, product: str) -> bool:
    """Whether some route of ``maker`` has ``product`` beside it."""
    known = atlas.products.get(maker)
    routes = known.routes if known else ()
    return any(item.product == product for route in routes for item in route.byproducts)


def _own(found: Comparison, product: str, own: Sequence[Changed]) -> Iterator[str]:
    for changed in own:
        if changed.kind in ("enterprise", "project"):
            name = found.names.of(changed.kind, changed.id)
            words = "，".join(_narrow(found, product, changed))
            yield text("version.why.own", firm=name, words=words).strip()
    kinds = {changed.kind for changed in own}
    if "product" in kinds and product not in (*found.came, *found.went):
        yield text("version.why.product")
    if kinds & {"answer", "declaration"}:
        yield text("version.why.answer")


def _narrow(found: Comparison, product: str, changed: Changed) -> list[str]:
    """What changed in the capacities of one product."""
    sides = []
    for values in (changed.before, changed.after):
        known = values if isinstance(values, Mapping) else {}
        sides.append(
            {
                key: [one for one in known.get(key, ()) if one.get("product") == product]
                for key in ("capacities", "phases")
            }
        )
    return pieces(found.names, changed.kind, *sides) or told_of(found.names, changed)


def _was_there(found: Comparison, product: str) -> bool:
    """Whether of the same data it counted as local before: nobody knows since when it is made, and
    what is told of it later is no news.
    """
    return found.one_base and found.before.reading.situation.is_local(product)


def _around(found: Comparison, old: Verdict, new: Verdict) -> Iterator[str]:
    for code in ("uses", "fed"):
        was, now = getattr(old, code), getattr(new, code)
        came, went = [p for p in now if p not in was], [p for p in was if p not in now]
        seen = [p for p in came if _was_there(found, p)]
        sorts = {"more": [p for p in came if p not in seen], "seen": seen, "less": went}
        for sort, products in sorts.items():
            if products:
                names = some([found.names.of("product", p) for p in products])
                yield text(f"version.why.{code}.{sort}", names=names)
    if old.balance and new.balance:
        for code in ("need", "supply") if old.local and new.local else ("need",):
            if getattr(old.balance, code) == getattr(new.balance, code):
                continue
            before, after = (
                figures.least(getattr(b, code), getattr(b, f"{code}_unknown"), b.unit)
                for b in (old.balance, new.balance)
            )
            if before != after:
                yield text(f"version.why.{code}", before=before, after=after)
