"""The lists that go by place and by chain: counties, industrial clusters, chains."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.analysis.summary import ChainSummary, Ratio
from liantu.model import Cluster, Honour
from liantu.model.classes import LISTS as CLASSES
from liantu.model.classes import by_list
from liantu.model.statements import held
from liantu.model.target import Target
from liantu.telling import completeness
from liantu.telling.lists.column import Column, List, Scope, amount, count, listed
from liantu.telling.relations import titles
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CountyRow:
    """A county; ``chains`` counts its enterprises by chain, ``made`` what they operate."""

    county: str
    firms: int
    made: tuple[str, ...]
    chains: Mapping[str, int]
    reading: Reading


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ClusterRow:
    """An industrial cluster as sources describe it."""

    cluster: Cluster
    chain: str
    honours: tuple[Honour, ...]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ChainRow:
    """What a chain counts: its classes and what its page tells."""

    id: str
    name: str
    classes: Mapping[str, int]
    summary: ChainSummary


def county_rows(reading: Reading, scope: Scope) -> list[CountyRow]:
    """Counties with enterprises, in official order."""
    atlas, wanted = reading.atlas, scope.firms(reading)
    inside: defaultdict[str, list[str]] = defaultdict(list)
    for key in wanted:
        inside[atlas.enterprises[key].county].append(key)
    in_chain = {c: set(reading.summary(c, scope.section).enterprises) for c in scope.chains}
    known = set(wanted)
    made: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for product in scope.products(reading):
        for maker in known.intersection(reading.verdicts[product].makers):
            made[atlas.enterprises[maker].county][product] = None
    return [
        CountyRow(
            county=county,
            firms=len(inside[county]),
            made=tuple(made[county]),
            chains=Counter({c: n for c in in_chain if (n := len(in_chain[c] & {*inside[county]}))}),
            reading=reading,
        )
        for county in dict.fromkeys([*atlas.library.region.counties, *inside])
        if inside.get(county)
    ]


def _in_chains(row: CountyRow) -> str:
    order = sorted(row.chains.items(), key=lambda pair: -pair[1])
    return "、".join(f"{row.reading.atlas.chains[c].label} {n}" for c, n in order)


def _clusters(reading: Reading, scope: Scope) -> list[ClusterRow]:
    """Clusters of the chains, as filed."""
    return [
        ClusterRow(
            cluster=c,
            chain=reading.atlas.chains[c.chain].label,
            honours=held(c.honours, reading.situation.day),
        )
        for c in reading.atlas.clusters.values()
        if c.chain in scope.chains
    ]


def _chains(reading: Reading, scope: Scope) -> list[ChainRow]:
    """The chains, each counted for itself."""
    return [_chain(reading, key, scope.section) for key in scope.chains]


def _chain(reading: Reading, key: str, section: str | None) -> ChainRow:
    return ChainRow(
        id=key,
        name=reading.atlas.chains[key].label,
        classes=by_list(reading.chain_counts(key, section)),
        summary=reading.summary(key, section),
    )


def ratio(value: Ratio) -> str:
    """``12/27``, or none for a ratio of nothing."""
    return f"{value.part}/{value.whole}" if value.whole else text("brief.none")


def _ratio(id_: str, get: Callable[[ChainSummary], Ratio]) -> Column[ChainRow]:
    return amount(
        id_, lambda r: ratio(get(r.summary)), lambda r: get(r.summary).value, 4, percent=True
    )


def _told(id_: str, tell: Callable[[ChainSummary], str], width: int = 150) -> Column[ChainRow]:
    """A number of a chain in words."""
    return Column(id_, lambda r: tell(r.summary), width=width)


def _class(on: str) -> Column[ChainRow]:
    return count(on, lambda r: r.classes[on], 70, f"class.list.{on}", unit="link")


def _made(row: CountyRow) -> str:
    return "、".join(row.reading.atlas.products[p].name for p in row.made)


COUNTY_COLUMNS: tuple[Column[CountyRow], ...] = (
    Column("county", lambda r: r.county, width=90),
    count("firms", lambda r: r.firms, unit="firm"),
    count("made_count", lambda r: len(r.made), unit="link"),
    Column("in_chains", _in_chains, title="ui.column.chain", width=360),
    Column("made", _made, title="ui.column.products", width=480),
)
CLUSTER_COLUMNS: tuple[Column[ClusterRow], ...] = (
    Column("chain", lambda r: r.chain),
    Column("cluster", lambda r: r.cluster.name, edit="name", width=210),
    Column("county", lambda r: r.cluster.county, edit="county", width=90),
    Column("titles", lambda r: titles(r.honours), title="ui.column.honours", width=240),
    Column("scale", lambda r: r.cluster.scale or text("ui.unknown"), edit="scale", width=420),
    Column("year", lambda r: r.cluster.year, edit="year", width=70),
    Column("note", lambda r: r.cluster.note, edit="note", width=280),
)
CHAIN_COLUMNS: tuple[Column[ChainRow], ...] = (
    Column("chain", lambda r: r.name, width=140),
    count("product_count", lambda r: r.summary.products, title="ui.column.product", unit="link"),
    count("local", lambda r: r.summary.local, unit="link"),
    _told("keys", completeness.keys, 220),
    _told("span", lambda s: completeness.span(s.span)),
    _told("mains", lambda s: completeness.secured(s.mains)),
    _told("lacking", lambda s: completeness.lacking(s.mains), 200),
    _ratio("coverage", lambda r: r.coverage),
    _ratio("closure", lambda r: r.closure),
    *(_class(on) for on in CLASSES),
    count(
        "enterprises",
        lambda r: len(r.summary.enterprises),
        title="ui.column.enterprise",
        unit="firm",
    ),
)

LISTS = (
    List(id="regions", columns=COUNTY_COLUMNS, rows=county_rows, key=lambda row: row.county),
    List(
        id="clusters",
        columns=CLUSTER_COLUMNS,
        rows=_clusters,
        key=lambda row: row.cluster.id,
        filters="chain county",
        paper={"cluster": 2.2, "county": 0.9, "titles": 2.2, "scale": 3.6, "year": 0.7},
        record=lambda row: Target("cluster", row.cluster.id),
        kind="cluster",
    ),
    listed("chains", "chain", CHAIN_COLUMNS, _chains),
)
