"""断供风险 in the order of what must be looked at first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from liantu.analysis.diagnosis import Diagnosis
from liantu.analysis.shocks.exposure import Exposure
from liantu.model import Atlas
from liantu.model.drill import ShockKind

_GROWN = ("01", "02", "03", "04", "05")
"""大类 of farm produce, which is bought on any market."""


@dataclass(frozen=True, slots=True)
class Risk:
    """``common``: bought on any market or had everywhere (公用原料), so that it stands apart.
    ``makers``: who makes the product here, of an enterprise it alone; where they are several, all
    would have to fail at once.
    """

    exposure: Exposure
    common: bool
    makers: tuple[str, ...]

    @property
    def at_once(self) -> bool:
        """Whether one failure brings it about; that all makers fail is rarely a single one."""
        return self.exposure.kind is not ShockKind.PRODUCT or len(self.makers) == 1

    @property
    def others(self) -> tuple[str, ...]:
        """Firms that stand still and do not fail themselves."""
        return tuple(firm for firm in self.exposure.firms if firm not in self.makers)

    @property
    def single(self) -> bool:
        """Whether something stands still that no other maker in the city can help."""
        return self.at_once and self.exposure.single

    @property
    def weight(self) -> float:
        """Units of others that stand still: for want of a main material one, of a part or a key
        auxiliary a half.
        """
        return (self.exposure.outer + self.exposure.outer_mains) / 2


def risks(
    atlas: Atlas,
    diagnosis: Diagnosis,
    found: Iterable[Exposure],
    products: Collection[str] | None = None,
) -> tuple[Risk, ...]:
    """Single failures by what hangs on them beyond the works concerned, the most first; what needs
    several failures at once, and what is common, come last. ``products``: only what is of them or
    makes some of them, and stops some of them.
    """
    order = sorted(_risks(atlas, diagnosis, found, products), key=_key)
    return tuple(order)


def _risks(
    atlas: Atlas,
    diagnosis: Diagnosis,
    found: Iterable[Exposure],
    products: Collection[str] | None,
) -> Iterator[Risk]:
    for exposure in found:
        if products is None or _concerns(atlas, exposure, products):
            makers = _makers(diagnosis, exposure)
            yield Risk(
                exposure=exposure,
                common=_is_common(atlas, exposure, makers),
                makers=makers,
            )


def _concerns(atlas: Atlas, exposure: Exposure, products: Collection[str]) -> bool:
    if not any(product in products for product in exposure.products):
        return False
    if exposure.kind is ShockKind.ENTERPRISE:
        made = atlas.enterprises[exposure.id].capacities
        return any(capacity.product in products for capacity in made)
    return exposure.id in products


def _is_common(atlas: Atlas, exposure: Exposure, makers: Collection[str]) -> bool:
    """Whether any market has it; what enterprises on record make here is theirs, in whatever chain
    it stands.
    """
    if exposure.kind is ShockKind.ENTERPRISE:
        return False
    item = atlas.products[exposure.id]
    grown = item.raw and item.gbt.startswith(_GROWN)
    return item.utility or item.generic or grown or not (item.home or makers)


def _makers(diagnosis: Diagnosis, exposure: Exposure) -> tuple[str, ...]:
    if exposure.kind is ShockKind.ENTERPRISE:
        return (exposure.id,)
    verdict = diagnosis.verdicts.get(exposure.id)
    return verdict.makers if exposure.kind is ShockKind.PRODUCT and verdict else ()


def _key(risk: Risk) -> tuple[bool, bool, bool, float, int, int, int]:
    exposure = risk.exposure
    return (
        risk.common,
        not exposure.outer,
        not risk.at_once,
        -risk.weight,
        -len(risk.others),
        -exposure.mains,
        -exposure.total,
    )
