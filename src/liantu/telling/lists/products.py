"""The lists of products: 环节 as they stand, 供需, and what is made in strength."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from liantu.analysis.balance import Balance
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.analysis.state import Amount
from liantu.analysis.tiers import best_level
from liantu.model import Chain, Product
from liantu.model.classes import Word
from liantu.model.standing import OPEN, Certainty, Standing
from liantu.telling import figures
from liantu.telling.answer import answer
from liantu.telling.figures import LEAST, MOST
from liantu.telling.lists.column import Column, Mark, Scope, amount, count, listed
from liantu.telling.names import chain_names
from liantu.telling.standing import certainty_word, class_words
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ProductRow:
    """A known product in a chain; ``rank`` is the place of its stage."""

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
        return list(dict.fromkeys(m.enterprise.label for m in makers if m.operating))

    @property
    def supply(self) -> Amount | None:
        """What they make."""
        return self.reading.situation.supply(self.id)

    @property
    def balance(self) -> Balance:
        """Supply and need; of what is neither made nor needed, both are nothing."""
        found = self.reading.diagnosis.balances.get(self.id)
        return found or Balance(self.id, self.product.unit, 0.0, 0, 0.0, 0, ())

    @property
    def standing(self) -> Standing:
        """How it stands at the date."""
        return self.reading.situation.standing(self.id)

    @property
    def unseen(self) -> bool:
        """Whether nobody is on record and nobody has said that there is none."""
        return self.standing in OPEN

    @property
    def verdict(self) -> Verdict | None:
        """Its classes; utilities have none."""
        return self.reading.verdicts.get(self.id)


def _products(reading: Reading, scope: Scope) -> list[ProductRow]:
    """What stands where: every known member of each chain, in the order of their files."""
    return _rows(reading, scope, scope.members(reading))


def _once(reading: Reading, scope: Scope) -> list[ProductRow]:
    """Every known member of the chains once."""
    return _rows(reading, scope, scope.told(reading))


def _rows(
    reading: Reading, scope: Scope, members: Iterable[tuple[Chain, str, str]]
) -> list[ProductRow]:
    stages = {
        (chain, stage.id): (at, stage.name)
        for chain in scope.chains
        for at, stage in enumerate(reading.atlas.chains[chain].stages)
    }
    rows = []
    for chain, product, stage in members:
        rank, name = stages.get((chain.id, stage), (len(stages), ""))
        row = ProductRow(reading=reading, id=product, chain=chain.label, stage=name, rank=rank)
        rows.append(row)
    return rows


def _balances(reading: Reading, scope: Scope) -> list[ProductRow]:
    """What is made or needed locally."""
    return [
        row
        for row in _once(reading, scope)
        if row.id in reading.diagnosis.balances and row.id in reading.verdicts
    ]


def _strengths(reading: Reading, scope: Scope) -> list[ProductRow]:
    """What is made locally, with something on record that makes it more than that."""
    return [row for row in _once(reading, scope) if _is_strong(row)]


def _is_strong(row: ProductRow) -> bool:
    """Whether it stands firm or has a surplus, for a reason; that it is made is no reason."""
    found = row.verdict
    if found is None or not (found.local and found.makers):
        return False
    return bool(_strong_for(row)) and (Word.STEADY in found.words or _spare(found) > 0)


def _spare(verdict: Verdict) -> float:
    """The known surplus over what is needed here, 0 where none is known; of what nobody here needs
    all is left over, which says nothing.
    """
    found = verdict.balance
    return (found.surplus or 0.0) if found is not None and found.need else 0.0


def _strong_for(row: ProductRow) -> str:
    """What speaks for it: a surplus, a key link, 链主 or a maker of a high honour."""
    atlas, found = row.reading.atlas, row.verdict
    makers = found.makers if found else ()
    chains = [atlas.chains[c] for c in atlas.chains_of.get(row.id, ())]
    reasons = {
        "surplus": found is not None and _spare(found) > 0,
        "key": any(k.product == row.id for chain in chains for k in chain.key),
        "lead": any(e in chain.leads for chain in chains for e in makers),
    }
    said = [text(f"ui.strong.{why}") for why, holds in reasons.items() if holds]
    day = row.reading.situation.day
    levels = [best_level(atlas, atlas.enterprises[e], day) for e in makers]
    best = min((at for at in levels if at is not None), default=None)
    if best is not None and not atlas.library.ladder[best].low:
        said.append(text("ui.strong.honour", level=atlas.library.ladder[best].level))
    return "、".join(said)


def _marks(row: ProductRow) -> tuple[Mark, ...]:
    found = row.verdict
    suspected = found is not None and found.certainty is Certainty.SUSPECTED
    return tuple((w, suspected and w is not Word.OPEN) for w in found.words) if found else ()


def _why(row: ProductRow) -> str:
    return answer(row.reading, row.id) if row.verdict else ""


def _firm(row: ProductRow) -> str:
    return next((m.enterprise.id for m in row.reading.situation.makers(row.id)), "")


def _product(row: ProductRow) -> Product:
    return row.product


def _known(found: Amount | None) -> float | None:
    """The known sum; ``None`` where nothing is known, as the text says."""
    return found.known if found is not None and found.known else None


def _sum(known: float, unknown: int) -> float | None:
    return None if unknown and not known else known


def _makers(row: ProductRow) -> str:
    makers = row.reading.situation.makers(row.id)
    return "、".join(dict.fromkeys(m.enterprise.name for m in makers if m.operating))


def _needed_by(row: ProductRow) -> str:
    """The local products that use it; that none is seen does not mean that there are none."""
    return _names(row, row.verdict.needed_by if row.verdict else ())


def _fed_by(row: ProductRow) -> str:
    return _names(row, row.verdict.fed_by if row.verdict else ())


def _names(row: ProductRow, products: Iterable[str]) -> str:
    return "、".join(row.reading.atlas.products[p].label for p in products) or text("ui.none")


def _routes(row: ProductRow) -> str:
    return "；".join(route.name for route in row.product.routes if route.name) or text("ui.unknown")


def _barrier(row: ProductRow) -> str:
    return row.product.barrier.text if row.product.barrier else text("ui.none")


def _chains(row: ProductRow) -> str:
    """Every chain that shows it."""
    return chain_names(row.reading.atlas, row.id)


def _supply(row: ProductRow) -> str:
    """What is made; of what nobody is on record for it is not known, never nothing."""
    if row.unseen:
        return text(f"standing.standing.{row.standing}")
    return figures.least(row.balance.supply, row.balance.supply_unknown)


def _bounds(row: ProductRow) -> tuple[bool, bool]:
    """Whether of supply and of need only a lower bound is known."""
    found = row.balance
    return row.unseen or bool(found.supply_unknown), bool(found.need_unknown) or found.carried


def _surplus(row: ProductRow) -> str:
    more, less = _bounds(row)
    told = figures.signed(_over(row))
    bound = LEAST if more else MOST if less else ""
    return told if _over(row) is None else f"{bound} {told}".strip()


def _over(row: ProductRow) -> float | None:
    """Supply less need; bound on neither side, or with nothing known of one, nobody knows it."""
    found = row.balance
    silent = (found.supply_unknown and not found.supply) or (found.need_unknown and not found.need)
    return None if silent or all(_bounds(row)) else found.supply - found.need


def _cover(row: ProductRow) -> str:
    told = figures.share(_covered(row), "ui.unknown")
    bound = row.balance.carried and _covered(row)
    return f"{MOST} {told}" if bound else told


def _covered(row: ProductRow) -> float | None:
    return None if row.unseen else row.balance.cover


COLUMNS: tuple[Column[ProductRow], ...] = (
    Column("chain", lambda r: r.chain),
    Column("chains", _chains, title="ui.column.chain", width=180),
    Column("product", lambda r: r.name, width=190),
    Column("stage", lambda r: r.stage, order=lambda r: r.rank, width=150),
    Column("state", lambda r: text(f"standing.standing.{r.standing}"), width=96),
    Column("standing", lambda r: text(f"standing.standing.{r.standing}"), width=96),
    Column("class", lambda r: class_words(r.verdict) if r.verdict else "", marks=_marks, width=134),
    Column("certainty", lambda r: certainty_word(r.verdict) if r.verdict else "", width=70),
    count("maker_count", lambda r: len(r.makers), unit="firm"),
    amount(
        "supply",
        lambda r: figures.bare(r.supply),
        lambda r: _known(r.supply),
        width=120,
        product=_product,
    ),
    Column("supply_told", lambda r: figures.supply(r.supply), title="ui.column.supply", width=180),
    Column("unit", lambda r: r.product.unit, width=90),
    Column("applied", lambda r: "、".join(r.product.uses) or text("ui.unknown"), width=260),
    Column("needed_by", _needed_by, width=260),
    Column("routes", _routes, width=360),
    Column("fed_by", _fed_by, width=240),
    Column("barrier", _barrier, width=260),
    Column("makers", lambda r: "、".join(r.makers), width=260),
    Column("makers_named", _makers, title="ui.column.makers", width=400),
    Column("strong_for", _strong_for, width=240),
    amount(
        "supply_sum",
        _supply,
        lambda r: None if r.unseen else _sum(r.balance.supply, r.balance.supply_unknown),
        product=_product,
    ),
    count("supply_unknown", lambda r: r.balance.supply_unknown, 110, unit="record"),
    amount(
        "need_sum",
        lambda r: figures.least(r.balance.need, r.balance.need_unknown or r.balance.carried),
        lambda r: _sum(r.balance.need, r.balance.need_unknown),
        product=_product,
    ),
    count("need_unknown", lambda r: r.balance.need_unknown, 110, unit="record"),
    amount("surplus", _surplus, _over, product=_product),
    amount(
        "cover",
        _cover,
        _covered,
        4,
        percent=True,
        width=92,
    ),
)


LISTS = (
    listed(
        "products",
        "product",
        COLUMNS,
        _products,
        "product stage class standing certainty maker_count supply unit makers",
        "chain product stage class standing certainty maker_count supply unit makers",
        "stage class standing certainty",
        why=_why,
        firm=_firm,
    ),
    listed(
        "balance",
        "product",
        COLUMNS,
        _balances,
        "product stage class standing certainty supply_sum need_sum surplus cover unit",
        "product class standing certainty supply_sum supply_unknown need_sum need_unknown surplus "
        "cover unit",
        "stage class standing certainty",
        why=_why,
        firm=_firm,
    ),
    listed(
        "strengths",
        "product",
        COLUMNS,
        _strengths,
        "product stage strong_for supply_told makers_named class standing",
        "chains product strong_for supply_told makers_named class standing",
        "stage class standing",
    ),
)
