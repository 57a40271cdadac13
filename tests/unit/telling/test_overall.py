"""总体判断 of the shipped chains, and the rules behind its words."""

from __future__ import annotations

import pytest

from liantu.analysis.shape import Shape, outline
from liantu.telling.overall import overall, overall_clauses
from tests.helpers.readings import loaded, shipped_at


def test_the_story_everybody_knows_is_told() -> None:
    assert overall(shipped_at(), "pc-nylon") == (
        "中段成型，两头在外。环己酮肟至锦纶帘子布、双酚A至聚碳酸酯在本地相连；"
        "在产 12 个环节中鲁西集团占 10 个；苯酚、环己酮等 3 种本地未见、靠外购；"
        "下游 32 个环节见到 5 个。"
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
        ("pharma", Shape.UNEVEN),
    ],
)
def test_thirds_of_the_lines_give_the_shape(chain: str, shape: Shape) -> None:
    assert outline(shipped_at(), chain).shape is shape


@pytest.mark.parametrize("chain", tuple(loaded().atlas.chains))
def test_every_chain_has_a_sentence_of_its_own_figures(chain: str) -> None:
    found = outline(shipped_at(), chain)
    local = shipped_at().situation.is_local
    assert all(local(p) for run in found.runs for p in run)
    assert all(len(run) >= 2 for run in found.runs)
    assert found.led <= found.made
    assert 0 <= found.seen <= found.counted
    assert overall_clauses(shipped_at(), chain)[-1].count(str(found.counted)) >= 1
