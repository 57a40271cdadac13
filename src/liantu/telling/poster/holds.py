"""守住: what hangs on one maker, and what stands still without it."""

from __future__ import annotations

from collections import Counter

from liantu.analysis.asking import home_or_key
from liantu.analysis.boards import behind
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model.target import Target
from liantu.telling.names import plain_firm as firm
from liantu.telling.names import plain_name as name
from liantu.telling.poster.model import Panel, Said
from liantu.telling.poster.words import makers, names
from liantu.wording import text

_SEVERAL = 2


def holds(reading: Reading, chain: str) -> Panel[Said]:
    """One sentence a product that is own or a key link, or on which such a one hangs; own ones
    first, then by what hangs on it. Empty where nothing is sole.
    """
    own = home_or_key(reading.atlas, chain)
    members = dict.fromkeys(m.product for m in reading.atlas.chains[chain].members())
    found = [
        v
        for p in members
        if (v := reading.verdicts.get(p)) and v.lost and own.intersection((p, *v.lost))
    ]
    reach = {v.product: behind(v.product, reading.verdicts, reading.situation) for v in found}
    found.sort(key=lambda v: (v.product not in own, -reach[v.product], -len(v.lost), v.product))
    rows = tuple(_told(reading, v, reach[v.product]) for v in found)
    return Panel(rows, _note(reading, found))


def _told(reading: Reading, verdict: Verdict, reach: int) -> Said:
    product = verdict.product
    code = "poster.hold.reach" if reach > len(verdict.lost) else "poster.hold"
    words = text(
        code,
        name=name(reading, product),
        firm=firm(reading, makers(reading, product)[0]),
        lost=names(reading, verdict.lost),
        reach=reach,
    )
    return Said(words, Target("product", product))


def _note(reading: Reading, found: list[Verdict]) -> str:
    """How many there are, and who makes most of them."""
    if not found:
        return ""
    firms = Counter(makers(reading, v.product)[0] for v in found)
    most, count = min(firms.items(), key=lambda row: (-row[1], row[0]))
    if count < _SEVERAL:
        return text("poster.hold.note", count=len(found))
    told = firm(reading, most)
    return text("poster.hold.note.most", count=len(found), firm=told, most=count)
