"""The A3 page of the city (全市看板): every chain in one line, what the mayor is to do first."""

from __future__ import annotations

from collections.abc import Sequence

from liantu.analysis.aside import Aside
from liantu.analysis.certain import gaps
from liantu.analysis.reading import Reading
from liantu.analysis.summary import Mains
from liantu.model import Chain
from liantu.model.standing import ABSENT, LOCAL, Standing
from liantu.telling.assumed import assumed
from liantu.telling.composition import whole_composition
from liantu.telling.dates import spoken
from liantu.telling.poster.city_actions import city_jobs, errands
from liantu.telling.poster.city_gives import apart, gives
from liantu.telling.poster.city_rows import by_field, chain_row, plain
from liantu.telling.poster.city_spread import spread
from liantu.telling.poster.city_year import year
from liantu.telling.poster.model import CityPoster, Head
from liantu.telling.standing import coverage_sentence
from liantu.wording import text

HIGH, LOW = 0.7, 0.4
"""Shares of main materials from which a chain rests on the city, and below which it does not."""
NAMED = 3
"""Chains that a clause names."""

_POSTERS = Aside[CityPoster]()


def city_poster(reading: Reading) -> CityPoster:
    """The page of the city under a reading, remembered as long as that is."""
    return _POSTERS.of(reading, lambda: _poster(reading))


def _poster(reading: Reading) -> CityPoster:
    todo, found = errands(reading), gives(reading)
    return CityPoster(
        head=_head(reading),
        rows=tuple(chain_row(reading, c, todo.get(c.id)) for c in by_field(reading)),
        overall=overall(reading),
        jobs=city_jobs(reading),
        spread=spread(reading),
        gives=found,
        apart=apart(reading, found),
        year=year(reading),
        foot=_foot(reading),
        date=reading.date,
    )


# -- head and foot


def _head(reading: Reading) -> Head:
    pieces = plain(whole_composition(reading))
    region = reading.atlas.library.region.name
    return Head(
        title=text("poster.city.title", region=region),
        place=text(
            "poster.city.place",
            count=len(reading.atlas.chains),
            date=spoken(reading.date),
            scenario=assumed(reading) or text("ui.scenario.now"),
        ),
        whole=text("poster.city.whole", count=sum(piece.count for piece in pieces)),
        pieces=pieces,
        figures=_figures(reading),
    )


def _figures(reading: Reading) -> str:
    """关键环节 by how they stand, and the firms on record; a link of two chains counts once."""
    keys = {k.product for c in reading.atlas.chains.values() for k in c.key}
    found = [reading.situation.standing(p) for p in keys if p in reading.atlas.products]
    if not found:
        return text("poster.city.figures.none", firms=reading.coverage.running)
    external = found.count(Standing.EXTERNAL)
    return text(
        "poster.city.figures",
        count=len(found),
        seen=sum(s in LOCAL or s is Standing.CAPTIVE for s in found),
        shut=sum(s is Standing.SHUT for s in found),
        unseen=sum(s in ABSENT and s is not Standing.SHUT for s in found),
        external=text("poster.city.figures.external", count=external) if external else "",
        firms=reading.coverage.running,
    )


def _foot(reading: Reading) -> str:
    """Coverage, and as long as nothing is confirmed that all gaps are suspected."""
    found = gaps(reading)
    if not found.whole:
        return coverage_sentence(reading)
    code = "poster.city.foot.sure" if found.known else "poster.city.foot"
    return coverage_sentence(reading) + text(code, count=found.known)


# -- 总体判断


def overall(reading: Reading) -> str:
    """``n条链主材七成以上在本地（…）；k条不足四成，靠外购；j条在产环节太少，尚难判断。``"""
    chains = list(reading.atlas.chains.values())
    mains = {chain.id: reading.summary(chain.id).mains for chain in chains}
    told = sorted((c for c in chains if mains[c.id].tells), key=lambda c: -_share(mains[c.id]))
    high = [c for c in told if _share(mains[c.id]) >= HIGH]
    low = [c for c in reversed(told) if _share(mains[c.id]) < LOW]
    few = [c for c in chains if not mains[c.id].tells]
    clauses = (_clause("high", high), _clause("low", low), _clause("few", few))
    words = "；".join(filter(None, clauses))
    return text("poster.city.overall", words=words) if words else ""


def _share(mains: Mains) -> float:
    return mains.share or 0.0


def _clause(code: str, chains: Sequence[Chain]) -> str:
    if not chains:
        return ""
    names = "、".join(chain.label for chain in chains[:NAMED])
    if len(chains) > NAMED:
        names = text("poster.city.overall.more", names=names)
    return text(f"poster.city.overall.{code}", names=names, count=len(chains))
