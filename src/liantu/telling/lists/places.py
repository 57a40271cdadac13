"""The lists that go by place and by chain: counties, industrial clusters, chains."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.analysis.summary import Ratio
from liantu.model import Cluster
from liantu.model.classes import LISTS as CLASSES
from liantu.model.classes import by_list
from liantu.model.target import Target
from liantu.telling.lists.column import Column, List, Scope, count
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


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ChainRow:
    """What a chain counts; without ``id``, all chosen chains together, each thing once. Chains
    have no ``closure`` together: what ends one chain goes on in another.
    """

    id: str
    name: str
    products: int
    local: int
    coverage: Ratio
    closure: Ratio | None
    classes: Mapping[str, int]
    enterprises: int


def _counties(reading: Reading, scope: Scope) -> list[CountyRow]:
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
        ClusterRow(cluster=c, chain=reading.atlas.chains[c.chain].label)
        for c in reading.atlas.clusters.values()
        if c.chain in scope.chains
    ]


def _chains(reading: Reading, scope: Scope) -> list[ChainRow]:
    """The chains, each counted for itself."""
    return [_chain(reading, key, scope.section) for key in scope.chains]


def _chain(reading: Reading, key: str, section: str | None) -> ChainRow:
    summary = reading.summary(key, section)
    return ChainRow(
        id=key,
        name=reading.atlas.chains[key].label,
        products=summary.products,
        local=summary.local,
        coverage=summary.coverage,
        closure=summary.closure,
        classes=by_list(reading.chain_counts(key, section)),
        enterprises=len(summary.enterprises),
    )


def together(reading: Reading, scope: Scope) -> ChainRow:
    """The chains together: a product or firm of several of them counts once, so that the sums are
    those of the city and less than those of the rows.
    """
    products = list(dict.fromkeys(product for _, product, _ in scope.members(reading)))
    items = [reading.atlas.products[p] for p in products]
    wanted = [p.id for p in items if not (p.raw or p.utility)]
    local = [p for p in products if reading.situation.is_local(p)]
    return ChainRow(
        id="",
        name=text("brief.overview.together"),
        products=len(products),
        local=len(local),
        coverage=Ratio(len({*wanted} & {*local}), len(wanted)),
        closure=None,
        classes=by_list(reading.counts(products)),
        enterprises=len(scope.firms(reading)),
    )


def ratio(value: Ratio) -> str:
    """``12/27``, or none for a ratio of nothing."""
    return f"{value.part}/{value.whole}" if value.whole else text("brief.none")


def _ratio(id_: str, get: Callable[[ChainRow], Ratio | None]) -> Column[ChainRow]:
    def value(row: ChainRow) -> float | None:
        found = get(row)
        return None if found is None or found.value is None else round(found.value, 4)

    return Column(
        id=id_,
        title=f"brief.head.{id_}",
        text=lambda r: ratio(found) if (found := get(r)) is not None else text("ui.none"),
        value=value,
        numeric=True,
        percent=True,
        paper=1.2,
    )


def _class(on: str) -> Column[ChainRow]:
    return count(on, f"class.list.{on}", lambda r: r.classes[on], paper=0.7)


COUNTY_COLUMNS: tuple[Column[CountyRow], ...] = (
    Column(id="county", title="ui.column.county", text=lambda r: r.county, sheet=12),
    count("firms", "brief.lists.firms", lambda r: r.firms),
    count("made_count", "brief.lists.made", lambda r: len(r.made), sheet=12),
    Column(id="chains", title="ui.column.chain", text=_in_chains, screen=300, sheet=50),
    Column(
        id="made",
        title="ui.column.products",
        text=lambda r: "、".join(r.reading.atlas.products[p].name for p in r.made),
        screen=420,
        sheet=70,
    ),
)
CLUSTER_COLUMNS: tuple[Column[ClusterRow], ...] = (
    Column(id="chain", title="ui.column.chain", text=lambda r: r.chain, filterable=True),
    Column(
        id="cluster",
        title="brief.head.cluster",
        text=lambda r: r.cluster.name,
        edit="name",
        sheet=30,
        paper=2.2,
    ),
    Column(
        id="county",
        title="ui.column.county",
        text=lambda r: r.cluster.county,
        filterable=True,
        edit="county",
        sheet=10,
        paper=0.9,
    ),
    Column(
        id="titles",
        title="ui.column.honours",
        text=lambda r: titles(r.cluster.honours),
        sheet=34,
        paper=2.2,
    ),
    Column(
        id="scale",
        title="brief.head.scale",
        text=lambda r: r.cluster.scale or text("ui.unknown"),
        edit="scale",
        sheet=60,
        paper=3.6,
    ),
    Column(
        id="year",
        title="brief.head.year",
        text=lambda r: r.cluster.year,
        edit="year",
        sheet=8,
        paper=0.7,
    ),
    Column(
        id="note", title="brief.lists.note", text=lambda r: r.cluster.note, edit="note", sheet=40
    ),
)
CHAIN_COLUMNS: tuple[Column[ChainRow], ...] = (
    Column(id="chain", title="brief.head.chain", text=lambda r: r.name, paper=2.8),
    count("products", "brief.head.products", lambda r: r.products),
    count("local", "brief.head.local", lambda r: r.local),
    _ratio("coverage", lambda r: r.coverage),
    _ratio("closure", lambda r: r.closure),
    *(_class(on) for on in CLASSES),
    count("enterprises", "brief.head.enterprises", lambda r: r.enterprises),
)

LISTS = (
    List(
        id="regions",
        title="ui.list.regions",
        columns=COUNTY_COLUMNS,
        rows=_counties,
        key=lambda row: row.county,
    ),
    List(
        id="clusters",
        title="ui.list.clusters",
        columns=CLUSTER_COLUMNS,
        rows=_clusters,
        key=lambda row: row.cluster.id,
    ),
    List(
        id="chains",
        title="ui.list.chains",
        columns=CHAIN_COLUMNS,
        rows=_chains,
        key=lambda row: row.id,
        target=lambda row: Target("chain", row.id),
    ),
)
