"""What is held of readings: as many as there is room for, others while somebody shows them."""

from __future__ import annotations

import pytest

from liantu.analysis import room
from liantu.analysis.reading import Reading
from liantu.model.scenario import Scenario
from tests.helpers.atlases import atlas, product, route

DAY = Scenario(date="2022-01-01")


class Thing:
    """Something that is held."""


def test_the_last_few_are_held_and_what_somebody_else_holds_is_known() -> None:
    few = room.Few[Thing](2)
    first, second = Thing(), Thing()
    for thing in (first, second, Thing(), Thing()):
        few.add(thing)
    del second, thing
    found = list(few)
    assert len(found) == 3
    assert found[0] is first
    del found, first
    assert len(list(few)) == 2


def test_where_there_is_no_room_nothing_is_held() -> None:
    few = room.Few[Thing](0)
    shown = Thing()
    few.add(shown)
    assert list(few) == [shown]
    del shown
    assert list(few) == []


def test_a_reading_holds_those_beside_it_only_where_there_is_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small = Reading.of(atlas([product("a")]))
    kept = small.beside(DAY).serial
    assert small.beside(DAY).serial == kept
    monkeypatch.setattr(room, "HELD", 1)
    large = Reading.of(atlas([product("a")]))
    shown = large.beside(DAY)
    assert large.beside(DAY) is shown
    once = shown.serial
    del shown
    assert large.beside(DAY).serial != once


def test_what_was_let_go_is_made_again_as_it_was() -> None:
    reading = Reading.of(atlas([product("r", raw=True), product("a", route("r"))]), DAY)
    beside = reading.beside(Scenario(date="2021-01-01"))
    assert reading.besides == (beside,)
    diagnosis = reading.diagnosis
    made = (diagnosis.verdicts, reading.boards, reading.questions)
    reading.let_go()
    assert vars(reading).keys() == {"base", "atlas", "scenario", "kin", "serial"}
    assert reading.besides == ()
    assert (reading.verdicts, reading.boards, reading.questions) == made
    assert reading.diagnosis is not diagnosis
    assert reading.diagnosis.switches == diagnosis.switches
