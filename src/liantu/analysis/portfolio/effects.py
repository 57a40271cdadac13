"""What a project changes: the diagnosis with its plants in operation against that of today."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from liantu.analysis.balance import Balance
from liantu.analysis.compare import balance_changes
from liantu.analysis.diagnosis import Diagnosis, Verdict, diagnose
from liantu.analysis.portfolio.supposing import coming, operating
from liantu.analysis.reading import Reading
from liantu.model.classes import RANKED, Word
from liantu.model.records import Project
from liantu.model.standing import Certainty

GAPS = RANKED | {Word.BLANK}
"""Classes of what is lacking and asked for."""


class Kind(enum.StrEnum):
    """What becomes of a product, the good first.

    ``CLOSED``: a gap that is made here now; ``NARROWED``: the same, but it stays 细 (less than is
    needed, or below the least scale); ``THICKENED``/``STRENGTHENED``: no longer 细 or 弱;
    ``UNLOCKED``: a gap whose mains and parts are now all at hand; ``ADDED``: made here now, and
    nobody had asked for it; ``OPENED``: a new need that is not met here; ``THINNED``: becomes 细.
    """

    CLOSED = "closed"
    NARROWED = "narrowed"
    THICKENED = "thickened"
    STRENGTHENED = "strengthened"
    UNLOCKED = "unlocked"
    ADDED = "added"
    OPENED = "opened"
    THINNED = "thinned"


GOOD = (Kind.CLOSED, Kind.NARROWED, Kind.THICKENED, Kind.STRENGTHENED, Kind.UNLOCKED)
"""What counts for a project."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A product that changes, with its classes before and after; ``certainty``: how sure it was
    that nobody here makes it (疑似缺口 closed are no confirmed ones); ``None`` where it was made.
    """

    kind: Kind
    product: str
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    certainty: Certainty | None = None

    @property
    def goal(self) -> str:
        """The id of the goal that it is."""
        return f"{self.kind}:{self.product}"


@dataclass(frozen=True, slots=True)
class Effects:
    """All that changes, in the order of the atlas; ``products``: what the plants make;
    ``balances``: of each product whose supply or need changes, before and after (``None``: none).
    """

    products: tuple[str, ...]
    changes: tuple[Effect, ...]
    balances: Mapping[str, tuple[Balance | None, Balance | None]] = field(default_factory=dict)

    def of(self, kind: Kind) -> tuple[str, ...]:
        """Products of a kind."""
        return tuple(e.product for e in self.changes if e.kind is kind)


def effects(reading: Reading, projects: Iterable[Project]) -> Effects | None:
    """What the plants change that projects still have to build; ``None`` where no product of
    theirs is known. One diagnosis.
    """
    chosen = tuple(projects)
    made = tuple(dict.fromkeys(p for one in chosen for p in coming(reading.atlas, one)))
    if not made:
        return None
    later = diagnose(operating(reading.atlas, chosen, reading.date), reading.date, reading.switches)
    changes = tuple(_changes(reading.diagnosis, later))
    moved = balance_changes(reading.diagnosis, later)
    return Effects(made, changes, {p: moved[p] for p in reading.atlas.products if p in moved})


def _changes(before: Diagnosis, after: Diagnosis) -> Iterator[Effect]:
    for product, new in after.verdicts.items():
        old = before.verdicts[product]
        for kind in _kinds(old, new, product in after.wanted):
            yield Effect(kind, product, old.words, new.words, old.certainty)


def _kinds(old: Verdict, new: Verdict, wanted: bool) -> Iterator[Kind]:
    if not old.local and new.local:
        yield _made(old, new)
    if Word.THIN in old.words and Word.THIN not in new.words:
        yield Kind.THICKENED
    if Word.WEAK in old.words and Word.WEAK not in new.words:
        yield Kind.STRENGTHENED
    if old.local and Word.THIN in new.words and Word.THIN not in old.words:
        yield Kind.THINNED
    if not new.local and new.uses and not old.uses and GAPS.intersection(new.words):
        yield Kind.OPENED
    ready = new.distance == 0 and old.distance != 0
    if ready and not new.local and (wanted or new.uses) and GAPS.intersection(new.words):
        yield Kind.UNLOCKED


def _made(old: Verdict, new: Verdict) -> Kind:
    if not GAPS.intersection(old.words):
        return Kind.ADDED
    return Kind.NARROWED if Word.THIN in new.words else Kind.CLOSED
