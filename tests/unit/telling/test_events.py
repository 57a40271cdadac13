"""Dated events are told once, as exactly as their source, and what is supposed is said to be."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.model import Capacity, Status
from liantu.model.scenario import ProjectChoice, Scenario, Stop
from liantu.telling import events
from liantu.telling.events import Event, Turn
from tests.helpers.readings import shipped_at


def with_rows(reading: Reading, firm: str, *rows: Capacity) -> Reading:
    """The reading with other capacities of one firm."""
    changed = replace(reading.base.enterprises[firm], capacities=rows)
    base = replace(reading.base, enterprises={**reading.base.enterprises, firm: changed})
    return Reading.of(base, reading.scenario)


def told(reading: Reading, found: tuple[Event, ...]) -> list[str]:
    return [events.told(reading, event) for event in found]


def plant(since: str = "", until: str = "", amount: float | None = 1.0, **more: object) -> Capacity:
    return Capacity("bpa", Status.OPERATING, amount, "万吨/年", since, until, **more)  # type: ignore[arg-type]


def test_the_showcase_is_told_once_though_project_and_firm_tell_it() -> None:
    reading = shipped_at("2022-10-26")
    found = told(reading, events.of_firm(reading, "luxi"))
    assert [t for t in found if "双酚A" in t] == ["2022-10-26 鲁西集团双酚A投产（20 万吨/年）"]


def test_what_comes_after_the_date_is_said_to() -> None:
    reading = shipped_at("2022-10-25")
    found = told(reading, events.of_chain(reading, "pc-nylon"))
    assert "其后 2022-10-26 鲁西集团双酚A投产（20 万吨/年）" in found
    assert "2022-02 鲁西集团己内酰胺开工建设（30 万吨/年）" in found


def test_a_month_and_a_year_are_not_made_sharper() -> None:
    reading = shipped_at("2022-12-31")
    found = events.events(reading)
    lysine = [e for e in found if e.product == "lys"]
    assert [e.date for e in lysine] == ["2005-06"]
    assert lysine[0].day == "2005-06-01"
    assert events.words(reading, lysine[0]).startswith("2005-06 ")
    assert [e.day for e in found] == sorted(e.day for e in found)


def test_a_month_counts_from_the_date_on_that_shows_it() -> None:
    """An event is later just where the diagnosis does not count it."""
    for date in ("2018-07-31", "2018-08", "2018", "2022-10-25", "2024-04-02"):
        reading = shipped_at(date)
        running, day = reading.situation.running, reading.situation.day
        for event in events.events(reading):
            rows = reading.atlas.enterprises[event.enterprise].capacities
            own = [c for c in rows if (c.product, c.since) == (event.product, event.date)]
            if event.turn in events.RUNS and own:
                counted = any(c in running or (c.until and c.until <= day) for c in own)
                assert counted is not events.is_later(reading, event), (date, event)


def test_more_of_the_same_is_no_new_plant() -> None:
    reading = shipped_at("2022-12-31")
    rows = with_rows(reading, "luxi", plant("2015-07", "2018-11", 6.5), plant("2018-12", "", 20.0))
    own = tuple(e for e in events.of_firm(rows, "luxi") if e.product == "bpa")
    assert told(rows, own)[:2] == [
        "2015-07 鲁西集团双酚A投产（6.5 万吨/年）",
        "2018-12 鲁西集团双酚A产能变为20 万吨/年",
    ]


def test_beside_one_that_goes_on_it_is_a_new_plant() -> None:
    reading = shipped_at("2024-12-31")
    found = [e for e in events.of_firm(reading, "luxi") if e.product == "cpl"]
    assert [e.turn for e in found if e.date == "2024-04-02"] == [Turn.BEGAN]


def test_a_stop_and_what_runs_again_after_it() -> None:
    reading = shipped_at("2022-12-31")
    found = [e for e in events.of_firm(reading, "xiangguang") if e.product == "cath"]
    assert [(e.date, e.turn) for e in found] == [
        ("2011-04", Turn.RESIZED),
        ("2022-03", Turn.STOPPED),
        ("2022-06", Turn.RESUMED),
    ]


def test_what_is_contested_is_no_event() -> None:
    reading = shipped_at("2022-12-31")
    rows = with_rows(reading, "luxi", plant("2020", contested=True))
    assert not [e for e in events.of_firm(rows, "luxi") if e.date == "2020"]


def test_an_end_without_anything_after_it_is_told() -> None:
    reading = shipped_at("2022-12-31")
    rows = with_rows(reading, "luxi", plant("2010", "2020-03"))
    assert "2020-03 鲁西集团双酚A停止（1 万吨/年）" in told(rows, events.of_firm(rows, "luxi"))


def test_what_is_supposed_is_said_to_be() -> None:
    reading = shipped_at("2022-12-31")
    scenario = Scenario(
        date="2022-12-31",
        projects=(ProjectChoice("P001", since="2026-01"),),
        stops=(Stop("xiangguang", since="2024"),),
    )
    under = reading.under(scenario)
    found = told(under, tuple(e for e in events.events(under) if e.supposed))
    assert "其后 2026-01 假定鲁西集团双酚A投产（100 万吨/年）" in found
    assert "其后 2024 假定祥光铜业阴极铜停止（45 万吨/年）" in found
    facts = [e for e in events.events(under) if not e.supposed]
    assert facts == list(events.events(reading))


def test_what_is_supposed_at_any_date_is_no_event() -> None:
    reading = shipped_at("2022-12-31")
    under = reading.under(Scenario(date="2022-12-31", projects=(ProjectChoice("P001"),)))
    assert events.events(under) == events.events(reading)
