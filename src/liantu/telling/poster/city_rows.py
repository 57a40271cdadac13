"""The rows of the city page: a chain in one line, with the one thing that is to be done first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from liantu.analysis.asking import home_or_key
from liantu.analysis.reading import Reading
from liantu.analysis.summary import Mains
from liantu.model import Chain
from liantu.model.standing import Standing
from liantu.telling import figures
from liantu.telling.composition import Piece, composition
from liantu.telling.mark import Look, Mark, mark
from liantu.telling.names import plain_firm, plain_name
from liantu.telling.poster.city_actions import Errand
from liantu.telling.poster.model import ChainRow
from liantu.telling.standing import standing_letter
from liantu.wording import text

LEADS = 2
"""链主 that a row names."""


@dataclass(frozen=True, slots=True)
class _Way:
    """The stations of a line as marks, which of them hang together, and its two ends."""

    marks: tuple[Mark, ...] = ()
    joined: tuple[bool, ...] = ()
    ends: str = ""


def chain_row(reading: Reading, chain: Chain, errand: Errand | None) -> ChainRow:
    """The row of a chain; without an errand there is nothing that is sure enough to be named."""
    pieces, way = plain(composition(reading, chain.id)), _way(reading, chain)
    mains = reading.summary(chain.id).mains
    return ChainRow(
        chain=chain.id,
        label=chain.label,
        field=chain.field,
        pieces=pieces,
        total=sum(piece.count for piece in pieces),
        way=way.marks,
        joined=way.joined,
        ends=way.ends,
        secured=_secured(mains),
        share=mains.share if mains.tells else None,
        lacks=tuple(_lacks(mains)),
        leads=leads(reading, chain),
        board=errand.board if errand else None,
        product=errand.product if errand else "",
        action=errand.title if errand else "",
        ask=errand.ask if errand else "",
        complete=not (mains.materials or mains.parts),
    )


def by_field(reading: Reading) -> list[Chain]:
    """All chains, those of a field together, fields in the order of their first chain."""
    chains = list(reading.atlas.chains.values())
    fields = list(dict.fromkeys(chain.field for chain in chains))
    return sorted(chains, key=lambda chain: fields.index(chain.field))


def plain(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with all that is made here but not by a firm on record in one: 副产·群体·自供."""
    made = standing_letter(Standing.MADE)
    part = [p for p in pieces if p.mark.look is Look.HERE and p.mark.letter != made]
    if not part:
        return tuple(pieces)
    letter, words = standing_letter(Standing.BYPRODUCT), text("poster.city.part")
    whole = Piece(Mark(letter, Look.HERE, words), sum(piece.count for piece in part))
    at = pieces.index(part[0])
    kept = [piece for piece in pieces if piece not in part]
    return (*kept[:at], whole, *kept[at:])


# -- the line with most local stations


def _way(reading: Reading, chain: Chain) -> _Way:
    inside = {member.product for member in chain.members()}
    ways = [[p for p in line.trunk if p in reading.atlas.products] for line in chain.lines]
    ways = [way for way in ways if way]
    if not ways:
        return _Way()

    def reach(way: list[str]) -> tuple[int, float]:
        local = sum(reading.situation.is_local(p) for p in way if p in inside)
        return local, local / len(way)

    best = max(ways, key=reach)
    local = [reading.situation.is_local(p) for p in best]
    ends = text(
        "poster.city.ends",
        first=plain_name(reading, best[0]),
        last=plain_name(reading, best[-1]),
        local=sum(local),
        count=len(best),
    )
    marks = tuple(mark(reading, p) for p in best)
    return _Way(marks, tuple(a and b for a, b in pairwise(local)), ends)


# -- main materials


def _secured(mains: Mains) -> str:
    if mains.tells:
        return figures.share(mains.share)
    return text("poster.city.made", count=mains.made)


def _lacks(mains: Mains) -> Iterator[str]:
    """缺主材3, 缺部件2; where nothing lacks, what is 稳供, or that all is there."""
    pairs = (("materials", mains.materials), ("parts", mains.parts))
    found = [text(f"poster.city.{code}", count=len(ids)) for code, ids in pairs if ids]
    if not found and mains.secured:
        found = [text("poster.city.secured", count=len(mains.secured))]
    if not found and mains.tells:
        found = [text("poster.city.complete")]
    yield from found


# -- 链主


def leads(reading: Reading, chain: Chain) -> tuple[tuple[str, str], ...]:
    """At most two: those that the chain names, else who makes most of its own and key products."""
    known = [key for key in chain.leads if key in reading.atlas.enterprises]
    found = known or _makers(reading, chain)
    return tuple((key, plain_firm(reading, key)) for key in found[:LEADS])


def _makers(reading: Reading, chain: Chain) -> list[str]:
    keys = {link.product for link in chain.key}
    counts: Counter[str] = Counter()
    for product in sorted(home_or_key(reading.atlas, chain.id)):
        if reading.situation.standing(product) is Standing.MADE:
            for maker in reading.situation.firms(product):
                counts[maker] += 2 if product in keys else 1
    place = {key: at for at, key in enumerate(reading.atlas.enterprises)}
    return sorted(counts, key=lambda maker: (-counts[maker], place[maker]))
