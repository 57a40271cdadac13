"""总体判断 of the shipped chains, and the rules behind its words."""

from __future__ import annotations

import pytest

from liantu.analysis.shape import Shape, outline
from liantu.telling.overall import overall, overall_clauses
from tests.helpers.readings import loaded, shipped_at


def test_the_story_everybody_knows_is_told() -> None:
    assert overall(shipped_at(), "pc-nylon") == (
        "中段成型，两头在外。环己酮肟至锦纶帘子布、双酚A至聚碳酸酯在本地相连；"
        "自有和关键环节中12个有企业在产，鲁西集团占10个；苯酚、环己酮等3种本地未见、靠外购；"
        "下游32个环节见到5个。"
    )


def test_before_the_plant_came_on_stream_the_run_is_shorter() -> None:
    before = outline(shipped_at("2022-10-25"), "pc-nylon")
    assert all("bpa" not in run for run in before.runs)
    assert any("bpa" in run for run in outline(shipped_at(), "pc-nylon").runs)


@pytest.mark.parametrize(
    ("chain", "shape"),
    [
        ("al", Shape.THROUGH),
        ("brg", Shape.DOWNSTREAM),
        ("chem", Shape.UPSTREAM),
        ("it", Shape.SCATTERED),
        ("pharma", Shape.SCATTERED),
        ("ejiao", Shape.DOWNSTREAM),
        ("soy", Shape.THROUGH),
        ("textile", Shape.UPSTREAM),
    ],
)
def test_thirds_of_the_lines_give_the_shape(chain: str, shape: Shape) -> None:
    assert outline(shipped_at(), chain).shape is shape


@pytest.mark.parametrize(
    ("chain", "first", "last"),
    [
        ("cu", "阳极铜", "铜板带"),
        ("soy", "低温豆粕", "大豆膳食纤维"),
        ("textile", "皮棉", "床上用品"),
    ],
)
def test_a_run_ends_at_a_goal_of_the_chain(chain: str, first: str, last: str) -> None:
    products = shipped_at().atlas.products
    run = outline(shipped_at(), chain).runs[0]
    assert (products[run[0]].label, products[run[-1]].label) == (first, last)


def test_the_stage_that_is_told_does_not_contradict_the_shape() -> None:
    for chain in loaded().atlas.chains.values():
        found = outline(shipped_at(), chain.id)
        if found.shape is Shape.UPSTREAM:
            assert found.weakest > 0
        if found.shape is Shape.DOWNSTREAM:
            assert found.weakest < len(chain.stages) - 1


@pytest.mark.parametrize("chain", tuple(loaded().atlas.chains))
def test_every_chain_has_a_sentence_of_its_own_figures(chain: str) -> None:
    found = outline(shipped_at(), chain)
    local = shipped_at().situation.is_local
    assert all(local(p) for run in found.runs for p in run)
    assert all(len(run) >= 2 for run in found.runs)
    assert found.led <= found.made
    assert 0 <= found.seen <= found.counted
    assert overall_clauses(shipped_at(), chain)[-1].count(str(found.counted)) >= 1
