"""Search finds by name, alias and pinyin, the best first, and says how much it does not show."""

from __future__ import annotations

from functools import cache

import pytest

from liantu import paths
from liantu.library import load
from liantu.model.target import Target
from liantu.telling.searching.hits import beside
from liantu.telling.searching.matching import Rank, asked, holds
from liantu.telling.searching.search import BEST, Index, build, with_pinyin
from tests.helpers.readings import shipped_at


@cache
def index() -> Index:
    return with_pinyin(build(load(paths.shipped_chains()).atlas))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("双酚A", "双酚A"),
        ("双酚Ａ", "双酚A"),
        ("bpa", "双酚A"),
        ("sfa", "双酚A"),
        ("shuangfena", "双酚A"),
        ("jtsz", "聚碳酸酯"),
        ("鲁西", "鲁西化工集团股份有限公司"),
        ("luxi", "鲁西化工集团股份有限公司"),
        ("双酚 A", "双酚A"),
        ("铝及铝", "铝及铝精深加工产业链"),
        ("xf", "信发集团有限公司"),
        ("zt", "中通客车股份有限公司"),
        ("sj", "烧碱(折100%)"),
        ("烧碱", "烧碱(折100%)"),
        ("al2o3", "氧化铝(冶金级)"),
        ("7602", "废铝"),
        ("PA6", "尼龙6切片"),
        ("酚 双", "双酚A"),
    ],
)
def test_finds_it_first(query: str, name: str) -> None:
    assert index().find(query).best[0].name == name


def test_nothing_for_nothing() -> None:
    assert index().find("  ").hits == ()
    assert index().find("不存在的东西").hits == ()


def test_a_thing_is_found_once() -> None:
    hits = index().find("pa6").hits
    assert len({hit.target for hit in hits}) == len(hits)


def test_ranks_never_get_better_downwards() -> None:
    ranks = [hit.rank for hit in index().hits("铝")]
    assert ranks == sorted(ranks)
    assert ranks[0] is Rank.EXACT


def test_what_is_not_shown_is_counted() -> None:
    found = index().find("铝", limit=4)
    assert len(found.best) == BEST
    shown = len(found.hits) + sum(group.more for group in found.groups)
    assert shown == len(index().hits("铝")) > 40
    assert all(len(group.hits) <= 4 for group in found.groups)


def test_a_kind_can_be_shown_whole() -> None:
    groups = {group.kind: group for group in index().find("铝", 4, "product").groups}
    assert groups["product"].more == 0
    assert len(groups["product"].hits) > 20
    assert groups["enterprise"].more > 0


def test_the_kind_with_the_better_hit_comes_first() -> None:
    found = index().find("lx")
    firsts = [index().hits("lx").index(group.hits[0]) for group in found.groups]
    assert firsts == sorted(firsts)


def test_a_firm_is_found_by_its_county_beside_its_name() -> None:
    hits = index().hits("茌平 希望铝业")
    assert [hit.name for hit in hits] == ["茌平信发希望铝业有限公司"]
    assert any(hit.rank is Rank.AROUND for hit in index().hits("茌平 铝"))


def test_a_row_is_found_by_the_aliases_of_what_it_names() -> None:
    row = index().row(("双酚A", "东阿县", "供大于求 1.9"))
    for typed in ("bpa", "sfa", "双酚Ａ", "dongexian", "BPA 东阿", "1.9"):
        assert holds(asked(typed), row), typed
    assert not holds(asked("gdyq"), row), "reasons are not spelt"


def test_what_is_made_is_said_to_be_made_as_on_the_map() -> None:
    reading = shipped_at("2022-12-31")
    told = {key: beside(reading, Target("product", key)).state for key in ("bpa", "phenol")}
    assert told == {"bpa": "在产", "phenol": "疑似短链·向上"}
    states = {beside(reading, Target("product", key)).state for key in reading.atlas.products}
    assert "稳" not in states and "政策约束" in states
