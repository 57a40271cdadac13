"""The rows of every list that an office keeps; numbers stay numbers, unknown is said so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from liantu.analysis import matching
from liantu.analysis.balance import Balance
from liantu.analysis.concentration import concentration
from liantu.analysis.diagnosis import Diagnosis, Word
from liantu.analysis.ranking import CRITERIA, Score, acceptability, ordered, scores
from liantu.analysis.tiers import best_level
from liantu.briefing.tables import tier
from liantu.document import figures
from liantu.document.deals import deals
from liantu.document.grounds import dots, ground, trust
from liantu.document.reasons import class_words, reasons, remedy
from liantu.document.relations import owner_name, phase_text
from liantu.model import Atlas, Chain, Enterprise, Project, Quantity
from liantu.wording import text

Cell = str | float | int
Rows = Sequence[Sequence[Cell]]
MONEY = ("investment", "revenue", "tax", "land", "energy", "emissions")


@dataclass(frozen=True)
class Scope:
    """The chosen chains with their products that have a verdict."""

    atlas: Atlas
    diagnosis: Diagnosis
    chains: Sequence[str]

    def ids(self, chain: str) -> list[str]:
        """Products of a chain."""
        members = self.atlas.chains[chain].members()
        return [m.product for m in members if m.product in self.diagnosis.verdicts]

    def pairs(self) -> Iterator[tuple[Chain, str]]:
        """Every chain with every product of it."""
        for key in self.chains:
            for product in self.ids(key):
                yield self.atlas.chains[key], product

    def products(self) -> list[str]:
        """Every product once."""
        return list(dict.fromkeys(product for _, product in self.pairs()))

    @cached_property
    def chosen(self) -> frozenset[str]:
        """The chosen chains, to ask what belongs to them."""
        return frozenset(self.chains)

    @cached_property
    def scores(self) -> Mapping[str, Score]:
        """Scores of the gaps of the chosen chains."""
        return scores(self.atlas, self.diagnosis, self.products())

    def ranked(self, chain: str) -> tuple[Score, ...]:
        """Gaps of a chain, the best score first."""
        return ordered(self.scores, self.ids(chain))

    def named(self, products: Iterable[str]) -> str:
        """Names of products."""
        return "、".join(self.atlas.products[p].name for p in products)

    def firms(self) -> list[Enterprise]:
        """Enterprises of the chosen chains."""
        return [e for e in self.atlas.enterprises.values() if self.chosen & set(e.chains)]


def gaps(words: frozenset[Word]) -> Callable[[Scope], Rows]:
    """Absent products of these classes, the best score first, chain by chain."""

    def rows(scope: Scope) -> Rows:
        found: list[list[Cell]] = []
        atlas, diagnosis = scope.atlas, scope.diagnosis
        for key in scope.chains:
            ranked = scope.ranked(key)
            chances = acceptability(ranked)
            for score in ranked:
                verdict = diagnosis.verdicts[score.product]
                if set(verdict.words) & words:
                    found.append(
                        [
                            atlas.chains[key].label,
                            atlas.products[score.product].name,
                            class_words(verdict),
                            remedy(verdict.worst) if verdict.worst else "",
                            ground(atlas, diagnosis, verdict),
                            scope.named(verdict.needed_by),
                            scope.named(verdict.fed_by),
                            round(score.total, 1),
                            *(round(score.parts[name], 1) for name in CRITERIA),
                            round(chances[score.product], 3),
                            dots(trust(reasons(atlas, diagnosis, score.product))),
                        ]
                    )
        return found

    return rows


def blanks(scope: Scope) -> Rows:
    """无链 products with their stage."""
    found: list[list[Cell]] = []
    for key in scope.chains:
        chain = scope.atlas.chains[key]
        names = {stage.id: stage.name for stage in chain.stages}
        stages = {m.product: names.get(m.stage, "") for m in chain.members()}
        for product in scope.ids(key):
            if Word.BLANK in scope.diagnosis.verdicts[product].words:
                item = scope.atlas.products[product]
                routes = "；".join(r.name for r in item.routes if r.name)
                found.append([chain.label, stages[product], item.name, routes])
    return found


def local(word: Word) -> Callable[[Scope], Rows]:
    """Local products of a class."""

    def rows(scope: Scope) -> Rows:
        atlas, diagnosis = scope.atlas, scope.diagnosis
        return [
            [
                chain.label,
                atlas.products[product].name,
                remedy(word),
                ground(atlas, diagnosis, verdict),
                "、".join(atlas.enterprises[e].name for e in verdict.makers),
                _hhi(verdict.balance),
                scope.named(verdict.stops),
                dots(trust(reasons(atlas, diagnosis, product))),
            ]
            for chain, product in scope.pairs()
            if word in (verdict := diagnosis.verdicts[product]).words
        ]

    return rows


def _hhi(balance: Balance | None) -> Cell:
    """The concentration of supply; a text where it is unknown."""
    found = concentration(balance)
    if found is None or found.hhi is None:
        return text("ui.unknown" if found else "ui.none")
    return round(found.hhi, 3)


def balances(scope: Scope) -> Rows:
    """Supply, need and cover of what is made or needed."""
    rows: list[list[Cell]] = []
    for product in scope.products():
        found = scope.diagnosis.balances.get(product)
        if found is not None:
            rows.append(
                [
                    scope.atlas.products[product].name,
                    _known(found.supply, found.supply_unknown),
                    found.supply_unknown,
                    _known(found.need, found.need_unknown),
                    found.need_unknown,
                    _or_unknown(found.surplus, 6),
                    _or_unknown(found.cover, 4),
                    found.unit,
                ]
            )
    return rows


def _known(value: float, unknown: int) -> Cell:
    return text("ui.unknown") if unknown and not value else round(value, 6)


def _or_unknown(value: float | None, digits: int) -> Cell:
    return text("ui.unknown") if value is None else round(value, digits)


def projects(scope: Scope) -> Rows:
    """Recorded projects with what is known of their magnitudes."""
    return [
        [
            scope.atlas.chains[p.chain].label,
            p.name,
            p.kind,
            p.state or text(f"ui.status.{p.status}"),
            owner_name(scope.atlas, p),
            p.county,
            *(_quantity(getattr(p, name)) for name in MONEY),
            p.when,
            _content(scope, p),
        ]
        for p in scope.atlas.projects.values()
        if p.chain in scope.chosen
    ]


def _quantity(value: Quantity | None) -> Cell:
    return value.text if value else text("ui.unknown")


def _content(scope: Scope, project: Project) -> str:
    return "；".join(phase_text(scope.atlas, phase) for phase in project.phases) or project.note


def enterprises(scope: Scope) -> Rows:
    """Every enterprise of the chosen chains."""
    return [_enterprise(scope, firm) for firm in scope.firms()]


def _enterprise(scope: Scope, firm: Enterprise) -> list[Cell]:
    atlas = scope.atlas
    made = (
        f"{atlas.products[c.product].name} {text(f'ui.status.{c.status}')} {figures.capacity(c)}"
        for c in firm.capacities
        if c.product in atlas.products
    )
    return [
        firm.name,
        firm.county,
        text(f"ui.kind.{firm.kind}"),
        "、".join(atlas.chains[c].label for c in firm.chains),
        "；".join(made),
        "、".join(h.name for h in firm.honours),
        firm.as_of,
    ]


def leads(scope: Scope) -> Rows:
    """链主 and enterprises of the upper rungs of the honour ladder, the highest first."""
    atlas = scope.atlas
    order = {chain: at for at, chain in enumerate(scope.chains)}
    rows = []
    for firm in scope.firms():
        level = best_level(atlas, firm)
        high = level is not None and not atlas.library.ladder[level].low
        for key in dict.fromkeys(firm.chains):
            if key in order and (high or firm.id in atlas.chains[key].leads):
                chain = atlas.chains[key]
                place = -1 if firm.id in chain.leads else (level or 0)
                row = [chain.label, tier(atlas, firm, chain), *_enterprise(scope, firm)]
                rows.append((order[key], place, row))
    return [row for _, _, row in sorted(rows, key=lambda entry: entry[:2])]


def suppliers(scope: Scope) -> Rows:
    """Enterprises that make what local units of the chain use."""
    rows: list[list[Cell]] = []
    for chain, product in scope.pairs():
        verdict = scope.diagnosis.verdicts[product]
        if verdict.needed_by:
            rows += [
                [
                    chain.label,
                    scope.atlas.enterprises[e].name,
                    scope.atlas.enterprises[e].county,
                    scope.atlas.products[product].name,
                    scope.named(verdict.needed_by),
                ]
                for e in verdict.makers
            ]
    return rows


def strengths(scope: Scope) -> Rows:
    """What is made locally and neither thin nor weak, and what has a surplus."""
    rows: list[list[Cell]] = []
    for chain, product in scope.pairs():
        verdict = scope.diagnosis.verdicts[product]
        spare = verdict.balance.surplus if verdict.balance else None
        good = Word.STEADY in verdict.words or (spare is not None and spare > 0)
        if verdict.local and good and verdict.makers:
            supply = scope.diagnosis.situation.supply(product)
            rows.append(
                [
                    chain.label,
                    scope.atlas.products[product].name,
                    figures.supply(supply),
                    "、".join(scope.atlas.enterprises[e].name for e in verdict.makers),
                    class_words(verdict),
                ]
            )
    return rows


def research(scope: Scope) -> Rows:
    """Absent products that a source calls strategic or a bottleneck."""
    return [
        [
            chain.label,
            scope.atlas.products[product].name,
            class_words(scope.diagnosis.verdicts[product]),
            "；".join(flag.text for flag in flags),
            "；".join(r.name for r in scope.atlas.products[product].routes if r.name),
        ]
        for chain, product in scope.pairs()
        if (flags := scope.atlas.products[product].flags)
        and not scope.diagnosis.verdicts[product].local
    ]


def targets(scope: Scope) -> Rows:
    """The profile of the firm sought for each gap: what it makes, for whom, from what."""
    rows: list[list[Cell]] = []
    for key in scope.chains:
        for score in scope.ranked(key):
            verdict = scope.diagnosis.verdicts[score.product]
            routes = scope.atlas.products[score.product].routes
            ready = text("ui.unknown")
            if verdict.readiness is not None:
                ready = f"{verdict.readiness * 100:.0f}%"
            rows.append(
                [
                    scope.atlas.chains[key].label,
                    text("brief.lists.maker_of", product=scope.atlas.products[score.product].name),
                    remedy(verdict.worst) if verdict.worst else "",
                    scope.named(verdict.needed_by) or text("ui.none"),
                    scope.named(verdict.fed_by) or text("ui.none"),
                    "；".join(r.name for r in routes if r.name),
                    ready,
                    round(score.total, 1),
                ]
            )
    return rows


def resources(scope: Scope) -> Rows:
    """Recorded supplies with a party outside the atlas."""
    atlas, inside = scope.atlas, set(scope.products())
    return [
        [
            atlas.products[s.product].name if s.product else s.claim,
            s.supplier_name,
            s.customer_name,
            text(f"ui.mode.{s.mode}"),
            s.note,
        ]
        for s in atlas.supplies.values()
        if (not s.product or s.product in inside) and not (s.supplier and s.customer)
    ]


def matches(scope: Scope) -> Rows:
    """Who could deal with whom."""
    atlas, inside = scope.atlas, set(scope.products())
    return [
        [
            atlas.products[deal.product].name,
            deal.suppliers,
            deal.customers,
            atlas.products[deal.use].name,
            _or_unknown(deal.surplus, 6),
            atlas.products[deal.product].unit,
        ]
        for deal in deals(atlas, scope.diagnosis, inside)
    ]


def city(scope: Scope) -> Rows:
    """What several chains lack at once."""
    atlas, inside = scope.atlas, set(scope.products())
    return [
        [
            atlas.products[gap.product].name,
            class_words(scope.diagnosis.verdicts[gap.product]),
            len(gap.chains),
            "、".join(atlas.chains[c].label for c in gap.chains),
            scope.named(gap.needed_by),
        ]
        for gap in matching.city_gaps(atlas, scope.diagnosis)
        if gap.product in inside
    ]


def sources(scope: Scope) -> Rows:
    """Every source of the folder."""
    return [
        [s.id, s.title, s.publisher, s.date, "" if s.mirror else s.url, s.grade]
        for s in scope.atlas.sources.values()
    ]
