"""The lists of enterprises: all, those that lead, and those that supply local users."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from liantu.analysis.asking import home_or_key
from liantu.analysis.reading import Reading
from liantu.analysis.tiers import best_level
from liantu.model import Chain, Enterprise, Honour
from liantu.model.statements import held
from liantu.telling import making
from liantu.telling.lists.column import Column, Scope, count, listed
from liantu.telling.names import named
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
    def honours(self) -> tuple[Honour, ...]:
        """Its honours at the date."""
        return held(self.firm.honours, self.reading.situation.day)

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

    @property
    def id(self) -> str:
        """The id of the enterprise."""
        return self.firm.id


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
    """Enterprises of each chain by tier: 链主 as the chain names them, then the highest honour;
    without a record last.
    """
    rows = []
    for key in scope.chains:
        chain = reading.atlas.chains[key]
        inside = {p for _, p, _ in Scope(chains=(key,)).members(reading)}
        firms = [reading.atlas.enterprises[e] for e in reading.summary(key).enterprises]
        firms.sort(key=lambda firm: _place(reading, firm, chain))
        rows += [_row(reading, firm, inside, chain) for firm in firms]
    return rows


def _place(reading: Reading, firm: Enterprise, chain: Chain) -> tuple[int, int, int]:
    """链主 in the order of the chain, then those with the most key links, then by tier."""
    level = best_level(reading.atlas, firm, reading.situation.day)
    lowest = len(reading.atlas.library.ladder)
    return (
        chain.rank(firm.id),
        -len(key_links(reading, firm, chain)),
        lowest if level is None else level,
    )


def key_links(reading: Reading, firm: Enterprise, chain: Chain) -> list[str]:
    """Names of the key links of a chain that a firm makes at the date."""
    keys = [k.product for k in chain.key]
    now = {m.product for m in making.made(reading, firm, keys) if m.when is making.When.NOW}
    return [reading.atlas.products[key].label for key in keys if key in now]


def _leads(reading: Reading, scope: Scope) -> list[FirmRow]:
    """链主 and the enterprises of the upper rungs of the honour ladder that make what is the
    chain's own: who only supplies it stands on the list of suppliers.
    """
    return [row for row in _tiers(reading, scope) if row.chain and _is_high(row, row.chain)]


def _is_high(row: FirmRow, chain: Chain) -> bool:
    level = best_level(row.reading.atlas, row.firm, row.reading.situation.day)
    high = level is not None and not row.reading.atlas.library.ladder[level].low
    own = home_or_key(row.reading.atlas, chain.id)
    makes = any(m.product in own for m in row.made if m.when is making.When.NOW)
    return (high and makes) or row.id in chain.leads


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
    level = best_level(row.reading.atlas, row.firm, row.reading.situation.day)
    return (
        text("brief.tier.none") if level is None else row.reading.atlas.library.ladder[level].level
    )


MOST_MADE = 6
"""Products of an enterprise that a person reads; a sheet has all."""


def _makes(row: FirmRow) -> str:
    found = making.spoken(row.reading, row.made) or making.spoken(row.reading, row.whole)
    return named(found, MOST_MADE) or text("ui.unknown")


def _stated(row: FirmRow) -> str:
    """All that a sheet has room for: of a chain's list what the firm makes in it, else anything."""
    found = (row.made if row.chain else ()) or row.whole
    first = sorted(found, key=lambda item: making.ORDER[item.when])
    return "；".join(making.stated(row.reading, item) for item in first)


def _key_links(row: FirmRow) -> str:
    found = key_links(row.reading, row.firm, row.chain) if row.chain else []
    return "、".join(found) or text("ui.none")


def _count(row: FirmRow) -> int:
    return len({m.product for m in row.made if m.when is not making.When.EARLIER})


def _needed_by(row: SupplierRow) -> str:
    products = row.reading.atlas.products
    return "、".join(products[p].name for p in row.reading.verdicts[row.product].needed_by)


COLUMNS: tuple[Column[FirmRow], ...] = (
    Column("chain", lambda r: r.chain.label if r.chain else text("ui.none")),
    Column("tier", tier, width=80),
    Column("enterprise", lambda r: r.name, edit="name", width=250),
    Column("key_links", _key_links, width=220),
    Column("county", lambda r: r.firm.county, edit="county", width=90),
    Column("kind", lambda r: text(f"ui.kind.{r.firm.kind}"), edit="kind", width=90),
    Column("status", lambda r: "、".join(making.standings(r.made)), width=110),
    count("product_count", _count, unit="kind"),
    Column("products", lambda r: "、".join(making.names(r.reading, r.made)), width=240),
    Column("makes", _makes, _stated, title="ui.column.products", width=420),
    Column("honours", lambda r: "、".join(h.name for h in r.honours), width=200),
    Column("titles", lambda r: titles(r.honours), title="ui.column.honours", width=200),
    Column("in_chains", lambda r: r.chains, width=200),
    Column("as_of", lambda r: r.firm.as_of, edit="as_of", width=90),
)
SUPPLIER_COLUMNS: tuple[Column[SupplierRow], ...] = (
    Column("chain", lambda r: r.chain.label),
    Column("enterprise", lambda r: r.firm.name, width=250),
    Column("county", lambda r: r.firm.county, width=90),
    Column("product", lambda r: r.reading.atlas.products[r.product].name, width=190),
    Column("needed_by", _needed_by, width=360),
)
_SHEET = "enterprise county kind in_chains makes honours as_of"
_PAPER = {"enterprise": 2.2, "tier": 0.9, "county": 0.9, "makes": 3.6, "titles": 2}
_LEAD = "enterprise key_links county kind in_chains makes honours as_of"
_TIERS = (f"tier {_LEAD}", f"chain tier {_LEAD}", "county honours")

LISTS = (
    replace(
        listed(
            "enterprises",
            "enterprise",
            COLUMNS,
            _firms,
            "enterprise county kind status product_count products honours in_chains",
            _SHEET,
            "county status honours",
        ),
        kind="enterprise",
    ),
    listed("tiers", "enterprise", COLUMNS, _tiers, *_TIERS, paper=_PAPER),
    listed("leads", "enterprise", COLUMNS, _leads, *_TIERS),
    listed("suppliers", "enterprise", SUPPLIER_COLUMNS, _suppliers, filters="county"),
)
