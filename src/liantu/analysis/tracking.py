"""How far the 摸底 has come on a day: 未下发, 已下发, 已答复, 逾期 by line and by county."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liantu.model import Atlas
from liantu.model.verification import UNPLACED, WHOLE, Answer, Reply


class Step(enum.StrEnum):
    """What became of a line of 摸底任务单 in a county."""

    UNSENT = "unsent"
    SENT = "sent"
    ANSWERED = "answered"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Tally:
    """Lines of a county by their step; ``unclear`` of those answered were answered with 不清.
    ``due``: the earliest day by which an answer is still awaited, or empty.
    """

    county: str
    steps: Mapping[Step, int]
    unclear: int = 0
    due: str = ""

    @property
    def lines(self) -> int:
        """All of them."""
        return sum(self.steps.values())

    @property
    def step(self) -> Step:
        """That of the county as a whole: what is late or still out first; a county that has
        answered all it was sent has answered, whatever it may be asked next.
        """
        order = (Step.LATE, Step.SENT, Step.ANSWERED)
        return next((s for s in order if self.steps.get(s)), Step.UNSENT)


def live(atlas: Atlas, day: str) -> dict[tuple[str, str], Reply]:
    """Product and county → the latest that was asked or answered and holds on ``day``; of one day
    an answer goes before a question. What was said for 全市 stands at every county.
    """
    found: dict[tuple[str, str], Reply] = {}
    told = (r for r in atlas.answers if r.holds(day))
    for reply in sorted(told, key=lambda r: (r.date, r.answer is not Answer.ASKED)):
        for county in counties(atlas) if reply.county == WHOLE else (reply.county,):
            found[reply.product, county] = reply
    return found


def counties(atlas: Atlas) -> tuple[str, ...]:
    """The counties that can be asked, in official order."""
    return tuple(c for c in atlas.library.region.counties if c != UNPLACED)


def step(reply: Reply | None, day: str) -> Step:
    """What became of a line; one is late whose due day is over on ``day``."""
    if reply is None:
        return Step.UNSENT
    if reply.answer is not Answer.ASKED:
        return Step.ANSWERED
    return Step.LATE if reply.due and reply.due < day else Step.SENT


def is_settled(reply: Reply | None) -> bool:
    """Whether the county need not be asked again: it said 有 or 无."""
    return reply is not None and reply.answer in (Answer.MADE, Answer.NONE)


def tallies(atlas: Atlas, day: str, wanted: Iterable[tuple[str, str]]) -> tuple[Tally, ...]:
    """One for every county that has lines: those asked or answered, and of the ``wanted`` ones
    (product, county) those that were not yet sent.
    """
    known = live(atlas, day)
    pairs = dict.fromkeys((*known, *wanted))
    return tuple(
        found
        for county in counties(atlas)
        if (found := _tally(county, [known.get(p) for p in pairs if p[1] == county], day)).lines
    )


def _tally(county: str, lines: list[Reply | None], day: str) -> Tally:
    steps = dict.fromkeys(Step, 0)
    for reply in lines:
        steps[step(reply, day)] += 1
    told = [r for r in lines if r is not None]
    awaited = [r.due for r in told if r.answer is Answer.ASKED and r.due]
    unclear = sum(r.answer is Answer.UNCLEAR for r in told)
    return Tally(county, steps, unclear, min(awaited, default=""))
