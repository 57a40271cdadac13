"""The words for what a drill says: what fails, who stands still, how soon, how sure it is.

Windows, maps, papers and commands take them from here, so that all say the same. A figure that is
not known is never told: an interval stands in its place, or that only the structure can be judged.
"""

from __future__ import annotations

from collections.abc import Iterable

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Hit, Span, Step, Term
from liantu.analysis.shocks.weaving import Node, NodeKind
from liantu.model.drill import Shock
from liantu.numerals import plain
from liantu.telling.drills import shock_words
from liantu.telling.names import plain_firm, plain_name
from liantu.wording import text

FEW = 3
"""Units that a sentence names."""
_SLIP = 5e-4
"""Shares that differ by less are told as one figure: a per mill is not seen."""
_DIGITS = 3


def shocks(reading: Reading, found: Iterable[Shock]) -> str:
    """``汇隆停产、莘县企业停产``: all that fails in a drill."""
    return "、".join(filter(None, (shock_words(reading.atlas, each) for each in found)))


def node(reading: Reading, found: Node) -> str:
    """``中通客车·纯电动客车``, ``本地方矩形管``, ``市外双酚A``, or the name of a party."""
    product = plain_name(reading, found.product) if found.product else ""
    if found.enterprise in reading.atlas.enterprises:
        return unit(reading, found.enterprise, found.product)
    if found.kind is NodeKind.PARTY:
        return text("shock.words.unit", firm=found.name, product=product) if product else found.name
    kind = found.kind if found.kind is not NodeKind.UNIT else NodeKind.MARKET
    return text(f"shock.words.node.{kind}", product=product)


def unit(reading: Reading, enterprise: str, product: str) -> str:
    """``中通客车·纯电动客车``."""
    firm = plain_firm(reading, enterprise)
    return text("shock.words.unit", firm=firm, product=plain_name(reading, product))


def days(found: Term) -> str:
    """``当天``, ``3 天``, ``3～10 天``, ``至少 3 天`` where a stock on the way is unknown, or
    ``库存不详`` where all of them are.
    """
    low = plain(found.low, _DIGITS)
    if found.high is None:
        return text("shock.days.least", days=low) if found.low else text("shock.days.unknown")
    if found.high == found.low:
        return text("shock.days", days=low) if found.low else text("shock.days.now")
    return text("shock.days.between", low=low, high=plain(found.high, _DIGITS))


def loss(found: Span, *, structural: bool = False) -> str:
    """``40%``, ``20%～60%``; where the volumes are unknown that only the structure is judged."""
    if structural:
        return text("shock.loss.structural")
    low, high = share(found.low), share(found.high)
    if low == high or found.high - found.low < _SLIP:
        return high
    return text("shock.loss.between", low=low, high=high)


def share(value: float) -> str:
    """``40%``; a share that is not nothing is never told as 0 %."""
    words = f"{value * 100:.0f}%"
    return text("shock.loss.little") if value > 0 and words == "0%" else words


def certainty(*, recorded: bool) -> str:
    """有据 where every step is on record, else 推定."""
    return text("shock.words.recorded" if recorded else "shock.words.deduced")


def lacking(found: Hit) -> str:
    """缺主材, or 缺部件或关键辅料."""
    return text("shock.words.main" if found.main else "shock.words.part")


def path(reading: Reading, found: Hit) -> str:
    """``汇隆·客车骨架 → 中通客车·纯电动客车``: how it is reached; a step without a record is marked
    推定, and what goes over beside the product of a plant is named: no alumina starves a
    thermometer, but the gallium does that comes with it.
    """
    if not found.path:
        return unit(reading, found.enterprise, found.product)
    words = node(reading, found.path[0].supplier)
    for step in found.path:
        words = text(
            "shock.words.arrow" if step.supply else "shock.words.arrow_deduced",
            before=_giving(reading, step, words),
            after=node(reading, step.customer),
        )
    return words


def _giving(reading: Reading, step: Step, before: str) -> str:
    """The supplier of a step, with what it gives where that only comes beside its product."""
    if step.supplier.product in ("", step.product):
        return before
    return text("shock.words.beside", before=before, product=plain_name(reading, step.product))


def units(reading: Reading, found: Iterable[Hit]) -> str:
    """``时风集团·尼龙6切片、锦纶帘子布``: the first few of them, and how many there are where
    these are not all.
    """
    rows = list(found)
    names: list[str] = []
    of = ""
    for hit in rows[:FEW]:  # who has several is named once
        told = unit(reading, hit.enterprise, hit.product)
        names.append(plain_name(reading, hit.product) if hit.enterprise == of else told)
        of = hit.enterprise
    more = len(rows) > FEW
    joined = "、".join(names)
    return text("shock.words.more", names=joined, count=len(rows)) if more else joined


def earliest(found: Iterable[Hit]) -> Term | None:
    """When the first of them stands still: the earliest, and the latest that is bounded."""
    terms = [hit.days for hit in found]
    if not terms:
        return None
    known = [term.high for term in terms if term.high is not None]
    return Term(min(term.low for term in terms), min(known, default=None))
