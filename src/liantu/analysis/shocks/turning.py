"""Who could turn to a product that it does not make, by what it makes today."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from liantu.analysis.shocks.backup_kinds import Backup, BackupTrust, BackupWay
from liantu.analysis.shocks.likeness import HALF, Alike, Likeness, same_kind
from liantu.analysis.state import Situation
from liantu.model import Product
from liantu.model.gates import Gate
from liantu.model.standing import LOCAL, Standing

SOME = 1 / 3
"""Share of the main materials below which a related product is no answer."""
LIKE = 0.25
"""Share that is enough for a product of the same 小类."""
_GROWN = ("01", "02", "03", "04", "05")
"""大类 of what is grown: whoever has the seed has not the crop."""


class Turning:
    """Those who could turn to ``item``; ``gate``: the condition for new capacity, if any."""

    def __init__(
        self, item: Product, situation: Situation, likeness: Likeness, gate: Gate | None
    ) -> None:
        self._item, self._product = item, item.id
        self._situation, self._likeness, self._gate = situation, likeness, gate

    def all(self) -> Iterator[Backup]:
        """Everybody, an enterprise perhaps several times."""
        for alike in self._likeness.of(self._product):
            way, trust = self._judged(alike)
            if way is not None:
                yield from self._firms(way, trust, alike.product, alike.shared)
        for other in self._likeness.partners(self._product):
            yield from self._firms(BackupWay.PARTNER, BackupTrust.ASK, other, ())
        if not self._item.gbt.startswith(_GROWN):
            yield from self._ready()

    def near(self) -> Iterator[Backup]:
        """Firms that make what is much like the one main material, which nobody here makes: to be
        asked where there is nobody better.
        """
        for taken in self._likeness.routes(self._product):
            for material, share in taken.items():
                if share.weight >= HALF and not self._situation.is_local(material):
                    for alike in self._likeness.of(material):
                        if alike.sister and alike.share >= LIKE:
                            way, trust = BackupWay.NEAR, BackupTrust.ASK
                            yield from self._firms(way, trust, alike.product, (), (material,))

    def _judged(self, alike: Alike) -> tuple[BackupWay | None, BackupTrust]:
        """A common material makes a serious answer where it is much of both products."""
        other = self._situation.recipes.products[alike.product]
        named = same_kind(self._item, other)
        if alike.sister and (min(alike.share, alike.own) >= LIKE or named):
            serious = alike.share >= HALF or (named and alike.share >= SOME)
            return BackupWay.SISTER, BackupTrust.LIKELY if serious else BackupTrust.ASK
        if alike.turns and alike.share >= SOME:
            serious = alike.share >= HALF and (alike.near or alike.own >= HALF)
            return BackupWay.ROUTE, BackupTrust.LIKELY if serious else BackupTrust.ASK
        return None, BackupTrust.ASK

    def _ready(self) -> Iterator[Backup]:
        """Firms that make most of the main materials of one of its routes themselves."""
        for taken in self._likeness.routes(self._product):
            held: dict[str, dict[str, float]] = {}
            for material, share in taken.items():
                for firm in self._situation.firms(material):
                    held.setdefault(firm, {})[material] = share.weight
            for firm, own in held.items():
                if sum(own.values()) >= HALF:
                    yield self._turned(firm, BackupWay.READY, BackupTrust.ASK, tuple(own), own)

    def _firms(
        self,
        way: BackupWay,
        trust: BackupTrust,
        basis: str,
        shared: Iterable[str],
        near: tuple[str, ...] = (),
    ) -> Iterator[Backup]:
        for firm in self._situation.firms(basis):
            yield self._turned(firm, way, trust, (basis, *near), shared)

    def _turned(
        self,
        firm: str,
        way: BackupWay,
        trust: BackupTrust,
        basis: tuple[str, ...],
        shared: Iterable[str],
    ) -> Backup:
        has = tuple(shared)
        weights = self._best_route(has)
        return Backup(
            product=self._product,
            way=way,
            trust=trust,
            enterprise=firm,
            basis=basis,
            shared=has,
            share=sum(weights.get(q, 0.0) for q in has),
            missing=tuple(q for q in weights if q not in has and not self._is_at_hand(q)),
            gate=self._gate,
        )

    def _best_route(self, has: Collection[str]) -> Mapping[str, float]:
        routes = self._likeness.routes(self._product)
        weights = ({q: s.weight for q, s in taken.items()} for taken in routes)
        return max(weights, key=lambda r: sum(r.get(q, 0.0) for q in has), default={})

    def _is_at_hand(self, product: str) -> bool:
        standing = self._situation.standing(product)
        return standing in LOCAL or standing is Standing.EXTERNAL
