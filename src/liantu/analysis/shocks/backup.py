"""备份: who could make a product, or bring it, when those who do so now fail.

Nobody is named because it might be thought of: each is either on record for the product, or makes
what is made of the same main materials by the same kind of works. Where policy closes the product,
no new capacity is proposed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from liantu.analysis.diagnosis import Diagnosis
from liantu.analysis.shocks.backup_kinds import ON_RECORD, Backup, BackupTrust, BackupWay
from liantu.analysis.shocks.likeness import Likeness
from liantu.analysis.shocks.turning import Turning
from liantu.analysis.state import Maker, converted
from liantu.model import Atlas, Enterprise, EnterpriseKind, RouteKind, Status, Supply, SupplyMode
from liantu.model.gates import Effect, GateKind
from liantu.model.standing import Standing
from liantu.model.statements import held
from liantu.once import once

__all__ = ["Backing", "Backup", "BackupTrust", "BackupWay"]


class Backing:
    """Looks for backups; what all of them need is worked out once."""

    def __init__(self, atlas: Atlas, diagnosis: Diagnosis) -> None:
        self.atlas, self.diagnosis = atlas, diagnosis
        self.likeness = Likeness(atlas, diagnosis)

    def of(self, product: str, without: Collection[str] = ()) -> tuple[Backup, ...]:
        """Who could step in for ``product`` where the enterprises ``without`` fail, the best
        first, each enterprise once; what may be bought outside comes last. Raises ``KeyError``
        for an unknown product.
        """
        best: dict[str, Backup] = {}
        finder = _Finder(self, product)
        for found in sorted(finder.all(without), key=finder.rank):
            best.setdefault(found.enterprise or found.way, found)
        return tuple(best.values())


class _Finder:
    """Looks for those who could step in for one product."""

    def __init__(self, backing: Backing, product: str) -> None:
        self._backing, self._atlas = backing, backing.atlas
        self._verdict = backing.diagnosis.verdicts.get(product)
        self._situation = backing.diagnosis.situation
        self._item = backing.atlas.products[product]
        self._product = product
        self._gates = self._situation.gates.get(product, ())
        self._shut = any(g.effect is Effect.SHUT for g in self._gates)
        binding = (g for g in self._gates if g.effect in (Effect.CONDITION, Effect.ASK))
        self._gate = next(binding, None)

    def all(self, without: Collection[str]) -> Iterator[Backup]:
        """Everybody, an enterprise perhaps several times."""
        found = [b for b in self._firms() if self._may_help(b.enterprise, without)]
        if not found and self._turning is not None:
            found = [b for b in self._turning.near() if self._may_help(b.enterprise, without)]
        yield from found
        yield from self._outside()

    def _firms(self) -> Iterator[Backup]:
        yield from self._named()
        yield from self._local()
        if self._turning is not None:
            yield from self._turning.all()

    @once
    def _turning(self) -> Turning | None:
        """``None`` where no new capacity can be, by nature or by policy."""
        if self._item.raw or self._item.utility or self._shut:
            return None
        return Turning(self._item, self._situation, self._backing.likeness, self._gate)

    def rank(self, found: Backup) -> tuple[int, bool, float, int, bool, int]:
        """The best first: by trust, records before likeness, then by what it has of the
        materials; what comes from outside last.
        """
        trust, way = list(BackupTrust).index(found.trust), list(BackupWay).index(found.way)
        firm = self._atlas.enterprises.get(found.enterprise)
        return (
            len(BackupTrust) if found.way is BackupWay.OUTSIDE else trust,
            found.way not in ON_RECORD,
            -round(found.share, _DIGITS),
            way,
            not self._is_near(firm),
            -len(held(firm.honours, self._situation.day)) if firm else 0,
        )

    def _is_near(self, firm: Enterprise | None) -> bool:
        """Whether it stands in the chain of the product."""
        made = (self._atlas.chains_of.get(c.product, ()) for c in firm.capacities) if firm else ()
        return any(self._item.home in chains for chains in made)

    def _may_help(self, enterprise: str, without: Collection[str]) -> bool:
        if not enterprise:
            return True
        known = self._atlas.enterprises[enterprise].kind is not EnterpriseKind.PARK
        return known and enterprise not in without

    # -- on record for the product

    def _named(self) -> Iterator[Backup]:
        for supply in self._atlas.supplies.values():
            if supply.product == self._product:
                for firm in supply.substitutes:
                    if firm in self._atlas.enterprises:
                        yield Backup(
                            product=self._product,
                            way=BackupWay.NAMED,
                            trust=BackupTrust.RECORDED,
                            enterprise=firm,
                            supplies=(supply.id,),
                        )

    def _local(self) -> Iterator[Backup]:
        for maker in self._situation.makers(self._product):
            found = self._made(maker)
            if found is not None:
                yield found
        for parent in self._situation.by_product_of(self._product):
            for firm in self._situation.firms(parent):
                yield Backup(
                    product=self._product,
                    way=BackupWay.BESIDE,
                    trust=BackupTrust.LIKELY,
                    enterprise=firm,
                    basis=(parent,),
                )
        if self._situation.standing(self._product) is Standing.GROUP:
            yield Backup(product=self._product, way=BackupWay.GROUP, trust=BackupTrust.LIKELY)

    def _made(self, maker: Maker) -> Backup | None:
        item = maker.capacity
        way = self._way(maker)
        if way is None or item.contested:
            return None
        sure = way is not BackupWay.PLANNED and not (item.inferred or maker.late)
        runs = way is BackupWay.MAKES
        return Backup(
            product=self._product,
            way=way,
            trust=BackupTrust.RECORDED if sure else _DOUBTED[way],
            enterprise=maker.enterprise.id,
            spare=self._spare(maker) if runs else None,
            maker=maker,
            own_use=item.own_use,
            gate=None if runs else self._gate,
        )

    def _way(self, maker: Maker) -> BackupWay | None:
        if maker.operating:
            return BackupWay.MAKES
        item, day = maker.capacity, self._situation.day
        if item.until and day and item.until <= day:
            return None
        if item.status is Status.STOPPED:
            closed = any(g.kind is GateKind.EXIT for g in self._gates)
            return None if closed else BackupWay.IDLE
        if self._shut:
            return None
        return _NOT_YET.get(item.status)

    def _spare(self, maker: Maker) -> float | None:
        """What the city makes above its known need, as far as this maker can have it."""
        balance = self._verdict.balance if self._verdict else None
        amount = converted(self._atlas, maker.capacity, self._item)
        if balance is None or balance.surplus is None or amount is None or balance.carried:
            return None
        return min(amount, balance.surplus) if balance.surplus > 0 else None

    # -- outside

    def _outside(self) -> Iterator[Backup]:
        """What may be bought; on record where somebody here buys it already."""
        found = [s.id for s in self._atlas.supplies.values() if self._is_bought(s)]
        by_nature = self._situation.standing(self._product) is Standing.EXTERNAL
        routes = any(r.kind is RouteKind.BOUGHT for r in self._item.routes)
        sure = bool(found) or by_nature or routes
        yield Backup(
            product=self._product,
            way=BackupWay.OUTSIDE,
            trust=BackupTrust.RECORDED if sure else BackupTrust.ASK,
            supplies=tuple(found),
        )

    def _is_bought(self, supply: Supply) -> bool:
        return supply.product == self._product and supply.mode is SupplyMode.BOUGHT


_DIGITS = 2
"""Shares that differ by less are told alike."""
_NOT_YET = {
    Status.OPERATING: BackupWay.BUILDING,
    Status.BUILDING: BackupWay.BUILDING,
    Status.PLANNED: BackupWay.PLANNED,
}
"""What does not run at the date; an operating capacity that does not begins later."""
_DOUBTED = {
    BackupWay.MAKES: BackupTrust.LIKELY,
    BackupWay.IDLE: BackupTrust.ASK,
    BackupWay.BUILDING: BackupTrust.ASK,
    BackupWay.PLANNED: BackupTrust.ASK,
}
