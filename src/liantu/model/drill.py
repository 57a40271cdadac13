"""断供演练: what fails for how long, what is done about it, and by which supplies it is reckoned.

A drill is part of a scenario but no assumption of its diagnosis: a failure of some weeks makes no
gap of the city's chains.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

DAYS = 30
"""Days that a drill looks ahead unless it says otherwise."""
MOST_DAYS = 365
"""Days that it can look ahead: what lasts longer than a year is no failure but a stop."""


class ShockKind(enum.StrEnum):
    """What fails: an enterprise, all makers of a product, a county, or what comes from outside."""

    ENTERPRISE = "enterprise"
    PRODUCT = "product"
    COUNTY = "county"
    OUTSIDE = "outside"


class MeasureKind(enum.StrEnum):
    """What is done: a part runs again, another firm supplies, it is bought outside, stock is
    brought in, or something that changes no figure.
    """

    RESTORE = "restore"
    REPLACE = "replace"
    BUY = "buy"
    STOCK = "stock"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Shock:
    """``id``: of an enterprise, of a product (also for what comes from outside), or the name of a
    county. ``share`` of what it makes or supplies is lost, 0 to 1, from the morning of day
    ``start`` (0: at once) for ``days`` days (``None``: to the end of the drill).
    """

    kind: ShockKind
    id: str
    share: float = 1.0
    start: int = 0
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """Something done from the morning of ``day`` on.

    ``restore``: of the shocked ``id`` only ``share`` is lost from then on. ``replace``: the
    enterprise ``id`` supplies ``share`` of what is lacking of ``product``. ``buy``: ``share`` of
    what is lacking of ``product`` comes from outside. ``stock``: every user of ``product`` gets
    ``days`` days more of it. ``note`` changes no figure. ``who`` sees to it; ``note`` says more.
    """

    kind: MeasureKind
    day: int = 0
    id: str = ""
    product: str = ""
    share: float = 1.0
    days: float | None = None
    who: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Drill:
    """``days`` that are looked ahead. ``stock``: days of stock taken where none is on record
    (``None``: unknown stays unknown). ``deduced``: supplies that follow from who makes and who
    uses a product (推定) count beside those on record. ``substitution``: other makers in the city
    step in for one that fails; ``outside``: what may be bought outside steps in.
    """

    shocks: tuple[Shock, ...] = ()
    measures: tuple[Measure, ...] = ()
    days: int = DAYS
    stock: float | None = None
    deduced: bool = True
    substitution: bool = False
    outside: bool = False


NO_DRILL = Drill()
