"""What every map on screen can be asked, whatever draws it: where things are and who is lit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from liantu.diagram.lenses import Lens
from liantu.diagram.theme import Theme

Ids = frozenset[str]


@dataclass(frozen=True, slots=True)
class Spot:
    """What lies under the mouse, all empty over bare ground: a card or chip (``product``; ``door``:
    on its door to other chains), a line between the products ``ends``, the header of the box
    ``segment`` (-1: none), or a chip that stands for ``counted`` products (of that box, if any).
    """

    product: str = ""
    door: bool = False
    ends: tuple[str, str] = ("", "")
    segment: int = -1
    counted: tuple[str, ...] = ()

    @property
    def line(self) -> bool:
        """Whether it is a line between two products."""
        return self.ends != ("", "")


NOWHERE = Spot()


@dataclass(frozen=True, slots=True)
class Dress:
    """Who is stressed: the selected card, what lies under the mouse, and products that a filter, a
    list or an enterprise points at (``None``: nobody does).
    """

    selected: str = ""
    hovered: Spot = NOWHERE
    marked: Ids | None = None


class Picture(QGraphicsScene):
    """A map in its own units; ``base`` is the scale that is 100 %, ``readable`` the least one
    at which all of it is shown at first.
    """

    base = 1.0
    readable = 1.0

    def whole(self) -> QRectF:
        """All that can be shown, with a little room around it."""
        raise NotImplementedError

    def products(self) -> Collection[str]:
        """The products that have a place of their own or are counted somewhere."""
        raise NotImplementedError

    def place(self, product: str) -> QRectF | None:
        """Where a product is seen, ``None`` where it is not."""
        raise NotImplementedError

    def near(self, product: str) -> Ids:
        """The product with all that goes into it or comes from it here."""
        raise NotImplementedError

    def spot(self, point: QPointF, reach: float) -> Spot:
        """What lies at ``point``; thin lines are hit from ``reach`` units away."""
        raise NotImplementedError

    def tip(self, spot: Spot, point: QPointF) -> str:
        """What to know of a spot, plain; empty for nothing."""
        raise NotImplementedError

    def walk(self, product: str, direction: str) -> str:
        """The product that an arrow key leads to; the first one from nowhere."""
        raise NotImplementedError

    def blocks(self) -> Sequence[tuple[QRectF, bool]]:
        """Places for the map in the corner, and whether the city makes what stands there."""
        raise NotImplementedError

    def dress(self, dress: Dress) -> None:
        """Stress and fade."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        raise NotImplementedError

    def set_lens(self, lens: Lens) -> None:
        """Paint another property; the layout stays."""
        raise NotImplementedError
