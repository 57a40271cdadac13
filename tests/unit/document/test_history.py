"""Steps of editing: back and forth without a limit, one step for what belongs together."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from liantu.document.history import History
from liantu.model import Atlas, Library, Region
from liantu.model.scenario import Scenario

STEPS = 1_000


def atlas(edition: str = "") -> Atlas:
    return Atlas(library=Library(Region("试验市"), edition))


@pytest.fixture
def history() -> History:
    return History(atlas(), Scenario())


def test_a_step_is_taken_back_and_done_again(history: History) -> None:
    first, second = history.now.atlas, atlas("二")
    assert history.do("改版次", atlas=second)
    assert (history.undo_label, history.redo_label) == ("改版次", None)
    assert history.undo()
    assert history.now.atlas is first
    assert (history.undo_label, history.redo_label) == (None, "改版次")
    assert history.redo()
    assert history.now.atlas is second
    assert not history.redo()


def test_what_changes_nothing_is_no_step(history: History) -> None:
    assert not history.do("无", atlas=history.now.atlas, scenario=Scenario())
    assert history.undo_label is None


def test_steps_of_one_merge_key_are_one(history: History) -> None:
    for words in ("一", "一二", "一二三"):
        history.do("改版次", atlas=atlas(words), merge="library:edition")
    assert history.now.atlas.library.edition == "一二三"
    history.undo()
    assert history.now.atlas.library.edition == ""
    assert not history.undo()


@pytest.mark.parametrize("between", ["save", "undo and redo", "another key", "a date"])
def test_steps_are_two_if_something_came_between(history: History, between: str) -> None:
    history.do("甲", atlas=atlas("一"), merge="key")
    match between:
        case "save":
            history.mark_saved(history.now.atlas)
        case "undo and redo":
            history.undo()
            history.redo()
        case "another key":
            history.do("乙", atlas=atlas("乙"), merge="other")
        case _:
            history.do("日期", scenario=Scenario(date="2022-01-01"))
    before = history.now
    history.do("丙", atlas=atlas("二"), merge="key")
    history.undo()
    assert history.now is before


def test_a_new_step_forgets_what_was_undone(history: History) -> None:
    history.do("甲", atlas=atlas("一"))
    history.undo()
    history.do("乙", atlas=atlas("二"))
    assert not history.redo()
    assert history.now.atlas.library.edition == "二"


def test_dirty_is_what_the_files_do_not_hold(history: History) -> None:
    history.do("日期", scenario=Scenario(date="2022-01-01"))
    assert not history.dirty
    history.do("甲", atlas=atlas("一"))
    assert history.dirty
    history.undo()
    assert not history.dirty
    history.redo()
    history.mark_saved(history.now.atlas)
    assert not history.dirty
    history.undo()
    assert history.dirty, "the files hold what was undone"


def test_what_was_edited_while_it_was_saved_is_not_saved(history: History) -> None:
    history.do("甲", atlas=atlas("一"))
    writing = history.now.atlas
    history.do("乙", atlas=atlas("二"))
    history.mark_saved(writing)
    assert history.dirty


@pytest.mark.parametrize("seed", range(5))
def test_random_steps_back_and_forth(history: History, seed: int) -> None:
    """Against a list of all states and the place in it."""
    rolls = random.Random(seed)
    states, at = [history.now], 0
    for number in range(STEPS):
        match rolls.choices(("edit", "date", "undo", "redo"), (6, 2, 3, 2))[0]:
            case "edit":
                history.do("改", atlas=atlas(str(number)))
            case "date":
                scenario = replace(history.now.scenario, date=f"{number:04d}-01-01")
                history.do("日期", scenario=scenario)
            case "undo":
                assert history.undo() == (at > 0)
                at = max(at - 1, 0)
                assert history.now is states[at]
                continue
            case _:
                assert history.redo() == (at + 1 < len(states))
                at = min(at + 1, len(states) - 1)
                assert history.now is states[at]
                continue
        at += 1
        states = [*states[:at], history.now]
    while history.undo():
        pass
    for state in states:
        assert history.now is state
        history.redo()
    assert not history.redo()
