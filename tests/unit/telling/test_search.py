"""Search finds by name, alias and pinyin, best first."""

from __future__ import annotations

from functools import cache

import pytest

from liantu import paths
from liantu.library import load
from liantu.telling.search import Index, build, with_pinyin


@cache
def index() -> Index:
    return with_pinyin(build(load(paths.shipped_chains()).atlas))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("双酚A", "双酚A"),
        ("bpa", "双酚A"),
        ("sfa", "双酚A"),
        ("shuangfena", "双酚A"),
        ("jtsz", "聚碳酸酯"),
        ("鲁西", "鲁西化工集团股份有限公司"),
        ("luxi", "鲁西化工集团股份有限公司"),
        ("双酚 A", "双酚A"),
        ("铝及铝", "铝及铝精深加工产业链"),
    ],
)
def test_finds(query: str, name: str) -> None:
    hits = index().find(query)
    first_of_kind = {hit.target.kind: hit.name for hit in reversed(hits)}
    assert name in first_of_kind.values()


def test_nothing_for_nothing() -> None:
    assert index().find("  ") == ()
    assert index().find("不存在的东西") == ()


def test_a_thing_is_found_once() -> None:
    hits = index().find("pa6")
    assert len({hit.target for hit in hits}) == len(hits)
