"""A drill in sentences: main materials alone are counted, and what is not known is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.outage import Span, Term
from liantu.model import Role
from liantu.model.drill import Drill, Shock, ShockKind
from liantu.telling.shocks import words
from liantu.telling.shocks.summary import headline, hit_lines, sentences
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (Term(0.0, 0.0), "当天"),
        (Term(3.0, 3.0), "3 天"),
        (Term(3.0, 10.0), "3～10 天"),
        (Term(3.0, None), "至少 3 天"),
        (Term(0.0, None), "库存不详"),
    ],
)
def test_days(term: Term, said: str) -> None:
    assert words.days(term) == said


@pytest.mark.parametrize(
    ("span", "structural", "said"),
    [
        (Span(1.0, 1.0), False, "100%"),
        (Span(0.2, 0.6), False, "20%～60%"),
        (Span(0.001, 0.001), False, "不足 1%"),
        (Span(0.0, 1.0), True, "只能判断结构"),
    ],
)
def test_losses(span: Span, structural: bool, said: str) -> None:
    assert words.loss(span, structural=structural) == said


def small() -> Reading:
    """``a`` makes x alone, ``b`` y of it, ``c`` z of y; ``b`` takes only a part p of ``d``."""
    part = route("x p")
    part = replace(part, inputs=(part.inputs[0], replace(part.inputs[1], role=Role.PART)))
    items = [product("x"), product("p"), product("y", part), product("z", route("y"))]
    firms = [maker("a", "x", 1.0), maker("b", "y"), maker("c", "z"), maker("d", "p", 1.0)]
    return reading(atlas(items, firms))


def drill(id_: str, share: float = 1.0, **more: object) -> Drill:
    return replace(Drill(shocks=(Shock(ShockKind.ENTERPRISE, id_, share),)), **more)  # type: ignore[arg-type]


def test_the_headline_counts_main_materials_and_says_what_is_deduced() -> None:
    city = small()
    said = headline(city, city.outage_of(drill("a", stock=3.0)))
    assert said == (
        "a停产：直接断料 1 个环节（b·Y），可撑：3 天；共 2 个环节、2 家企业断料，均为推定；"
        "用量不详，只能判断结构"
    )
    less = headline(city, city.outage_of(drill("a", 0.4)))
    assert "：直接供料减少 1 个环节（b·Y），可撑：库存不详；" in less


def test_parts_are_told_apart_and_nothing_is_said_to_stop_that_does_not() -> None:
    city = small()
    said = headline(city, city.outage_of(drill("d")))
    assert said.startswith("d停产：不缺主材；2 个环节缺部件或关键辅料（b·Y、c·Z）")
    assert headline(city, city.outage_of(drill("c"))) == "c停产：未见本地环节因此断料"


def test_each_unit_says_by_which_way_it_is_reached() -> None:
    city = small()
    told = list(hit_lines(city, city.outage_of(drill("a"))))
    assert [line.words for line in told] == ["直接断料", "b·Y", "第 2 步", "c·Z"]
    assert told[3].remark == ("缺主材 · 推定 · 只能判断结构 · a·X →（推定）b·Y →（推定）c·Z")
    assert told[1].figure == "库存不详"


def test_what_only_comes_beside_is_named_on_the_way() -> None:
    items = [product("x", route("raw", byproducts="g")), product("raw", raw=True)]
    items += [product("g"), product("y", route("g"))]
    city = reading(atlas(items, [maker("a", "x", 1.0), maker("b", "y")]))
    told = list(hit_lines(city, city.outage_of(drill("a"))))
    assert told[1].remark.endswith("a·X（副产G） →（推定）b·Y")


def test_the_assumptions_are_said() -> None:
    city = small()
    told = sentences(city, city.outage_of(drill("a", stock=3.0, substitution=True)))
    assert told[-1] == (
        "口径：供货记录和推定的供货都计；库存未载的按 3 天；本地其他企业可顶替；不计市外增购。"
    )


def test_who_has_several_of_them_is_named_once() -> None:
    items = [product("x"), *(product(p, route("x")) for p in "yzw")]
    both = maker("b", "y")
    both = replace(both, capacities=(*both.capacities, *maker("b", "z").capacities))
    city = reading(atlas(items, [maker("a", "x", 1.0), both, maker("c", "w")]))
    found = city.outage_of(drill("a")).hits
    assert words.units(city, sorted(found, key=lambda h: h.product)[::-1]) == "b·Z、Y、c·W"
