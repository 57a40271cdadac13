"""A story shows the city as each of its steps asks, and every reading is made once."""

from __future__ import annotations

import pytest

from liantu import paths
from liantu.analysis.reading import Reading
from liantu.document.show import Show
from liantu.library import load
from liantu.model.focus import MAP, POSTER, Focus
from liantu.model.scenario import Scenario
from liantu.model.story import Step, Story, focus_of, step_of
from liantu.model.target import Target


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Reading.of(load(paths.shipped_chains()).atlas)


def test_each_step_has_its_date_and_scenario_and_knows_the_one_before(reading: Reading) -> None:
    steps = (
        Step("前", page=POSTER, chain="pc-nylon", date="2022-10-25"),
        Step("后", page=POSTER, chain="pc-nylon", date="2022-10-26"),
        Step("再看前", page=POSTER, chain="pc-nylon", date="2022-10-25"),
        Step("情景", chain="pc-nylon", scenario="bpa-120", date="2027"),
    )
    show = Show(Story("s", "试", steps=steps), reading)
    first, second, third, last = (show.scene(at) for at in range(len(show)))
    assert (first.reading.date, first.before) == ("2022-10-25", None)
    assert second.reading.date == "2022-10-26"
    assert second.before is first.reading is third.reading
    assert (last.reading.scenario.id, last.reading.scenario.date) == ("bpa-120", "2027")
    assert "bpa" in {v for v in second.reading.verdicts if second.reading.verdicts[v]}
    with pytest.raises(IndexError):
        show.scene(-1)


def test_what_is_looked_at_becomes_a_step_and_comes_back() -> None:
    focus = Focus(
        page=MAP,
        chain="pc-nylon",
        target=Target("product", "bpa"),
        lens="structure",
        fold="bpa",
        list="fill",
        step=2,
    )
    step = step_of(focus, Scenario(date="2022-10-26"), "双酚A")
    assert focus_of(step) == focus
    assert (step.date, step.title, step.product) == ("2022-10-26", "双酚A", "bpa")
