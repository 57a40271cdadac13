"""How much of the city the data hold: the sentence that stands on every page and sheet."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.state import Situation
from liantu.model import Atlas


@dataclass(frozen=True, slots=True)
class Coverage:
    """``recorded`` enterprises, ``running`` of them with a product that they operate at the date,
    and ``registered`` in the city's register (``None`` unknown). ``complete``: declared to be all.
    """

    recorded: int
    running: int
    registered: int | None
    complete: bool

    @property
    def share(self) -> float | None:
        """Recorded ÷ registered; ``None`` where the register is unknown."""
        return self.recorded / self.registered if self.registered else None


def coverage(atlas: Atlas, situation: Situation) -> Coverage:
    """Counted at the date of ``situation``."""
    running = {m.enterprise.id for made in situation.made.values() for m in made if m.operating}
    figure = atlas.figures.get(atlas.library.registered)
    number = int(figure.amount) if figure is not None and figure.amount else None
    return Coverage(len(atlas.enterprises), len(running), number, atlas.library.complete)
