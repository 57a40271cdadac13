"""The five words: which links are 断, 短, 细, 弱, 无 or 稳, and the facts that decide it.

An absent product is sorted by two questions: does a local unit need it as a main material, part or
key auxiliary, and is at least a third of its own mains and parts local (fed)? A local one by its
balance and by evidence of weakness. How sure an absence is stands beside the word, never in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from liantu.analysis.balance import Balance, balances
from liantu.analysis.failure import Loss, losses, stops, weave
from liantu.analysis.needs import FED, NOTHING, SLIP, Needs
from liantu.analysis.recipes import Recipes, Share
from liantu.analysis.state import Situation, survey
from liantu.analysis.tiers import only_low
from liantu.jobs import Progress
from liantu.model import Atlas, Capacity, Product, Role, Status
from liantu.model.classes import ORDER, RANKED, Word
from liantu.model.gates import Effect, Gate, GateKind
from liantu.model.scenario import DEFAULT, Switches, year_before
from liantu.model.standing import (
    LOCAL,
    Certainty,
    Remedy,
    Standing,
    Tag,
    Weakness,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The classes of a product with what decided them; all ids are product ids but ``makers``.

    ``words`` is empty for what comes from outside by its nature and for what policy closes and
    nobody needs. ``uses``: local products that take it as main, part or key auxiliary; ``fed``: its
    own local mains and parts on the best route, with their weights. ``readiness``: 0 to 1, local
    counts 1, from outside or secured ½. ``main_share``: what of its mains and parts is at hand
    where it is made here; ``missing``: the others. ``distance``: mains and parts that must be
    bought for it to run. ``merged``: the absent product beside which alone it comes.
    """

    product: str
    words: tuple[Word, ...]
    standing: Standing
    remedy: Remedy | None
    uses: Mapping[str, Share]
    fed: Mapping[str, float]
    readiness: float | None
    main_share: float | None
    missing: Mapping[str, float]
    distance: int | None
    makers: tuple[str, ...]
    stops: tuple[str, ...]
    balance: Balance | None
    gates: tuple[Gate, ...] = ()
    tags: tuple[Tag, ...] = ()
    weakness: Weakness | None = None
    lost: tuple[str, ...] = ()
    merged: str = ""

    @property
    def local(self) -> bool:
        """Whether it is made in the city."""
        return self.standing in LOCAL

    @property
    def certainty(self) -> Certainty | None:
        """How sure its absence is; ``None`` where it is not absent."""
        return Certainty.of(self.standing)

    @property
    def needed_by(self) -> tuple[str, ...]:
        """Local products that take it as main, part or key auxiliary."""
        return tuple(self.uses)

    @property
    def fed_by(self) -> tuple[str, ...]:
        """Its local mains and parts on the best route, the weightiest first."""
        return tuple(sorted(self.fed, key=lambda q: -self.fed[q]))

    @property
    def fed_share(self) -> float:
        """Their weights together, 0 to 1."""
        return sum(self.fed.values(), 0.0)

    @property
    def ready(self) -> bool:
        """Whether all its mains and parts are local or come from outside by their nature."""
        return self.distance == 0

    @property
    def gate(self) -> Gate | None:
        """The strongest gate in force that binds at all."""
        return next((g for g in self.gates if g.effect is not Effect.NOTE), None)

    @property
    def worst(self) -> Word | None:
        """The class that colours the card."""
        return min(self.words, key=ORDER.__getitem__, default=None)


@dataclass(frozen=True)
class Diagnosis:
    """Verdicts by product id at the date of ``situation`` under ``switches``.

    ``keys``: key links of some chain; ``wanted``: these and what the city says that it wants.
    ``steps``: absent products that can follow from what is local, 1 or 2 steps away; ``locks``:
    product → wanted products that lack only this.
    """

    situation: Situation
    switches: Switches
    verdicts: Mapping[str, Verdict]
    balances: Mapping[str, Balance]
    losses: Mapping[str, Loss]
    wanted: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    steps: Mapping[str, int] = field(default_factory=dict)
    locks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, word: Word) -> tuple[str, ...]:
        """Products of a class in the order of the atlas."""
        return tuple(p for p, v in self.verdicts.items() if word in v.words)


def diagnose(
    atlas: Atlas,
    date: str = "",
    switches: Switches = DEFAULT,
    known: Recipes | None = None,
    progress: Progress | None = None,
) -> Diagnosis:
    """The diagnosis of the whole atlas; linear in it but for one re-closure an enterprise.
    ``known`` as for :func:`survey`. May raise ``Cancelled``.
    """
    progress = progress or Progress()
    situation = survey(atlas, date, switches, known, progress)
    needs = Needs(atlas, situation, switches)
    sums = balances(atlas, situation, switches, progress)
    web = weave(atlas, situation, switches)
    progress.check()
    judge = _Judge(needs, sums, stops(atlas, web, progress))
    judged = progress.each(atlas.products.values())
    verdicts = {p.id: judge.verdict(p) for p in judged if not p.utility}
    progress.check()
    return Diagnosis(
        situation=situation,
        switches=switches,
        verdicts=_merge(atlas, needs, verdicts),
        balances=sums,
        losses=losses(atlas, web, progress),
        wanted=frozenset(needs.wanted),
        keys=frozenset(k.product for c in atlas.chains.values() for k in c.key),
        steps=needs.steps(),
        locks=needs.locks(),
    )


class _Judge:
    """Says the words; all it looks at is worked out before."""

    def __init__(
        self, needs: Needs, sums: Mapping[str, Balance], stopped: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._needs, self._sums, self._stopped = needs, sums, stopped
        self._situation = needs.situation
        self._day = needs.situation.day
        self._year = year_before(self._day)

    def verdict(self, product: Product) -> Verdict:
        """That of one product."""
        standing = self._situation.standing(product.id)
        fed, ready, lacking = self._needs.reach(product.id)
        uses = self._needs.uses.get(product.id, NOTHING)
        local, made = standing in LOCAL, standing is Standing.MADE
        firms = self._situation.firms(product.id)
        weakness = self._weakness(product, firms) if made else None
        below = self._is_below_scale(product)
        lost = self._lost(product, firms, uses) if made else ()
        if local or standing is Standing.CAPTIVE:
            words = self._local_words(product.id, standing, below, weakness)
        else:
            words = self._absent_words(product.id, standing, bool(uses), sum(fed.values()))
        cover = self._needs.cover(product.id)
        return Verdict(
            product=product.id,
            words=words,
            standing=standing,
            remedy=self._remedy(product, standing, words, uses),
            uses=uses,
            fed=fed,
            readiness=ready,
            main_share=cover.share if cover else None,
            missing=cover.missing if cover else NOTHING,
            distance=self._needs.distance(product.id) if made else lacking,
            makers=firms,
            stops=self._stopped.get(product.id, ()) if local else (),
            balance=self._sums.get(product.id),
            gates=self._situation.gates.get(product.id, ()),
            tags=tuple(self._tags(product, below, bool(lost))),
            weakness=weakness,
            lost=lost,
        )

    # -- words

    def _absent_words(
        self, product: str, standing: Standing, needed: bool, fed: float
    ) -> tuple[Word, ...]:
        if standing is Standing.EXTERNAL:
            return ()
        if standing is Standing.SHUT:
            return (Word.SHORT_UP,) if needed else ()
        is_fed = fed >= FED - SLIP
        if needed:
            return (Word.BROKEN if is_fed else Word.SHORT_UP,)
        if is_fed:
            return (Word.SHORT_DOWN,)
        return (Word.BLANK if product in self._needs.wanted else Word.OPEN,)

    def _local_words(
        self, product: str, standing: Standing, below: bool, weakness: Weakness | None
    ) -> tuple[Word, ...]:
        words = []
        balance = self._sums.get(product)
        thin = balance is not None and balance.is_thin(self._needs.switches.thin)
        if standing is Standing.MADE and (thin or below):
            words.append(Word.THIN)
        if weakness is not None:
            words.append(Word.WEAK)
        return tuple(words) or (Word.STEADY,)

    def _remedy(
        self,
        product: Product,
        standing: Standing,
        words: tuple[Word, ...],
        uses: Mapping[str, Share],
    ) -> Remedy | None:
        if standing is Standing.SHUT:
            return Remedy.SUPPLY
        worst = min(words, key=ORDER.__getitem__, default=None)
        if worst in (Word.BROKEN, Word.SHORT_UP):
            return self._filling(product, worst, uses)
        return _REMEDIES.get(worst) if worst else None

    def _filling(self, product: Product, word: Word, uses: Mapping[str, Share]) -> Remedy:
        if self._needs.is_supplied(product.id):
            return Remedy.SUPPLY
        if product.barrier is not None:
            return Remedy.BARRIER
        if word is Word.BROKEN:
            return Remedy.CONNECT
        counted = product.base_unit != "t" or all(s.role is Role.PART for s in uses.values())
        return Remedy.PARTS if counted else Remedy.UPSTREAM

    # -- evidence

    def _is_below_scale(self, product: Product) -> bool:
        supply = self._situation.supply(product.id)
        if supply is None or supply.unknown_makers or supply.known <= 0:
            return False
        least = scale_of(self._needs.atlas, product, self._day)
        if least is None or product.id in self._situation.grouped:
            return False
        return supply.known * self._needs.switches.utilisation < least - SLIP

    def _weakness(self, product: Product, firms: tuple[str, ...]) -> Weakness | None:
        if product.id in self._situation.grouped:
            return None
        if any(self._has_stopped(m.capacity) for m in self._situation.makers(product.id)):
            return Weakness.STOPPED
        if any(_limits(gate) for gate in self._situation.gates.get(product.id, ())):
            return Weakness.LIMITED
        day = self._situation.day
        if product.id in self._needs.wanted and only_low(self._needs.atlas, firms, day):
            return Weakness.TIER
        return None

    def _has_stopped(self, capacity: Capacity) -> bool:
        """Whether it stopped within the year that ends with the day, resumed or not."""
        if capacity.status is not Status.STOPPED or capacity.contested:
            return False
        return bool(capacity.since) and self._year < capacity.since <= self._day

    def _lost(
        self, product: Product, firms: tuple[str, ...], uses: Mapping[str, Share]
    ) -> tuple[str, ...]:
        """Products of others that take what is made here as main or part where one firm alone does
        so.
        """
        situation = self._situation
        alone = len(firms) == 1 and not product.raw
        beside = situation.by_product_of(product.id) or product.id in situation.grouped
        if not alone or beside or situation.is_late(product.id):
            return ()
        if any(m.operating and m.capacity.own_use for m in situation.makers(product.id)):
            return ()
        return tuple(
            user
            for user, share in uses.items()
            if share.counts and self._is_of_others(user, firms[0])
        )

    def _is_of_others(self, user: str, firm: str) -> bool:
        if self._situation.standing(user) is Standing.GROUP:
            return True
        return any(other != firm for other in self._situation.firms(user))

    def _tags(self, product: Product, below: bool, sole: bool) -> Iterable[Tag]:
        if sole:
            declared = self._situation.replies.is_declared(product.id)
            yield Tag.SOLE if declared else Tag.SOLE_ON_RECORD
        if below:
            yield Tag.BELOW_SCALE
        if self._situation.is_late(product.id):
            yield Tag.START_UNKNOWN
        balance = self._sums.get(product.id)
        if balance is not None and balance.carried:
            yield Tag.CARRIED


_REMEDIES = {
    Word.SHORT_DOWN: Remedy.DOWNSTREAM,
    Word.THIN: Remedy.THICKEN,
    Word.WEAK: Remedy.STRENGTHEN,
    Word.BLANK: Remedy.CREATE,
}


def _limits(gate: Gate) -> bool:
    """Whether a gate that was read names the technology 限制类 or 淘汰类."""
    return gate.kind is GateKind.CATALOGUE and gate.effect is Effect.SHUT


def scale_of(atlas: Atlas, product: Product, day: str) -> float | None:
    """The least scale in force on ``day`` in the product's unit; ``None`` where none is known."""
    least = product.scale_min
    if least is None or (least.since and day and least.since > day):
        return None
    if least.unit == product.unit:
        return least.amount
    base, factor = atlas.library.units.get(least.unit, ("", 0.0))
    return least.amount * factor / product.base_per_unit if base == product.base_unit else None


def _merge(atlas: Atlas, needs: Needs, verdicts: Mapping[str, Verdict]) -> Mapping[str, Verdict]:
    """Verdicts in which an absent product without a route of its own that comes only beside
    another absent one names that.
    """
    beside: dict[str, str] = {}
    for product in atlas.products:
        for route in needs.recipes.own(product):
            for item in route.byproducts:
                if not item.recycle and _absent(verdicts.get(product)):
                    beside.setdefault(item.product, product)
    found = dict(verdicts)
    for product, parent in beside.items():
        if product in found and _absent(found[product]) and not needs.recipes.own(product):
            found[product] = replace(found[product], merged=parent)
    return found


def _absent(verdict: Verdict | None) -> bool:
    return verdict is not None and (verdict.worst in RANKED or verdict.worst is Word.BLANK)
