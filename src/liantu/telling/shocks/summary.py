"""A drill in sentences, the answer first: what stops, how soon, how sure, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Hit, Outage
from liantu.model.target import Target
from liantu.numerals import plain
from liantu.telling.line import Line, joined
from liantu.telling.shocks import words
from liantu.wording import text


def headline(reading: Reading, found: Outage) -> str:
    """``汇隆停产：直接断料 1 个环节（中通客车·纯电动客车），库存不详；共 …``.

    Only lacking main materials are counted, and how many of them are 推定 is said.
    """
    name = words.shocks(reading, found.drill.shocks)
    return text("shock.summary.head", shocks=name, told="；".join(_head(reading, found)))


def _head(reading: Reading, found: Outage) -> Iterator[str]:
    mains = found.mains
    if not mains:
        yield from _no_mains(reading, found)
        return
    direct = [hit for hit in mains if hit.step == 1]
    first = words.earliest(direct or mains)
    told = {
        "lack": lack(found),
        "count": len(direct),
        "names": words.units(reading, direct),
        "days": text("shock.days.first", days=words.days(first)) if first else "",
    }
    firms = len({hit.enterprise for hit in mains})
    if len(direct) == len(mains):
        yield text("shock.summary.only", firms=firms, deduced=_deduced(mains), **told)
    else:
        yield text("shock.summary.direct", **told)
        yield text(
            "shock.summary.all",
            lack=told["lack"],
            count=len(mains),
            firms=firms,
            deduced=_deduced(mains),
        )
    rest = len(found.hits) - len(mains)
    if rest:
        yield text("shock.summary.parts_more", count=rest)
    unknown = sum(hit.structural for hit in mains)
    if unknown == len(mains):
        yield text("shock.summary.structural")
    elif unknown:
        yield text("shock.summary.structural_some", count=unknown)


def lack(found: Outage) -> str:
    """断料, or 供料减少 where all of what fails still makes a part."""
    whole = any(shock.share >= 1 for shock in found.drill.shocks)
    return text("shock.words.stops" if whole else "shock.words.less")


def _no_mains(reading: Reading, found: Outage) -> Iterator[str]:
    """What is said where no main material is lacking."""
    if not found.hits:
        yield text("shock.summary.short" if found.short else "shock.summary.none")
        return
    yield text(
        "shock.summary.parts",
        count=len(found.hits),
        names=words.units(reading, found.hits),
        deduced=_deduced(found.hits),
    )


def _deduced(found: Sequence[Hit]) -> str:
    count = sum(not hit.recorded for hit in found)
    if count == len(found):
        return text("shock.summary.deduced.all")
    code = "shock.summary.deduced" if count else "shock.summary.deduced.none"
    return text(code, count=count)


def sentences(reading: Reading, found: Outage) -> tuple[str, ...]:
    """The headline, then what else must be known before anybody acts on it."""
    return (headline(reading, found), *_rest(reading, found))


def _rest(reading: Reading, found: Outage) -> Iterator[str]:
    if found.short and found.hits:
        yield text("shock.summary.short_more", count=len(found.short))
    if found.maybe:
        yield text("shock.summary.maybe", count=len(found.maybe), names=_maybe(reading, found))
    if found.demand:
        yield text("shock.summary.demand", count=len(found.demand))
    yield basis(found)
    if found.closed:
        yield text("shock.summary.closed")


def basis(found: Outage) -> str:
    """By which supplies and assumptions it is reckoned."""
    drill = found.drill
    parts = [text("shock.basis.deduced" if drill.deduced else "shock.basis.recorded")]
    if drill.stock is None:
        parts.append(text("shock.basis.stock_unknown"))
    else:
        parts.append(text("shock.basis.stock", days=plain(drill.stock)))
    parts.append(text("shock.basis.stand_in" if drill.substitution else "shock.basis.alone"))
    parts.append(text("shock.basis.bought" if drill.outside else "shock.basis.closed"))
    return text("shock.basis", parts="；".join(parts))


def _maybe(reading: Reading, found: Outage) -> str:
    """The claims of the supplies of which it is unknown whether they are essential."""
    supplies = (reading.atlas.supplies[id_] for id_ in found.maybe)
    named = [
        text("shock.words.deal", supplier=s.supplier_name, customer=s.customer_name, claim=s.claim)
        for s in supplies
    ]
    shown = "、".join(named[: words.FEW])
    more = len(named) > words.FEW
    return text("shock.words.more", names=shown, count=len(named)) if more else shown


def hit_lines(reading: Reading, found: Outage) -> Iterator[Line]:
    """Who stands still, step by step: the days, then what it lacks, how much, and by which way."""
    step = 0
    for hit in found.hits:
        if hit.step != step:
            step = hit.step
            code = "shock.summary.step.direct" if step == 1 else "shock.summary.step"
            yield Line(text(code, step=step), head=True)
        yield hit_line(reading, hit)


def hit_line(reading: Reading, hit: Hit) -> Line:
    """One unit that stands still."""
    lost = words.loss(hit.loss, structural=hit.structural)
    remark = joined(
        words.lacking(hit),
        words.certainty(recorded=hit.recorded),
        lost if hit.structural else text("shock.words.loses", loss=lost),
        words.path(reading, hit),
    )
    name = words.unit(reading, hit.enterprise, hit.product)
    target = Target("product", hit.product)
    return Line(name, words.days(hit.days), remark, target, doubt=not hit.recorded)
