"""Both maps of a pair have one scale and one amount of detail, whatever the chains are."""

from __future__ import annotations

import pytest

from liantu.diagram.drawing import Label
from liantu.diagram.segment import pair as drawing
from liantu.diagram.segment.mapping import Area, graph_of
from liantu.diagram.segment.pair import bare_pair, draw_pair
from liantu.telling.beside.pair import Pair
from liantu.telling.beside.told import beside
from tests.helpers.readings import shipped_at

HALF = (650.0, 400.0)


@pytest.mark.parametrize(("left", "right"), [("soy", "food"), ("al", "cu"), ("nev", "machinery")])
def test_two_chains_have_one_scale(left: str, right: str) -> None:
    reading = shipped_at()
    graphs = (graph_of(reading, left), graph_of(reading, right))
    made = [found for found in drawing._alike(graphs, Area(*HALF)) if found]
    assert len({found.placed.level for found in made}) == 1
    one, other = (found.placed.scale for found in made)
    assert one == pytest.approx(other, abs=0.02)


def test_two_counties_are_seen_on_the_same_map() -> None:
    found = bare_pair(shipped_at(), Pair("county", "高新区", "东昌府区"), "nev", HALF)
    one, other = (d for d in found if d)
    words = [[s.text for s in d.shapes if isinstance(s, Label)] for d in (one, other)]
    assert sorted(words[0]) == sorted(words[1])
    assert one.shapes != other.shapes


def test_a_map_without_room_shrinks_and_is_whole() -> None:
    (one, _) = bare_pair(shipped_at(), Pair("chain", "machinery", "it"), "", (300.0, 180.0))
    assert one is not None
    labels = [shape for shape in one.shapes if isinstance(shape, Label)]
    assert labels
    assert all(label.x < one.width and label.y < one.height for label in labels)


def test_the_sheet_has_the_sentence_the_figures_and_both_names() -> None:
    found = beside(shipped_at(), Pair("chain", "al", "cu"))
    words = [s.text for s in draw_pair(found).shapes if isinstance(s, Label)]
    assert "铝与铜并排" in words
    assert words.count("铝") >= 2
    assert "12/46 个（26%）" in words
    assert any(word.startswith("入库企业：铝 18 家，铜 11 家") for word in words)


def test_counties_without_a_common_chain_have_no_sheet() -> None:
    found = beside(shipped_at(), Pair("county", "高新区", "东昌府区"))
    with pytest.raises(KeyError):
        draw_pair(found, "none")
