"""What stands in a legend, of the window or of a paper."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.diagram.badges import MARK
from liantu.diagram.drawing import Shape


@dataclass(frozen=True, slots=True)
class Entry:
    """What a mark means, in a legend of the window or of a paper.

    ``mark`` may be empty; it begins at x = 0, is ``width`` wide and stands on the baseline.
    ``letter`` is the letter in it, if any; ``definition`` says more where there is room; ``items``
    are the products that carry it, so that a click keeps these, and ``count`` tells how many
    (``None``: lines and remarks are not counted).
    """

    words: str
    mark: tuple[Shape, ...] = ()
    width: float = MARK[0]
    id: str = ""
    letter: str = ""
    definition: str = ""
    items: frozenset[str] = frozenset()
    count: int | None = None

    @property
    def told(self) -> str:
        """The words with their count: ``断链 3``."""
        return self.words if self.count is None else f"{self.words} {self.count}"
