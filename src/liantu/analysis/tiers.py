"""Whether a product comes only from suppliers that stand low on the honour ladder."""

from __future__ import annotations

from collections.abc import Iterable

from liantu.model import Atlas, Enterprise


def best_level(atlas: Atlas, firm: Enterprise) -> int | None:
    """Place of the highest recorded honour on the ladder, 0 first; ``None`` if none is recorded."""
    places = {rung.level: at for at, rung in enumerate(atlas.library.ladder)}
    return min((places[h.level] for h in firm.honours if h.level in places), default=None)


def only_low(atlas: Atlas, makers: Iterable[str]) -> bool:
    """Whether every maker has a recorded honour and none of them is better than low.

    An enterprise without a recorded honour is unknown, not low.
    """
    ladder = atlas.library.ladder
    best = [best_level(atlas, atlas.enterprises[key]) for key in makers]
    return bool(best) and all(at is not None and ladder[at].low for at in best)
