"""What follows from a focus, where what it names is not there."""

from __future__ import annotations

import pytest

from liantu.analysis.reading import Reading
from liantu.model.focus import MAP, Focus
from liantu.model.target import Target
from liantu.ui.seen import looking


@pytest.mark.parametrize(
    "focus",
    [
        Focus(MAP),
        Focus(MAP, "no-such", county="甲县"),
        Focus(MAP, "no-such", map=Target("enterprise", "none"), fold="none", box="none"),
        Focus(MAP, target=Target("product", "none")),
    ],
)
def test_nothing_is_told_of_a_chain_that_is_not_there(focus: Focus) -> None:
    nothing = Reading.nothing()
    assert looking.counties(nothing, focus) == {}
    assert looking.county_of(nothing, focus) == ""
    assert looking.whole_map(nothing, focus) is None
    assert looking.graph_of(nothing, focus) is None
    assert looking.settled(nothing, focus) == focus
    assert looking.stressed(nothing, focus) is None
