"""The lists of enterprises: all, those that lead, and those that supply local users."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.analysis.tiers import best_level
from liantu.model import Chain, Enterprise
from liantu.model.target import Target
from liantu.telling import making
from liantu.telling.lists.column import Column, List, Scope, count
from liantu.telling.relations import titles
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class FirmRow:
    """An enterprise; ``made`` keeps to ``inside``, the products of the shown chain or section,
    where the list is of one. ``chain`` is the chain that it leads, ``None`` in the list of all.
    """

    reading: Reading
    firm: Enterprise
    made: tuple[making.Made, ...]
    chain: Chain | None = None

    @property
    def id(self) -> str:
        """The id of the enterprise."""
        return self.firm.id

    @property
    def name(self) -> str:
        """Its name."""
        return self.firm.name

    @property
    def chains(self) -> str:
        """The chains in which it appears."""
        found = self.reading.chains_of_enterprise(self.id)
        return "、".join(self.reading.atlas.chains[c].label for c in found)

    @property
    def whole(self) -> tuple[making.Made, ...]:
        """What it makes in any chain."""
        return making.made(self.reading, self.firm)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SupplierRow:
    """An enterprise that makes what local units use."""

    reading: Reading
    chain: Chain
    firm: Enterprise
    product: str


def _firms(reading: Reading, scope: Scope) -> list[FirmRow]:
    """Enterprises in the order of the files."""
    inside = None if scope.city else {p for _, p, _ in scope.members(reading)}
    firms = (reading.atlas.enterprises[key] for key in scope.firms(reading))
    return [_row(reading, firm, inside) for firm in firms]


def _row(
    reading: Reading,
    firm: Enterprise,
    inside: Collection[str] | None = None,
    chain: Chain | None = None,
) -> FirmRow:
    made = making.made(reading, firm, inside)
    return FirmRow(reading=reading, firm=firm, made=made, chain=chain)


def _tiers(reading: Reading, scope: Scope) -> list[FirmRow]:
    """Enterprises of each chain by tier: 链主, then the highest honour; without a record last."""
    rows = []
    for key in scope.chains:
        chain = reading.atlas.chains[key]
        inside = {p for _, p, _ in Scope(chains=(key,)).members(reading)}
        firms = [reading.atlas.enterprises[e] for e in reading.summary(key).enterprises]
        firms.sort(key=lambda firm: _place(reading, firm, chain))
        rows += [_row(reading, firm, inside, chain) for firm in firms]
    return rows


def _place(reading: Reading, firm: Enterprise, chain: Chain) -> tuple[bool, int]:
    level = best_level(reading.atlas, firm)
    lowest = len(reading.atlas.library.ladder)
    return firm.id not in chain.leads, lowest if level is None else level


def _leads(reading: Reading, scope: Scope) -> list[FirmRow]:
    """链主 and the enterprises of the upper rungs of the honour ladder."""
    return [row for row in _tiers(reading, scope) if _is_high(row)]


def _is_high(row: FirmRow) -> bool:
    level = best_level(row.reading.atlas, row.firm)
    high = level is not None and not row.reading.atlas.library.ladder[level].low
    return high or (row.chain is not None and row.id in row.chain.leads)


def _suppliers(reading: Reading, scope: Scope) -> list[SupplierRow]:
    """Enterprises that make what local units use, product by product."""
    return [
        SupplierRow(
            reading=reading, chain=chain, firm=reading.atlas.enterprises[e], product=product
        )
        for chain, product, _ in scope.judged(reading)
        if reading.verdicts[product].needed_by
        for e in reading.verdicts[product].makers
    ]


def tier(row: FirmRow) -> str:
    """链主, or the level of the highest recorded honour; none recorded is said so."""
    if row.chain is not None and row.id in row.chain.leads:
        return text("brief.tier.lead")
    level = best_level(row.reading.atlas, row.firm)
    return (
        text("brief.tier.none") if level is None else row.reading.atlas.library.ladder[level].level
    )


MOST_MADE = 6
"""Products of an enterprise that a person reads; a sheet has all."""


def _makes(row: FirmRow) -> str:
    found = making.spoken(row.reading, row.made) or making.spoken(row.reading, row.whole)
    return "、".join(found[:MOST_MADE]) or text("ui.unknown")


def _stated(row: FirmRow) -> str:
    return "；".join(making.stated(row.reading, item) for item in row.whole)


def _running_count(row: FirmRow) -> int:
    return len({m.product for m in row.made if m.when is not making.When.EARLIER})


COLUMNS: tuple[Column[FirmRow], ...] = (
    Column(
        id="chain",
        title="ui.column.chain",
        text=lambda r: r.chain.label if r.chain else text("ui.none"),
        filterable=True,
    ),
    Column(id="tier", title="brief.head.tier", text=tier, sheet=10, paper=0.9),
    Column(
        id="enterprise",
        title="ui.column.enterprise",
        text=lambda r: r.name,
        edit="name",
        screen=250,
        sheet=34,
        paper=2.2,
    ),
    Column(
        id="county",
        title="ui.column.county",
        text=lambda r: r.firm.county,
        filterable=True,
        edit="county",
        screen=90,
        sheet=10,
        paper=0.9,
    ),
    Column(
        id="kind",
        title="ui.column.kind",
        text=lambda r: text(f"ui.kind.{r.firm.kind}"),
        edit="kind",
        screen=90,
        sheet=12,
    ),
    Column(
        id="status",
        title="ui.column.status",
        text=lambda r: "、".join(making.standings(r.made)),
        filterable=True,
        screen=110,
    ),
    count("product_count", "ui.column.product_count", _running_count),
    Column(
        id="products",
        title="ui.column.products",
        text=lambda r: "、".join(making.names(r.reading, r.made)),
        screen=240,
        sheet=40,
    ),
    Column(
        id="makes",
        title="ui.column.products",
        text=_makes,
        value=_stated,
        screen=320,
        sheet=60,
        paper=3.6,
    ),
    Column(
        id="honours",
        title="ui.column.honours",
        text=lambda r: "、".join(h.name for h in r.firm.honours),
        filterable=True,
        screen=200,
        sheet=34,
    ),
    Column(
        id="titles",
        title="ui.column.honours",
        text=lambda r: titles(r.firm.honours),
        screen=200,
        sheet=34,
        paper=2,
    ),
    Column(
        id="chains",
        title="ui.column.in_chains",
        text=lambda r: r.chains,
        screen=200,
        sheet=24,
    ),
    Column(
        id="as_of",
        title="brief.lists.as_of",
        text=lambda r: r.firm.as_of,
        edit="as_of",
        screen=90,
        sheet=10,
    ),
)
SUPPLIER_COLUMNS: tuple[Column[SupplierRow], ...] = (
    Column(id="chain", title="ui.column.chain", text=lambda r: r.chain.label, filterable=True),
    Column(id="enterprise", title="ui.column.enterprise", text=lambda r: r.firm.name, sheet=34),
    Column(
        id="county",
        title="ui.column.county",
        text=lambda r: r.firm.county,
        filterable=True,
        sheet=10,
    ),
    Column(
        id="product",
        title="ui.column.product",
        text=lambda r: r.reading.atlas.products[r.product].name,
        sheet=26,
    ),
    Column(
        id="needed_by",
        title="ui.column.needed_by",
        text=lambda r: "、".join(
            r.reading.atlas.products[p].name for p in r.reading.verdicts[r.product].needed_by
        ),
        sheet=50,
    ),
)
_SHEET = ("enterprise", "county", "kind", "chains", "makes", "honours", "as_of")


def _target(row: FirmRow | SupplierRow) -> Target:
    return Target("enterprise", row.firm.id)


LISTS = (
    List(
        id="enterprises",
        title="ui.list.enterprises",
        columns=COLUMNS,
        rows=_firms,
        key=lambda row: row.id,
        target=_target,
        screen=(
            "enterprise",
            "county",
            "kind",
            "status",
            "product_count",
            "products",
            "honours",
            "chains",
        ),
        sheet=_SHEET,
    ),
    List(
        id="tiers",
        title="ui.list.tiers",
        columns=COLUMNS,
        rows=_tiers,
        key=lambda row: row.id,
        target=_target,
        screen=("tier", *_SHEET),
        sheet=("chain", "tier", *_SHEET),
    ),
    List(
        id="leads",
        title="ui.list.leads",
        columns=COLUMNS,
        rows=_leads,
        key=lambda row: row.id,
        target=_target,
        screen=("tier", *_SHEET),
        sheet=("chain", "tier", *_SHEET),
    ),
    List(
        id="suppliers",
        title="ui.list.suppliers",
        columns=SUPPLIER_COLUMNS,
        rows=_suppliers,
        key=lambda row: row.firm.id,
        target=_target,
    ),
)
