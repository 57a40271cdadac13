"""The five words: which links are 断, 短, 细, 弱, 无 or 稳, and the facts that decide it.

An absent product is sorted by two questions: does a local unit need it, and is one of its inputs
local (fed)? A local one by its balance and by how much hangs on a single supplier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from liantu.analysis.balance import Balance, balances
from liantu.analysis.failure import Loss, losses, stops, weave
from liantu.analysis.state import Situation, active_routes, survey
from liantu.analysis.tiers import only_low
from liantu.model import Atlas, Product, RouteKind
from liantu.model.classes import ORDER, Word
from liantu.model.scenario import DEFAULT, Switches


@dataclass(frozen=True, slots=True)
class Verdict:
    """The classes of a product with what decided them; all ids are product ids but ``makers``.

    ``words`` is empty for what may be bought and is not local (never a gap). ``ready``: all
    inputs of one route are local or may be bought; ``readiness`` the best route's share of them.
    """

    product: str
    words: tuple[Word, ...]
    local: bool
    needed_by: tuple[str, ...]
    fed_by: tuple[str, ...]
    ready: bool
    readiness: float | None
    makers: tuple[str, ...]
    stops: tuple[str, ...]
    balance: Balance | None

    @property
    def worst(self) -> Word | None:
        """The class that colours the card."""
        return min(self.words, key=ORDER.__getitem__, default=None)


@dataclass(frozen=True)
class Diagnosis:
    """Verdicts by product id at the date of ``situation`` under ``switches``."""

    situation: Situation
    switches: Switches
    verdicts: Mapping[str, Verdict]
    balances: Mapping[str, Balance]
    losses: Mapping[str, Loss]

    def of(self, word: Word) -> tuple[str, ...]:
        """Products of a class in the order of the atlas."""
        return tuple(p for p, v in self.verdicts.items() if word in v.words)


def diagnose(atlas: Atlas, date: str = "", switches: Switches = DEFAULT) -> Diagnosis:
    """The diagnosis of the whole atlas; linear in it but for one re-closure an enterprise."""
    situation = survey(atlas, date, switches.counting)
    needed = _needed(atlas, situation)
    sums = balances(atlas, situation, switches)
    web = weave(atlas, situation, switches)
    stopped = stops(atlas, web)
    verdicts = {
        p.id: _verdict(atlas, situation, switches, p, needed, sums.get(p.id), stopped)
        for p in atlas.products.values()
        if not p.utility
    }
    return Diagnosis(situation, switches, verdicts, sums, losses(atlas, web))


def _needed(atlas: Atlas, situation: Situation) -> Mapping[str, tuple[str, ...]]:
    """Product → local products whose active route consumes it."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for product in atlas.products.values():
        if situation.is_local(product.id) and situation.makers(product.id):
            for route in active_routes(product, situation.makers(product.id)):
                for item in route.inputs:
                    if item.product != product.id:
                        found[item.product][product.id] = None
    return {key: tuple(value) for key, value in found.items()}


def _verdict(
    atlas: Atlas,
    situation: Situation,
    switches: Switches,
    product: Product,
    needed: Mapping[str, tuple[str, ...]],
    balance: Balance | None,
    stopped: Mapping[str, tuple[str, ...]],
) -> Verdict:
    local = situation.is_local(product.id)
    needed_by = needed.get(product.id, ())
    fed_by = _fed_by(atlas, situation, product)
    readiness = _readiness(atlas, situation, switches, product)
    firms = dict.fromkeys(m.enterprise.id for m in situation.makers(product.id) if m.operating)
    makers = tuple(firms)
    if local:
        sole = len(makers) == 1 and not situation.by_product_of(product.id)
        weak = sole or bool(stopped.get(product.id)) or only_low(atlas, makers)
        words = _local_words(switches, balance, weak)
    elif switches.buys(product):
        words = ()
    else:
        words = (_absent_word(bool(needed_by), bool(fed_by)),)
    return Verdict(
        product.id,
        words,
        local,
        needed_by,
        fed_by,
        readiness == 1.0,
        readiness,
        makers,
        stopped.get(product.id, ()) if local else (),
        balance,
    )


def _absent_word(needed: bool, fed: bool) -> Word:
    if needed:
        return Word.BROKEN if fed else Word.SHORT_UP
    return Word.SHORT_DOWN if fed else Word.BLANK


def _local_words(switches: Switches, balance: Balance | None, weak: bool) -> tuple[Word, ...]:
    words = []
    if balance is not None and balance.is_thin(switches.thin):
        words.append(Word.THIN)
    if weak:
        words.append(Word.WEAK)
    return tuple(words) or (Word.STEADY,)


def _fed_by(atlas: Atlas, situation: Situation, product: Product) -> tuple[str, ...]:
    """Local inputs of any own route, utilities left out."""
    found = dict.fromkeys(
        item.product
        for route in product.routes
        if route.kind is RouteKind.MAKE
        for item in route.inputs
        if situation.is_local(item.product)
        and item.product != product.id
        and not atlas.products[item.product].utility
    )
    return tuple(found)


def _readiness(
    atlas: Atlas, situation: Situation, switches: Switches, product: Product
) -> float | None:
    """Best share over the own routes of inputs that are local or may be bought."""
    shares = []
    for route in product.routes:
        if route.kind is RouteKind.MAKE and route.inputs:
            had = sum(
                situation.is_local(i.product) or switches.buys(atlas.products[i.product])
                for i in route.inputs
            )
            shares.append(had / len(route.inputs))
    return max(shares, default=None)
