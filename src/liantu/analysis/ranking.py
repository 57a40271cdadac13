"""In which order to act: a sum of weighted values on fixed bounds, with every part visible.

Values are scaled by documented bounds, never by the sample, so that a new gap cannot turn two old
ones round (rank reversal). Sensitivity: the weight at which two neighbours change places (closed
form) and rank acceptability (SMAA-2, Lahdelma & Salminen 2001) with a fixed seed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from liantu.analysis.closure import Step
from liantu.analysis.diagnosis import Diagnosis, Verdict
from liantu.model import Atlas, RouteKind
from liantu.model.classes import RANKED

CRITERIA = ("demand", "readiness", "unlock", "exposure", "strategic")
BOUNDS = {"demand": 5.0, "readiness": 1.0, "unlock": 10.0, "exposure": 10.0, "strategic": 1.0}
"""The raw value that earns a criterion in full; more earns no more."""

DRAWS = 20_000
SEED = 20221026
TURN = 1000
"""Draws made at once: numpy lets no other thread run meanwhile, so a window would stand still."""


@dataclass(frozen=True, slots=True)
class Score:
    """``raw`` values by criterion (counts, shares), their weighted ``parts``, and the ``total``
    (0–100 with the default weights).
    """

    product: str
    raw: Mapping[str, float]
    parts: Mapping[str, float]

    @property
    def total(self) -> float:
        """Sum of the parts."""
        return sum(self.parts.values())


def rank(
    atlas: Atlas, diagnosis: Diagnosis, products: Iterable[str] | None = None
) -> tuple[Score, ...]:
    """Scores of the gaps (断, 短) among ``products``, best first; ties by name order of ids.

    For many chains take :func:`scores` once and :func:`ordered` for each.
    """
    return ordered(scores(atlas, diagnosis, products))


def scores(
    atlas: Atlas, diagnosis: Diagnosis, products: Iterable[str] | None = None
) -> dict[str, Score]:
    """The score of every gap (of those among ``products``) by product id.

    One pass over the atlas, and for each gap over what it would open and what hangs on it.
    """
    reach = _Reach(atlas, diagnosis)
    weights = diagnosis.switches.weights
    wanted = diagnosis.verdicts if products is None else products
    found = (diagnosis.verdicts[p] for p in wanted if p in diagnosis.verdicts)
    return {v.product: score(v.product, _raw(atlas, v, reach), weights) for v in found if _gap(v)}


def ordered(found: Mapping[str, Score], products: Iterable[str] | None = None) -> tuple[Score, ...]:
    """The scores of ``products`` (of all), best first; ties by name order of ids."""
    wanted = found if products is None else (p for p in products if p in found)
    return tuple(sorted((found[p] for p in wanted), key=lambda s: (-s.total, s.product)))


def _gap(verdict: Verdict) -> bool:
    return verdict.worst in RANKED


def score(product: str, raw: Mapping[str, float], weights: Mapping[str, float]) -> Score:
    """Weigh raw values on the fixed bounds."""
    parts = {
        name: weights.get(name, 0.0) * min(max(raw[name] / BOUNDS[name], 0.0), 1.0)
        for name in CRITERIA
    }
    return Score(product, raw, parts)


def _scaled(found: Score, name: str) -> float:
    return min(max(found.raw[name] / BOUNDS[name], 0.0), 1.0)


def _raw(atlas: Atlas, verdict: Verdict, reach: _Reach) -> dict[str, float]:
    return {
        "demand": float(len(verdict.needed_by)),
        "readiness": verdict.readiness or 0.0,
        "unlock": float(reach.unlocked(verdict.product)),
        "exposure": float(reach.exposed(verdict.product)),
        "strategic": float(bool(atlas.products[verdict.product].flags)),
    }


class _Reach:
    """What one more product would open, and what hangs on it, by following routes forward."""

    def __init__(self, atlas: Atlas, diagnosis: Diagnosis) -> None:
        switches, situation = diagnosis.switches, diagnosis.situation
        self._had = {
            p.id for p in atlas.products.values() if switches.buys(p) or situation.is_local(p.id)
        }
        self._steps = [
            Step(p.id, route)
            for p in atlas.products.values()
            for route in p.routes
            if route.kind is RouteKind.MAKE and route.inputs
        ]
        self._missing: list[int] = []
        self._users: dict[str, list[int]] = {}
        for at, step in enumerate(self._steps):
            lacking = step.needs - self._had
            self._missing.append(len(lacking))
            for product in lacking:
                self._users.setdefault(product, []).append(at)
        self._needed = {p: v.needed_by for p, v in diagnosis.verdicts.items()}

    def unlocked(self, product: str) -> int:
        """How many absent products could be made, in the end, once ``product`` is there."""
        gained, queue = {product}, deque([product])
        left: dict[int, int] = {}
        while queue:
            for at in self._users.get(queue.popleft(), ()):
                left[at] = left.get(at, self._missing[at]) - 1
                if left[at] == 0:
                    yields = self._steps[at].yields
                    new = [y for y in yields if y not in self._had and y not in gained]
                    gained.update(new)
                    queue.extend(new)
        return len(gained) - 1

    def exposed(self, product: str) -> int:
        """How many local products stand, directly or through others, if it cannot be bought."""
        seen, queue = {product}, deque([product])
        while queue:
            for user in self._needed.get(queue.popleft(), ()):
                if user not in seen:
                    seen.add(user)
                    queue.append(user)
        return len(seen) - 1


def switch_weight(
    first: Score, second: Score, criterion: str, weights: Mapping[str, float]
) -> float | None:
    """The weight share of ``criterion`` (others kept in proportion) at which two gaps tie.

    Solves x·d + (1 − x)·r = 0 for the difference d on the criterion and r on the rest; ``None``
    if no share from 0 to 1 does.
    """
    rest = sum(w for name, w in weights.items() if name != criterion)
    if rest <= 0:
        return None
    scaled = {name: _scaled(first, name) - _scaled(second, name) for name in CRITERIA}
    d = scaled[criterion]
    r = sum(weights[name] / rest * scaled[name] for name in CRITERIA if name != criterion)
    if d == r:
        return None
    share = -r / (d - r)
    return share if 0 <= share <= 1 else None


def acceptability(scores: Sequence[Score], top: int = 5, draws: int = DRAWS) -> dict[str, float]:
    """Share of random weightings (uniform on the simplex) that put each gap into the first
    ``top``; the same for the same scores.
    """
    import numpy as np  # noqa: PLC0415  costs start-up time; only the ranking needs it

    if not scores:
        return {}
    values = np.array([[_scaled(s, c) for c in CRITERIA] for s in scores])
    random = np.random.default_rng(SEED)
    count = min(top, len(scores))
    hits = np.zeros(len(scores), dtype=int)
    for start in range(0, draws, TURN):
        weights = random.dirichlet(np.ones(len(CRITERIA)), min(TURN, draws - start))
        totals = weights @ values.T
        best = np.argpartition(-totals, count - 1, axis=1)[:, :count]
        hits += np.bincount(best.ravel(), minlength=len(scores))
    return {s.product: float(h) / draws for s, h in zip(scores, hits, strict=True)}
