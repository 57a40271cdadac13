"""A city of which nothing is recorded yet: nothing is claimed, nothing is broken off."""

from __future__ import annotations

import re

import pytest

from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Paragraph
from liantu.briefing.order import Order
from liantu.briefing.report import briefing
from liantu.diagram.drawing import Label
from liantu.diagram.segment.mapping import Area, build_map, graph_of
from liantu.diagram.segment.paint_backdrop import panels
from liantu.diagram.theme import LIGHT
from liantu.library import load
from liantu.library.founding import found
from liantu.library.starting import Start, chosen, start
from liantu.telling.overall import overall
from liantu.telling.poster.city import city_poster
from liantu.telling.poster.headline import foot
from tests.helpers.readings import loaded, reading

CLAIMS = re.compile(r"尚未成链|无在产|本地没有|：无。|：。|、。|公开报道")
"""What nobody can know of a city that has no records, and sentences without their end."""


@pytest.fixture(scope="module", params=[True, False], ids=["structure", "empty"])
def city(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Reading:
    like = loaded().atlas
    wanted = Start(
        region="临海市",
        counties=("甲县", "乙区"),
        edition="2026-11",
        chains=chosen(like, ("pc-nylon", "al", "低空经济产业链")),
        units=like.library.units,
        lists=tuple(like.library.lists.values()),
    )
    folder = tmp_path_factory.mktemp("city") / "a"
    found(folder, start(wanted, like if request.param else None))
    return reading(load(folder).atlas)


def test_a_chain_without_records_is_not_judged(city: Reading) -> None:
    words = {chain: overall(city, chain) for chain in city.atlas.chains}
    assert words["own1"] == "还没有列出环节。"
    if city.atlas.products:
        assert words["al"] == "未见在产环节的记录，尚不能判断成链情况。"


def test_the_papers_claim_nothing(city: Reading) -> None:
    whole = briefing(city, Order(chains=tuple(city.atlas.chains)))
    told = [block.text for block in whole.blocks if isinstance(block, Paragraph)]
    # how classes are told apart is explained with words that would be claims elsewhere
    told = [
        words for words in told if not words.startswith(("断链：", "没有记录的环节", "资料刚建立"))
    ]
    assert [words for words in told if CLAIMS.search(words)] == []
    assert any("资料还没有企业记录" in words for words in told)


def test_the_posters_claim_nothing(city: Reading) -> None:
    page = city_poster(city)
    assert CLAIMS.search(page.foot + page.head.figures) is None
    assert "缺口均为疑似" not in page.foot
    for chain in city.atlas.chains:
        assert foot(city, chain).endswith("本链未见在产记录。")


def test_key_links_are_asked_about_first(city: Reading) -> None:
    asked = {q.product for q in city.questions}
    keys = {k.product for c in city.atlas.chains.values() for k in c.key}
    assert asked <= keys
    assert len(asked) >= len(keys) / 2


def test_the_map_of_a_chain_without_products_says_so(city: Reading) -> None:
    shown = build_map(graph_of(city, "own1"), Area(900, 500))
    words = [shape.text for shape in panels(shown, LIGHT) if isinstance(shape, Label)]
    assert any(told.startswith("这条链还没有列出环节") for told in words)
