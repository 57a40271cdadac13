"""The lists of the five words, of what is sought for gaps, and of all gaps in their order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from liantu.analysis.concentration import Concentration, concentration
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.ranking import CRITERIA, Score
from liantu.analysis.reading import Reading
from liantu.model import Chain, Product
from liantu.model.classes import LISTS as CLASSES
from liantu.model.classes import RANKED, Word
from liantu.telling import figures
from liantu.telling.classes import remedy
from liantu.telling.classes import words as class_words
from liantu.telling.grounds import dots, ground, trust
from liantu.telling.lists.column import Column, List, Scope, amount, count, listed
from liantu.telling.reasons import reasons
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class GapRow:
    """A product with a verdict in a chain; ``score`` is ``None`` where gaps are not ranked.

    ``rivals`` are the products among which it is ranked.
    """

    reading: Reading
    chain: Chain | None
    stage: str
    verdict: Verdict
    score: Score | None = None
    rivals: frozenset[str] = frozenset()

    @property
    def chance(self) -> float | None:
        """The probability of being among the first five of the rivals; dear, so made when asked."""
        return self.reading.chances(self.rivals).get(self.id) if self.score else None

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

    @property
    def needed_by(self) -> str:
        """The local products that use it."""
        return self.named(self.verdict.needed_by)

    @property
    def fed_by(self) -> str:
        """The local products that it can be made of."""
        return self.named(self.verdict.fed_by)

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
        rivals = frozenset(stages)
        for product in (*scores, *(p for p in stages if p not in scores)):
            yield GapRow(
                reading=reading,
                chain=chain,
                stage=names.get(stages[product], ""),
                verdict=reading.verdicts[product],
                score=scores.get(product),
                rivals=rivals,
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
    return row.spread.hhi if row.spread else None


def _part(name: str) -> Column[GapRow]:
    return Column(
        f"score_{name}",
        lambda r: f"{r.score.parts[name]:.1f}" if r.score else text("ui.none"),
        lambda r: round(r.score.parts[name], 1) if r.score else None,
        numeric=True,
        title=f"ui.score.{name}",
        width=76,
    )


def _or_none(words: str) -> str:
    return words or text("ui.none")


def _score(row: GapRow) -> str:
    return f"{row.score.total:.1f}" if row.score else text("ui.none")


COLUMNS: tuple[Column[GapRow], ...] = (
    Column("chain", lambda r: r.chain.label if r.chain else text("ui.none")),
    Column("product", lambda r: r.name, width=190),
    Column("stage", lambda r: r.stage, width=140),
    Column("class", lambda r: class_words(r.verdict.words), width=110),
    Column("remedy", lambda r: remedy(r.verdict.worst), width=130),
    Column("county", lambda r: "、".join(r.counties), width=130),
    Column(
        "score",
        _score,
        lambda r: round(r.score.total, 1) if r.score else None,
        parts=lambda r: tuple(r.score.parts.values()) if r.score else None,
        numeric=True,
        width=190,
    ),
    Column("ground", lambda r: ground(r.reading, r.verdict), width=300),
    Column(
        "trust", lambda r: dots(r.trust), order=lambda r: r.trust, hint="ui.hint.trust", width=80
    ),
    Column("needed_by", lambda r: r.needed_by, width=220),
    Column("fed_by", lambda r: r.fed_by, width=180),
    Column("users", lambda r: _or_none(r.needed_by), title="ui.column.needed_by", width=220),
    Column("feeders", lambda r: _or_none(r.fed_by), title="ui.column.fed_by", width=180),
    Column("deficit", lambda r: figures.deficit(r.verdict.balance), order=_lack),
    amount(
        "readiness",
        lambda r: figures.share(r.verdict.readiness, "ui.unknown"),
        lambda r: r.verdict.readiness,
        4,
        percent=True,
        width=72,
    ),
    *(_part(name) for name in CRITERIA),
    amount(
        "chance",
        lambda r: figures.share(r.chance),
        lambda r: r.chance,
        3,
        percent=True,
        hint="ui.hint.chance",
    ),
    Column(
        "makers",
        lambda r: "、".join(r.reading.atlas.enterprises[e].short for e in r.verdict.makers),
        lambda r: "、".join(r.reading.atlas.enterprises[e].name for e in r.verdict.makers),
        width=200,
    ),
    amount("hhi", _hhi, _hhi_value, 3, hint="ui.hint.hhi", width=96),
    count("stop_count", lambda r: len(r.verdict.stops), 110, "ui.column.stops"),
    Column("stops", lambda r: r.named(r.verdict.stops), width=240),
    Column("routes", lambda r: "；".join(x.name for x in r.product.routes if x.name), width=320),
    Column("flag", lambda r: "；".join(flag.text for flag in r.product.flags), width=320),
    Column("target", lambda r: text("ui.made.by", product=r.name), width=200),
)

_PARTS = " ".join(f"score_{name}" for name in CRITERIA)
_SCORED = (
    "product stage class remedy county score ground trust needed_by fed_by deficit readiness "
    f"{_PARTS} chance",
    f"chain product class remedy ground needed_by fed_by score {_PARTS} chance trust",
)
_LOCAL = (
    "product stage class remedy county ground trust makers hhi stop_count needed_by deficit",
    "chain product remedy ground makers hhi stops trust",
)
_BLANK = ("product stage class county routes", "chain stage product routes")
_PAPER = {"product": 1.8, "class": 1.4, "remedy": 2, "ground": 3.9, "score": 0.9, "trust": 1}
_FIRST = {"product": 1.7, "chain": 1.5, "remedy": 2, "ground": 3.9, "score": 0.9, "trust": 1}


def _list(
    id_: str,
    rows: Callable[[Reading, Scope], list[GapRow]],
    screen: str,
    sheet: str = "",
    paper: Mapping[str, float] | None = None,
    titled: str = "",
) -> List[GapRow]:
    filters = "stage class county" if "stage" in screen else ""
    sheet = sheet or screen
    return listed(id_, "product", COLUMNS, rows, screen, sheet, filters, paper, titled)


def _class_list(on: str, words: frozenset[Word]) -> List[GapRow]:
    columns = _SCORED if words & RANKED else _BLANK if on == "blank" else _LOCAL
    return _list(on, classed(words), *columns, paper=_PAPER, titled=f"class.title.{on}")


LISTS = (
    *(_class_list(on, words) for on, words in CLASSES.items()),
    _list("gaps", classed(RANKED), *_SCORED),
    _list("ranked", _ranked, "product chain class remedy ground score trust", paper=_FIRST),
    _list("research", _research, "chain product class flag routes"),
    _list("targets", classed(RANKED), "chain target remedy users feeders routes readiness score"),
)
