"""完整性声明 in words: what each covers and until when, and which count on the day."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model.verification import Declaration
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Declared:
    """A declaration: its words, and whether it holds on the day of the reading."""

    words: str
    holds: bool


def declared(reading: Reading) -> tuple[Declared, ...]:
    """Those that hold first, then the newest first."""
    day = reading.situation.day
    found = sorted(reading.atlas.declarations, key=lambda d: d.date, reverse=True)
    rows = [Declared(_words(reading, one, day), one.holds(day)) for one in found]
    return tuple(sorted(rows, key=lambda row: not row.holds))


def declared_sentence(reading: Reading) -> str:
    """How many count and how many do not any more; says that there is none where so."""
    rows = declared(reading)
    if not rows:
        return text("ui.declare.none")
    holding = sum(row.holds for row in rows)
    return text("ui.declare.count", holding=holding, rest=len(rows) - holding)


def _words(reading: Reading, one: Declaration, day: str) -> str:
    chain = reading.atlas.chains.get(one.chain)
    state = "holds" if one.holds(day) else "ahead" if one.date > day else "over"
    return text(
        "ui.declare.row",
        county=one.county,
        chain=chain.label if chain else text("ui.declare.all"),
        date=one.date,
        until=one.last,
        office=one.office or text("ui.declare.nobody"),
        state=text(f"ui.declare.{state}"),
    )
