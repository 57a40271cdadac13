"""The lists of products: 环节 as they stand, 供需, and what is made in strength."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.balance import Balance
from liantu.analysis.reading import Reading
from liantu.analysis.state import Amount
from liantu.model import Product
from liantu.model.classes import Word
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.classes import words as class_words
from liantu.telling.lists.column import Column, List, Scope, count
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ProductRow:
    """A known product of a chain; ``rank`` is the place of its stage."""

    reading: Reading
    id: str
    chain: str
    stage: str
    rank: int

    @property
    def product(self) -> Product:
        """The product."""
        return self.reading.atlas.products[self.id]

    @property
    def name(self) -> str:
        """Its name."""
        return self.product.name

    @property
    def makers(self) -> list[str]:
        """Short names of the firms that make it at the date, each once."""
        makers = self.reading.situation.makers(self.id)
        return list(dict.fromkeys(m.enterprise.short for m in makers if m.operating))

    @property
    def supply(self) -> Amount | None:
        """What they make."""
        return self.reading.situation.supply(self.id)

    @property
    def balance(self) -> Balance:
        """Supply and need, for products that have them."""
        return self.reading.diagnosis.balances[self.id]


def _products(reading: Reading, scope: Scope) -> list[ProductRow]:
    """Every known member of the chains in the order of their files."""
    stages = {
        (chain, stage.id): (at, stage.name)
        for chain in scope.chains
        for at, stage in enumerate(reading.atlas.chains[chain].stages)
    }
    rows = []
    for chain, product, stage in scope.members(reading):
        rank, name = stages.get((chain.id, stage), (len(stages), ""))
        row = ProductRow(reading=reading, id=product, chain=chain.label, stage=name, rank=rank)
        rows.append(row)
    return rows


def _balances(reading: Reading, scope: Scope) -> list[ProductRow]:
    """What is made or needed locally, each product once."""
    found = {row.id: row for row in reversed(_products(reading, scope))}
    return [
        row
        for row in reversed(found.values())
        if row.id in reading.diagnosis.balances and row.id in reading.verdicts
    ]


def _strengths(reading: Reading, scope: Scope) -> list[ProductRow]:
    """What is made locally and neither thin nor weak, and what has a surplus."""
    return [row for row in _products(reading, scope) if _is_strong(reading, row.id)]


def _is_strong(reading: Reading, product: str) -> bool:
    verdict = reading.verdicts.get(product)
    if verdict is None or not (verdict.local and verdict.makers):
        return False
    spare = verdict.balance.surplus if verdict.balance else None
    return Word.STEADY in verdict.words or (spare is not None and spare > 0)


def _known(amount: Amount | None) -> float | None:
    """The known sum; ``None`` where nothing is known."""
    if amount is None or (amount.unknown_makers and not amount.known):
        return None
    return round(amount.known, 6)


def _sum(known: float, unknown: int) -> float | None:
    return None if unknown and not known else round(known, 6)


def _round(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def _surplus(row: ProductRow) -> str:
    found = row.balance.surplus
    return text("ui.unknown") if found is None else f"{found:+.6g}"


COLUMNS: tuple[Column[ProductRow], ...] = (
    Column(id="chain", title="ui.column.chain", text=lambda r: r.chain, filterable=True),
    Column(id="product", title="ui.column.product", text=lambda r: r.name, screen=190, sheet=26),
    Column(
        id="stage",
        title="ui.column.stage",
        text=lambda r: r.stage,
        order=lambda r: r.rank,
        filterable=True,
        screen=150,
        sheet=20,
    ),
    Column(
        id="state",
        title="ui.column.state",
        text=lambda r: text(f"ui.state.{r.reading.situation.states[r.id]}"),
        order=lambda r: r.reading.situation.states[r.id].value,
        filterable=True,
        screen=96,
    ),
    Column(
        id="class",
        title="ui.column.class",
        text=lambda r: class_words(r.reading.verdicts[r.id].words),
        sheet=12,
    ),
    count("maker_count", "ui.column.maker_count", lambda r: len(r.makers)),
    Column(
        id="supply",
        title="ui.column.supply",
        text=lambda r: figures.bare(r.supply),
        value=lambda r: _known(r.supply),
        numeric=True,
    ),
    Column(
        id="supply_told",
        title="ui.column.supply",
        text=lambda r: figures.supply(r.supply),
        sheet=22,
    ),
    Column(id="unit", title="ui.column.unit", text=lambda r: r.product.unit, screen=90, sheet=12),
    Column(
        id="makers",
        title="ui.column.makers",
        text=lambda r: "、".join(r.makers),
        screen=260,
        sheet=60,
    ),
    Column(
        id="makers_named",
        title="ui.column.makers",
        text=lambda r: "、".join(
            r.reading.atlas.enterprises[e].name for e in r.reading.verdicts[r.id].makers
        ),
        screen=260,
        sheet=60,
    ),
    Column(
        id="supply_sum",
        title="ui.column.supply_sum",
        text=lambda r: figures.least(r.balance.supply, r.balance.supply_unknown),
        value=lambda r: _sum(r.balance.supply, r.balance.supply_unknown),
        numeric=True,
        screen=110,
        sheet=12,
    ),
    count(
        "supply_unknown",
        "brief.lists.supply_unknown",
        lambda r: r.balance.supply_unknown,
        sheet=14,
    ),
    Column(
        id="need_sum",
        title="ui.column.need_sum",
        text=lambda r: figures.least(r.balance.need, r.balance.need_unknown),
        value=lambda r: _sum(r.balance.need, r.balance.need_unknown),
        numeric=True,
        screen=110,
        sheet=12,
    ),
    count("need_unknown", "brief.lists.need_unknown", lambda r: r.balance.need_unknown, sheet=14),
    Column(
        id="surplus",
        title="ui.column.surplus",
        text=_surplus,
        value=lambda r: _round(r.balance.surplus, 6),
        numeric=True,
        screen=110,
        sheet=12,
    ),
    Column(
        id="cover",
        title="ui.column.cover",
        text=lambda r: figures.share(r.balance.cover, "ui.unknown"),
        value=lambda r: _round(r.balance.cover, 4),
        numeric=True,
        percent=True,
        screen=92,
        sheet=10,
    ),
)


def _target(row: ProductRow) -> Target:
    return Target("product", row.id)


LISTS = (
    List(
        id="products",
        title="ui.list.products",
        columns=COLUMNS,
        rows=_products,
        key=lambda row: row.id,
        target=_target,
        screen=("product", "stage", "state", "maker_count", "supply", "unit", "makers"),
        sheet=("chain", "product", "stage", "state", "maker_count", "supply", "unit", "makers"),
    ),
    List(
        id="balance",
        title="ui.list.balance",
        columns=COLUMNS,
        rows=_balances,
        key=lambda row: row.id,
        target=_target,
        screen=("product", "stage", "supply_sum", "need_sum", "surplus", "cover", "unit"),
        sheet=(
            "product",
            "supply_sum",
            "supply_unknown",
            "need_sum",
            "need_unknown",
            "surplus",
            "cover",
            "unit",
        ),
    ),
    List(
        id="strengths",
        title="ui.list.strengths",
        columns=COLUMNS,
        rows=_strengths,
        key=lambda row: row.id,
        target=_target,
        screen=("product", "stage", "supply_told", "makers_named", "class"),
        sheet=("chain", "product", "supply_told", "makers_named", "class"),
    ),
)
