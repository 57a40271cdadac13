"""A product with what is known and said of it, as a row of the lists of gaps and boards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from liantu.analysis.aside import Aside
from liantu.analysis.balance import Balance
from liantu.analysis.concentration import Concentration, concentration
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.jobs import each
from liantu.model import Chain, Product
from liantu.model.gates import Gate
from liantu.model.standing import Certainty, Remedy
from liantu.telling import figures
from liantu.telling.lists.column import Block
from liantu.telling.names import chain_names
from liantu.telling.why.grounds import trust
from liantu.telling.why.reasons import reasons
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class GapRow:
    """A product with a verdict; ``chain`` is the one under which it is listed.

    ``score`` is its row on a board (``None``: it stands on none), ``rivals`` the products of that
    board among which it is ranked, ``rank`` its place among them with what is confirmed first.
    ``beside``: verdicts of absent products that would come only with it.
    """

    reading: Reading
    chain: Chain | None
    stage: str
    verdict: Verdict
    score: Score | None = None
    rivals: frozenset[str] = frozenset()
    rank: int = 0
    beside: tuple[Verdict, ...] = ()

    @property
    def chance(self) -> float | None:
        """The probability of being among the first five of the rivals; dear, so made when asked."""
        if self.score is None or not self.rivals:
            return None
        return self.reading.chances(self.score.board, self.rivals).get(self.id)

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
    def chains(self) -> str:
        """Every chain that shows it."""
        return chain_names(self.reading.atlas, self.id)

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
        return counties_of(
            self.reading, (e for p in concerned for e in self.reading.situation.firms(p))
        )

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

    @property
    def uses(self) -> str:
        """Who needs it with the weight of it in each and the amount a year; what comes only
        beside it follows under its own name.
        """
        own = [self._use(self.verdict, user) for user in self.verdict.uses]
        for other in self.beside:
            name = self.reading.atlas.products[other.product].name
            own += [
                text("ui.use.beside", name=name, use=self._use(other, user)) for user in other.uses
            ]
        return "、".join(own)

    def _use(self, verdict: Verdict, user: str) -> str:
        share, balance = verdict.uses[user], verdict.balance
        name = self.reading.atlas.products[user].name
        amount = _taken(balance, user)
        told = text("ui.unknown") if balance is None else amount
        weight = (
            figures.share(share.weight) if share.counts else text(f"standing.role.{share.role}")
        )
        return text("ui.use", name=name, weight=weight, amount=told)

    @property
    def feeds(self) -> str:
        """What is local of its mains and parts, with the weights."""
        atlas, fed = self.reading.atlas, self.verdict.fed
        return "、".join(f"{atlas.products[q].name} {figures.share(fed[q])}" for q in fed)

    @property
    def gates(self) -> str:
        """Every gate in force in words, with its source; unknown is not allowed."""
        return "；".join(gate_words(self.reading, gate) for gate in self.verdict.gates)


def _taken(balance: Balance | None, user: str) -> str:
    """What one user takes a year; a lower bound where a firm did not say, else unknown."""
    if balance is None:
        return text("ui.unknown")
    terms = [t.amount for t in balance.terms if t.kind == "use" and t.other == user]
    known = sum(t for t in terms if t is not None)
    return figures.least(known, (None in terms) or not terms, balance.unit, 3)


def gate_words(reading: Reading, gate: Gate) -> str:
    """Kind, number, effect, what it says and where that was read."""
    sources = reading.atlas.sources
    cited = [sources[s].title for s in gate.sources if s in sources]
    kind = text(f"standing.gate.{gate.kind}")
    words = "·".join(w for w in (kind, gate.catalogue or "", gate.item) if w)
    return text(
        "ui.gate.inferred" if gate.inferred else "ui.gate",
        kind=words,
        effect=text(f"standing.effect.{gate.effect}"),
        text=gate.text or gate.why,
        source=_cited(cited),
    )


def _cited(titles: Sequence[str]) -> str:
    """The first document and how many there are; the page of the product names them all."""
    if not titles:
        return text("ui.unknown")
    several = len(titles) > 1
    return text("ui.gate.sources", title=titles[0], count=len(titles)) if several else titles[0]


def counties_of(reading: Reading, firms: Iterable[str]) -> list[str]:
    """The counties of these enterprises, each once, in official order."""
    order = reading.atlas.library.region.counties
    found = dict.fromkeys(reading.atlas.enterprises[e].county for e in firms)
    return [c for c in order if c in found] + [c for c in found if c not in order]


def coproducts(reading: Reading) -> Mapping[str, tuple[Verdict, ...]]:
    """Absent product → the verdicts on what would come only beside it."""
    return _COPRODUCTS.of(reading, lambda: _beside(reading))


def _beside(reading: Reading) -> Mapping[str, tuple[Verdict, ...]]:
    found: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in each(reading.verdicts.values()):
        if verdict.merged:
            found[verdict.merged].append(verdict)
    return {product: tuple(beside) for product, beside in found.items()}


_COPRODUCTS = Aside[Mapping[str, tuple[Verdict, ...]]]()


def block_of(row: GapRow) -> Block:
    """Where a row stands: 原料稳供 apart, what is not confirmed under 待核实."""
    if row.verdict.remedy is Remedy.SUPPLY:
        return Block.SECURED
    suspected = row.verdict.certainty is Certainty.SUSPECTED
    return Block.PENDING if suspected else Block.SURE
