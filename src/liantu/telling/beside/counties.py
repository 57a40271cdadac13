"""The figures of a county that can stand beside those of another."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.certain import tallies
from liantu.analysis.reading import Reading
from liantu.analysis.summary import Ratio, mains_of
from liantu.model.classes import RANKED
from liantu.telling.beside import chains, figures
from liantu.telling.beside.figures import Value
from liantu.telling.charts.placed import firms
from liantu.telling.charts.sole import bound
from liantu.telling.lists.column import Scope
from liantu.telling.lists.places import CountyRow, county_rows
from liantu.telling.trust import trust_of


def row(reading: Reading, county: str) -> CountyRow | None:
    """What the list 县市区 says of a county; ``None`` where no enterprise is on record there."""
    scope = Scope(chains=tuple(reading.atlas.chains), city=True)
    return next((r for r in county_rows(reading, scope) if r.county == county), None)


def values(reading: Reading, county: str) -> chains.Values:
    """All figures of a county."""
    return dict(_values(reading, county, row(reading, county)))


def _values(reading: Reading, county: str, found: CountyRow | None) -> Iterator[tuple[str, Value]]:
    atlas = reading.atlas
    there = [e.id for e in firms(reading, county).recorded]
    made = found.made if found is not None else ()
    leads = dict.fromkeys(e for c in atlas.chains.values() for e in c.leads if e in set(there))
    yield from chains.firms(reading, there, leads)
    yield "made", figures.counted(len(made), chains.unit_of("made"), chains.names(reading, made))
    acting = found.chains if found is not None else {}
    labels = "、".join(atlas.chains[c].label for c in acting)
    ratio = Ratio(len(acting), len(atlas.chains))
    yield "chains", figures.part(ratio, chains.unit_of("chains"), labels)
    links = dict.fromkeys(k.product for c in atlas.chains.values() for k in c.key)
    keys = [p for p in links if p in made]
    told = chains.names(reading, keys)
    yield "keys", figures.part(Ratio(len(keys), len(links)), chains.unit_of("keys"), told)
    found_mains = mains_of(atlas, reading.diagnosis, made)
    yield "mains", figures.mains(found_mains)
    yield "lacking", chains.lacking(atlas, found_mains)
    for word, tally in tallies(reading, made).items():
        if word not in RANKED:
            yield word, figures.counted(tally.whole, chains.unit_of(word))
    single = [v.product for v in bound(reading, made)]
    told = chains.names(reading, single)
    yield "sole", figures.part(Ratio(len(single), len(made)), chains.unit_of("sole"), told)
    own = [p for p in atlas.projects.values() if p.county == county]
    yield "projects", chains.projects(own)
    rows = [(e, c) for e in map(atlas.enterprises.__getitem__, there) for c in e.capacities]
    yield from chains.trust(trust_of(atlas, rows, ()))
