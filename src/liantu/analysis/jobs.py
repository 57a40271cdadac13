"""先办三件事: what a chain is to do first, one of each kind where there is one.

The best row of 补链, of 延链, and of 强链 where something is thin or weak; what is left of the
three is filled by score. No product and no local main stands twice: what two ways from one
material ask for is one job.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from liantu.analysis.boards import Boards
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.ranking import Score, ordered
from liantu.model.boards import Board
from liantu.model.classes import Word

JOBS = 3


def first_jobs(
    boards: Boards, verdicts: Mapping[str, Verdict], products: Collection[str]
) -> tuple[Score, ...]:
    """At most :data:`JOBS` rows among ``products``."""
    found: list[Score] = []
    for row in _in_turn(boards, verdicts, products):
        if len(found) < JOBS and not any(_same(row, other) for other in found):
            found.append(row)
    return tuple(found)


def _in_turn(
    boards: Boards, verdicts: Mapping[str, Verdict], products: Collection[str]
) -> Iterator[Score]:
    fill, extend = boards.of(Board.FILL, products), boards.of(Board.EXTEND, products)
    strong = tuple(s for s in boards.of(Board.STRONG, products) if _marked(verdicts[s.product]))
    for rows in (fill, extend, strong):
        yield from rows[:1]
    yield from ordered((*fill, *extend, *strong))


def _marked(verdict: Verdict) -> bool:
    return Word.THIN in verdict.words or Word.WEAK in verdict.words


def _same(one: Score, other: Score) -> bool:
    """Whether two rows are of one product, or rest on the same local main."""
    mains = one.facts.get("base"), other.facts.get("base")
    return one.product == other.product or (bool(mains[0]) and mains[0] == mains[1])
