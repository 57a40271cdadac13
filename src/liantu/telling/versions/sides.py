"""What may stand on a side of a comparison: a date, a scenario, 现状, or a version of the data.

A side is written as people say it: ``2022-10-25``, the id or the name of a scenario, 现状. What is
none of these is for :mod:`liantu.library.versions.opening`: the name of a version, a folder, a zip.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.model import Atlas
from liantu.model.scenario import Scenario
from liantu.telling.assumed import named
from liantu.telling.events import events, whole_days
from liantu.telling.versions.comparison import Version
from liantu.wording import text

NOW = "now"
"""How 现状 is written where a word is stored."""
NEAR = 5
"""Names that are offered in place of one that there is not."""
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def scenario_of(atlas: Atlas, said: str, date: str = "") -> Scenario | None:
    """The way to look at the data that is meant, ``None`` where it is none of theirs. ``date`` is
    that of what has no date of its own.
    """
    said = said.strip()
    if _DATE.fullmatch(said):
        return Scenario(date=said)
    if said in ("", NOW, text("ui.scenario.now")):
        return Scenario(date=date)
    kept = atlas.scenarios.get(said)
    found = kept or next((s for s in atlas.scenarios.values() if s.name == said), None)
    return replace(found, date=found.date or date) if found else None


def title_of(reading: Reading, said: str) -> str:
    """What a side is called: the date where one was asked for, else the name of the scenario."""
    return said if _DATE.fullmatch(said.strip()) else named(reading)


def looked(atlas: Atlas, said: str, date: str = "") -> Version | None:
    """The data looked at as is said; ``None`` where it means no way to look at them."""
    scenario = scenario_of(atlas, said, date)
    if scenario is None:
        return None
    found = Reading.of(atlas, scenario)
    return Version(title_of(found, said), found)


def near(atlas: Atlas, said: str, others: Iterable[str] = ()) -> str:
    """Names that are like what was said, else the first ones that there are."""
    kept = (word for s in atlas.scenarios.values() for word in (s.id, s.name))
    known = list(dict.fromkeys((*kept, *others, text("ui.scenario.now"))))
    like = difflib.get_close_matches(said, known, NEAR, 0.4)
    return "、".join(like or known[:NEAR])


# -- what is compared with where nothing was asked for


def pair(reading: Reading, said: str = "") -> tuple[Version, Version]:
    """What ``reading`` is compared with, and itself: with a date or a scenario, by default what
    :func:`usual` says. What is no longer known is as if it were not asked for.
    """
    date = reading.date
    side = meant(reading, said)
    scenario = scenario_of(reading.base, side, date) or Scenario(date=date)
    other = reading.beside(scenario)
    dated = bool(_DATE.fullmatch(side)) and not reading.scenario.assumes
    own = date if dated else named(reading)
    return Version(title_of(other, side), other), Version(own, reading)


def meant(reading: Reading, said: str) -> str:
    """The side that is compared with, as it is written."""
    known = said and scenario_of(reading.base, said) is not None
    return said if known else usual(reading)


def usual(reading: Reading) -> str:
    """The side that a comparison offers by itself: 现状 for a scenario, else the day before the
    last event up to the date; 现状 where there is no event.
    """
    if reading.scenario.assumes:
        return NOW
    past = [day for day in whole_days(events(reading)) if day <= reading.situation.day]
    return day_before(past[-1]) if past else NOW


def day_before(day: str) -> str:
    """``2022-10-25`` for ``2022-10-26``; the day itself where the calendar ends."""
    import datetime  # noqa: PLC0415  beside its only use

    found = datetime.date.fromisoformat(day)
    return str(found - datetime.timedelta(days=1)) if found > datetime.date.min else day


def choices(reading: Reading) -> list[tuple[str, str]]:
    """What may stand on a side, as it is written and as it is called: 现状, the scenarios, then
    each day before an event and the event itself, the newest first.
    """
    found = _looks(reading)
    both = {near for day in whole_days(events(reading)) for near in (day, day_before(day))}
    return found + [(day, day) for day in sorted(both, reverse=True)]


def nearby(reading: Reading, most: int) -> list[tuple[str, str]]:
    """:func:`choices` for a short menu: of the days those before the last events up to the date."""
    past = [day for day in whole_days(events(reading)) if day <= reading.situation.day]
    before = [day_before(day) for day in reversed(past[-most:])]
    return _looks(reading) + [(day, day) for day in dict.fromkeys(before)]


def _looks(reading: Reading) -> list[tuple[str, str]]:
    kept = reading.base.scenarios.values()
    return [(NOW, text("ui.scenario.now")), *((s.id, s.name) for s in kept)]
