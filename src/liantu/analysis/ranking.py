"""How much each row of a board weighs: weighted values on fixed bounds, every part visible.

Values are scaled by documented bounds, never by the sample, so that a new row cannot turn two old
ones round (rank reversal). Sensitivity: the weight at which two neighbours change places (closed
form) and rank acceptability (SMAA-2, Lahdelma & Salminen 2001) with a fixed seed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from liantu.model.boards import CRITERIA, Board

DRAWS = 20_000
SEED = 20221026
TURN = 1000
"""Draws made at once: numpy lets no other thread run meanwhile, so a window would stand still."""


@dataclass(frozen=True, slots=True)
class Score:
    """A row of a board: ``values`` from 0 to 1 by criterion, and their weighted ``parts`` (points).

    ``facts`` are the figures behind the values (``None`` unknown), by name; see
    ``analysis.boards``.
    """

    product: str
    board: Board
    values: Mapping[str, float]
    parts: Mapping[str, float]
    facts: Mapping[str, float | str | None] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """Sum of the parts (0–100 with the default weights)."""
        return sum(self.parts.values())


def score(
    product: str,
    board: Board,
    values: Mapping[str, float],
    weights: Mapping[str, float],
    facts: Mapping[str, float | str | None],
) -> Score:
    """Weigh values, each held within 0 and 1."""
    held = {name: min(max(values[name], 0.0), 1.0) for name in CRITERIA[board]}
    parts = {name: weights.get(name, 0.0) * value for name, value in held.items()}
    return Score(product, board, held, parts, facts)


def ordered(found: Sequence[Score]) -> tuple[Score, ...]:
    """Best first; ties by id. Totals that differ by less than a millionth are ties."""
    return tuple(sorted(found, key=lambda s: (-round(s.total, 6), s.product)))


def switch_weight(
    first: Score, second: Score, criterion: str, weights: Mapping[str, float]
) -> float | None:
    """The weight share of ``criterion`` (others kept in proportion) at which two rows tie.

    Solves x·d + (1 − x)·r = 0 for the difference d on the criterion and r on the rest; ``None``
    if no share from 0 to 1 does.
    """
    rest = sum(w for name, w in weights.items() if name != criterion)
    if rest <= 0:
        return None
    apart = {name: first.values[name] - second.values[name] for name in first.values}
    d = apart[criterion]
    r = sum(weights.get(name, 0.0) / rest * apart[name] for name in apart if name != criterion)
    if d == r:
        return None
    share = -r / (d - r)
    return share if 0 <= share <= 1 else None


def acceptability(scores: Sequence[Score], top: int = 5, draws: int = DRAWS) -> dict[str, float]:
    """Share of random weightings (uniform on the simplex) that put each row of one board into the
    first ``top``; the same for the same scores.
    """
    import numpy as np  # noqa: PLC0415  costs start-up time; only the ranking needs it

    if not scores:
        return {}
    names = CRITERIA[scores[0].board]
    values = np.array([[s.values[name] for name in names] for s in scores])
    random = np.random.default_rng(SEED)
    count = min(top, len(scores))
    hits = np.zeros(len(scores), dtype=int)
    for start in range(0, draws, TURN):
        weights = random.dirichlet(np.ones(len(names)), min(TURN, draws - start))
        totals = weights @ values.T
        best = np.argpartition(-totals, count - 1, axis=1)[:, :count]
        hits += np.bincount(best.ravel(), minlength=len(scores))
    return {s.product: float(h) / draws for s, h in zip(scores, hits, strict=True)}
