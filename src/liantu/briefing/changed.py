"""What is different from an earlier date: each product from what to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.analysis.compare import Change, compare
from liantu.analysis.reading import Reading
from liantu.briefing.tables import known
from liantu.model import Chain
from liantu.telling.dates import spoken
from liantu.telling.names import brief
from liantu.telling.standing import stand
from liantu.wording import text

NAMED = 6
"""Changes that a sentence names."""


def changes(before: Reading, after: Reading, chosen: Sequence[Chain]) -> list[str]:
    """What began, what ended, and what follows from it, for the chosen chains."""
    inside = {p for c in chosen for p in known(after.atlas, c)}
    found = [c for c in compare(before.diagnosis, after.diagnosis) if c.product in inside]
    date = spoken(before.date)
    if not after.atlas.enterprises:
        return [text("brief.change.nothing", date=date)]
    if not found:
        return [text("brief.change.none", date=date)]
    return [text("brief.change.head", date=date, count=len(found)), *_lines(before, after, found)]


def _lines(before: Reading, after: Reading, found: Sequence[Change]) -> Iterator[str]:
    gained = [c for c in found if c.gained]
    lost = [c for c in found if c.lost]
    turned = [c for c in found if not (c.gained or c.lost)]
    for code, hits in (("gained", gained), ("lost", lost)):
        if hits:
            names = "、".join(_named(after, c.product) for c in hits[:NAMED])
            yield _told(code, names, len(hits))
    if turned:
        rows = "；".join(_turn(before, after, c.product) for c in _weighty(after, turned)[:NAMED])
        yield _told("turned", rows, len(turned))


def _told(code: str, names: str, count: int) -> str:
    """All of them, or the first with how many there are."""
    told = f"brief.change.{code}.more" if count > NAMED else f"brief.change.{code}"
    return text(told, names=names, count=count)


def _weighty(after: Reading, found: Sequence[Change]) -> list[Change]:
    """Key links first; what became more or less than unplanned before what did not."""
    keys = {k.product for chain in after.atlas.chains.values() for k in chain.key}

    def place(change: Change) -> tuple[bool, bool]:
        return change.product not in keys, change.before == change.after

    return sorted(found, key=place)


def _named(reading: Reading, product: str) -> str:
    """The product, with who makes it."""
    name = reading.atlas.products[product].label
    firms = reading.situation.firms(product)
    if not firms:
        return name
    return text("brief.change.maker", product=name, firm=brief(reading.atlas.enterprises[firms[0]]))


def _turn(before: Reading, after: Reading, product: str) -> str:
    """``苯酚由未布局变为疑似短链·向上``."""
    return text(
        "brief.change.row",
        product=after.atlas.products[product].label,
        before=stand(before.verdicts[product]),
        after=stand(after.verdicts[product]),
    )
