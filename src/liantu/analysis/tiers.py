"""Whether a product comes only from suppliers that stand low on the honour ladder."""

from __future__ import annotations

from collections.abc import Iterable

from liantu.model import Atlas, Enterprise
from liantu.model.statements import held


def best_level(atlas: Atlas, firm: Enterprise, day: str) -> int | None:
    """Place on the ladder of the highest honour given up to ``day``, 0 first; ``None`` if none is
    recorded.
    """
    places = {rung.level: at for at, rung in enumerate(atlas.library.ladder)}
    had = (h.level for h in held(firm.honours, day))
    return min((places[level] for level in had if level in places), default=None)


def only_low(atlas: Atlas, makers: Iterable[str], day: str) -> bool:
    """Whether every maker has a recorded honour at ``day`` and none of them is better than low.

    An enterprise without a recorded honour is unknown, not low.
    """
    ladder = atlas.library.ladder
    best = [best_level(atlas, atlas.enterprises[key], day) for key in makers]
    return bool(best) and all(at is not None and ladder[at].low for at in best)
