"""The lists of the five words, of what is sought for gaps, and of all gaps in their order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from liantu.analysis.balance import Balance
from liantu.analysis.concentration import Concentration, concentration
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.ranking import CRITERIA, Score
from liantu.analysis.reading import Reading
from liantu.model import Chain, Product
from liantu.model.classes import LISTS as CLASSES
from liantu.model.classes import RANKED, Word
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.classes import remedy
from liantu.telling.classes import words as class_words
from liantu.telling.grounds import dots, ground, trust
from liantu.telling.lists.column import Column, List, Scope, count
from liantu.telling.reasons import reasons
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class GapRow:
    """A product with a verdict in a chain; ``chance`` is the probability of being among the first
    five of the chain, ``score`` and ``chance`` are ``None`` where gaps are not ranked.
    """

    reading: Reading
    chain: Chain | None
    stage: str
    verdict: Verdict
    score: Score | None = None
    chance: float | None = None

    @property
    def id(self) -> str:
        """The id of the product."""
        return self.verdict.product

    @property
    def product(self) -> Product:
        """The product."""
        return self.reading.atlas.products[self.id]

    @property
    def name(self) -> str:
        """The name of the product."""
        return self.product.name

    @property
    def spread(self) -> Concentration | None:
        """How supply is shared among makers, where there are any."""
        return concentration(self.verdict.balance) if self.verdict.local else None

    @property
    def trust(self) -> int:
        """How far the reasons can be trusted, 1 to 3."""
        return trust(reasons(self.reading, self.id))

    @property
    def counties(self) -> list[str]:
        """Where it is made, or where it is needed if nobody makes it, in official order."""
        concerned = (self.id,) if self.verdict.makers else self.verdict.needed_by
        makers = (m for p in concerned for m in self.reading.situation.makers(p) if m.operating)
        order = self.reading.atlas.library.region.counties
        found = dict.fromkeys(m.enterprise.county for m in makers)
        return [c for c in order if c in found] + [c for c in found if c not in order]

    def named(self, products: Iterable[str]) -> str:
        """Names of products."""
        return "、".join(self.reading.atlas.products[p].name for p in products)


def classed(words: Collection[Word]) -> Callable[[Reading, Scope], list[GapRow]]:
    """Rows with one of these classes, chain by chain: the best score first, then as filed."""

    def rows(reading: Reading, scope: Scope) -> list[GapRow]:
        return [row for row in _ordered(reading, scope) if set(row.verdict.words) & set(words)]

    return rows


def _ordered(reading: Reading, scope: Scope) -> Iterator[GapRow]:
    for key in scope.chains:
        chain = reading.atlas.chains[key]
        one = Scope(chains=(key,), section=scope.section)
        stages = {product: stage for _, product, stage in one.judged(reading)}
        names = {stage.id: stage.name for stage in chain.stages}
        scores = {score.product: score for score in reading.ranking(stages)}
        chances = reading.chances(stages)
        for product in (*scores, *(p for p in stages if p not in scores)):
            yield GapRow(
                reading=reading,
                chain=chain,
                stage=names.get(stages[product], ""),
                verdict=reading.verdicts[product],
                score=scores.get(product),
                chance=chances.get(product),
            )


def _ranked(reading: Reading, scope: Scope) -> list[GapRow]:
    """Every gap once under its own chain, best first."""
    found = []
    for score in reading.ranking(scope.products(reading)):
        chain = reading.atlas.chains.get(reading.chain_for(score.product))
        verdict = reading.verdicts[score.product]
        found.append(GapRow(reading=reading, chain=chain, stage="", verdict=verdict, score=score))
    return found


def _research(reading: Reading, scope: Scope) -> list[GapRow]:
    """Absent products that a source calls strategic or a bottleneck, as filed."""
    return [
        GapRow(reading=reading, chain=chain, stage=stage, verdict=reading.verdicts[product])
        for chain, product, stage in scope.judged(reading)
        if reading.atlas.products[product].flags and not reading.verdicts[product].local
    ]


def deficit(balance: Balance | None) -> str:
    """Need minus supply with its unit, a lower bound or unknown where amounts are."""
    if balance is None or not (balance.need or balance.need_unknown):
        return text("ui.none")
    if balance.supply_unknown or (balance.need_unknown and not balance.need):
        return text("ui.unknown")
    lack = balance.need - balance.supply
    return figures.least(lack, balance.need_unknown, balance.unit) if lack > 0 else text("ui.none")


def _lack(row: GapRow) -> float | None:
    """The known deficit as a number, to sort and to calculate with."""
    balance = row.verdict.balance
    if balance is None or balance.supply_unknown or not balance.need:
        return None
    return round(balance.need - balance.supply, 6)


def _hhi(row: GapRow) -> str:
    if row.spread is None:
        return text("ui.none")
    return text("ui.unknown") if row.spread.hhi is None else f"{row.spread.hhi:.2f}"


def _hhi_value(row: GapRow) -> float | None:
    known = row.spread is not None and row.spread.hhi is not None
    return round(row.spread.hhi, 3) if known else None  # type: ignore[union-attr, arg-type]


def _part(name: str) -> Column[GapRow]:
    return Column(
        id=f"score_{name}",
        title=f"ui.score.{name}",
        text=lambda r: f"{r.score.parts[name]:.1f}" if r.score else text("ui.none"),
        value=lambda r: round(r.score.parts[name], 1) if r.score else None,
        numeric=True,
        screen=76,
        sheet=8,
    )


def _named(
    id_: str, get: Callable[[GapRow], Iterable[str]], title: str = "", missing: str = ""
) -> Column[GapRow]:
    """Names of products; ``missing`` is the wording where there are none."""
    return Column(
        id=id_,
        title=f"ui.column.{title or id_}",
        text=lambda r: r.named(get(r)) or (text(missing) if missing else ""),
        screen=200,
        sheet=34,
    )


def _routes(row: GapRow) -> str:
    return "；".join(route.name for route in row.product.routes if route.name)


COLUMNS: tuple[Column[GapRow], ...] = (
    Column(
        id="chain",
        title="ui.column.chain",
        text=lambda r: r.chain.label if r.chain else text("ui.none"),
        filterable=True,
        paper=1.5,
    ),
    Column(
        id="product",
        title="ui.column.product",
        text=lambda r: r.name,
        screen=190,
        sheet=26,
        paper=1.8,
    ),
    Column(
        id="stage",
        title="ui.column.stage",
        text=lambda r: r.stage,
        filterable=True,
        screen=140,
        sheet=20,
        paper=1.6,
    ),
    Column(
        id="class",
        title="ui.column.class",
        text=lambda r: class_words(r.verdict.words),
        filterable=True,
        screen=110,
        sheet=12,
        paper=1.4,
    ),
    Column(
        id="remedy",
        title="ui.column.remedy",
        text=lambda r: remedy(r.verdict.worst),
        screen=130,
        paper=2,
    ),
    Column(
        id="county",
        title="ui.column.county",
        text=lambda r: "、".join(r.counties),
        filterable=True,
        screen=130,
    ),
    Column(
        id="score",
        title="ui.column.score",
        text=lambda r: f"{r.score.total:.1f}" if r.score else text("ui.none"),
        value=lambda r: round(r.score.total, 1) if r.score else None,
        parts=lambda r: tuple(r.score.parts.values()) if r.score else None,
        numeric=True,
        screen=190,
        sheet=8,
        paper=0.9,
    ),
    Column(
        id="ground",
        title="ui.column.ground",
        text=lambda r: ground(r.reading, r.verdict),
        screen=300,
        sheet=44,
        paper=3.9,
    ),
    Column(
        id="trust",
        title="ui.column.trust",
        text=lambda r: dots(r.trust),
        order=lambda r: r.trust,
        hint="ui.hint.trust",
        screen=80,
        sheet=8,
    ),
    _named("needed_by", lambda r: r.verdict.needed_by),
    _named("fed_by", lambda r: r.verdict.fed_by),
    _named("users", lambda r: r.verdict.needed_by, "needed_by", "ui.none"),
    _named("feeders", lambda r: r.verdict.fed_by, "fed_by", "ui.none"),
    Column(
        id="deficit",
        title="ui.column.deficit",
        text=lambda r: deficit(r.verdict.balance),
        order=_lack,
    ),
    Column(
        id="readiness",
        title="ui.column.readiness",
        text=lambda r: figures.share(r.verdict.readiness, "ui.unknown"),
        value=lambda r: None if r.verdict.readiness is None else round(r.verdict.readiness, 4),
        numeric=True,
        percent=True,
        screen=72,
        sheet=8,
    ),
    *(_part(name) for name in CRITERIA),
    Column(
        id="chance",
        title="ui.column.chance",
        text=lambda r: figures.share(r.chance),
        value=lambda r: None if r.chance is None else round(r.chance, 3),
        numeric=True,
        percent=True,
        hint="ui.hint.chance",
        screen=110,
        sheet=12,
    ),
    Column(
        id="makers",
        title="ui.column.makers",
        text=lambda r: "、".join(r.reading.atlas.enterprises[e].short for e in r.verdict.makers),
        value=lambda r: "、".join(r.reading.atlas.enterprises[e].name for e in r.verdict.makers),
        screen=200,
        sheet=36,
    ),
    Column(
        id="hhi",
        title="ui.column.hhi",
        text=_hhi,
        value=_hhi_value,
        numeric=True,
        hint="ui.hint.hhi",
        screen=96,
        sheet=10,
    ),
    count("stop_count", "ui.column.stops", lambda r: len(r.verdict.stops), screen=110),
    Column(
        id="stops",
        title="ui.column.stops",
        text=lambda r: r.named(r.verdict.stops),
        screen=240,
        sheet=40,
    ),
    Column(id="routes", title="brief.lists.routes", text=_routes, screen=240, sheet=50),
    Column(
        id="flag",
        title="brief.lists.flag",
        text=lambda r: "；".join(flag.text for flag in r.product.flags),
        screen=240,
        sheet=60,
    ),
    Column(
        id="target",
        title="brief.lists.target",
        text=lambda r: text("brief.lists.maker_of", product=r.name),
        screen=200,
        sheet=28,
    ),
)

_PARTS = " ".join(f"score_{name}" for name in CRITERIA)
_SCORED = {
    "screen": "product stage class remedy county score ground trust needed_by fed_by deficit "
    f"readiness {_PARTS} chance",
    "sheet": f"chain product class remedy ground needed_by fed_by score {_PARTS} chance trust",
}
_LOCAL = {
    "screen": "product stage class remedy county ground trust makers hhi stop_count needed_by "
    "deficit",
    "sheet": "chain product remedy ground makers hhi stops trust",
}
_BLANK = {"screen": "product stage class county routes", "sheet": "chain stage product routes"}


def gap_list(
    id_: str,
    rows: Callable[[Reading, Scope], list[GapRow]],
    screen: str = "",
    sheet: str = "",
) -> List[GapRow]:
    """A list of products with verdicts."""
    return List(
        id=id_,
        title=f"ui.list.{id_}",
        columns=COLUMNS,
        rows=rows,
        key=lambda row: row.id,
        target=lambda row: Target("product", row.id),
        screen=tuple((screen or sheet).split()),
        sheet=tuple(sheet.split()),
    )


def _class_list(on: str, words: frozenset[Word]) -> List[GapRow]:
    shown = _SCORED if words & RANKED else _BLANK if on == "blank" else _LOCAL
    return gap_list(on, classed(words), **shown)


LISTS = (
    *(_class_list(on, words) for on, words in CLASSES.items()),
    gap_list("gaps", classed(RANKED), **_SCORED),
    gap_list("ranked", _ranked, sheet="product chain class remedy ground score trust"),
    gap_list("research", _research, sheet="chain product class flag routes"),
    gap_list(
        "targets",
        classed(RANKED),
        sheet="chain target remedy users feeders routes readiness score",
    ),
)
