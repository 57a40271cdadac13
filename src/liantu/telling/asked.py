"""How far the 摸底 has come and what the answers changed, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.analysis.tracking import Step, Tally, counties, tallies
from liantu.model.classes import Word
from liantu.model.verification import WHOLE
from liantu.telling.lists.column import Scope
from liantu.telling.lists.survey import survey_rows
from liantu.telling.standing import class_words, standing_word
from liantu.wording import text

ORDER = (Step.LATE, Step.SENT, Step.UNSENT, Step.ANSWERED)
"""What asks for something first stands first."""


def county_tallies(reading: Reading) -> tuple[Tally, ...]:
    """How far each county is, on the day of the reading."""
    rows = survey_rows(reading, Scope(chains=tuple(reading.atlas.chains), city=True))
    every = counties(reading.atlas)
    wanted = [
        (row.id, county)
        for row in rows
        for county in (every if WHOLE in row.counties else row.counties)
    ]
    return tallies(reading.atlas, reading.situation.day, wanted)


def step_word(step: Step) -> str:
    """未下发, 已下发, 已答复 or 逾期."""
    return text(f"ui.survey.step.{step}")


def tally_words(tally: Tally) -> str:
    """``茌平区：已下发 12 项（2025-01-15 前交回）、已答复 28 项（其中不清 2 项）``."""
    told = "、".join(_counted(tally, step) for step in ORDER if tally.steps.get(step))
    return text("ui.survey.tally", county=tally.county, words=told)


def _counted(tally: Tally, step: Step) -> str:
    code = "ui.survey.count"
    if step is Step.ANSWERED and tally.unclear:
        code = "ui.survey.count.unclear"
    elif step in (Step.SENT, Step.LATE) and tally.due:
        code = "ui.survey.count.due"
    return text(
        code,
        step=step_word(step),
        count=tally.steps[step],
        unclear=tally.unclear,
        due=tally.due,
    )


def state_sentence(reading: Reading, found: tuple[Tally, ...]) -> str:
    """How many counties are how far, and by which day that was judged."""
    told = "、".join(state_counts(found).values())
    return judged_by(reading) + text("ui.survey.end", words=told or text("ui.none"))


def judged_by(reading: Reading) -> str:
    """By which day it was judged what is late."""
    return text("ui.survey.state", day=reading.situation.day)


def state_counts(found: tuple[Tally, ...]) -> dict[Step, str]:
    """``逾期 2 个``: how many counties are how far, of the steps where one is."""
    counts = {step: sum(t.step is step for t in found) for step in ORDER}
    return {
        step: text("ui.survey.counties", step=step_word(step), count=count)
        for step, count in counts.items()
        if count
    }


def awaited(found: tuple[Tally, ...]) -> str:
    """The counties whose sheets are still out, or an empty text."""
    return "、".join(t.county for t in found if _open(t) and not t.steps[Step.ANSWERED])


def partly(found: tuple[Tally, ...]) -> str:
    """The counties that have answered some lines only, with how many are left, or an empty text."""
    return "、".join(
        text("ui.survey.part", county=t.county, count=_open(t))
        for t in found
        if _open(t) and t.steps[Step.ANSWERED]
    )


def _open(tally: Tally) -> int:
    """Lines that were sent and not answered."""
    return tally.steps[Step.LATE] + tally.steps[Step.SENT]


@dataclass(frozen=True, slots=True)
class Result:
    """Products whose class or standing differs, with the sentence of each: what is made after all
    or no longer first, then other classes, then what is only known better. ``gained``: how many
    are made after all.
    """

    rows: tuple[tuple[str, str], ...]
    gained: int = 0


def changed(before: Reading, after: Reading) -> Result:
    """What another atlas changed: ``PC 板材：疑似断链（未见记录）→ 在产``."""
    worth: Mapping[str, float] = {q.product: q.value for q in before.questions}
    found = []
    gained = 0
    for product, now in after.verdicts.items():
        old = before.verdicts.get(product)
        if old is None or _stand(old) == _stand(now):
            continue
        gained += now.local and not old.local
        rank = (old.local == now.local, old.words == now.words, -worth.get(product, 0.0))
        found.append((rank, product))
    rows = ((product, _row(before, after, product)) for _, product in sorted(found))
    return Result(tuple(rows), gained)


def _row(before: Reading, after: Reading, product: str) -> str:
    old, new = _stand(before.verdicts[product]), _stand(after.verdicts[product])
    name = after.atlas.products[product].name
    return text("ui.changes.row", name=name, before=old, after=new)


def _stand(verdict: Verdict) -> str:
    """Its classes, and how it stands."""
    standing = standing_word(verdict)
    if verdict.worst in (None, Word.STEADY):
        return standing
    classes = class_words(verdict)
    return text("ui.survey.stand", classes=classes, standing=standing)
