"""What is said of somebody who could step in for a product."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from liantu.analysis.state import Maker
from liantu.model.gates import Gate


class BackupWay(enum.StrEnum):
    """Why somebody is named, the surest first: the customer names it; it makes it; it comes beside
    what it makes; firms that are not named make it; its plant stands still, or is being built; it
    makes a product of the same 小类, or one of the same main materials, or another part for the
    same user; it makes the main material itself, or what is much like it; its plant is only
    planned; it is bought outside the city.
    """

    NAMED = "named"
    MAKES = "makes"
    BESIDE = "beside"
    IDLE = "idle"
    GROUP = "group"
    BUILDING = "building"
    SISTER = "sister"
    ROUTE = "route"
    PARTNER = "partner"
    READY = "ready"
    NEAR = "near"
    PLANNED = "planned"
    OUTSIDE = "outside"


class BackupTrust(enum.StrEnum):
    """How far it can be built upon: on record, 可谈转产, or only somebody to ask."""

    RECORDED = "recorded"
    LIKELY = "likely"
    ASK = "ask"


NOW = frozenset({BackupWay.NAMED, BackupWay.MAKES, BackupWay.IDLE})
"""Ways that can help within weeks."""
ON_RECORD = NOW | {BackupWay.BESIDE, BackupWay.GROUP, BackupWay.BUILDING, BackupWay.PLANNED}
"""Ways of which a record speaks of the product itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """Somebody who could step in for a product.

    ``enterprise`` is empty for firms without a name and for what is bought outside. ``basis``:
    products that show what it can do, after it of ``NEAR`` the material that it is like;
    ``shared``: the main materials of the product that it takes
    or makes, ``share`` of all its materials, 0 to 1; ``missing``: the others, which it would have
    to procure. ``spare`` a year in the product's unit (``None``: unknown). ``supplies``: records
    that say so. ``gate``: the condition under which new capacity is allowed at all.
    """

    product: str
    way: BackupWay
    trust: BackupTrust
    enterprise: str = ""
    basis: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    share: float = 0.0
    missing: tuple[str, ...] = ()
    spare: float | None = None
    maker: Maker | None = None
    own_use: bool = False
    supplies: tuple[str, ...] = ()
    gate: Gate | None = None

    @property
    def reliable(self) -> bool:
        """Whether it is on record and can help within weeks."""
        return self.trust is BackupTrust.RECORDED and self.way in NOW
